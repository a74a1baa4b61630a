// The reference site: 24,925 articles, built with Broadsheet and with Hugo, then read in Chromium. `ARTICLES` sets
// their number, `HUGO_SECONDS` the time limit of a Hugo run (0 skips Hugo); `ONLY=builds` reads nothing.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { followLink, launch, open, program, root, serve, settle, tool } from '../browser/support.mjs';
import { print, quantile } from '../browser/table.mjs';
import { measureEdits } from './shared/edits.mjs';
import { brotli, bundleFiles, filesOf, hugo, hugoVersion, isOfSearch, newsroom, timed } from './shared/measure.mjs';

const articles = Number(process.env.ARTICLES ?? 24925);
const hugoSeconds = Number(process.env.HUGO_SECONDS ?? 900);
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-scale-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const content = newsroom(scratch, articles);
if (!content) process.exit(0);

const build = (name, pages, from = content) => {
    const out = path.join(scratch, name);
    const run = timed([tool, 'build', '--content', from, '--out', out, '--pages', pages, '--program', program,
        '--base-url', 'https://example.org', '--no-cache']);
    return { ...run, out, ...totals(out) };
};
function totals(folder) {
    const files = filesOf(folder);
    return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

// The lower bound for any tool: reading all input and writing all output.
function limit(from, out) {
    const copy = path.join(scratch, 'copy');
    const read = timed(['sh', '-c', `find '${from}' -name '*.md' -exec cat {} + >/dev/null`]);
    const write = timed(['cp', '-r', out, copy]);
    rmSync(copy, { recursive: true });
    return read.seconds + write.seconds;
}

const ours = { all: build('all', 'all') };
const floor = limit(content, ours.all.out);
rmSync(ours.all.out, { recursive: true });
ours.none = build('none', 'none');
const rows = [
    ['all pages: seconds', ours.all.seconds, undefined, 's'],
    ['all pages: seconds of processors', ours.all.cpu, undefined, 's'],
    ['all pages: reading the input and writing the output alone', floor, undefined, 's'],
    ['all pages: memory', ours.all.memory / 1e6, undefined, 'MB'],
    ['all pages: files', ours.all.files],
    ['all pages: bytes', ours.all.bytes],
    ['without pages: seconds', ours.none.seconds, undefined, 's'],
    ['without pages: seconds of processors', ours.none.cpu, undefined, 's'],
    ['without pages: memory', ours.none.memory / 1e6, undefined, 'MB'],
    ['without pages: bundle files', filesOf(path.join(ours.none.out, 'bundle')).length, 2000],
];
print(`Build, ${articles.toLocaleString('en')} articles, with related articles and search`, rows);

if (hugoSeconds > 0) compareWithHugo();
if (process.env.ONLY === 'builds') process.exit(0);
measureFiles();
measureOneMore();
await measureEdits(content, scratch);
await read();
await readLong();

// A Hugo theme with the same lists, sidebar and feeds. Hugo has no lists by year, month and day, and no search. The
// sidebar is rendered once (partialCached).
function compareWithHugo() {
    const command = hugo();
    if (!command) return console.log('\nHugo is neither here nor to be installed: no figures beside ours.');
    for (const related of [false, true]) {
        const site = path.join(scratch, `hugo-${related}`);
        cpSync(path.join(root, 'tests/bench/hugo'), site, { recursive: true });
        symlinkSync(content, path.join(site, 'content'));
        const run = timed(['timeout', String(hugoSeconds), command, '--quiet', '--source', site, '--destination', path.join(site, 'public')],
            { HUGO_PARAMS_RELATED: String(related) });
        const title = `Hugo ${hugoVersion(command)}, ${related ? 'with' : 'without'} related articles`;
        if (run.status !== 0) {
            print(`${title}: ended by the time box or an error (status ${run.status})`, [
                ['seconds until then', run.seconds, undefined, 's'],
                ['its time over ours, at least', run.seconds / ours.all.seconds],
                ['its memory over ours, at least', run.memory / ours.all.memory],
            ]);
        } else {
            const made = totals(path.join(site, 'public'));
            print(title, [
                ['seconds', run.seconds, undefined, 's'],
                ['seconds of processors', run.cpu, undefined, 's'],
                ['memory', run.memory / 1e6, undefined, 'MB'],
                ['files', made.files],
                ['bytes', made.bytes],
                [`its time over ours, all pages (wanted: ${related ? 40 : 5})`, run.seconds / ours.all.seconds],
                ['its time of processors over ours, all pages', run.cpu / ours.all.cpu],
                ['its time over ours, without pages', run.seconds / ours.none.seconds],
                ['its memory over ours (wanted: 10)', run.memory / ours.all.memory],
            ]);
        }
        rmSync(site, { recursive: true });
    }
    console.log('    Memory: src/README.md tells what it is at which step, and what less would take.');
}

function measureFiles() {
    const rows = [];
    for (const [name, files] of Object.entries(bundleFiles(ours.none.out))) {
        const sizes = files.map(file => brotli(readFileSync(file)));
        rows.push([`${name}: ${files.length} files, largest`, Math.max(...sizes), name === 'start and manifest' ? undefined : 40000, 'bytes']);
        if (name === 'start and manifest') rows.push([`${name}: together`, sizes.reduce((a, b) => a + b), 24000, 'bytes']);
    }
    print('Files of the bundle, brotli', rows);
}

// How much of the caches of readers and hosts becomes invalid when one article is published.
function measureOneMore() {
    const before = new Set(filesOf(path.join(ours.none.out, 'bundle')).map(file => path.basename(file)));
    const year = readdirSync(content).filter(name => /^\d{4}$/.test(name)).sort().at(-1);
    const month = readdirSync(path.join(content, year)).sort().at(-1);
    const folder = path.join(content, year, month);
    const newest = readdirSync(folder).map(name => readFileSync(path.join(folder, name), 'utf8'))
        .sort((a, b) => (a.match(/^date: (\S+)/m)[1] < b.match(/^date: (\S+)/m)[1] ? 1 : -1))[0];
    const date = new Date(new Date(newest.match(/^date: (\S+)/m)[1]).getTime() + 60000).toISOString().replace(/\.\d+/, '');
    const added = path.join(folder, 'one-article-more.md');
    writeFileSync(added, newest.replace(/^date: .*$/m, `date: ${date}`).replace(/^title: .*$/m, 'title: One article more'));
    const after = build('more', 'none');
    rmSync(added);
    const bundle = filesOf(path.join(after.out, 'bundle'));
    for (const search of [false, true]) {
        const own = bundle.filter(file => isOfSearch(file) === search);
        const changed = own.filter(file => !before.has(path.basename(file)) || file.endsWith('manifest.json'));
        const total = own.length;
        print(`One article more: ${search ? 'the search index' : 'articles and lists'}`, [
            [`files changed of ${total}`, changed.length],
            ['bytes changed, brotli', changed.reduce((sum, file) => sum + brotli(readFileSync(file)), 0), undefined, 'bytes'],
        ]);
    }
    rmSync(after.out, { recursive: true });
}

async function read() {
    const site = ours.none.out;
    const start = JSON.parse(readFileSync(filesOf(path.join(site, 'bundle')).find(file => path.basename(file).startsWith('start.'))));
    const tag = start.top_tags[0];
    const deep = `${tag[1]}page/${Math.floor(tag[2] / start.page_size / 2)}/`;
    const oldest = start.archive.at(-1);
    const two = number => String(number).padStart(2, '0');
    const month = `/${oldest[0]}/${two(oldest[1])}/`;
    const host = await serve(site);
    const browser = await launch();
    const page = await open(browser, host.url('/'));
    const go = async address => {
        host.requests.length = 0;
        await followLink(page, address);
        await page.waitForFunction(to => decodeURI(location.pathname) === to && !document.querySelector('[aria-busy="true"]'), address);
        await settle(page);
        await page.waitForFunction(() => document.querySelector('h1'));
        return host.requests.filter(name => name.startsWith('/bundle/') && !name.endsWith('manifest.json'));
    };
    const size = names => names.reduce((sum, name) => sum + brotli(readFileSync(path.join(site, name))), 0);
    const rows = [];
    const visit = async (name, address) => {
        const names = await go(address);
        rows.push([`${name}: requests`, names.length, 2], [`${name}: bytes, brotli`, size(names), 40000]);
        return page.evaluate(() => [...document.querySelectorAll('main h2 a, main h1')].map(node => node.getAttribute('href')).filter(Boolean));
    };
    // Each view for a reader who has only seen the front page.
    const afresh = async (name, address) => {
        await page.goto(host.url('/'));
        await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
        return visit(name, address);
    };
    await afresh('a tag', tag[1]);
    await visit('its page in the middle, from there', deep);
    await afresh('the same page, from elsewhere', deep);
    await afresh('page 300 of all', '/page/300/');
    const stories = await afresh('the oldest month', month);
    const article = stories[0];
    await afresh('an article of it', article);
    await afresh('its day', article.match(/^\/\d{4}\/\d\d\/\d\d\//)?.[0] ?? month);
    const category = start.categories[0];
    await afresh('a category', category.p);
    print('A view in Chromium', rows);

    const memory = async () => page.evaluate(() => performance.memory?.usedJSHeapSize ?? 0);
    const found = [];
    for (let number = 2; found.length < 200; ++number) found.push(...await visit('', `/page/${number}/`));
    const heap = [];
    for (const [i, each] of found.slice(0, 200).entries()) {
        await go(each);
        if (i % 50 === 49) heap.push(await memory());
    }
    print('Two hundred articles read one after the other: the heap of the page', heap.map((bytes, i) => [`after ${(i + 1) * 50}`, bytes / 1e6, undefined, 'MB']));
    await browser.close();
    host.close();
}

// An article as long as a third of a book, scrolled with the wheel from beginning to end.
async function readLong() {
    const from = path.join(scratch, 'long');
    mkdirSync(from);
    const words = 'the city that water made is older than its walls and younger than the river'.split(' ');
    const paragraph = i => Array.from({ length: 100 }, (_, j) => words[(i * 7 + j * j) % words.length]).join(' ');
    const body = Array.from({ length: 300 }, (_, i) => (i % 10 ? '' : `## Part ${i / 10 + 1}\n\n`) + `${paragraph(i)}.`).join('\n\n');
    writeFileSync(path.join(from, 'long.md'), `---\ntitle: Long\ndate: 2025-01-01\n---\n\n${body}\n`);
    const { out } = build('long-site', 'all', from);
    const host = await serve(out);
    const browser = await launch();
    const page = await open(browser, host.url('/2025/01/01/long/'), {
        before: opened => opened.addInitScript(() => {
            window.frames_ = [];
            window.broadsheetWatch = (name, milliseconds) => name === 'frame' && window.frames_.push(milliseconds);
        }),
    });
    await page.evaluate(() => { window.frames_.length = 0; });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const steps = 150;
    for (let i = 0; i < steps; ++i) {
        await page.mouse.wheel(0, Math.ceil(height / steps));
        await settle(page);
    }
    const frames = await page.evaluate(() => window.frames_);
    print('An article of 30,000 words, scrolled to its end', [
        ['its height', height, undefined, 'px'],
        ['where the scrolling ended', await page.evaluate(() => scrollY + innerHeight), undefined, 'px'],
        ['frames drawn', frames.length],
        ['frame, median', quantile(frames, 0.5), 1, 'ms'],
        ['frame, 95 %', quantile(frames, 0.95), 4, 'ms'],
    ]);
    await browser.close();
    host.close();
}
