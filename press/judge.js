// Decides what given files are, before anything reads them as a whole. `entries` are { path, size }.

// More would not fit into a tab's memory together with the site. Texts take many times their size there.
export const limits = { files: 60000, bytes: 1e9, text: 2e7, texts: 1.5e8 };

const markdown = /\.(md|markdown|mdown|mkdown|mkdn|mkd)$/i;
const site = /(^|\/)(site|config|hugo|zola)\.(toml|ya?ml|json)$|(^|\/)_config\.ya?ml$/i;
const exported = /\.(xml|atom|json|xml\.gz)$/i;
const unwanted = name => name === 'node_modules' || name === '__MACOSX' || (name.startsWith('.') && name !== '.well-known');
// What Finder and Explorer leave in folders and archives. "._lake.md" has what macOS keeps beside lake.md.
const left = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i;

export const isMarkdown = path => markdown.test(path);
// Texts that are read as a whole. Exports are read in pieces.
const isArticle = path => markdown.test(path) || /\.html?$/i.test(path);
export const isText = path => /\.(md|markdown|mdown|mkdown|mkdn|mkd|toml|ya?ml|json|html?|txt|csv)$/i.test(path);

// Folders of version control, of packages and of editors are not read.
export const isUnwantedFolder = unwanted;

const counted = (count, word) => `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
export const megabytes = bytes => bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`;

// Why so much cannot be read; empty if it can.
export function tooMuch(entries, what = 'This') {
    const bytes = entries.reduce((sum, each) => sum + each.size, 0);
    if (bytes > limits.bytes) {
        return `${what} has ${megabytes(bytes)}; a browser can hold ${megabytes(limits.bytes)}. ` +
            'Leave out films and large pictures, or use the tool on your machine.';
    }
    const texts = entries.filter(each => isArticle(each.path));
    const longest = texts.find(each => each.size > limits.text);
    if (longest) {
        return `${longest.path} has ${megabytes(longest.size)}; the press reads texts of up to ${megabytes(limits.text)}. ` +
            'Divide it or leave it out, or use the tool on your machine.';
    }
    const text = texts.reduce((sum, each) => sum + each.size, 0);
    if (text > limits.texts) {
        return `${what} has ${megabytes(text)} of articles; a browser can hold ${megabytes(limits.texts)}. ` +
            'Choose a part of them, or use the tool on your machine.';
    }
    if (entries.length > limits.files) {
        return `${what} has more than ${counted(limits.files, 'file')}. Choose the folder with the articles alone, ` +
            'or use the tool on your machine.';
    }
    return '';
}

// Why a name cannot be used; empty if it can.
export function badName(path) {
    const segments = path.split('/');
    if (path === '' || segments.some(each => each === '' || each === '.' || each === '..')) return 'leads out of its folder';
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\\]/.test(path)) return 'has characters that no file may have';
    if (segments.some(each => new TextEncoder().encode(each).length > 255)) return 'is too long';
    return '';
}

// The entries that belong to a site.
export function wanted(entries) {
    const made = entries.filter(each => /(^|\/)\.broadsheet$/.test(each.path)).map(each => each.path.slice(0, -'.broadsheet'.length));
    return entries.filter(({ path }) => !path.split('/').slice(0, -1).some(unwanted) && !left.test(path) &&
        !made.some(folder => path.startsWith(folder)));
}

// Archives often have everything in one folder.
export function withoutTop(entries) {
    const top = entries[0]?.path.split('/')[0];
    const inOne = entries.every(each => each.path.startsWith(`${top}/`));
    return inOne ? entries.map(each => ({ ...each, path: each.path.slice(top.length + 1) })) : entries;
}

// 'articles', 'archive' (one .zip), 'exports' (files of another system), or null.
export function kindOf(entries) {
    if (entries.length === 1 && /\.zip$/i.test(entries[0].path)) return 'archive';
    if (entries.some(each => isMarkdown(each.path) || site.test(each.path))) return 'articles';
    if (entries.some(each => exported.test(each.path))) return 'exports';
    if (entries.some(each => /\.html?$/i.test(each.path))) return 'articles';
    return null;
}

export const isExport = path => exported.test(path);

// The system whose export begins with this text; null if it is none that is known.
export function systemOf(head) {
    const start = head.trimStart().replace(/^\uFEFF/, '');
    if (start.startsWith('{')) return /"db"\s*:/.test(start) ? 'ghost' : null;
    if (!start.startsWith('<')) return null;
    if (/wordpress\.org\/export|<wp:wxr_version/.test(start)) return 'wordpress';
    if (/<feed\b/.test(start) && /blogger|schemas\.google\.com/.test(start)) return 'blogger';
    return null;
}

export const noMarkdown = 'There is no Markdown in it: no file that ends in .md or .markdown. ' +
    'Choose the folder that has your articles, or the export of WordPress, Ghost or Blogger.';
export const unknownExport = 'This is no export that the press knows. It reads WordPress (Tools > Export > All content, .xml), ' +
    'Ghost (Settings > Import/Export, .json) and Blogger (Settings > Back up content, .xml or .atom).';
