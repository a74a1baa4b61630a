// Parts of files, for the search index and for players. Loaded as a script by the service worker, and as a module by the
// server of the npm package.

// One range of bytes; null for all other requests, which get the whole file.
function rangeOf(header, size) {
    const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
    if (first === undefined || (first === '' && last === '')) return null;
    const range = first === ''
        ? { first: Math.max(0, size - Number(last)), last: size - 1 }
        : { first: Number(first), last: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
    return range.first <= range.last && range.last < size ? range : null;
}

if (typeof module !== 'undefined') module.exports = { rangeOf };
