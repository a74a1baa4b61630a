// Runs the search (src/search_worker): gives it the files of the index and the stemmer that it asks for,
// and hands its answers back. Messages: { index, request }, the address of the index's root and an answer's
// text up to its request; answered with an answer's text. A newer request takes the place of one that waits.
const decoder = new TextDecoder();
const encoder = new TextEncoder();

// At once, not as it arrives: the programs are small, and what compiles on other threads waits for them.
async function instantiate(name, imports) {
    const answer = await fetch(new URL(`./${name}`, import.meta.url));
    const program = new WebAssembly.Module(await answer.arrayBuffer());
    const { exports } = new WebAssembly.Instance(program, imports);
    exports._initialize();
    return exports;
}

// The stemmer of the index's language (src/search_stemmer), with a memory of its own: a word goes over, and
// its stem comes back in its place.
let stemmer;

function stem(memory, word, length) {
    const there = stemmer.word();
    new Uint8Array(stemmer.memory.buffer).set(new Uint8Array(memory.buffer, word, length), there);
    const size = stemmer.stem(length);
    new Uint8Array(memory.buffer).set(new Uint8Array(stemmer.memory.buffer, there, size), word);
    return size;
}

async function loadStemmer(program, name) {
    try {
        stemmer = await instantiate(name);
        program.search_stemmer(1);
    } catch {
        program.search_stemmer(0); // each word is its own stem
    }
}

async function load() {
    const program = await instantiate('search.wasm', {
        env: {
            emscripten_notify_memory_growth() {},
            worker_stem: (word, length) => stem(program.memory, word, length),
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
        this.program = load(); // before anything is asked
        this.program.catch(() => {}); // told to who asks
        this.index = '';
        this.waiting = null;
        this.fetches = new Map(); // by address: several requests may wait for one file
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
        this.program ??= load();
        const root = this.file(message.index); // side by side with the program
        const program = await this.program;
        const isNew = this.index !== message.index;
        program.search_begin(isNew ? 1 : 0);
        if (isNew) {
            const bytes = await root;
            this.supply(program, 'root.json', bytes);
            this.index = bytes ? message.index : '';
        }
        const request = encoder.encode(message.request);
        for (;;) {
            const text = ask(program, request);
            if (text[0] === '=') return text.slice(1);
            if (this.waiting !== message) return null; // nobody waits for it any more
            const names = text.slice(1).split('\n').filter(Boolean);
            await Promise.all(names.map(async name => {
                if (name.endsWith('.wasm')) return loadStemmer(program, name);
                const [file, part] = name.split(' ');
                return this.supply(program, name, await this.file(new URL(`search/${file}`, message.index).href, part));
            }));
        }
    }

    // The file, or the part of it ("FIRST-LAST"); null where it cannot be had.
    file(url, part = '') {
        const key = `${url} ${part}`;
        const known = this.fetches.get(key);
        if (known) return known;
        const arriving = (part ? this.fetchPart(url, part) : this.fetchWhole(url)).catch(() => null)
            .then(bytes => {
                if (!bytes) this.fetches.delete(key); // the answer says that something is missing
                return bytes;
            });
        this.fetches.set(key, arriving);
        return arriving;
    }

    async fetchWhole(url) {
        const answer = await fetch(url);
        return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    }

    // Not every host gives parts. While nobody knows, one request goes ahead: what is answered with the whole of a
    // large file is left, and no part is asked for again.
    async fetchPart(url, part) {
        while (this.firstPart) await this.firstPart;
        if (this.partsAreGiven === false) return null;
        const fetching = this.requestPart(url, part);
        if (this.partsAreGiven) return fetching;
        this.firstPart = fetching.then(() => { this.firstPart = null; }, () => { this.firstPart = null; });
        return fetching;
    }

    async requestPart(url, part) {
        const rest = new AbortController();
        // Past the browser's cache, which lets parts of one file come one after another only.
        const answer = await fetch(url, { headers: { Range: `bytes=${part}` }, signal: rest.signal, cache: 'no-store' });
        if (answer.status === 206) this.partsAreGiven = true;
        else rest.abort();
        if (answer.status === 200) this.partsAreGiven = false;
        return answer.status === 206 ? new Uint8Array(await answer.arrayBuffer()) : null;
    }

    supply(program, name, bytes) {
        if (bytes) call(program, 'search_supply', encoder.encode(name), bytes);
        else call(program, 'search_miss', encoder.encode(name));
    }
}

const search = new Search();
onmessage = event => search.take(event.data);
