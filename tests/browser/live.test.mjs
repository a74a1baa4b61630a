// `broadsheet serve`: pages reload after each change, keep their scroll position, show problems, and mark drafts, all
// under the site's own policy.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { launch, open, program, tool } from './support.mjs';

let browser, folder;
before(async () => { browser = await launch(); folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-live-')); });
after(async () => { await browser.close(); rmSync(folder, { recursive: true, force: true }); });

const text = (title, rest = '', body = 'Text.') => `---\ntitle: ${title}\ndate: 2026-01-02\n${rest}---\n\n${body}\n`;

function write(name, bytes) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
}

// Starts `serve`. Returns its URL, its output, and a function that stops it and returns the exit code.
async function start(...words) {
    const child = spawn(tool, ['serve', '--content', folder, '--program', program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    const server = { said: '', pid: child.pid };
    const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
    server.stop = () => { child.kill('SIGINT'); return ended; };
    child.stderr.on('data', data => { server.said += data; });
    server.url = await new Promise((resolve, reject) => {
        let out = '';
        child.stdout.on('data', data => {
            out += data;
            const found = /Serving at (\S+)\/\n/.exec(out);
            if (found) resolve(found[1]);
        });
        ended.then(code => reject(new Error(`ended with ${code}: ${server.said}`)));
    });
    return server;
}

const shown = (page, words) => page.waitForFunction(wanted => document.body?.innerText.includes(wanted), words, { timeout: 15000 });

test('a page follows its file, keeps its scroll position, and reports errors without losing the site', async () => {
    const long = Array.from({ length: 80 }, (_, i) => `Paragraph ${i}.`).join('\n\n');
    write('site.toml', 'title = "Live"\n');
    write('content/a.md', text('First', '', long));
    write('content/draft.md', text('Unfinished', 'draft: true\n'));
    const server = await start();
    const page = await open(browser, `${server.url}/2026/01/02/a/`);
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForTimeout(200);

    write('content/a.md', text('First', '', long.replace('Paragraph 3.', 'A changed paragraph.')));
    await shown(page, 'A changed paragraph.');
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.waitForFunction(() => Math.abs(scrollY - 900) < 2, null, { timeout: 5000 });

    write('content/a.md', '---\ntitle: [First]\n---\n');
    await page.waitForSelector('#broadsheet-problems');
    const problems = await page.textContent('#broadsheet-problems pre');
    assert.match(problems, /content\/a\.md:2:8: error: title is a list; it must be text\ntitle: \[First\]\n {7}\^/);
    assert.ok((await page.evaluate(() => document.body.innerText)).includes('A changed paragraph.'));
    await page.reload();
    await page.waitForSelector('#broadsheet-problems');

    write('content/a.md', text('First', '', 'Right again.'));
    await shown(page, 'Right again.');
    assert.equal(await page.$('#broadsheet-problems'), null);

    // Adds folders, deletes files and changes the configuration.
    write('content/new/deep/b.md', text('Second', '', 'Of a new folder.'));
    await page.goto(`${server.url}/`);
    await shown(page, 'Second');
    rmSync(path.join(folder, 'content/new'), { recursive: true });
    await page.waitForFunction(() => document.body && !document.body.innerText.includes('Second'));
    write('site.toml', 'title = "Renamed"\n');
    await page.waitForFunction(() => document.title === 'Renamed');

    // Drafts are shown and marked, regardless of how they are opened.
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.goto(`${server.url}/2026/01/02/draft/`);
    await page.waitForSelector('#broadsheet-draft');
    assert.equal(await page.textContent('#broadsheet-draft'), 'Draft');
    await page.goto(`${server.url}/2026/01/02/a/`);
    await page.waitForTimeout(600);
    assert.equal(await page.$('#broadsheet-draft'), null);

    // A page that loads while the site is replaced may miss a file of the previous one. It then reloads.
    const refused = page.complaints.filter(each => /Content Security Policy|^error/.test(each) && !/Failed to load resource/.test(each));
    assert.deepEqual(refused, []);
    await page.done();
    assert.equal(await server.stop(), 0);
    assert.equal(readdirSync(tmpdir()).includes(`broadsheet-serve-${server.pid}`), false, 'its folder is left');
});

test('it starts with a site that has errors, and shows it once they are fixed', async () => {
    write('content/a.md', '---\ntitle: [First]\n---\n');
    const server = await start();
    const page = await open(browser, `${server.url}/`, { drawn: false });
    await page.waitForSelector('#broadsheet-problems');
    write('content/a.md', text('First'));
    await shown(page, 'First');
    await page.done();
    assert.equal(await server.stop(), 0);
});

test('a port in use is skipped; files on disk contain no additions', async () => {
    const taken = createServer();
    await new Promise(resolve => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address();
    const out = mkdtempSync(path.join(tmpdir(), 'broadsheet-live-out-'));
    const server = await start('--port', String(port), '--out', out);
    assert.notEqual(server.url, `http://127.0.0.1:${port}`);
    const sent = await (await fetch(`${server.url}/`)).text();
    assert.match(sent, /<script type="module" src="\/-broadsheet-\/live\.js\?build=\d+-1">/);
    assert.equal(readFileSync(path.join(out, 'index.html'), 'utf8').includes('-broadsheet-'), false);
    assert.equal((await fetch(`${server.url}/2026/01/02/draft/`)).status, 404, 'drafts are not for --out');
    assert.equal(await server.stop(), 0);
    taken.close();
    rmSync(out, { recursive: true });
});

test('--no-watch serves the same files as a host', async () => {
    const server = await start('--no-watch');
    const answer = await fetch(`${server.url}/`);
    assert.equal((await answer.text()).includes('-broadsheet-'), false);
    assert.match(answer.headers.get('content-security-policy'), /script-src 'self' 'wasm-unsafe-eval'/);
    const part = await fetch(`${server.url}/bundle/manifest.json`, { headers: { range: 'bytes=2-11' } });
    assert.equal(part.status, 206);
    assert.equal((await part.text()).length, 10);
    assert.equal(await server.stop(), 0);
});

test('a browser does not keep a preview', async () => {
    write('site.toml', 'title = "Live"\n');
    write('content/a.md', text('First'));
    const removal = readFileSync(path.join(program, 'service-worker-removal.js'), 'utf8');
    for (const words of [[], ['--out', path.join(folder, '..', `${path.basename(folder)}-out`)]]) {
        const server = await start(...words);
        assert.equal(await (await fetch(`${server.url}/sw.js`)).text(), removal);
        assert.equal(await server.stop(), 0);
        if (words.length) rmSync(words[1], { recursive: true });
    }
});
