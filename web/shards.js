// Names of the parts of the bundle (src/bundle/FORMAT.md).

const families = { entries: 'e', lists: 'l', headings: 'h' };

// The bucket of a key.
function bucketOf(key) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(key)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return Number((hash ^ (hash >> 32n)) & 0xffffn);
}

// The file with what the bundle holds for `path`: `member` is the member of the manifest that lists the files. Null if there
// is none.
export function shardOf(manifest, member, path) {
    const shards = manifest[member] ?? '';
    const bucket = bucketOf(path);
    let name = null;
    for (let at = 0; at < shards.length; at += 12) {
        if (parseInt(shards.slice(at, at + 4), 16) > bucket) break;
        name = `${families[member]}${shards.slice(at, at + 4)}.${shards.slice(at + 4, at + 12)}.json`;
    }
    return name;
}
