// Writes files into a folder that the person chose (File System Access).
import { badName } from './judge.js';

const listOfMade = '.broadsheet'; // the tool keeps it in what it made

async function folderOf(root, segments) {
    let folder = root;
    for (const name of segments) folder = await folder.getDirectoryHandle(name, { create: true });
    return folder;
}

// Writes the files `paths`, which `read(path)` returns. Files with the same bytes are not written.
export async function saveInto(root, paths, read, saved = () => {}) {
    let count = 0;
    for (const path of paths) {
        const bytes = read(path);
        const segments = path.split('/');
        const name = segments.pop();
        try {
            const folder = await folderOf(root, segments);
            const file = await folder.getFileHandle(name, { create: true });
            if (!await hasBytes(file, bytes)) {
                const stream = await file.createWritable();
                await stream.write(bytes);
                await stream.close();
            }
        } catch (error) {
            const why = error.name === 'NotAllowedError' ? 'the browser may not write there' :
                error instanceof TypeError ? 'this system allows no such name' : error.message;
            throw new Error(`${path} could not be saved: ${why}. ${count} files were saved before it.`);
        }
        saved(++count);
    }
}

// Opens the folder of the site and removes the pages that are no longer made. As with the tool, files of others stay, and
// if one has the name of a file of the site, nothing is written. `names` are those of the new site.
export async function beginSite(root, names) {
    const folder = await root.getDirectoryHandle('public', { create: true });
    const list = await folder.getFileHandle(listOfMade).catch(() => null);
    const made = new Set(list ? (await (await list.getFile()).text()).split('\n').filter(each => !badName(each)) : []);
    const wanted = new Set(names);
    for await (const name of filesIn(folder)) {
        if (wanted.has(name) && !made.has(name) && name !== listOfMade) {
            throw new Error(`The folder public has the file ${name}, which Broadsheet did not make. ` +
                'Move it, or choose another folder. Nothing was saved.');
        }
    }
    for (const name of made) if (!wanted.has(name)) await remove(folder, name.split('/'));
    return folder;
}

async function* filesIn(folder, below = '') {
    for await (const [name, each] of folder.entries()) {
        if (each.kind === 'file') yield below + name;
        else yield* filesIn(each, `${below}${name}/`);
    }
}

// Removes a file, and the folders that are empty then.
async function remove(root, segments) {
    const folders = [root];
    try {
        for (const name of segments.slice(0, -1)) folders.push(await folders.at(-1).getDirectoryHandle(name));
        for (const name of [...segments].reverse()) await folders.pop().removeEntry(name);
    } catch {
        // It is not there, or a folder has more.
    }
}

async function hasBytes(handle, bytes) {
    const file = await handle.getFile();
    if (file.size !== bytes.length) return false;
    const there = new Uint8Array(await file.arrayBuffer());
    return there.every((byte, index) => byte === bytes[index]);
}
