// The parts of the press in the browser that decide something, without a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import vm from 'node:vm';
import { fromHandle, fromInput } from '../../press/intake.js';
import { badName, kindOf, limits, systemOf, tooMuch, wanted, withoutTop } from '../../press/judge.js';
import { newlineOf, rangeOfLine } from '../../press/editor.js';
import { placeOf, sorted, summaryOf } from '../../press/messages.js';
import { aboutNames, isOutOfMemory, joined, toMessages } from '../../press/reports.js';
import { beginSite, saveInto } from '../../press/save.js';
import { matching, sourceOf } from '../../press/sources.js';
import { missing } from '../../press/needs.js';
import { root } from './support.mjs';

const entries = (...paths) => paths.map(each => ({ path: each, size: 10 }));
const paths = list => list.map(each => each.path);

test('it knows a folder of articles, an archive and exports', () => {
    assert.equal(kindOf(entries('content/a.md', 'map.png')), 'articles');
    assert.equal(kindOf(entries('a.MARKDOWN')), 'articles');
    assert.equal(kindOf(entries('_config.yml', 'index.html')), 'articles');
    assert.equal(kindOf(entries('blog.zip')), 'archive');
    assert.equal(kindOf(entries('export.xml')), 'exports');
    assert.equal(kindOf(entries('export.1.xml.gz', 'export.2.xml.gz')), 'exports');
    assert.equal(kindOf(entries('ghost.json')), 'exports');
    assert.equal(kindOf(entries('photo.jpg', 'notes.docx')), null);
    assert.equal(kindOf([]), null);
});

test('it knows the system of an export by how it begins', () => {
    const wordpress = '<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/">';
    assert.equal(systemOf(wordpress), 'wordpress');
    assert.equal(systemOf(`\uFEFF${wordpress}`), 'wordpress');
    assert.equal(systemOf('{"db":[{"meta":{}}]}'), 'ghost');
    assert.equal(systemOf('{"name":"package"}'), null);
    assert.equal(systemOf('<?xml version="1.0"?><feed xmlns="a"><id>tag:blogger.com,1999:blog-1</id>'), 'blogger');
    assert.equal(systemOf('<?xml version="1.0"?><feed><title>News</title>'), null);
    assert.equal(systemOf('# A title'), null);
});

test('too much is refused by its size and by its number', () => {
    assert.equal(tooMuch(entries('a.md')), '');
    assert.match(tooMuch([{ path: 'film.mp4', size: 2e9 }], 'This folder'), /^This folder has 2\.0 GB; a browser can hold 1\.0 GB/);
    assert.match(tooMuch(Array(limits.files + 1).fill({ path: 'a', size: 0 })), /more than 60,000 files/);
});

test('articles of many megabytes are refused by their size, films of that size are not', () => {
    assert.match(tooMuch([{ path: 'x/a.md', size: 4e8 }]), /^x\/a\.md has 400 MB; the press reads texts of up to 20 MB/);
    assert.match(tooMuch(Array.from({ length: 20 }, (_, number) => ({ path: `${number}.html`, size: 1e7 })), 'This folder'),
        /^This folder has 200 MB of articles; a browser can hold 150 MB/);
    assert.equal(tooMuch([{ path: 'film.mp4', size: 4e8 }, { path: 'wordpress.xml', size: 4e8 }]), '');
});

test('what does not belong to a site is left out', () => {
    const given = entries('a.md', '.git/config', 'node_modules/x/readme.md', '.well-known/security.txt', 'x/.DS_Store',
        'public/.broadsheet', 'public/index.html', 'public/2025/a.md', 'publicity/b.md');
    assert.deepEqual(paths(wanted(given)), ['a.md', '.well-known/security.txt', 'publicity/b.md']);
});

test('what macOS and Windows put into folders and archives is left out', () => {
    const given = entries('paper/a.md', 'paper/._a.md', 'paper/desktop.ini', '__MACOSX/paper/._a.md', '__MACOSX/._paper', 'paper/.DS_Store');
    assert.deepEqual(paths(withoutTop(wanted(given))), ['a.md']);
});

