// Shared by the browser tests: a built publication, a strict static server, Chromium, and pages that record all
// messages of the browser.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { closeSync, cpSync, existsSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const built = process.env.BROADSHEET_BUILD ?? path.join(root, 'build');
export const tool = path.join(built, 'native/broadsheet');
export const program = path.join(built, 'web');

export const goBlog = path.resolve(root, '../shared/corpora/go-blog');

// A path of each kind of view in the sample publication.
export const article = '/2026/11/23/the-lake-that-a-city-learned-to-leave-alone/';
export const otherArticle = '/2026/11/22/an-opera-season-without-a-single-lorry/';
export const commented = '/2026/08/21/a-ferry-with-no-timetable/';
export const kinds = {
    front: '/',
    article,
    comments: commented,
    category: '/category/asia/',
    tag: '/tag/water/',
    author: '/author/ines-okafor/',
    month: '/2026/11/',
    page: '/about/',
    missing: '/404.html',
};

// Copies the sample publication, with lines as browsers break them: the canvas is compared with the HTML.
function raggedSample(folder) {
    cpSync(path.join(root, 'content'), folder, { recursive: true });
    const settings = path.join(folder, 'site.toml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('lines = "justified"', 'lines = "ragged"'));
    return folder;
}

// Builds a publication for the current test file and returns its folder. `content` has ragged lines.
export function buildSite(content = 'content', ...options) {
    const name = path.basename(process.argv[1]).replace(/\W+/g, '-');
    const out = path.join(root, 'build/site', `test-${name}-${path.basename(content)}${options.length || ''}`);
    const folder = content === 'content' ? raggedSample(`${out}-source`) : path.resolve(root, content);
    execFileSync(tool, ['build', '--content', folder, '--out', out, '--program', program, ...options],
        { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    return out;
}

export const types = {
    '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
    '.json': 'application/json', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg', '.png': 'image/png',
    '.wav': 'audio/wav', '.webp': 'image/webp', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};

// The policy of the pages, sent as a header too.
export const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; media-src 'self'";

// The file for a URL path; null if the host would answer 404.
export function fileOf(site, address, base = '/') {
    if (!address.startsWith(base)) return null;
    let file = path.join(site, decodeURIComponent(address.slice(base.length - 1)));
    if (file.endsWith('/')) file += 'index.html';
    return existsSync(file) && statSync(file).isFile() ? file : null;
}

function readPart(file, first, last) {
    const bytes = Buffer.alloc(last - first + 1);
    const opened = openSync(file);
    try {
        return bytes.subarray(0, readSync(opened, bytes, 0, bytes.length, first));
    } finally {
        closeSync(opened);
    }
}

const boundary = 'parts-of-a-file';
const joinParts = parts => Buffer.concat([...parts.flatMap(([range, bytes]) =>
    [Buffer.from(`--${boundary}\r\nContent-Type: application/json\r\nContent-Range: ${range}\r\n\r\n`), bytes, Buffer.from('\r\n')]),
Buffer.from(`--${boundary}--\r\n`)]);

// Serves a folder as a static host does. `frames`: origins of frames that the host's policy allows. `own`: the policy is
// that of the site's `_headers`. `parts`: whether
// the server supports ranges; `joined`: whether it sends several parts of a file in one answer. `requests` records paths,
// with the ranges if there are some. `meddle(address, request, response)` may answer first, and then returns true.
export async function serve(site, { base = '/', type = extension => types[extension], frames = '', own = false, parts = true, joined = parts, meddle } = {}) {
    const header = () => own ? /Content-Security-Policy: (.*)/.exec(readFileSync(path.join(site, '_headers'), 'utf8'))[1]
        : frames ? `${policy}; frame-src ${frames}` : policy;
    const state = { requests: [] };
    const server = createServer((request, response) => {
        const address = new URL(request.url, 'http://host').pathname;
        const wanted = /^bytes=([\d,-]+)$/.exec(request.headers.range ?? '')?.[1];
        state.requests.push(wanted ? `${address} ${wanted}` : address);
        if (meddle?.(address, request, response)) return;
        const file = fileOf(site, address, base);
        const shown = file ?? path.join(site, '404.html');
        // Players ask for all from a byte on: "bytes=0-".
        const ranges = wanted?.split(',').map(each => each.split('-'))
            .map(([first, last]) => [Number(first), last ? Number(last) : statSync(shown).size - 1]) ?? [];
        const extension = path.extname(shown);
        const part = file && parts && (ranges.length === 1 || (ranges.length > 1 && joined));
        const rangeOf = ([first, last]) => `bytes ${first}-${last}/${statSync(file).size}`;
        const several = part && ranges.length > 1;
        const bytes = several ? joinParts(ranges.map(each => [rangeOf(each), readPart(file, ...each)]))
            : part ? readPart(file, ...ranges[0]) : readFileSync(shown);
        response.writeHead(part ? 206 : file ? 200 : 404, {
            'content-type': several ? `multipart/byteranges; boundary=${boundary}` : type(extension) ?? 'application/octet-stream',
            'content-security-policy': header(),
            'cache-control': 'no-cache',
            'x-content-type-options': 'nosniff',
            ...parts && { 'accept-ranges': 'bytes' },
            ...part && !several && { 'content-range': rangeOf(ranges[0]) },
        });
        response.end(bytes);
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return Object.assign(state, {
        origin: `http://127.0.0.1:${server.address().port}`,
        url: (address = '/') => `http://127.0.0.1:${server.address().port}${base.slice(0, -1)}${address}`,
        close: () => {
            server.closeAllConnections();
            server.close();
        },
    });
}

// WebGL is drawn by SwiftShader. Without --disable-gpu-compositing, Chromium would have it compose the page as well, which
// takes a quarter of a test's time.
export const flags = ['--no-sandbox', '--headless=new', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
    '--disable-gpu-compositing', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync'];

// The headless shell is Chromium without windows, which takes two thirds of its processor time.
const chromiums = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
export const launch = (...more) => chromium.launch({
    executablePath: process.env.CHROMIUM ?? chromiums.find(existsSync), args: [...flags, ...more],
});

// The setup of most test files: a publication as for `buildSite`, a server, and Chromium. Both end with the file.
export async function stage(...content) {
    const site = buildSite(...content);
    const server = await serve(site);
    after(() => server.close());
    const browser = await launch();
    after(() => browser.close());
    return { site, server, browser };
}

const isDrawn = () => document.documentElement.classList.contains('drawn');

// Contexts that no page uses, by browser and options. A new context starts a process and compiles the program anew,
// which takes as long as the rest of opening a page.
const idle = new WeakMap();

async function newContext(browser, { time, ...options }) {
    const context = await browser.newContext(options);
    if (time) await context.clock.setFixedTime(new Date(time));
    return context;
}

// Returns a context with these options, and what gives it back. It is used again if its page stored nothing but settings,
// which are removed.
async function takeContext(browser, options) {
    if (!idle.has(browser)) idle.set(browser, new Map());
    const alike = idle.get(browser);
    const key = JSON.stringify(options);
    const context = alike.get(key)?.pop() ?? await newContext(browser, options);
    const leave = async page => {
        const empty = !options.javaScriptEnabled || await page.evaluate(async () => {
            localStorage.clear();
            sessionStorage.clear();
            return (await indexedDB.databases()).length === 0 && (await globalThis.caches?.keys() ?? []).length === 0;
        }).catch(() => false);
        await page.close();
        if (!empty || context.pages().length) return context.close();
        await context.clearCookies();
        alike.set(key, [...alike.get(key) ?? [], context]);
    };
    return { context, leave };
}

// Opens a URL in a context that no other page has, and waits until it is drawn, unless disabled. `page.complaints`
// collects messages of the browser. `page.done()` closes the page. `before` may change the page alone; a test that
// changes its context says `alone`. `time`: a fixed time for the page's clock.
export async function open(browser, url, options = {}) {
    const { width = 1280, height = 900, dpr = 1, dark = false, script = true, drawn = script, phone = false,
        before, settings = 'consent=refused', offline = false, alone = offline, ...rest } = options;
    const wanted = {
        viewport: { width, height }, deviceScaleFactor: dpr, colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: script, isMobile: phone, hasTouch: phone, ...rest,
    };
    const { context, leave } = alone ? { context: await newContext(browser, wanted), leave: page => page.context().close() }
        : await takeContext(browser, wanted);
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    page.complaints = [];
    page.on('console', message => {
        // Said of Chromium's own composing without a graphics processor (see `flags`).
        if (message.text().includes('GPU stall due to ReadPixels')) return;
        page.complaints.push(`${message.type()}: ${message.text()} ${message.location().url ?? ''}`);
    });
    page.on('pageerror', error => page.complaints.push(`error: ${error.message}`));
    page.on('requestfailed', request => {
        const reason = request.failure()?.errorText;
        // A browser that is loading one size of a picture may switch to another.
        if (reason === 'net::ERR_ABORTED' && request.resourceType() === 'image') return;
        page.complaints.push(`failed: ${request.url()} ${reason}`);
    });
    page.on('response', response => {
        if (response.status() >= 400 && response.request().resourceType() !== 'document') {
            page.complaints.push(`${response.status()}: ${response.url()}`);
        }
    });
    page.done = () => leave(page);
    // The stored settings; `null`: none.
    await page.addInitScript(kept => {
        if (kept !== null && localStorage.getItem('broadsheet') === null) localStorage.setItem('broadsheet', kept);
    }, settings);
    // Without a service worker, unless the test is about it: what it fetches would count.
    if (!offline) await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    if (before) await before(page);
    await page.goto(url);
    if (drawn) await waitUntilDrawn(page);
    return page;
}

// The plain page with scripts and frames, but without the reader.
export const openPlain = (browser, url, options = {}) => open(browser, url, {
    ...options, drawn: false,
    before: page => page.route('**/boot.js', route => route.fulfill({ contentType: 'text/javascript', body: '' })),
});

export async function waitUntilDrawn(page) {
    try {
        await page.waitForFunction(isDrawn, null, { timeout: 60000 });
    } catch {
        assert.fail(`not drawn within 60 s: ${page.url()}\n${page.complaints.join('\n')}`);
    }
    await settle(page);
}

// Waits for two repaints, so that requested changes are on the screen.
export const settle = page => page.evaluate(() =>
    new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));

// Follows a link to `address` that the page did not have.
export const followLink = (page, address) => page.evaluate(to => {
    const link = document.createElement('a');
    link.href = to;
    document.getElementById('page').append(link);
    link.click();
    link.remove();
}, address);

// Waits until the reader shows another path, then for its frame.
export async function waitForPath(page, address) {
    await page.waitForFunction(wanted => location.pathname === wanted, address, { timeout: 30000 });
    await settle(page);
}

// Runs `work` on every item, a few at a time.
export async function each(items, work, atOnce = 3) {
    const queue = [...items];
    await Promise.all(Array.from({ length: atOnce }, async () => {
        while (queue.length) await work(queue.shift());
    }));
}
