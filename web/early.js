// Asks for the first files that the program needs, before it runs, so that nothing waits for it.
import { shardOf } from './shards.js';

// `manifest`: its URL; `part`: 'entries' or 'lists' if the page at `path` needs a part of that kind. Returns the answers by
// the files' names in the bundle, as promises. The manifest says what the others are called.
export function fetchEarly(manifest, part, path) {
    const answers = new Map();
    const ask = (name, options) => {
        const answer = fetch(new URL(name, manifest), options);
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
    };
    askForParts().catch(() => {});
    return answers;
}

// Fetches and compiles the program. Pictures that are seen come first.
export async function compileProgram(url) {
    const answer = await fetch(url, { priority: 'low' });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    // Some hosts do not serve the program as application/wasm, and compiling while it arrives needs that.
    return /^application\/wasm$/i.test(answer.headers.get('content-type') ?? '')
        ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}
