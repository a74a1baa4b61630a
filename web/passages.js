// Excerpts of search results from beyond the beginning of a text that the index holds. When a result comes into view
// whose excerpt has no word that was searched for, its text is fetched from the bundle (src/bundle/FORMAT.md, "Entry
// shard"), and the search worker finds the passage. The list of results never waits for it.
import { shardOf } from './shards.js';

const mark = '\x02'; // src/search/answer/answer.h
const cut = '…';
const maxKept = 200; // passages

// The parts of an answer's text (src/search/answer/answer.h): its request, whether it is about a word being typed, and its
// results with the index of their excerpts in `fields`.
export function readAnswer(answer) {
    const fields = answer.split('\x1f');
    const hits = [];
    let at = 10; // after the request and four members of the answer
    for (let list = 0; list < 2; ++list) {
        const count = Number(fields[at++] ?? 0);
        for (let i = 0; i < count && at + 4 < fields.length; ++i) {
            const [path, title, excerpt, day, categories] = fields.slice(at, at + 5);
            hits.push({ path, title: title.replace(/[\x02\x03]/g, ''), excerpt, day, place: at + 2 });
            at += 5 + Number(categories);
        }
    }
    return { fields, request: `${fields.slice(0, 6).join('\x1f')}\x1f`, typing: fields[4] === '1', hits };
}

// Whether the article may have more of what was searched for than its excerpt shows.
export const lacksWords = ({ excerpt }) => !excerpt.includes(mark) && (excerpt === '' || excerpt.includes(cut));

const inline = new Set(['em', 'b', 'del', 'code', 'a', 'sup', 'sub', 'mark', 'kbd', 'small', 'u', 'ins', 'cite', 'abbr', 'q', 'span', 'text']);
const without = new Set(['form', 'embed', 'math', 'mathblock', 'audio', 'video', 'img', 'ref']);

// The text of nodes of the bundle.
function textOf(node) {
    if (typeof node === 'string') return node;
    if (!Array.isArray(node)) return ' ';
    const [name, ...rest] = node;
    if (without.has(name)) return ' ';
    const attributes = rest[0] !== null && typeof rest[0] === 'object' && !Array.isArray(rest[0]) ? rest.shift() : {};
    const own = name === 'code' || name === 'pre' || name === 'text' ? attributes.x ?? '' : '';
    const text = own + rest.map(textOf).join('');
    return inline.has(name) ? text : ` ${text} `;
}

const inLine = text => text.replace(/[\x00-\x20\x7f]+/g, ' ').trim();

// The text of the result's article in an entry shard; '' unless exactly one entry is that of the result. Most paths are not
// stored but follow from day and title.
export function textIn(shard, { path, title, day }) {
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    const isIt = entry => entry.p?.startsWith('/') ? entry.p === path
        : inLine(entry.t ?? '').startsWith(title) && (entry.d ?? '').startsWith(date);
    const found = (shard.entries ?? []).filter(isIt);
    return found.length === 1 ? inLine((found[0].b ?? []).map(textOf).join(' ')) : '';
}

export class Passages {
    // `find(request, path, text)` asks for a passage, whose answer goes to `found`; `deliver(answer)` shows an answer.
    constructor(host, find, deliver) {
        Object.assign(this, { host, find, deliver });
        this.known = new Map(); // by request and path
        this.shown = null; // the last answer for the page of results
        this.asked = new Set(); // paths of its results that were in view
        this.shards = new Map(); // promises of the files with its articles, by name
        this.view = globalThis.IntersectionObserver && new IntersectionObserver(seen => {
            for (const { isIntersecting, target } of seen) {
                if (!isIntersecting) continue;
                this.view.unobserve(target);
                this.look(target);
            }
        });
    }

    // Takes an answer of the worker.
    answer(text) {
        const answer = readAnswer(text);
        if (answer.typing || !answer.hits.length) {
            this.deliver(text);
            return;
        }
        this.shown = answer;
        this.asked.clear();
        this.shards.clear();
        for (const hit of answer.hits) {
            const passage = this.known.get(answer.request + hit.path);
            if (passage) this.set(hit, passage);
        }
        this.deliver(answer.fields.join('\x1f'));
        this.watch();
    }

    set(hit, passage) {
        hit.excerpt = passage;
        this.shown.fields[hit.place] = passage;
    }

    // Called when the page has changed: its results are other elements then.
    watch() {
        this.view?.disconnect();
        const { addresses } = this.host;
        if (!this.shown || navigator.connection?.saveData || !addresses.path(location).startsWith('/search/')) return;
        const waiting = new Set(this.shown.hits.filter(hit => lacksWords(hit) && !this.asked.has(hit.path)).map(hit => hit.path));
        if (!waiting.size) return;
        for (const link of this.host.page.querySelectorAll('main .card-title a')) {
            if (waiting.has(addresses.path(link))) this.view?.observe(link);
        }
    }

    // Several results may be in one file.
    shard(file) {
        if (!this.shards.has(file)) {
            this.shards.set(file, fetch(new URL(file, this.host.bundle), { priority: 'low' })
                .then(answer => answer.ok ? answer.json() : {}));
        }
        return this.shards.get(file);
    }

    // A result is in view.
    async look(link) {
        const { shown } = this;
        const path = this.host.addresses.path(link);
        const hit = shown?.hits.find(each => each.path === path);
        const file = hit && this.host.manifest && shardOf(this.host.manifest, 'entries', path);
        if (!file || this.asked.has(path)) return;
        this.asked.add(path);
        try {
            const text = textIn(await this.shard(file), hit);
            if (text && this.shown === shown) this.find(shown.request, path, text);
        } catch {
            // The result keeps its excerpt.
        }
    }

    // Takes a passage of the worker.
    found({ request, path, passage }) {
        if (!passage) return;
        if (this.known.size >= maxKept) this.known.clear();
        this.known.set(request + path, passage);
        if (this.shown?.request !== request) return;
        for (const hit of this.shown.hits) if (hit.path === path) this.set(hit, passage);
        this.deliver(this.shown.fields.join('\x1f'));
        this.watch();
    }
}
