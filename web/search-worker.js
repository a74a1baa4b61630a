// Runs the search (src/search_worker): gives it the files of the index that it asks for, and hands its answers
// back. Messages: { index, root, request }, the address of the index's root and its bytes (null where it could not
// be fetched), and an answer's text up to its request; answered with an answer's text. A newer request takes the
// place of one that waits. When a site is written, `programs` comes to stand above (src/press/search_program.h): the
// modules `search` and, where the site's language has one, `stemmer`, each byte a character.
/* global programs */
const decoder = new TextDecoder();
const encoder = new TextEncoder();

// At once, not on another thread: what compiles there waits for its turn longer than these small modules take.
function instantiate(text, imports) {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
    exports._initialize();
    return exports;
}

// The stemmer (src/search_stemmer) has a memory of its own: a word goes over, and its stem comes back in its place.
function stem(stemmer, memory, word, length) {
    const there = stemmer.word();
    new Uint8Array(stemmer.memory.buffer).set(new Uint8Array(memory.buffer, word, length), there);
    const size = stemmer.stem(length);
    new Uint8Array(memory.buffer).set(new Uint8Array(stemmer.memory.buffer, there, size), word);
    return size;
}

function start() {
    const stemmer = programs.stemmer && instantiate(programs.stemmer);
    const program = instantiate(programs.search, {
        env: {
            emscripten_notify_memory_growth() {},
            worker_stem: (word, length) => stemmer ? stem(stemmer, program.memory, word, length) : length,
        },
        wasi_snapshot_preview1: { proc_exit() { throw new Error('the search ended'); } },
    });
    return program;
}

// Calls a function of the program with bytes in its memory.
function call(program, name, ...texts) {
    const values = [];
    const borrowed = texts.map(bytes => {
        const pointer = program.malloc(bytes.length + 1);
        new Uint8Array(program.memory.buffer).set(bytes, pointer);
        values.push(pointer, bytes.length);
        return pointer;
    });
    const result = program[name](...values);
    borrowed.forEach(pointer => program.free(pointer));
    return result;
}

function ask(program, request) {
    const length = call(program, 'search_ask', request);
    return decoder.decode(new Uint8Array(program.memory.buffer, program.search_result(), length));
}

class Search {
    constructor() {
        try {
            this.program = start(); // before anything is asked
        } catch {
            this.program = null; // tried again, and told to who asks
        }
        this.index = '';
        this.waiting = null;
        this.fetches = new Map(); // by address: several requests may wait for one file
        this.ahead = new Map(); // requests for parts by what waits for them
        this.partsAreGiven = undefined; // by the host
    }

    take(message) {
        const idle = !this.waiting;
        this.waiting = message;
        if (idle) this.run();
    }

    async run() {
        while (this.waiting) {
            const message = this.waiting;
            let answer = null;
            try {
                answer = await this.answer(message);
            } catch (error) {
                console.warn('Broadsheet: the search failed.', error);
                this.program = null;
                this.index = ''; // the next program knows nothing of it
            }
            if (this.waiting === message) {
                this.waiting = null;
                postMessage(answer); // null: there is no answer
            }
        }
    }

    async answer(message) {
        const program = this.program ??= start();
        const isNew = this.index !== message.index;
        program.search_begin(isNew ? 1 : 0);
        if (isNew) {
            this.supply(program, 'root.json', message.root);
            this.index = message.root ? message.index : '';
        }
        const request = encoder.encode(message.request);
        for (;;) {
            const text = ask(program, request);
            if (text[0] === '=') return text.slice(1);
            if (this.waiting !== message) return null; // nobody waits for it any more
            const names = text.slice(1).split('\n').filter(Boolean);
            await Promise.all(names.map(async name => {
                const [file, part] = name.split(' ');
                const found = await this.file(new URL(`search/${file}`, message.index).href, part);
                return this.supply(program, found?.isWhole ? file : name, found?.bytes);
            }));
        }
    }

    // The bytes of the file, or of a part of it ("FIRST-LAST"), or of the whole all the same; null where it cannot be had.
    file(url, part = '') {
        const key = `${url} ${part}`;
        const known = this.fetches.get(key);
        if (known) return known;
        const arriving = (part ? this.fetchPart(url, part) : this.fetchWhole(url)).catch(() => null)
            .then(found => {
                if (!found) this.fetches.delete(key); // the answer says that something is missing
                return found;
            });
        this.fetches.set(key, arriving);
        return arriving;
    }

    async fetchWhole(url) {
        const answer = await fetch(url);
        if (answer.headers.get('accept-ranges') === 'bytes') this.partsAreGiven ??= true;
        return answer.ok ? { bytes: new Uint8Array(await answer.arrayBuffer()), isWhole: true } : null;
    }

    // Not every host gives parts. While nobody knows, of each file one request goes ahead, whose answer may be the
    // whole, which will do as well. Of the large ones, the records' (r), only one of all does: the whole is left.
    async fetchPart(url, part) {
        const isLarge = /\/r\w+\.json$/.test(url);
        const first = isLarge ? 'records' : url;
        while (this.partsAreGiven === undefined && this.ahead.has(first)) await this.ahead.get(first);
        if (this.partsAreGiven === false) return null;
        const fetching = this.requestPart(url, part, isLarge);
        this.ahead.set(first, fetching.catch(() => {}).then(() => { this.ahead.delete(first); }));
        return fetching;
    }

    async requestPart(url, part, isLarge) {
        const rest = new AbortController();
        // Past the browser's cache, which lets parts of one file come one after another only.
        const answer = await fetch(url, { headers: { Range: `bytes=${part}` }, signal: rest.signal, cache: 'no-store' });
        const isPart = answer.status === 206;
        if (isPart || answer.status === 200) this.partsAreGiven = isPart;
        if (isPart || (answer.status === 200 && !isLarge)) {
            return { bytes: new Uint8Array(await answer.arrayBuffer()), isWhole: !isPart };
        }
        rest.abort();
        return null;
    }

    supply(program, name, bytes) {
        if (bytes) call(program, 'search_supply', encoder.encode(name), bytes);
        else call(program, 'search_miss', encoder.encode(name));
    }
}

const search = new Search();
onmessage = event => search.take(event.data);
