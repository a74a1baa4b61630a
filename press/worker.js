// Runs the tool for page.js. Each message has a `number`, and gets an answer with the same number: { value } or { problem }.
import { pack, unpack } from './archive.js';
import { badName, isExport, isText, kindOf, noMarkdown, systemOf, tooMuch, unknownExport, wanted, withoutTop } from './judge.js';
import { Memory } from './memory.js';
import { Program } from './program-host.js';
import { aboutNames, isOutOfMemory, toMessages } from './reports.js';
import { beginSite, saveInto } from './save.js';

const made = '/made';
const atOnce = 64; // files that are read side by side

const told = message => postMessage({ kind: 'progress', ...message });
const starting = Program.start(told);
const streams = new Set(); // of pages that wait for news
let program;
let memory;
let given; // the folder that has the author's files; its name is the site's, unless that has a title

const bytesOf = async entry => entry.bytes ?? new Uint8Array(await entry.file.arrayBuffer());

// Copies entries into the program's memory.
async function bring(entries, folder) {
    for (let start = 0; start < entries.length; start += atOnce) {
        told({ what: 'Reading files', done: start, of: entries.length });
        await Promise.all(entries.slice(start, start + atOnce).map(async entry => {
            const bad = badName(entry.path);
            if (bad) throw new Error(`The name “${entry.path}” ${bad}. Rename the file.`);
            memory.write(`${folder}/${entry.path}`, await bytesOf(entry));
        }));
    }
}

// Begins with an empty folder of this name.
function begin(name) {
    given = `/given/${badName(name) || name.includes('/') ? 'paper' : name}`;
    program.call({ kind: 'begin', folder: given });
}

async function headOf(entry) {
    const start = entry.bytes ? new Blob([entry.bytes.subarray(0, 1 << 17)]) : entry.file.slice(0, 1 << 17);
    if (!/\.gz$/i.test(entry.path)) return start.text();
    const reader = start.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    const { value } = await reader.read();
    return new TextDecoder().decode(value);
}

async function importExports(entries) {
    const files = entries.filter(each => isExport(each.path));
    const systems = await Promise.all(files.map(async each => systemOf(await headOf(each))));
    const system = systems.find(Boolean);
    if (!system) throw new Error(unknownExport);
    const chosen = files.filter((each, index) => systems[index] === system);
    const folder = '/export';
    await bring(chosen, folder);
    memory.files.chdir(folder); // so that messages have the names that the person knows
    const { report } = program.call({ kind: 'import', system, files: chosen.map(each => each.path) });
    memory.files.chdir('/');
    memory.remove(folder);
    const failed = report.diagnostics?.filter(each => each.severity === 'error') ?? [];
    if (failed.length) throw new Error(failed.map(each => `${each.path}: ${each.what}${each.remedy ? `; ${each.remedy}` : ''}`).join('\n'));
    return toMessages(report.diagnostics ?? []);
}

function open(url) {
    const answer = program.call({ kind: 'open', url });
    return shown(answer);
}

function shown({ folder, event, report }) {
    for (const port of streams) port.postMessage({ event });
    const prefix = folder === given ? '' : `${folder.slice(given.length + 1)}/`;
    const messages = report.diagnostics.map(each => ({ ...each, path: prefix + each.path }));
    return { articles: report.articles, seconds: report.seconds, messages, memory: program.module.HEAPU8.length };
}

// What is to be said of these names; empty if every system can store them.
const said = names => aboutNames(program.call({ kind: 'names', names }).faults);

const texts = () => memory.names(given).filter(isText);

const handlers = {
    // Takes what a person gave: a folder's files, an archive or an export.
    async take({ files, name, url }) {
        let entries = files;
        if (kindOf(entries) === 'archive') entries = withoutTop(wanted(unpack(await bytesOf(entries[0]))));
        entries = wanted(entries);
        const problem = tooMuch(entries);
        if (problem) throw new Error(problem);
        const kind = kindOf(entries);
        if (kind !== 'articles' && kind !== 'exports') throw new Error(noMarkdown);
        begin(name);
        let imported = [];
        if (kind === 'exports') imported = await importExports(entries);
        else await bring(entries, given);
        return { ...open(url), imported, texts: texts() };
    },
    async example({ url }) {
        begin('Example');
        program.call({ kind: 'example' });
        return { ...open(url), texts: texts() };
    },
    async read({ path }) {
        return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(memory.read(`${given}/${path}`)) };
    },
    async write({ path, text }) {
        memory.write(`${given}/${path}`, new TextEncoder().encode(text));
        return shown(program.call({ kind: 'change', files: [`${given}/${path}`] }));
    },
    async answer({ path, port }) {
        const answer = program.call({ kind: 'answer', path });
        if (!answer.events) return port.postMessage(answer, [answer.body.buffer]);
        port.postMessage({ ...answer, body: null, event: new TextDecoder().decode(answer.body) });
        streams.add(port);
        port.onmessage = () => streams.delete(port); // the page is gone
    },
    // `anyNames`: the person was asked about names that Windows cannot store. What was made then is packed.
    async packSite({ url, now, anyNames = false }) {
        const report = anyNames ? this.kept : this.make(url, now);
        const names = memory.names(made);
        this.kept = report;
        const bad = anyNames ? '' : said(names);
        if (bad) return { names: bad };
        const blob = pack(names, name => memory.read(`${made}/${name}`),
            done => { if (done % 50 === 0) told({ what: 'Packing', done, of: names.length }); });
        memory.remove(made);
        return { blob, files: report.files, bytes: report.bytes };
    },
    async packArticles({ anyNames = false }) {
        const names = memory.names(given);
        const bad = anyNames ? '' : said(names);
        if (bad) return { names: bad };
        return { blob: pack(names, name => memory.read(`${given}/${name}`)) };
    },
    // Writes edited files, or all if `edited` is null, and the site into a folder of the person's machine. Browsers refuse
    // the names that Windows cannot store on every system.
    async save({ handle, edited, url }) {
        const report = this.make(url);
        const names = memory.names(made);
        const bad = said([...edited ?? memory.names(given), ...names]);
        if (bad) throw new Error(`${bad}. Nothing was saved.`);
        const folder = await beginSite(handle, names);
        await saveInto(handle, edited ?? memory.names(given), name => memory.read(`${given}/${name}`));
        await saveInto(folder, names, name => memory.read(`${made}/${name}`), done => told({ what: 'Saving', done, of: names.length }));
        memory.remove(made);
        return { files: report.files };
    },
    make(url, now = '') {
        memory.remove(made);
        const { report } = program.call({ kind: 'build', url, now });
        const failed = report.diagnostics.filter(each => each.severity === 'error');
        if (failed.length) throw new Error(`The site has errors: ${failed[0].path}: ${failed[0].what}`);
        return report;
    },
};

let turn = Promise.resolve();
addEventListener('message', ({ data, ports }) => {
    turn = turn.then(async () => {
        try {
            if (!program) {
                program = await starting;
                memory = new Memory(program.files);
            }
            const value = await handlers[data.kind]({ ...data, port: ports[0] });
            postMessage({ kind: 'done', number: data.number, value });
        } catch (error) {
            const problem = isOutOfMemory(error)
                ? `The browser ran out of memory (${error.message.replace(/\.$/, '')}). Use the tool on your machine for a site of this size.`
                : error.message;
            ports[0]?.postMessage({ status: 500, headers: {}, body: new Uint8Array() });
            postMessage({ kind: 'done', number: data.number, problem });
        }
    });
});
