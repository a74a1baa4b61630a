// Paths of Windows, which no other test here can try.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { root } from './support.mjs';

const paths = createRequire(import.meta.url)(path.join(root, 'npm/lib/paths.cjs'));

test('arguments become paths that the tool reads', () => {
    for (const [text, wanted] of [
        ['C:\\Users\\Ann\\my paper', '/C:/Users/Ann/my paper'],
        ['c:/site', '/c:/site'],
        ['--out=D:\\public', '--out=/D:/public'],
        ['content\\news', 'content/news'],
        ['..\\site', '../site'],
        ['.\\a', './a'],
        ['build', 'build'],
        ['https://paper.example/', 'https://paper.example/'],
        ['--base-url=https://paper.example/', '--base-url=https://paper.example/'],
        ['A title: with \\ in it', 'A title: with \\ in it'],
        ['2026-01-02T10:00:00Z', '2026-01-02T10:00:00Z'],
        ['\\\\server\\share\\my paper', '/unc:/server/share/my paper'],
        ['//server/share/site', '/unc:/server/share/site'],
        ['--out=\\\\server\\share\\x', '--out=/unc:/server/share/x'],
        ['\\\\?\\C:\\site', '/C:/site'],
        ['\\\\?\\UNC\\server\\share\\x', '/unc:/server/share/x'],
    ]) {
        assert.equal(paths.toTool(text, true), wanted);
        assert.equal(paths.toTool(text, false), text, 'elsewhere nothing changes');
    }
});

test('paths with spaces are known by what is there', () => {
    const exists = name => ['My paper', 'My paper\\content'].includes(name);
    assert.equal(paths.toTool('My paper\\content', true, exists), 'My paper/content');
    assert.equal(paths.toTool('--out=My paper\\new folder', true, exists), '--out=My paper/new folder');
    assert.equal(paths.toTool('On C:\\ and other drives', true, exists), 'On C:\\ and other drives');
});

test('the file system gets its own names back', () => {
    assert.equal(paths.toSystem('/C:/Users/Ann', true), 'C:/Users/Ann');
    assert.equal(paths.toSystem('/C:', true), 'C:/');
    assert.equal(paths.toSystem('content/a.md', true), 'content/a.md');
    assert.equal(paths.toSystem('/unc:/server/share/x y', true), '//server/share/x y');
    for (const above of ['/unc:', '/unc:/', '/unc:/server']) assert.equal(paths.toSystem(above, true), '/');
    assert.equal(paths.toSystem(3, true), 3);
    assert.equal(paths.toSystem('/C:/x', false), '/C:/x');
    const asked = [];
    const fs = new Proxy({}, { get: (target, name) => target[name] ?? ((...words) => asked.push([name, ...words])) });
    let folder = 'C:\\site';
    const process = { cwd: () => folder, chdir: to => { folder = to; } };
    paths.adaptFileSystem(fs, process, true);
    fs.openSync('/D:/a.md', 'r');
    fs.renameSync('/D:/a', '/D:/b');
    assert.deepEqual(asked, [['openSync', 'D:/a.md', 'r'], ['renameSync', 'D:/a', 'D:/b']]);
    assert.equal(process.cwd(), '/C:/site');
    process.chdir('/D:/other');
    assert.equal(folder, 'D:/other');
});

test('what changed is told by the names of the tool', () => {
    assert.equal(paths.fromSystem('C:\\My paper\\content\\a b.md', true), '/C:/My paper/content/a b.md');
    assert.equal(paths.fromSystem('content\\a b.md', true), 'content/a b.md');
    assert.equal(paths.fromSystem('\\\\server\\share\\a.md', true), '/unc:/server/share/a.md');
    assert.equal(paths.fromSystem('/home/a\\b.md', false), '/home/a\\b.md');
});

test('people see the paths of their system, however the text arrives', () => {
    for (const [text, wanted] of [
        ['1 article in /C:/Users/Ann/public (1.1 MB)\n', '1 article in C:/Users/Ann/public (1.1 MB)\n'],
        ['Next: cd "/D:/my paper" && broadsheet serve\n', 'Next: cd "D:/my paper" && broadsheet serve\n'],
        ['/c:/site/a.md:3:7: error: "14/07/2025" is not a date\n', 'c:/site/a.md:3:7: error: "14/07/2025" is not a date\n'],
        ['{"path":"/unc:/server/share/K\u00f6ln.md"}', '{"path":"//server/share/K\u00f6ln.md"}'],
        ['http://localhost:8000/C:/x and /tag/c:/ and a/C:/b stay', 'http://localhost:8000/C:/x and /tag/c:/ and a/C:/b stay'],
        ['and/or / /C', 'and/or / /C'],
    ]) {
        assert.equal(paths.shown(text), wanted);
        for (const size of [1, 2, 3, 7, 1000]) {
            const written = [];
            const fs = { writeSync(file, bytes, from, length) {
                written.push(Buffer.from(bytes.subarray(from, from + length)));
                return length;
            } };
            let end;
            paths.showPaths(fs, { on: (name, call) => { end = call; } }, true);
            const bytes = Buffer.from(text);
            for (let at = 0; at < bytes.length; at += size) {
                assert.equal(fs.writeSync(1, bytes, at, Math.min(size, bytes.length - at)), Math.min(size, bytes.length - at));
            }
            end();
            assert.equal(Buffer.concat(written).toString(), wanted, `${size} bytes at once`);
        }
    }
});

test('the cache is where Windows keeps such files', () => {
    const { XDG_CACHE_HOME } = paths.environment({ LOCALAPPDATA: 'C:\\Users\\Ann\\AppData\\Local' }, true);
    assert.equal(XDG_CACHE_HOME, '/C:/Users/Ann/AppData/Local');
    assert.equal(paths.environment({ HOME: '/home/ann' }, false).HOME, '/home/ann');
});