test('an archive of one folder is that folder', () => {
    assert.deepEqual(paths(withoutTop(entries('blog-main/a.md', 'blog-main/x/b.md'))), ['a.md', 'x/b.md']);
    assert.deepEqual(paths(withoutTop(entries('a.md', 'x/b.md'))), ['a.md', 'x/b.md']);
    assert.deepEqual(withoutTop([]), []);
});

test('names that cannot be', () => {
    for (const name of ['a.md', 'Zeitung für Köln/新聞.md', 'a b/c..md', '...']) assert.equal(badName(name), '', name);
    for (const name of ['../a.md', 'a/../../b.md', '/etc/passwd', 'a//b', '', './a.md']) assert.match(badName(name), /leads out/, name);
    for (const name of ['a\0.md', 'a\\b.md', 'a\nb.md']) assert.match(badName(name), /no file may have/);
    assert.match(badName(`${'ü'.repeat(128)}.md`), /too long/);
});

test('what the browser hands over keeps its paths, without the name of the chosen folder', () => {
    const file = (name, relative) => ({ name, webkitRelativePath: relative, size: 1 });
    const chosen = fromInput([file('a.md', 'My paper/content/a.md'), file('site.toml', 'My paper/site.toml')]);
    assert.equal(chosen.name, 'My paper');
    assert.deepEqual(paths(chosen.files), ['content/a.md', 'site.toml']);
    assert.equal(fromInput([file('blog.zip', '')]).name, 'blog');
    assert.deepEqual(paths(fromInput([file('a.md', ''), file('b.md', '')]).files), ['a.md', 'b.md']);
    assert.deepEqual(paths(fromInput([file('Ko\u0308ln.md', '')]).files), ['K\u00f6ln.md']);
});

test('a folder of the system is walked without what is never read', async () => {
    const folder = inside => ({ kind: 'directory', entries: async function* () { yield* Object.entries(inside); } });
    const file = { kind: 'file', getFile: async () => ({ size: 3 }) };
    const found = await fromHandle(folder({ 'a.md': file, '.git': folder({ HEAD: file }), x: folder({ 'b.md': file }) }));
    assert.deepEqual(paths(found), ['a.md', 'x/b.md']);
});

test('a message leads to its place', () => {
    const text = 'one\nzwölf 👍 x\n\nlast';
    const at = (...place) => text.slice(...rangeOfLine(text, ...place));
    assert.equal(at(1), 'one');
    assert.equal(at(2, 9), 'x');
    assert.equal(at(3), '');
    assert.equal(at(4), 'last');
    assert.equal(at(99), 'last');
    assert.equal(placeOf({ path: 'a.md', line: 3, column: 7 }), 'a.md:3:7');
    assert.equal(placeOf({ path: 'a.md', line: 0, column: 0 }), 'a.md');
});

test('lines end as they did', () => {
    assert.equal(newlineOf('a\r\nb\n'), '\r\n');
    assert.equal(newlineOf('a\nb\r\n'), '\n');
    assert.equal(newlineOf('a\rb'), '\r');
    assert.equal(newlineOf('a'), '\n');
});

test('warnings of an import lead to its account', () => {
    const of = (what, line) => ({ severity: 'warning', what, path: 'export.xml', line, column: 1 });
    const [signs, warning, account] = toMessages([of('signs', 3), of('signs', 4), of('signs', 5), of('cut', 7)]);
    assert.deepEqual([placeOf(signs), signs.what], ['export.xml:3:1', 'signs (and in 2 more places)']);
    assert.deepEqual([placeOf(warning), warning.what, warning.opens], ['export.xml:7:1', 'cut', 'import-report.md']);
    assert.deepEqual([account.severity, account.path], ['note', 'import-report.md']);
});

