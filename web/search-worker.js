// Runs the search (src/search_worker): fetches the index files that it requests, and returns its answers. Messages are
// { index, root, request }: the URL of the index's root, its bytes (null if it could not be fetched), and an answer's
// text up to its request. The worker replies with an answer's text. A newer request replaces a waiting one. To a message
// { request, path, text }, the text of a result of the answered request, it replies { request, path, passage }: the part
// of the text that has words of the request, or ''. When a site
// is written, the definition of `programs` is added above (src/press/pages/search_program.h): the modules `search` and, if
// the site's language has one, `stemmer`, with one character per byte.
/* global programs */
const decoder = new TextDecoder();
const encoder = new TextEncoder();

// Compiles synchronously. For these small modules, asynchronous compilation would wait longer for its turn than it
// takes.
function instantiate(text, imports) {
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < text.length; ++i) bytes[i] = text.charCodeAt(i);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
    exports._initialize();
    return exports;
}

// The stemmer (src/search_stemmer) has its own memory. The word is copied there, and its stem replaces the word in the
// program's memory.
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

// Calls a function of the program with bytes copied to its memory.
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

function passage(program, request, text) {
    const length = call(program, 'search_passage', encoder.encode(request), encoder.encode(text));
    return decoder.decode(new Uint8Array(program.memory.buffer, program.search_result(), length));
}

const isLarge = url => /\/r\w+\.json$/.test(url);
// Range requests with the same name wait for each other while it is unknown whether the host supports them.
const queueOf = url => isLarge(url) ? 'records' : url;

// Parts of a file ("FIRST-LAST") in groups with at most so many bytes between them, each with the range that has them all.
const maxBetween = 4000;
function nearParts(parts) {
    const groups = [];
    for (const [first, last, part] of parts.map(each => [...each.split('-').map(Number), each]).sort(([a], [b]) => a - b)) {
        const group = groups.at(-1);
        if (group && first - group.last <= maxBetween) {
            group.last = Math.max(group.last, last);
            group.parts.push(part);
        } else {
            groups.push({ first, last, parts: [part] });
        }
    }
    return groups.map(group => ({ range: `${group.first}-${group.last}`, parts: group.parts }));
}

// The parts of an answer of type multipart/byteranges: the bytes by their range. All headers are ASCII.
function readJoined(bytes) {
    const parts = new Map();
    const text = new TextDecoder('latin1').decode(bytes);
    const header = /\r\ncontent-range: *bytes (\d+)-(\d+)\/[^\r]*\r\n/gi;
    for (let found; (found = header.exec(text));) {
        const begin = text.indexOf('\r\n\r\n', header.lastIndex - 2) + 4;
        const end = begin + Number(found[2]) - Number(found[1]) + 1;
        if (begin < 4 || end > bytes.length) break;
        parts.set(`${found[1]}-${found[2]}`, bytes.subarray(begin, end));
        header.lastIndex = end;
    }
    return parts;
}

class Search {
    constructor() {
        try {
            this.program = start(); // started before the first request
        } catch {
            this.program = null; // each request tries again and reports failures
        }
        this.index = '';
        this.waiting = null;
        this.fetches = new Map(); // by URL: several requests may wait for one file
        this.ahead = new Map(); // the first range requests, by what waits for them
        this.partsAreGiven = undefined; // whether the host supports ranges
        this.partsAreJoined = undefined; // whether it sends several parts of a file in one answer
    }

    take(message) {
        const idle = !this.waiting;
        this.waiting = message;
        if (idle) this.run();
    }

