// What it takes to keep the large site on a device, and to bring it up to date after one more article.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileOf, launch, open, program, serve, tool, waitUntilDrawn } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';
import { newsroom } from './shared/measure.mjs';

const count = Number(process.env.ARTICLES ?? 24925);
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-offline-'));
const content = newsroom(scratch, count);
if (!content) process.exit(0);
const out = path.join(scratch, 'public');
const build = () => execFileSync(tool, ['build', '--content', content, '--out', out, '--pages', 'none', '--program', program,
    '--cache', path.join(scratch, 'cache')], { stdio: 'ignore', maxBuffer: 1 << 28 });
build();

const server = await serve(out);
const browser = await launch();
const page = await open(browser, server.url('/offline/'), {
    offline: true, drawn: false,
    before: page => page.addInitScript(() => {
        window.longest = 0;
        new PerformanceObserver(list => {
            for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
        }).observe({ type: 'longtask' });
    }),
});
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
const heap = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value / 1e6;
};
const readKept = () => page.evaluate(async () => {
    const state = await caches.open('broadsheet / state');
    return (await state.match('/offline/state/kept'))?.json() ?? null;
}).catch(() => null); // the page may be changing
async function waitForKept(test) {
    let most = 0;
    for (;;) {
        const kept = await readKept();
        most = Math.max(most, await heap());
        if (kept && test(kept)) return { kept, most };
        await page.waitForTimeout(250);
    }
}
// Files fetched, and their bytes.
const fetched = () => {
    const names = server.requests.map(address => fileOf(out, address.split(' ')[0])).filter(Boolean);
    return [names.length, names.reduce((sum, name) => sum + statSync(name).size, 0) / 1e6];
};

await page.waitForSelector('.device button.main');
await page.evaluate(() => { window.longest = 0; });
const atFirst = await heap();
const began = performance.now();
await page.click('.device button.main');
const { kept, most } = await waitForKept(() => true);
const seconds = (performance.now() - began) / 1000;
print(`Keep the whole site, ${count.toLocaleString('en')} articles`, [
    ['time on this machine', seconds, 90, 's'],
    ['files kept', fetched()[0]],
    ['bytes kept', kept.bytes / 1e6, undefined, 'MB'],
    ['longest task', await page.evaluate(() => window.longest), 50, 'ms'],
    ['heap of the page before', atFirst, undefined, 'MB'],
    ['heap of the page, most', most, undefined, 'MB'],
]);

const year = readdirSync(content).filter(name => /^\d{4}$/.test(name)).sort().at(-1);
const month = readdirSync(path.join(content, year)).sort().at(-1);
writeFileSync(path.join(content, year, month, 'one-more.md'), `---\ntitle: "One more article"\ndate: ${year}-${month}-28T23:59:59Z\n` +
    'categories: ["Asia", "China", "Hangzhou"]\ntags: ["China", "it"]\n---\nThe harbour is closed.\n');
build();
server.requests.length = 0;
await page.goto(server.url('/'));
await waitUntilDrawn(page);
await waitForKept(now => now.publish !== kept.publish);
const [files, megabytes] = fetched();
print('One more article', [['files fetched, with those of the front page', files], ['bytes fetched', megabytes, 3, 'MB']]);

await browser.close();
server.close();
rmSync(scratch, { recursive: true });
