// Writes files into a folder that the person chose (File System Access).

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

async function hasBytes(handle, bytes) {
    const file = await handle.getFile();
    if (file.size !== bytes.length) return false;
    const there = new Uint8Array(await file.arrayBuffer());
    return there.every((byte, index) => byte === bytes[index]);
}
