// The reader's performance in Chromium with software graphics: layout, frames, route changes, idling, and the first visit of
// a phone.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { firstVisit } from '../browser/first-visit.mjs';
import { article, buildSite, built, goBlog, launch, open, otherArticle, program, root, serve, settle, tool } from '../browser/support.mjs';
import { print, quantile } from '../browser/table.mjs';
import { serveCompressed } from './shared/host.mjs';

// Records the milliseconds of each call of the program, without the time to resize the canvas, which waits for all
// earlier work of the software graphics.
const watch = page => page.addInitScript(() => {
    window.calls = [];
    let waited = 0;
    window.broadsheetWatch = (name, milliseconds, host) => {
        window.calls.push([name, milliseconds - waited]);
        waited = 0;
        if (Object.hasOwn(host, 'placeCanvas')) return;
        const { placeCanvas } = host;
        host.placeCanvas = (...area) => {
            const began = performance.now();
            placeCanvas.apply(host, area);
            waited += performance.now() - began;
        };
    };
});
const take = (page, wanted) => page.evaluate(name => {
    const found = window.calls.filter(([called]) => called === name).map(([, time]) => time);
    window.calls.length = 0;
    return found;
}, wanted);

const browser = await launch();
const rows = [];

const long = existsSync(goBlog);
const host = await serve(buildSite(long ? goBlog : 'content'));
const listed = long ? '/2024/' : '/2026/';
const first = await open(browser, host.url(listed), { before: watch });
// The linked article whose length is closest to the budget's 1,500 words.
const target = await first.evaluate(async () => {
    const away = async path => {
        const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
        return [Math.abs(page.querySelector('main').textContent.split(/\s+/).length - 1500), path];
    };
    const links = [...document.querySelectorAll('#page h2 a[href^="/20"]')].map(link => link.pathname);
    return (await Promise.all(links.map(away))).sort((a, b) => a[0] - b[0])[0][1];
});
await first.evaluate(() => window.calls.length = 0);
await first.click(`#page h2 a[href="${target}"]`);
await first.waitForFunction(to => location.pathname === to, target);
await settle(first);
const cold = await first.evaluate(() => window.calls.filter(([name]) => name === 'file' || name === 'open').reduce((sum, [, time]) => sum + time, 0));
const words = await first.evaluate(() => document.querySelector('main').innerText.split(/\s+/).length);
rows.push([`page of ${words} words: view, layout and text layer, cold`, cold, 150, 'ms']);
await first.evaluate(() => window.calls.length = 0);
const widths = [1270, 1260, 1250, 1240, 1270, 1260, 1250, 1240];
const warm = [];
for (const width of widths) {
    await first.setViewportSize({ width, height: 900 });
    await settle(first);
    warm.push(Math.max(...await take(first, 'frame')));
}
rows.push(['the same after a change of width, with its frame, warm', quantile(warm.slice(4), 0.5), 20, 'ms']);

const frames = [];
for (let i = 0; i < 60; ++i) {
    await first.mouse.wheel(0, 240);
    await settle(first);
    frames.push(...await take(first, 'frame'));
}
rows.push(['frame while scrolling, median', quantile(frames, 0.5), 1, 'ms']);
rows.push(['frame while scrolling, 95 %', quantile(frames, 0.95), 4, 'ms']);
rows.push(['frames drawn for 60 steps of the wheel', frames.length]);
await first.done();
host.close();

const paper = await serve(buildSite());
const page = await open(browser, paper.url('/'), { before: watch });
// The time from the click to the end of the frame that shows the page.
const change = async to => {
    const time = await page.evaluate(next => new Promise(resolve => {
        const link = document.querySelector(`#page a[href="${next}"]`);
        const began = performance.now();
        link.click();
        requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => resolve(performance.now() - began);
            painted.port2.postMessage(0);
        });
    }), to);
    await page.waitForFunction(next => location.pathname === next, to);
    await settle(page);
    return time;
};
await change(otherArticle);
const changes = [];
for (let i = 0; i < 6; i++) {
    await change('/');
    changes.push(await change(otherArticle));
}
rows.push(['route change to painted, data cached, median', quantile(changes, 0.5), 50, 'ms']);

await page.waitForTimeout(1000);
await page.evaluate(() => window.calls.length = 0);
await page.waitForTimeout(5000);
rows.push(['frames in 5 idle seconds', (await take(page, 'frame')).length, 0]);
print('Reader, in Chromium', rows);
paper.close();

// The site with each module of the program as a file of its own, for comparison.
function siteOfModules() {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-modules-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    const [modules, out] = [path.join(folder, 'web'), path.join(folder, 'public')];
    cpSync(program, modules, { recursive: true });
    cpSync(path.join(root, 'web'), modules, { recursive: true });
    cpSync(path.join(built, 'web-objects/reader/reader.js'), path.join(modules, 'reader.js'));
    execFileSync(tool, ['build', '--content', path.join(root, 'content'), '--out', out, '--program', modules, '--pages', 'articles'],
        { cwd: root, stdio: 'ignore' });
    return out;
}

// The visit with the middle time of several.
async function visit(site) {
    const phone = await serveCompressed(site);
    await firstVisit(browser, phone.url(article), { network: null, slower: 1 }); // compresses the files
    const visits = [];
    for (let i = 0; i < 5; i++) visits.push(await firstVisit(browser, phone.url(article)));
    phone.close();
    return visits.sort((a, b) => a.drawn - b.drawn)[2];
}
const rowsOf = ({ requests, bytes, painted, drawn, shift }, budgets = []) => [
    ['text can be read', painted, undefined, 'ms'], ['canvas', drawn, budgets[0], 'ms'],
    ['requests until then', requests.length, budgets[1]], ['bytes until then', bytes, undefined, 'bytes'], ['layout shift', shift, 0],
];
const device = 'a phone on slow 4G (1.6 Mbit/s, 150 ms), processor four times slower';
print(`First visit, ${device}`, rowsOf(await visit(buildSite()), [5000, 24]));
print('The same with each module as a file of its own',
    rowsOf(await visit(siteOfModules())));
await browser.close();
