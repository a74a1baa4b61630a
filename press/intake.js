// Collects what a person drops or chooses, as { path, size, file }, without reading it.
import { isUnwantedFolder, limits } from './judge.js';

const entryOf = (path, file) => ({ path: path.normalize('NFC'), size: file.size, file });
const enough = found => found.length > limits.files;

// What a site without a title is called: as its folder, or the archive.
const nameOf = path => path.split('/')[0].replace(/\.\w+$/, '');

// The files of <input>, and their name. A chosen folder's own name is left out of theirs.
export function fromInput(list) {
    const files = [...list];
    return {
        name: files.length ? nameOf(files[0].webkitRelativePath || (files.length === 1 ? files[0].name : 'paper')) : '',
        files: files.map(file => entryOf(file.webkitRelativePath.replace(/^[^/]*\//, '') || file.name, file)),
    };
}

// The files of a folder that the browser gave access to.
export async function fromHandle(handle, below = '', found = []) {
    for await (const [name, each] of handle.entries()) {
        if (enough(found)) break;
        if (each.kind === 'file') found.push(entryOf(below + name, await each.getFile()));
        else if (!isUnwantedFolder(name)) await fromHandle(each, `${below}${name}/`, found);
    }
    return found;
}

const fileOf = entry => new Promise((resolve, reject) => entry.file(resolve, reject));

async function fromEntry(entry, below, found) {
    if (enough(found)) return;
    if (entry.isFile) {
        found.push(entryOf(below + entry.name, await fileOf(entry)));
        return;
    }
    const reader = entry.createReader();
    for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject)); // 100 at a time
        if (some.length === 0) return;
        for (const each of some) {
            if (each.isFile || !isUnwantedFolder(each.name)) await fromEntry(each, `${below}${entry.name}/`, found);
        }
    }
}

// What was dropped: { files, name, handle }. `handle` is that of a single folder, where the browser gives it.
export async function fromDrop(transfer) {
    const items = [...transfer.items].filter(each => each.kind === 'file');
    // All must be asked for at once: the list is empty after the event.
    const entries = items.map(each => each.webkitGetAsEntry?.());
    const plain = items.map(each => each.getAsFile());
    const handles = await Promise.all(items.map(each => each.getAsFileSystemHandle?.().catch(() => null)));
    if (items.length === 1 && handles[0]?.kind === 'directory') {
        return { files: await fromHandle(handles[0]), name: handles[0].name, handle: handles[0] };
    }
    const found = [];
    const single = entries.length === 1 && entries[0]?.isDirectory;
    for (const [index, each] of entries.entries()) {
        if (each) await fromEntry(each, '', found);
        else if (plain[index]) found.push(entryOf(plain[index].name, plain[index]));
    }
    return {
        files: single ? found.map(each => ({ ...each, path: each.path.replace(/^[^/]*\//, '') })) : found,
        name: items.length === 1 ? nameOf((entries[0] ?? plain[0]).name) : 'paper',
    };
}
