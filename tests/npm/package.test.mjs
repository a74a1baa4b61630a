// The npm package makes the same files as the native tool.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { scratch, write } from '../tool/support.mjs';
import { corpora, filesOf, noNative, packageFolder, program, root, run, runNative } from './support.mjs';

const now = ['--now', '2026-06-01T00:00:00Z'];

// Builds a content folder with both tools, and compares what they say and write.
function comparesBuilds(t, content, ...words) {
    const folder = scratch(t);
    const build = (start, out) => start(folder, ['build', '--content', content, '--out', out, '--no-cache', ...now, ...words]);
    const ours = build(run, 'npm');
    const theirs = build(runNative, 'native');
    const told = ({ said }) => said.replaceAll(/in \S+ \(.*/g, '');
    assert.equal(told(ours), told(theirs));
    assert.equal(ours.code, theirs.code);
    if (ours.code !== 0) return { ours, theirs, count: 0 };
    const expected = filesOf(path.join(folder, 'native'));
    assert.deepEqual(filesOf(path.join(folder, 'npm')), expected);
    return { ours, theirs, count: Object.keys(expected).length };
}

test('it says its version and its help', t => {
    const version = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'))).version;
    assert.equal(run(scratch(t), ['--version']).out, `broadsheet ${version}\n`);
    assert.match(run(scratch(t), ['build', '--help']).out, /--base-url/);
});

test('what is published is the whole folder, and small', t => {
    const folder = scratch(t);
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, packageFolder], { stdio: 'pipe' });
    const [file] = readdirSync(folder);
    assert.match(file, /^broadsheet-\d+\.\d+\.\d+\.tgz$/);
    execFileSync('tar', ['-xf', file], { cwd: folder });
    const unpacked = path.join(folder, 'package');
    assert.deepEqual(filesOf(unpacked), filesOf(packageFolder));
    const size = Object.keys(filesOf(unpacked)).reduce((sum, name) => sum + statSync(path.join(unpacked, name)).size, 0);
    t.diagnostic(`${(size / 1e6).toFixed(1)} MB, packed ${(statSync(path.join(folder, file)).size / 1e6).toFixed(1)} MB`);
    assert.ok(size <= 12e6, `${size} bytes`);
});

test('it knows bad usage from errors in the content', t => {
    const folder = scratch(t, { 'site.toml': '', 'content/a.md': '---\ntitle: T\ndate: 14/07/2025\n---\n' });
    assert.equal(run(folder, ['bild']).code, 2);
    const { code, said } = run(folder, ['build']);
    assert.equal(code, 1);
    assert.match(said, /^content\/a\.md:3:7: error: "14\/07\/2025" is not a date/m);
    assert.ok(!existsSync(path.join(folder, 'public')));
});

// Names are refused before anything is written, because Windows would write "con" to the console.
test('on Windows, names that it cannot store prevent a build, with file, line and remedy', t => {
    const folder = scratch(t, {
        'windows.cjs': "Object.defineProperty(process, 'platform', { value: 'win32' });\n",
        'site.toml': 'title = "T"\n',
        'content/pages/con.md': '---\ntitle: C\n---\nx\n',
        'content/a.md': '---\ntitle: A\ndate: 2026-01-02\nslug: lpt1\ntags: [Lake, Aux]\n---\nx\n',
    });
    const { code, said } = run(folder, ['build', ...now], { NODE_OPTIONS: `--require ${path.join(folder, 'windows.cjs')}` });
    assert.equal(code, 1, said);
    assert.match(said, /^content\/a\.md:4:7: error: Windows cannot store a file of this name; give the text another slug than "lpt1"/m);
    assert.match(said, /^content\/a\.md:5:14: error: .*use another name than "Aux", for \/tag\/aux\//m);
    assert.match(said, /^content\/pages\/con\.md: error: .*rename "con"/m);
    assert.deepEqual(readdirSync(folder).sort(), ['content', 'site.toml', 'windows.cjs']);
    const elsewhere = run(folder, ['build', ...now]);
    assert.equal(elsewhere.code, 0);
    assert.match(elsewhere.said, /warning: Windows cannot store .* \(and in 2 more places\); /);
});

test('nothing is lost while the reader of a pipe is slow', async t => {
    const lines = 3000; // more than a pipe holds
    const folder = scratch(t, { 'content/a.md': `---\ntitle: T\n---\n${Array.from({ length: lines }, (_, i) => `![a](missing${i}.png)\n\n`).join('')}` });
    const child = spawn(process.execPath, [program, 'check', '--verbose'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = new Promise(resolve => child.on('exit', resolve));
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 3000))]); // the pipe is full
    let said = '';
    child.stderr.setEncoding('utf8').on('data', text => { said += text; });
    await ended;
    await new Promise(resolve => setTimeout(resolve, 100));
    assert.equal(said.match(/there is no picture "missing\d+\.png"/g)?.length, lines);
});

test('arguments arrive as they are', t => {
    const folder = scratch(t, { 'site.toml': '' });
    assert.equal(run(folder, ['new', 'article', 'AC\\DC']).code, 0);
    const [file] = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.md'));
    assert.match(readFileSync(path.join(folder, file), 'utf8'), /^title: .*AC\\+DC/m);
});

test('the sample paper has the same bytes', { skip: noNative }, t => {
    const { count } = comparesBuilds(t, path.join(root, 'content'), '--base-url', 'https://paper.example/');
    assert.ok(count > 100, `${count} files`);
});

