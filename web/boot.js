// Starts the reader on a page that is already readable. The program and its data are fetched in parallel. If anything
// fails, the page stays HTML with working links.
import { Addresses } from './address.js';
import { compileProgram, fetchEarly } from './early.js';
import { Host } from './host.js';
import { articleText } from './integrity.js';
import createReader from './reader.js'; // made by the linker, around reader.wasm
import { fillSidebar } from './sidebar.js';
import { nextFrame } from './timing.js';

const pagePatience = 2000; // ms to wait for the page's own resources
const lateFrame = 40; // ms after the previous frame

const script = document.querySelector('script[data-manifest]');
const base = script.dataset.base;
const manifest = new URL(script.dataset.manifest, location.href);

// Waits until the readable page and its pictures are on the screen. Before that, frames are late. A page that is not
// visible gets no frames, so it stays HTML.
async function firstScreen() {
    if (document.readyState !== 'complete') {
        await new Promise(resolve => {
            addEventListener('load', resolve, { once: true });
            setTimeout(resolve, pagePatience);
        });
    }
    let last = await nextFrame();
    for (let frames = 0, inTime = 0; frames < 20 && inTime < 3; frames++) {
        const now = await nextFrame();
        inTime = now - last < lateFrame ? inTime + 1 : 0;
        last = now;
    }
}

async function boot() {
    if (!globalThis.WebGL2RenderingContext) return fillSidebar(base);
    const asLoaded = { language: document.documentElement.lang, text: articleText(document), hasContent: Boolean(script.dataset.part) };
    if (document.hidden) await firstScreen(); // perhaps nobody will look at it
    const early = fetchEarly(manifest, script.dataset.part, new Addresses(base).path(location));
    const compiled = compileProgram(new URL('./reader.wasm', import.meta.url));
    compiled.catch(() => {}); // handled below
    await firstScreen();
    const host = new Host({ base, bundle: new URL('.', manifest), early, asLoaded });
    const program = await createReader({
        host,
        instantiateWasm(imports, done) {
            compiled.then(async module => done(await WebAssembly.instantiate(module, imports), module))
                .catch(error => host.giveUp(error));
            return {};
        },
    });
    program._reader_connect();
    host.start();
}

// The page that shows what the device has kept is the browser's. In place of pages that are not on the device, the program
// may have more luck, unless they are of another edition (web/service-worker.js).
const device = document.getElementById('device');
if (device) import('./offline-page.js').then(({ showDevice }) => showDevice(device, base)).catch(() => {});

const isForBrowser = device && (location.pathname === `${base}offline/` || 'elsewhere' in device.dataset);
if (!isForBrowser) boot().catch(error => {
    console.warn('Broadsheet: the page stays as HTML.', error);
    return fillSidebar(base);
});
