// `serve` under Node.js: the same answers and the same live reload as the native tool's.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { scratch, write } from '../tool/support.mjs';
import { native, noNative, program, root } from './support.mjs';

const article = text => `---\ntitle: The lake\ndate: 2026-01-02\n---\n\n${text}\n`;
const site = { 'site.toml': 'title = "Paper"\n', 'content/lake.md': article('Blue water.') };

// Starts a server and resolves to its address.
async function serve(t, command, folder, ...words) {
    const child = spawn(command[0], [...command.slice(1), 'serve', '--port', '18400', ...words], { cwd: folder });
    t.after(() => child.kill('SIGKILL'));
    let text = '';
    const address = await new Promise((resolve, reject) => {
        const look = bytes => {
            text += bytes;
            const found = /Serving at (\S+)/.exec(text);
            if (found) resolve(found[1]);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        child.on('exit', code => reject(new Error(`ended with ${code}: ${text}`)));
    });
    return { child, address, said: () => text };
}
const npmTool = [process.execPath, program];

function get(address, headers = {}, method = 'GET') {
    return new Promise((resolve, reject) => {
        http.request(address, { headers, method }, response => {
            const parts = [];
            response.on('data', each => parts.push(each));
            response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
        }).on('error', reject).end();
    });
}

// Resolves with each event of live reload, in order.
function events(t, address) {
    const waiting = [];
    const seen = [];
    let text = '';
    const request = http.get(new URL('-broadsheet-/events', address), response => {
        response.on('data', bytes => {
            text += bytes;
            for (let end; (end = text.indexOf('\n\n')) >= 0; text = text.slice(end + 2)) {
                const data = /^data: (.*)$/m.exec(text.slice(0, end));
                if (!data) continue;
                const state = JSON.parse(data[1]);
                if (waiting.length) waiting.shift()(state); else seen.push(state);
            }
        });
    });
    request.on('error', () => {});
    t.after(() => request.destroy());
    return () => seen.length ? Promise.resolve(seen.shift()) : new Promise(resolve => waiting.push(resolve));
}

test('it answers as the native tool does', { skip: noNative }, async t => {
    const folder = scratch(t, { ...site, 'content/map.png': 'not a picture' });
    const ours = await serve(t, npmTool, folder);
    const theirs = await serve(t, [native], folder);
    assert.notEqual(ours.address, theirs.address, 'each takes a free port');
    // Names of data files and of the build differ from process to process.
    const same = text => text.toString().replaceAll(/build=\d+-\d+/g, '').replaceAll(/\b[0-9a-f]{16}\b/g, '');
    for (const [name, headers, method] of [['', {}], ['2026/01/02/lake/', {}], ['2026/01/02/lake', {}], ['none/', {}], ['index.html', {}],
        ['-broadsheet-/live.js', {}], ['-broadsheet-/none', {}], ['%2e%2e/site.toml', {}], ['feed.xml', {}], ['robots.txt', {}],
        ['favicon.ico', {}], ['', {}, 'HEAD'], ['sw.js', { Range: 'bytes=0-9' }], ['sw.js', { Range: 'bytes=-5' }]]) {
        const [one, other] = await Promise.all([ours, theirs].map(each => get(each.address + name, headers, method)));
        assert.equal(one.status, other.status, name);
        assert.equal(same(one.body), same(other.body), name);
        for (const header of ['content-type', 'content-security-policy', 'location', 'cache-control', 'x-content-type-options', 'content-range']) {
            assert.equal(one.headers[header], other.headers[header], `${name} ${header}`);
        }
    }
});

test('pages reload after a change, show errors, and learn of new files', async t => {
    const folder = scratch(t, site);
    const { address } = await serve(t, npmTool, folder);
    const next = events(t, address);
    const first = await next();
    write(folder, 'content/lake.md', article('Green water.'));
    const second = await next();
    assert.notEqual(second.build, first.build);
    assert.match((await get(address + '2026/01/02/lake/')).body.toString(), /Green water/);
    write(folder, 'content/lake.md', article('x').replace('2026-01-02', 'soon'));
    const failed = await next();
    assert.match(failed.problems, /"soon" is not a date/);
    assert.match((await get(address + '2026/01/02/lake/')).body.toString(), /Green water/, 'the last good build stays');
    write(folder, 'content/lake.md', article('Grey water.'));
    assert.equal((await next()).problems, '');
    write(folder, 'content/more/hill.md', article('A hill.').replace('The lake', 'The hill'));
    for (let tries = 0; tries < 5 && !(await get(address)).body.includes('The hill'); ++tries) await next();
    assert.match((await get(address)).body.toString(), /The hill/);
});

test('a site that is written beside its settings is built once', async t => {
    const folder = scratch(t, { 'site.toml': 'title = "Paper"\n', 'lake.md': article('Blue water.') });
    const { address, said } = await serve(t, npmTool, folder, '--out', 'public');
    const built = () => said().match(/files (in|changed)/g).length;
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.equal(built(), 1);
    write(folder, 'lake.md', article('Green water.'));
    const next = events(t, address);
    while (!(await get(address + '2026/01/02/lake/')).body.includes('Green')) await next();
    await new Promise(resolve => setTimeout(resolve, 1500));
    assert.ok(built() <= 3, said());
});

for (const signal of ['SIGINT', 'SIGTERM']) {
    test(`${signal} ends it, and nothing is left`, async t => {
        const left = () => readdirSync(tmpdir()).filter(each => each.startsWith('broadsheet-serve-'));
        const before = left();
        const folder = scratch(t, { ...site, 'content/lake.md': article('![The lake](lake.jpg)') });
        const picture = readdirSync(path.join(root, 'content'), { recursive: true }).find(each => each.endsWith('.jpg'));
        copyFileSync(path.join(root, 'content', picture), path.join(folder, 'content/lake.jpg'));
        const { child } = await serve(t, npmTool, folder);
        assert.equal(left().length, before.length + 1, 'smaller sizes of the picture');
        child.removeAllListeners('exit');
        const ended = new Promise(resolve => child.on('exit', (code, by) => resolve({ code, by })));
        child.kill(signal);
        assert.deepEqual(await ended, { code: 0, by: null });
        assert.deepEqual(left(), before);
    });
}

test('what cannot be served is said', async t => {
    await assert.rejects(serve(t, npmTool, scratch(t, site), '--content', 'none'), /ended with 1: none: error: the folder does not exist/);
});
