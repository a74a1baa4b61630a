// Starts the reader on a page that can already be read. Program and data are fetched side by side;
// whatever fails on the way, the page stays the HTML it is, with working links.
import { Host } from './host.js';

const pagePatience = 2000; // ms for what the page itself loads, before the program follows
const lateFrame = 40; // ms behind the one before

const script = document.querySelector('script[data-manifest]');
const base = script.dataset.base;
const manifest = new URL(script.dataset.manifest, location.href);

// The first files that the program will ask for, under way before it can ask.
const early = new Map();
const prefetch = name => {
    const answer = fetch(new URL(name, manifest), name === 'manifest.json' ? { cache: 'no-cache' } : {});
    answer.catch(() => {});
    early.set(name, answer);
    return answer;
};

async function prefetchStart() {
    const answer = (await prefetch('manifest.json')).clone();
    if (answer.ok) prefetch(`start.${(await answer.json()).start}.json`);
}

async function instantiate(url, imports) {
    const answer = fetch(url);
    try {
        return await WebAssembly.instantiateStreaming(await answer, imports);
    } catch {
        // A host that serves the program with another type than application/wasm.
        const bytes = await (await fetch(url)).arrayBuffer();
        return WebAssembly.instantiate(bytes, imports);
    }
}

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

// The page that can be read goes first, with its pictures, to the screen: until it has, frames come late. A page that
// nobody looks at stays as it is.
async function firstScreen() {
    if (document.readyState !== 'complete') {
        await new Promise(resolve => {
            addEventListener('load', resolve, { once: true });
            setTimeout(resolve, pagePatience);
        });
    }
    let last = await frame();
    for (let frames = 0, inTime = 0; frames < 20 && inTime < 3; frames++) {
        const now = await frame();
        inTime = now - last < lateFrame ? inTime + 1 : 0;
        last = now;
    }
}

async function boot() {
    if (!globalThis.WebGL2RenderingContext) return;
    await firstScreen();
    const host = new Host({ base, bundle: new URL('.', manifest), early });
    prefetchStart().catch(() => {});
    const { default: createReader } = await import('./reader.js');
    const program = await createReader({
        host,
        instantiateWasm(imports, done) {
            instantiate(new URL('./reader.wasm', import.meta.url), imports)
                .then(({ instance, module }) => done(instance, module))
                .catch(error => host.giveUp(error));
            return {};
        },
    });
    program._reader_connect();
    host.start();
}

boot().catch(error => console.warn('Broadsheet: the page stays as HTML.', error));
