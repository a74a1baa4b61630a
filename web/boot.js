// Starts the reader on a page that is already readable. The program and its data are fetched in parallel. If anything
// fails, the page stays HTML with working links.
import { Host } from './host.js';
import { fillSidebar } from './sidebar.js';

const pagePatience = 2000; // ms to wait for the page's own resources
const lateFrame = 40; // ms after the previous frame

globalThis.speechSynthesis?.getVoices(); // the list of voices arrives later

const script = document.querySelector('script[data-manifest]');
const base = script.dataset.base;
const manifest = new URL(script.dataset.manifest, location.href);

// Fetches of the first files that the program will request, started before it runs.
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
        // Some hosts do not serve the program as application/wasm.
        const bytes = await (await fetch(url)).arrayBuffer();
        return WebAssembly.instantiate(bytes, imports);
    }
}

const frame = () => new Promise(resolve => requestAnimationFrame(resolve));

// Waits until the readable page and its pictures are on the screen. Before that, frames are late. A page that is not
// visible gets no frames, so it stays HTML.
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
    if (!globalThis.WebGL2RenderingContext) return fillSidebar(base);
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
    if (host.page.querySelector('.menu-link[hreflang]')) {
        const { offerLanguage } = await import('./languages.js');
        offerLanguage(host.page, await import('./events.js'), host.notices.words.close);
    }
}

// The page that shows what the device has kept is the browser's. In place of pages that are not on the device, the program
// may have more luck.
const device = document.getElementById('device');
if (device) import('./offline-page.js').then(({ showDevice }) => showDevice(device, base)).catch(() => {});

if (!device || location.pathname !== `${base}offline/`) boot().catch(error => {
    console.warn('Broadsheet: the page stays as HTML.', error);
    return fillSidebar(base);
});
