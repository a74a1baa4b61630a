// Reads and writes .zip files.
import { Zip, ZipDeflate, ZipPassThrough, unzipSync } from './fflate.js';
import { badName, tooMuch } from './judge.js';

const isPacked = name => /\.(png|jpe?g|gif|webp|avif|mp[34]|webm|ogg|woff2|zip|gz|br)$/i.test(name);
const pieceSize = 16 << 20;

// Some programs of Windows write a\b.md, and macOS writes letters and their accents apart.
const pathOf = name => (name.includes('/') ? name : name.replaceAll('\\', '/')).normalize('NFC');
const isFile = file => !pathOf(file.name).endsWith('/');

// The files of an archive, as { path, bytes }. Sizes are checked before anything is unpacked: a small archive can
// claim to be very large, and gets no more than it claims.
export function unpack(bytes) {
    const entries = [];
    let lying; // an entry that says it is smaller than it can be
    const list = file => {
        if (isFile(file)) entries.push({ path: pathOf(file.name), size: file.originalSize });
        // Packing adds a few bytes to what cannot be packed, never more.
        if (file.size > file.originalSize * 1.01 + 1000) lying ??= file.name;
        return false;
    };
    try {
        unzipSync(bytes, { filter: list });
    } catch (error) {
        throw new Error(`The archive cannot be read: ${error.message}. Make it again, or choose the folder itself.`);
    }
    const problem = tooMuch(entries, 'Unpacked, the archive');
    if (problem) throw new Error(problem);
    if (lying) throw new Error(`The archive is damaged: it has more of “${lying}” than it says. Make it again, or choose the folder itself.`);
    for (const { path } of entries) {
        const bad = badName(path);
        if (bad) throw new Error(`The archive has a file with the name “${path}”, which ${bad}. Nothing was read.`);
    }
    try {
        return Object.entries(unzipSync(bytes, { filter: isFile }))
            .map(([name, content]) => ({ path: pathOf(name), bytes: content, size: content.length }));
    } catch (error) {
        throw new Error(`The archive is damaged: ${error.message}. Make it again, or choose the folder itself.`);
    }
}

// Packs files, which `read(name)` returns, into a Blob. `packed(count)` is called after each.
export function pack(names, read, packed = () => {}) {
    const blobs = [];
    let pieces = [];
    let size = 0;
    const zip = new Zip((error, piece) => {
        if (error) throw error;
        pieces.push(piece);
        size += piece.length;
        if (size < pieceSize) return;
        blobs.push(new Blob(pieces));
        pieces = [];
        size = 0;
    });
    names.forEach((name, index) => {
        const entry = isPacked(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
        zip.add(entry);
        entry.push(read(name), true);
        packed(index + 1);
    });
    zip.end();
    return new Blob([...blobs, ...pieces], { type: 'application/zip' });
}
