// How long an author waits after a save, and what a publish has to copy: the edited page in Chromium
// before `serve`, and a build over the last one.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch, program, tool } from '../../browser/support.mjs';
import { print, quantile } from '../../browser/table.mjs';
import { filesOf, isOfSearch, timed } from './measure.mjs';

// `content`: a newsroom's, which is left as it was; `scratch`: a folder for what is built.
export async function measureEdits(content, scratch) {
    const article = middleOf(content);
    await measureServe(content, article);
    measureBuild(content, article, scratch);
    writeFileSync(article.file, article.original);
}

// An article in the middle of the site, and what may be changed of it.
function middleOf(content) {
    const months = readdirSync(content).filter(name => /^\d{4}$/.test(name)).sort()
        .flatMap(year => readdirSync(path.join(content, year)).sort().map(month => path.join(content, year, month)));
    const folder = months[Math.floor(months.length / 2)];
    const name = readdirSync(folder).sort()[0];
    const file = path.join(folder, name);
    const original = readFileSync(file, 'utf8');
    const [, day] = original.match(/^date: (\d+-\d+-\d+)/m);
    const address = `/${day.replaceAll('-', '/')}/${name.replace(/\.md$/, '')}/`;
    const edits = {
        text: mark => `${original}\n\n${mark}\n`,
        title: mark => original.replace(/^title: "/m, `title: "${mark} `),
        tag: mark => original.replace(/^tags: \[/m, `tags: ["${mark}", `),
    };
    return { file, original, address, edits };
}

async function measureServe(content, { file, original, address, edits }) {
    const child = spawn(tool, ['serve', '--content', content, '--program', program, '--no-cache'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const began = performance.now();
    const url = await new Promise(resolve => {
        let said = '';
        child.stdout.on('data', data => {
            said += data;
            const found = /Serving at (\S+)\/\n/.exec(said);
            if (found) resolve(found[1]);
        });
    });
    const rows = [['from the start to the first answer', performance.now() - began, undefined, 'ms']];
    const browser = await launch();
    const page = await browser.newPage();
    const told = new Promise(resolve => page.on('request', request => { if (request.url().endsWith('/events')) resolve(); }));
    await page.goto(url + address);
    await told;
    for (const [kind, edit] of Object.entries(edits)) {
        const times = { asked: [], shown: [] };
        for (let i = 0; i < 7; ++i) {
            await page.waitForTimeout(500);
            const mark = `Changed${kind}${i}`;
            const asked = page.waitForRequest(request => request.isNavigationRequest(), { timeout: 60000 });
            const start = performance.now();
            writeFileSync(file, edit(mark));
            await asked;
            times.asked.push(performance.now() - start);
            await page.waitForFunction(words => document.querySelector('main')?.textContent.includes(words), mark, { polling: 5, timeout: 60000 });
            times.shown.push(performance.now() - start);
        }
        rows.push([`another ${kind}, from save to reload, median of 7`, quantile(times.asked, 0.5), 300, 'ms'],
            ['  the slowest', Math.max(...times.asked), undefined, 'ms'],
            ['  to the page that has it', quantile(times.shown, 0.5), undefined, 'ms']);
        writeFileSync(file, original);
        await page.waitForTimeout(4000);
    }
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    rows.push(['memory at most', Number(/VmHWM:\s+(\d+)/.exec(status)[1]) / 1000, undefined, 'MB']);
    print('After an edit: serve', rows);
    const slow = rows.some(([name, measured, budget]) => name.startsWith('another tag') && measured > budget);
    if (slow) console.log('    A tag changes lists: all that is read is put together anew, entries and lists. To be within 300 ms it would take\n'
        + '    lists that are patched as texts are (patch_site).');
    await browser.close();
    const ended = new Promise(resolve => child.on('exit', resolve));
    child.kill('SIGINT');
    await ended;
}

function measureBuild(content, { file, edits }, scratch) {
    const out = path.join(scratch, 'edited');
    const build = () => timed([tool, 'build', '--content', content, '--out', out, '--pages', 'all', '--program', program,
        '--base-url', 'https://example.org', '--cache', path.join(scratch, 'cache')]);
    const inodes = () => new Map(filesOf(out).map(each => [path.relative(out, each), statSync(each).ino]));
    const rows = [];
    const row = (what, run, before) => {
        rows.push([`${what}: seconds`, run.seconds, undefined, 's'], ['  of a processor, its own and the system\'s', run.cpu, undefined, 's']);
        if (!before) return;
        const written = [...inodes()].filter(([each, inode]) => before.get(each) !== inode).map(([each]) => each);
        rows.push([`  files written, of ${before.size.toLocaleString('en')}`, written.length],
            ['  of the search index', written.filter(isOfSearch).length]);
    };
    row('the first build', build());
    let before = inodes();
    row('nothing changed', build(), before);
    for (const [kind, edit] of Object.entries(edits)) {
        before = inodes();
        writeFileSync(file, edit('Changed'));
        row(`another ${kind}`, build(), before);
    }
    rows.push(['cache', filesOf(path.join(scratch, 'cache')).reduce((sum, each) => sum + statSync(each).size, 0) / 1e6, undefined, 'MB']);
    print('After an edit: build over the last one, all pages', rows);
}