test('warnings that say the same are joined as on the command line, and all of them are counted', () => {
    const of = (severity, what, path) => ({ severity, what, path, line: 1, column: 1 });
    const all = joined([of('warning', 'no alt', 'a.md'), of('error', 'no date', 'b.md'), of('warning', 'no alt', 'c.md'),
        of('error', 'no date', 'd.md'), of('note', 'no alt', 'e.md'), of('warning', 'no alt', 'f.md')]);
    assert.deepEqual(all.map(each => `${each.path} ${each.what}`),
        ['a.md no alt (and in 2 more places)', 'b.md no date', 'd.md no date', 'e.md no alt']);
    assert.deepEqual(all[0].places.map(each => each.path), ['a.md', 'c.md', 'f.md']);
    assert.equal(summaryOf(all), '2 errors, 3 warnings, 1 note');
});

test('names that Windows cannot store are told with the remedy', () => {
    assert.equal(aboutNames([]), '');
    assert.equal(aboutNames([{ name: 'x/a?.png', why: 'it has a "?"' }]), 'Windows cannot store the file “x/a?.png”: it has a "?". Rename it');
    assert.match(aboutNames([{ name: 'con', why: 'x' }, { name: 'aux', why: 'x' }]), /“con” \(and 1 more\)/);
});

test('a file named after memory is no lack of it', () => {
    assert.ok(isOutOfMemory(new RangeError('Array buffer allocation failed')));
    assert.ok(isOutOfMemory(new Error('There is not enough memory for this site.')));
    assert.ok(!isOutOfMemory(new Error('memory.md: "soon" is not a date')));
});

test('a page leads to its file, if there is one that fits', () => {
    const files = ['content/2026-01-02-the-lake.md', 'content/hill.md', 'content/trip/index.md', 'pages/Über uns.md', 'a/news.md', 'b/news.md', 'lake.toml'];
    assert.equal(sourceOf('/2026/01/02/the-lake/', files), 'content/2026-01-02-the-lake.md');
    assert.equal(sourceOf('/2025/01/02/hill/?q=x#top', files), 'content/hill.md');
    assert.equal(sourceOf('/trip/', files), 'content/trip/index.md');
    assert.equal(sourceOf('/%C3%BCber-uns/', files), 'pages/Über uns.md');
    for (const address of ['/', '/2026/', '/2026/01/', '/2026/01/02/news/', '/lake/', '/tag/none/']) assert.equal(sourceOf(address, files), null, address);
});

test('files are found by words of their names', () => {
    const files = ['content/the-lake.md', 'content/hill.md', 'site.toml'];
    assert.deepEqual(matching(files, 'LAKE cont'), ['content/the-lake.md']);
    assert.deepEqual(matching(files, ' '), files);
    assert.deepEqual(matching(files, 'none'), []);
});

test('errors come first, and are counted', () => {
    const messages = ['note', 'warning', 'error', 'warning'].map((severity, number) => ({ severity, number }));
    assert.deepEqual(sorted(messages).map(each => each.number), [2, 1, 3, 0]);
    assert.equal(summaryOf(messages), '1 error, 2 warnings, 1 note');
    assert.equal(summaryOf([]), 'no warnings');
});

test('a browser that cannot run it is told what is missing', () => {
    const able = { isSecureContext: true, navigator: { serviceWorker: {} }, WebAssembly, DecompressionStream };
    assert.deepEqual(missing(able), []);
    assert.match(missing({ ...able, isSecureContext: false })[0], /https/);
    assert.match(missing({ ...able, navigator: {} })[0], /service workers/);
    assert.match(missing({ ...able, WebAssembly: { validate: () => false } })[0], /exceptions/);
    assert.equal(missing({}).length, 3);
});

