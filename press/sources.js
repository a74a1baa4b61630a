// Which file a page of the site was most likely made from. The tool decides a page's address by more than names (dates,
// slugs, titles), so this is a guess: nothing is better than a wrong file.

const stemOf = path => path.split('/').at(-1).replace(/\.\w+$/, '').replace(/^\d{4}-\d\d-\d\d-/, '');
const slugOf = text => text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');

// `address` is a page's, below the site's: "/2026/01/02/lake/". Null if no file, or more than one, fits.
export function sourceOf(address, paths) {
    const segment = decodeURI(address.replace(/[?#].*/, '')).split('/').filter(Boolean).at(-1);
    if (!segment || /^\d+$/.test(segment)) return null;
    const wanted = slugOf(segment);
    const found = paths.filter(path => {
        const stem = stemOf(path);
        const name = /^_?index$/.test(stem) ? path.split('/').at(-2) ?? '' : stem;
        return /\.(md|markdown|mdown|mkdown|mkdn|mkd|html?)$/i.test(path) && slugOf(name.replace(/^\d{4}-\d\d-\d\d-/, '')) === wanted;
    });
    return found.length === 1 ? found[0] : null;
}

// The files whose names have all the words.
export function matching(paths, words) {
    const all = words.toLowerCase().split(/\s+/).filter(Boolean);
    return paths.filter(path => all.every(word => path.toLowerCase().includes(word)));
}