const names = ['go-blog', 'jekyll-site', 'jekyll-test', 'nodejs-pages', 'zola-test'];
for (const name of names) {
    const folder = path.join(corpora, name);
    const skip = noNative || (existsSync(folder) ? false : `no corpus ${folder}`);
    test(`${name} has the same bytes`, { skip }, t => {
        const { ours, theirs } = comparesBuilds(t, folder);
        t.diagnostic(`${name}: ${ours.seconds.toFixed(1)} s, native ${theirs.seconds.toFixed(1)} s`);
    });
}

test('an import has the same files', { skip: noNative || (existsSync(path.join(corpora, 'wordpress')) ? false : 'no corpora') }, t => {
    const exports = readdirSync(path.join(corpora, 'wordpress')).filter(each => each.endsWith('.xml'));
    assert.ok(exports.length > 0);
    for (const name of exports) {
        const folder = scratch(t);
        const words = out => ['import', 'wordpress', path.join(corpora, 'wordpress', name), '--out', out];
        const ours = run(folder, words('npm'));
        const theirs = runNative(folder, words('native'));
        assert.equal(ours.said.replaceAll('npm', 'native'), theirs.said);
        assert.equal(ours.code, theirs.code);
        if (ours.code === 0) assert.deepEqual(filesOf(path.join(folder, 'npm')), filesOf(path.join(folder, 'native')));
    }
});

test('a new site builds, in a folder with spaces and letters of other scripts', t => {
    const folder = scratch(t);
    assert.equal(run(folder, ['new', 'site', 'Zeitung für Köln 新聞']).code, 0);
    const site = path.join(folder, 'Zeitung für Köln 新聞');
    const { code, said } = run(site, ['build']);
    assert.equal(said, '');
    assert.equal(code, 0);
    assert.match(readFileSync(path.join(site, 'public/index.html'), 'utf8'), /Zeitung für Köln 新聞/);
});

test('a second build reads from the cache and keeps unchanged files', t => {
    const folder = scratch(t);
    const home = { HOME: folder, XDG_CACHE_HOME: path.join(folder, 'cache') };
    assert.equal(run(folder, ['new', 'site', 'site'], home).code, 0);
    const site = path.join(folder, 'site');
    assert.equal(run(site, ['build', ...now], home).code, 0);
    const page = path.join(site, 'public/index.html');
    const past = new Date('2020-01-01');
    utimesSync(page, past, past);
    const { out } = run(site, ['build', ...now], home);
    assert.match(out, /^0 of \d+ files changed/m);
    assert.equal(statSync(page).mtimeMs, past.getTime());
    assert.ok(readdirSync(path.join(folder, 'cache/broadsheet')).length > 0);
});

test('left-overs of a dead build go; a folder that another build writes stays', t => {
    const folder = scratch(t, { 'site.toml': '', 'content/a.md': '---\ntitle: T\ndate: 2026-01-02\n---\nText.\n' });
    write(folder, 'public.partial-4194999/index.html', 'old');
    assert.equal(run(folder, ['build']).code, 0);
    assert.ok(!existsSync(path.join(folder, 'public.partial-4194999')));
    write(folder, `public.partial-${process.pid}/index.html`, 'being written');
    const { code, said } = run(folder, ['build']);
    assert.equal(code, 1);
    assert.match(said, /another build is writing/);
});

test('it writes the page of the press, and keeps what is beside it', t => {
    const folder = scratch(t);
    const { code, out } = run(folder, ['press', '--out', 'public/press']);
    assert.equal(code, 0);
    assert.match(out, /^\d+ files in public\/press \(\d\.\d MB\)\n$/);
    const ours = filesOf(path.join(folder, 'public/press'));
    delete ours['.broadsheet'];
    assert.deepEqual(ours, filesOf(path.join(packageFolder, 'press')));
    write(folder, 'public/press/robots.txt', 'mine');
    assert.equal(run(folder, ['press', '--out', 'public/press']).code, 0);
    assert.equal(readFileSync(path.join(folder, 'public/press/robots.txt'), 'utf8'), 'mine');
    write(folder, 'other/index.html', 'mine');
    const taken = run(folder, ['press', '--out', 'other']);
    assert.equal(taken.code, 1);
    assert.match(taken.said, /^press: error: .*other contains the file index\.html, which Broadsheet did not generate; move it or choose another folder\n$/);
    assert.equal(run(folder, ['press']).code, 2);
});

test('the package is at most 12 MB, and runs from where npm installs it', t => {
    const sizes = readdirSync(packageFolder, { recursive: true }).map(name => statSync(path.join(packageFolder, name)))
        .filter(each => each.isFile()).map(each => each.size);
    const size = sizes.reduce((sum, each) => sum + each, 0);
    t.diagnostic(`${(size / 1e6).toFixed(1)} MB unpacked`);
    assert.ok(size <= 12e6, `${size} bytes`);
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-npm-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const npm = (...words) => execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const file = npm('pack', '--silent', packageFolder).trim();
    npm('install', '--offline', '--no-audit', '--no-fund', '--silent', path.join(folder, file));
    assert.match(execFileSync(path.join(folder, 'node_modules/.bin/broadsheet'), ['--version'], { encoding: 'utf8' }), /^broadsheet \d/);
    assert.ok(existsSync(path.join(folder, 'node_modules/broadsheet/licences/libwebp/COPYING')));
    assert.ok(statSync(program).mode & 0o100, 'the script may be run');
});
