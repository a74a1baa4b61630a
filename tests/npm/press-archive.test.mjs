// Archives in the press in the browser, with the library that is in its folder.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { built } from './support.mjs';

const press = path.join(built, 'npm/press');
const skip = existsSync(path.join(press, 'archive.js')) ? false : `no press in ${press}; ./dev npm makes it`;
const { pack, unpack } = skip ? {} : await import(path.join(press, 'archive.js'));
const { unzipSync, zipSync } = skip ? {} : await import(path.join(press, 'fflate.js'));
const bytes = text => new TextEncoder().encode(text);

// Writes another unpacked size into the list of files.
function claiming(archive, size) {
    const view = new DataView(archive.buffer);
    for (let at = 0; at < archive.length - 4; ++at) {
        if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
    }
    return archive;
}

test('what is packed is unpacked', { skip }, async () => {
    const files = { 'a.md': bytes('Text. '.repeat(1000)), 'x/photo.jpg': new Uint8Array([1, 2, 3]), 'Köln 新聞.md': bytes('') };
    const counts = [];
    const blob = pack(Object.keys(files), name => files[name], count => counts.push(count));
    assert.deepEqual(counts, [1, 2, 3]);
    const packed = new Uint8Array(await blob.arrayBuffer());
    assert.ok(packed.length < 1000, 'text is packed');
    assert.deepEqual(Object.fromEntries(unpack(packed).map(each => [each.path, each.bytes])), files);
    assert.deepEqual(Object.keys(unzipSync(packed)), Object.keys(files));
});

test('a zip bomb gets no more memory than it claims, and may not claim much', { skip }, () => {
    const content = new Uint8Array(1 << 20);
    assert.throws(() => unpack(claiming(zipSync({ 'a.md': content }), 1.5e9)), /Unpacked, the archive has 1\.5 GB/);
    const many = Object.fromEntries(Array.from({ length: 3 }, (_, number) => [`${number}.md`, content]));
    assert.throws(() => unpack(claiming(zipSync(many), 4e8)), /Unpacked, the archive has 1\.2 GB/);
    assert.throws(() => unpack(claiming(zipSync({ 'a.md': content }), 4e8)), /a\.md has 400 MB; the press reads texts of up to 20 MB/);
    const noise = Uint8Array.from({ length: 1 << 16 }, (_, index) => Math.imul(index, 2654435761) >>> 13);
    assert.throws(() => unpack(claiming(zipSync({ 'a.md': noise }), 10)), /damaged: it has more of “a\.md” than it says/);
    let got;
    try {
        got = unpack(claiming(zipSync({ 'a.md': content }), 10))[0].bytes.buffer.byteLength;
    } catch (error) {
        assert.match(error.message, /damaged/);
        got = 0;
    }
    assert.ok(got <= 10, `${got} bytes`);
});

test('archives that are damaged or lead out are refused as a whole', { skip }, () => {
    assert.throws(() => unpack(bytes('PK, but no archive')), /cannot be read/);
    assert.throws(() => unpack(zipSync({ 'a.md': bytes('x') }).slice(0, 40)), /cannot be read/);
    assert.throws(() => unpack(zipSync({ 'a.md': bytes('x'), '../b.md': bytes('y') })), /“\.\.\/b\.md”, which leads out of its folder/);
    assert.throws(() => unpack(zipSync({ '..\\b.md': bytes('x') })), /“\.\.\/b\.md”, which leads out of its folder/);
    assert.throws(() => unpack(zipSync({ 'x/a\\b.md': bytes('x') })), /no file may have/);
});

test('archives of Windows and of macOS have the paths that their folders had', { skip }, () => {
    const paths = files => unpack(zipSync(files)).map(each => each.path);
    assert.deepEqual(paths({ 'paper\\more\\': bytes(''), 'paper\\more\\hill.md': bytes('x') }), ['paper/more/hill.md']);
    assert.deepEqual(paths({ 'Ko\u0308ln.md': bytes('x') }), ['K\u00f6ln.md']);
});