test('ranges of bytes', () => {
    const context = vm.createContext({});
    vm.runInContext(readFileSync(path.join(root, 'press/ranges.js'), 'utf8'), context);
    const range = (header, size = 100) => JSON.parse(JSON.stringify(context.rangeOf(header, size)));
    assert.deepEqual(range('bytes=0-9'), { first: 0, last: 9 });
    assert.deepEqual(range('bytes=90-200'), { first: 90, last: 99 });
    assert.deepEqual(range('bytes=-5'), { first: 95, last: 99 });
    assert.deepEqual(range('bytes=7-'), { first: 7, last: 99 });
    for (const header of [null, 'bytes=', 'bytes=100-', 'bytes=9-3', 'bytes=0-1,4-5', 'lines=1-2']) assert.equal(range(header), null);
});

// A folder of File System Access in memory: path → bytes.
function folderInMemory(files, refused = '', below = '') {
    const has = path => [...files.keys()].some(each => each === path || each.startsWith(`${path}/`));
    return {
        kind: 'directory',
        entries: async function* () {
            const names = new Set([...files.keys()].filter(each => each.startsWith(below)).map(each => each.slice(below.length).split('/')[0]));
            for (const name of names) yield [name, files.has(below + name) ? { kind: 'file' } : folderInMemory(files, refused, `${below}${name}/`)];
        },
        removeEntry: async name => {
            if (!files.has(below + name) && has(below + name)) throw new Error('It is not empty.');
            files.delete(below + name);
        },
        getDirectoryHandle: async name => folderInMemory(files, refused, `${below}${name}/`),
        getFileHandle: async (name, { create } = {}) => {
            if (name === refused) throw new TypeError('Name is not allowed.');
            const path = below + name;
            if (!create && !files.has(path)) throw new Error('There is none.');
            return {
                getFile: async () => new Blob([files.get(path)?.bytes ?? '']),
                createWritable: async () => ({
                    write: async bytes => files.set(path, { bytes, written: (files.get(path)?.written ?? 0) + 1 }),
                    close: async () => {},
                }),
            };
        },
    };
}

test('saving writes what differs, and says which name the system refuses', async () => {
    const files = new Map();
    const bytes = { 'a.md': new Uint8Array([1, 2]), 'x/b.md': new Uint8Array([3]) };
    const read = name => bytes[name];
    await saveInto(folderInMemory(files), Object.keys(bytes), read);
    assert.deepEqual([...files.keys()], ['a.md', 'x/b.md']);
    bytes['x/b.md'] = new Uint8Array([4]);
    await saveInto(folderInMemory(files), Object.keys(bytes), read);
    assert.deepEqual([files.get('a.md').written, files.get('x/b.md').written], [1, 2]);
    await assert.rejects(saveInto(folderInMemory(files, 'b.md'), Object.keys(bytes), read),
        /^Error: x\/b\.md could not be saved: this system allows no such name\. 1 files were saved before it\.$/);
});

test('pages that are no longer made are removed, files of others stay, and one with the name of a page prevents saving', async () => {
    const file = text => ({ bytes: new TextEncoder().encode(text) });
    const files = new Map([['public/.broadsheet', file('.broadsheet\n2026/old/index.html\nindex.html\n../a.md\n')],
        ['public/2026/old/index.html', file('')], ['public/index.html', file('')], ['public/press/index.html', file('')], ['a.md', file('')]]);
    await beginSite(folderInMemory(files), ['.broadsheet', 'index.html']);
    assert.deepEqual([...files.keys()], ['public/.broadsheet', 'public/index.html', 'public/press/index.html', 'a.md']);
    const other = new Map([['public/logo.svg', file('')], ['public/2026/index.html', file('')]]);
    await beginSite(folderInMemory(other), ['.broadsheet', 'index.html']);
    await assert.rejects(beginSite(folderInMemory(other), ['.broadsheet', '2026/index.html']),
        /^Error: The folder public has the file 2026\/index\.html, which Broadsheet did not make\. Move it, or choose another folder/);
    assert.deepEqual([...other.keys()], ['public/logo.svg', 'public/2026/index.html']);
});
