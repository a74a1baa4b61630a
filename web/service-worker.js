// Answers for the site when its host does not, from what this device has kept. Published as sw.js beside the front
// page. Two definitions are added above (src/press/pages/offline_files.h): `shell`, the files of the reader with their lengths,
// and the page that stands in for pages that are not on the device; and `editions`, the folders of other language editions
// below this one.
//
// Files with a hash in their name are right for ever: cached ones come first. Pages, the manifest and pictures come from
// the host if it answers in time. web/shelf.js documents what the caches contain.
/* global shell, editions */
const { scope } = registration;
const patience = 3000; // ms to wait for a slow host if there is a copy
const hashed = /^(assets\/(reader|theme|font|icon-\d+)\.[0-9a-f]{8}[./]|bundle\/(\w+\.[0-9a-f]{8}|search\/\w+)\.json$)/;
const picture = /\.(webp|avif|jpe?g|png|gif|svg)$/i;
const widths = [1080, 720, 480, 1440, 1920, 320, 192]; // of a picture's smaller copies, the best first

const cacheName = part => `broadsheet ${new URL(scope).pathname} ${part}`;
const cacheOf = part => caches.open(cacheName(part));
const nameOf = address => address.slice(scope.length).replace(/[?#].*/, '');
// As in web/address.js. Anybody can make links that cannot be decoded.
function decoded(name) {
    try {
        return decodeURIComponent(name);
    } catch {
        return name;
    }
}
const isFile = name => /\.\w+$/.test(name) && !name.endsWith('.html');
const isHtml = answer => /^text\/html/i.test(answer.headers.get('content-type') ?? '');
const late = () => new Promise(resolve => setTimeout(resolve, Date.now() < lateUntil ? 300 : patience, 'late'));
let lateUntil = 0; // the host was late just now, and will be for the rest of the page

// Lets the browser take the reader's files from the cache without waiting for this worker, where it can.
async function routeShell(event) {
    const patterns = Object.keys(shell).filter(name => hashed.test(name)).map(name => ({ urlPattern: scope + name }));
    try {
        await event.addRoutes?.({ condition: { or: patterns }, source: { cacheName: cacheName('files') } });
    } catch (error) {
        console.info('Broadsheet: files of the reader come by way of the service worker.', error);
    }
}

addEventListener('install', event => {
    skipWaiting();
    event.waitUntil(routeShell(event));
    event.waitUntil((async () => {
        const files = await cacheOf('files');
        await Promise.all(Object.entries(shell).map(async ([name, bytes]) => {
            const address = scope + name;
            if (hashed.test(name) ? await files.match(address) : false) return;
            const answer = await fetch(address, hashed.test(name) ? {} : { cache: 'no-cache' });
            // Some hosts answer a page for files that are not there yet, and a broken connection can look like the end of a file.
            const isWhole = answer.ok && !answer.redirected && isHtml(answer) !== hashed.test(name) &&
                (!bytes || (await answer.clone().arrayBuffer()).byteLength === bytes);
            if (!isWhole) throw new Error(`${name}: ${answer.status}`);
            await (hashed.test(name) ? files : await cacheOf('pages')).put(address, answer);
        }));
    })());
});

// Firefox fails a navigation whose preload failed, whatever this worker answers (seen in 153). `userAgentData` is there in
// Chromium only.
const preload = navigator.userAgentData ? registration.navigationPreload : null;

addEventListener('activate', event => {
    event.waitUntil(Promise.all([preload?.enable(), clients.claim()]));
});

addEventListener('fetch', event => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
    const name = nameOf(request.url);
    if (request.mode === 'navigate') {
        event.respondWith(isFile(name) ? ofHost(event) : page(event));
    } else if (name === 'bundle/manifest.json') event.respondWith(manifest(event));
    else if (hashed.test(name)) event.respondWith(file(event));
    else if (picture.test(name)) event.respondWith(pictureOf(event));
    else if (name === '') event.respondWith(page(event)); // for the sidebar of plain pages
});

// The host's answer; null if it cannot be reached, or is late and `find` finds a copy.
async function ask(event, find) {
    const answer = (async () => await event.preloadResponse ?? fetch(event.request))().catch(() => null);
    const first = await Promise.race([answer, late()]);
    if (first !== 'late' || !await find?.()) return answer;
    lateUntil = Date.now() + patience;
    return null;
}

async function page(event) {
    const pages = await cacheOf('pages');
    const name = nameOf(event.request.url);
    const address = scope + name;
    // If the whole site is kept, the program has every page of this edition.
    const find = async () => await pages.match(address) ??
        (/(^|\/|\.\w+)$/.test(name) ? null : Response.redirect(`${address}/${new URL(event.request.url).search}`)) ??
        (isElsewhere(name) || !await (await cacheOf('state')).match(`${scope}offline/state/kept`) ? null : standIn(pages, name));
    const answer = await ask(event, find);
    if (answer && (answer.status < 500 || !await find())) {
        if (answer.ok && isHtml(answer) && !answer.redirected) {
            const own = answer.clone();
            event.waitUntil(own.clone().text()
                .then(text => text.includes('data-manifest=') ? pages.put(address, own) : leaveIfGone()).catch(() => {}));
        }
        return answer;
    }
    return await find() ?? await standIn(pages, name) ?? new Response(
        `<!DOCTYPE html><meta charset="utf-8"><title>Offline</title><p>You are offline. <a href="${scope}">Try again</a>`,
        { headers: { 'content-type': 'text/html' } });
}

// Feeds and other files are not kept. Without the host, the page says so at their address.
async function ofHost(event) {
    return await ask(event) ?? await standIn(await cacheOf('pages'), nameOf(event.request.url)) ?? Response.error();
}

// The page that says that an address is not on the device. The program, which may know it all the same, does not start at
// addresses of files and of another edition, because it would take them for mistakes.
const isElsewhere = name => isFile(name) || editions.some(each => `${name}/`.startsWith(each));
async function standIn(pages, name) {
    const page = await pages.match(`${scope}offline/`);
    if (!page || !isElsewhere(name)) return page;
    return new Response((await page.text()).replace(' id="device"', ' id="device" data-elsewhere'),
        { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

// A page without the reader is shown but not kept: the login of a network, for example. If the site itself is no longer
// one of Broadsheet, its readers are set free.
async function leaveIfGone() {
    for (const name of ['bundle/manifest.json', 'sw.js']) {
        const answer = await fetch(scope + name, { cache: 'no-store' });
        // Stores of files answer 403 for what they do not have. As a page it is of a guard that stands in the way.
        if (![404, 410].includes(answer.status) && (answer.status !== 403 || isHtml(answer))) return;
    }
    await registration.unregister();
    for (const part of ['files', 'pages', 'pictures', 'state']) await caches.delete(cacheName(part));
}

async function file(event) {
    const { request } = event;
    const files = await cacheOf('files');
    const range = request.headers.get('range');
    const copy = await files.match(request.url);
    if (copy) return range ? parts(copy, range) : copy;
    if (range) return fetch(request);
    const answer = await fetch(request);
    if (answer.ok && isHtml(answer)) return Response.error(); // not this site's: the login of a network, for example
    // web/keeper.js checks what it fetches, and keeps it itself. Other data may have been cut short.
    if (answer.status === 200 && request.cache !== 'no-store' && /\.json$/.test(request.url)) {
        const [own, checked] = [answer.clone(), answer.clone()];
        event.waitUntil(checked.json().then(() => files.put(request.url, own)).catch(() => {}));
    }
    return answer;
}

// The parts of a file for a range request.
async function parts(answer, range) {
    const all = await answer.blob();
    const type = answer.headers.get('content-type') ?? '';
    const ranges = range.replace('bytes=', '').split(',').map(each => each.split('-').map(Number));
    if (ranges.some(([first, last]) => !(first <= last && last < all.size))) return new Response(null, { status: 416 });
    const head = ([first, last]) => `bytes ${first}-${last}/${all.size}`;
    const slice = ([first, last]) => all.slice(first, last + 1);
    if (ranges.length === 1) {
        return new Response(slice(ranges[0]), {
            status: 206, headers: { 'content-type': type, 'content-range': head(ranges[0]), 'accept-ranges': 'bytes' },
        });
    }
    const boundary = 'parts-of-the-file';
    const body = ranges.flatMap(each =>
        [`--${boundary}\r\nContent-Type: ${type}\r\nContent-Range: ${head(each)}\r\n\r\n`, slice(each), '\r\n']);
    return new Response(new Blob([...body, `--${boundary}--\r\n`]), {
        status: 206, headers: { 'content-type': `multipart/byteranges; boundary=${boundary}` },
    });
}

async function pictureOf(event) {
    const pictures = await cacheOf('pictures');
    const address = scope + nameOf(event.request.url);
    const find = async () => {
        const original = address.replace(/\.\d+\.webp$/, '');
        for (const each of [address, ...widths.map(width => `${original}.${width}.webp`), original]) {
            const copy = await pictures.match(each);
            if (copy) return copy;
        }
        return null;
    };
    const answer = await ask(event, find);
    const copy = answer?.ok ? null : await find();
    if (answer?.status === 200 && !isHtml(answer) && event.request.cache !== 'no-store') {
        event.waitUntil(pictures.put(address, answer.clone()).catch(() => {}));
    }
    return copy ?? answer ?? Response.error();
}

// Offline, the manifest is that with which the page was seen, or that of the edition that is kept whole, if the page was not
// seen or only in an older one (`editionOf` in web/shelf.js).
async function manifest(event) {
    const state = await cacheOf('state');
    const read = async name => (await state.match(`${scope}offline/state/${name}`))?.json();
    const copy = await read('latest');
    const answer = await ask(event, () => copy);
    if (answer?.ok && !isHtml(answer)) {
        const bytes = await answer.clone().arrayBuffer();
        try {
            const { publish } = JSON.parse(new TextDecoder().decode(bytes));
            const put = (name, body) =>
                state.put(`${scope}offline/state/${name}`, new Response(body, { headers: { 'content-type': 'application/json' } }));
            event.waitUntil(Promise.all([put(`manifest-${publish}`, bytes), put('latest', JSON.stringify(publish))]).catch(() => {}));
            return answer;
        } catch {
            // Not a manifest: as if the host had not answered.
        }
    }
    const asking = await clients.get(event.clientId);
    const path = asking && decoded(nameOf(asking.url));
    const seen = (await read('visited'))?.find(each => each.path === `/${path}`);
    const kept = await read('kept');
    const wanted = (seen && !kept?.older?.includes(seen.publish) ? seen.publish : kept?.publish) ?? copy;
    const stored = wanted && await state.match(`${scope}offline/state/manifest-${wanted}`);
    if (!stored) return answer ?? Response.error();
    return new Response(await stored.arrayBuffer(), { headers: { 'content-type': 'application/json', 'x-from-device': '1' } });
}
