// Asks for the first files that the program needs, before it runs, so that nothing waits for it.
import { shardOf } from './shards.js';

// `manifest`: its URL; `part`: 'entries' or 'lists' if the page at `path` needs a part of that kind. The manifest says what
// the other files are called. Returns a function that gives each answer once, by the file's name in the bundle; nothing if
// the file was not asked for.
export function fetchEarly(manifest, part, path) {
    const answers = new Map();
    const ask = (name, options, folder = manifest) => {
        const answer = fetch(new URL(name, folder), options);
        answer.catch(() => {}); // whoever takes the answer handles it
        answers.set(name, answer);
        return answer;
    };
    const askForParts = async () => {
        const answer = (await ask('manifest.json', { cache: 'no-cache' })).clone();
        if (!answer.ok) return;
        const edition = await answer.json();
        ask(`start.${edition.start}.json`);
        const shard = part && shardOf(edition, part, path);
        if (shard) ask(shard);
        // Readers who do not want justified text need no patterns.
        const { justify = 'on' } = document.documentElement.dataset;
        if (edition.hyphens && justify === 'on') ask(`hyphens-${edition.hyphens}.txt`, {}, import.meta.url);
    };
    const asked = askForParts().catch(() => {});
    return async name => {
        // Until the manifest is read here too, the others may still be asked for.
        if (name !== 'manifest.json') await asked;
        const answer = answers.get(name);
        answers.delete(name);
        return answer;
    };
}

// Fetches and compiles the program. Pictures that are seen come first.
export async function compileProgram(url) {
    const answer = await fetch(url, { priority: 'low' });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    // Some hosts do not serve the program as application/wasm, and compiling while it arrives needs that.
    return /^application\/wasm$/i.test(answer.headers.get('content-type') ?? '')
        ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}