    findPassage({ request, path, text }) {
        let found = '';
        try {
            if (this.program) found = passage(this.program, request, text);
        } catch (error) {
            console.warn('Broadsheet: a passage was not found.', error);
        }
        postMessage({ request, path, passage: found });
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
                this.index = ''; // a new program starts without index files
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
            if (this.waiting !== message) return null; // the request was replaced
            const parts = new Map(); // by file; '' stands for the whole file
            for (const name of text.slice(1).split('\n').filter(Boolean)) {
                const [file, part = ''] = name.split(' ');
                parts.set(file, [...parts.get(file) ?? [], part]);
            }
            await Promise.all([...parts].map(([file, all]) => this.fetchAll(program, message.index, file, all)));
        }
    }

    // Several parts of a file are fetched with one request, if the host supports that; otherwise those that are near each
    // other.
    async fetchAll(program, index, file, parts) {
        const url = new URL(`search/${file}`, index).href;
        const together = parts.length > 1 ? await this.fetchTogether(url, parts).catch(() => new Map()) : new Map();
        const supply = (part, bytes) => this.supply(program, part ? `${file} ${part}` : file, bytes);
        together.forEach((bytes, part) => supply(part, bytes));
        const apart = parts.filter(part => !together.has(part));
        await Promise.all((apart.length > 1 ? nearParts(apart) : apart.map(part => ({ range: part, parts: apart }))).map(async group => {
            const found = await this.file(url, group.range);
            if (found?.isWhole) return supply('', found.bytes);
            const begin = parseInt(group.range, 10);
            for (const part of group.parts) {
                const [first, last] = part.split('-').map(Number);
                supply(part, part ? found?.bytes.subarray(first - begin, last - begin + 1) : found?.bytes);
            }
        }));
    }

    // Returns the bytes by part. Parts that the host did not send are absent.
    async fetchTogether(url, parts) {
        await this.turn(url);
        if (this.partsAreGiven === false || this.partsAreJoined === false) return new Map();
        const fetching = this.requestPart(url, parts.join(','));
        this.hold(url, fetching);
        const answer = await fetching;
        return answer?.joined ?? new Map();
    }

    // Returns the bytes of a file or of a part of it ("FIRST-LAST"). The result may be the whole file even if a part
    // was requested. Null if it cannot be fetched.
    file(url, part = '') {
        const key = `${url} ${part}`;
        const known = this.fetches.get(key);
        if (known) return known;
        const arriving = (part ? this.fetchPart(url, part) : this.fetchWhole(url)).catch(() => null)
            .then(found => {
                if (!found) this.fetches.delete(key); // the answer reports what is missing
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

    // Not every host supports ranges. While this is unknown, only one range request is sent for each file, whose answer
    // may be the whole file, which is used as well. For the large record files (r), only one request is sent in total,
    // and a whole file is not downloaded.
    async fetchPart(url, part) {
        await this.turn(url);
        if (this.partsAreGiven === false) return null;
        const fetching = this.requestPart(url, part);
        this.hold(url, fetching);
        return fetching;
    }

    async turn(url) {
        while (this.partsAreGiven === undefined && this.ahead.has(queueOf(url))) await this.ahead.get(queueOf(url));
    }

    hold(url, fetching) {
        const queue = queueOf(url);
        this.ahead.set(queue, fetching.catch(() => {}).then(() => { this.ahead.delete(queue); }));
    }

    // `part`: one part, or several separated by commas. Hosts that do not support several send one of them or the whole
    // file; they are not asked for several again.
    async requestPart(url, part) {
        const rest = new AbortController();
        // Bypasses the browser's cache, which allows only one request at a time for parts of a file.
        const answer = await fetch(url, { headers: { Range: `bytes=${part}` }, signal: rest.signal, cache: 'no-store' });
        const isPart = answer.status === 206;
        const isSeveral = part.includes(',');
        const boundary = /^multipart\/byteranges;\s*boundary="?([^";]+)/i.exec(answer.headers.get('content-type') ?? '')?.[1];
        if (isSeveral) this.partsAreJoined = isPart && boundary !== undefined;
        // A host that answers several parts with a whole file may still support one.
        if (isPart || (answer.status === 200 && !isSeveral)) this.partsAreGiven = isPart;
        if (isSeveral && this.partsAreJoined) return { joined: readJoined(new Uint8Array(await answer.arrayBuffer())) };
        if (!isSeveral && (isPart || (answer.status === 200 && !isLarge(url)))) {
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
onmessage = ({ data }) => data.text === undefined ? search.take(data) : search.findPassage(data);
