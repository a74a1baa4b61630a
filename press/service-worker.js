// Keeps the press on the device, so that it works offline, and answers for the sites that it shows, which are in the
// memory of its pages. src/pack_press.mjs adds the definitions of `version` and `shell` above.
/* global version, shell, rangeOf */
importScripts('ranges.js');

const { scope } = registration;
const shellName = `broadsheet press ${version}`;
// What the press may do. A worker has the policy of its own file, not that of its page.
const ownPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
    "connect-src 'self'; frame-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'";
// What a shown site may do, beside its own policy: no address but this one.
const walls = "default-src 'self' data: blob: 'unsafe-inline' 'wasm-unsafe-eval'; form-action 'self'";

addEventListener('install', event => {
    event.waitUntil((async () => {
        const cache = await caches.open(shellName);
        await cache.addAll(['./', ...shell].map(name => new Request(scope + name.replace('./', ''), { cache: 'no-cache' })));
    })());
});

addEventListener('activate', event => {
    event.waitUntil((async () => {
        for (const name of await caches.keys()) {
            if (name.startsWith('broadsheet press ') && name !== shellName) await caches.delete(name);
        }
        await clients.claim();
    })());
});

// Any message keeps this worker alive while a site is shown. Pages that were loaded anew without the cache ask to be served.
addEventListener('message', event => { if (event.data === 'claim') event.waitUntil(clients.claim()); });

addEventListener('fetch', event => {
    const { request } = event;
    if (!request.url.startsWith(scope)) return;
    const [path] = request.url.slice(scope.length).split(/[?#]/);
    const [, id] = /^preview\/(\w+)\//.exec(path) ?? [];
    if (id) event.respondWith(preview(request, id));
    else if (request.method === 'GET') event.respondWith(own(request, path));
});

async function own(request, path) {
    const cache = await caches.open(shellName);
    const answer = await cache.match(scope + path) ?? await fetch(request);
    if (answer.redirected || answer.type === 'opaqueredirect') return answer;
    const headers = new Headers(answer.headers);
    headers.set('content-security-policy', ownPolicy);
    return new Response(answer.body, { status: answer.status, headers });
}

async function preview(request, id) {
    const address = new URL(request.url);
    const answer = await ask(id, decodeURIComponent(address.pathname));
    if (!answer) return gone();
    const headers = new Headers(answer.headers);
    headers.append('content-security-policy', walls);
    const to = headers.get('location');
    if (to) return Response.redirect(new URL(to, address), answer.status);
    if (answer.events) return new Response(news(answer), { headers });
    let body = answer.body;
    const range = answer.status === 200 && rangeOf(request.headers.get('range'), body.length);
    if (range) {
        headers.set('content-range', `bytes ${range.first}-${range.last}/${body.length}`);
        body = body.subarray(range.first, range.last + 1);
    }
    headers.set('accept-ranges', 'bytes');
    headers.set('content-length', body.length);
    return new Response(body, { status: range ? 206 : answer.status, headers });
}

// Asks the pages of the press; the one that shows this site answers. Null if there is none any more.
async function ask(id, path) {
    const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
    const presses = windows.filter(each => each.url.startsWith(scope) && !each.url.startsWith(`${scope}preview/`));
    if (presses.length === 0) return null;
    return Promise.any(presses.map(page => new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => data.other ? reject(new Error('another page')) : resolve({ ...data, port: port1 });
        page.postMessage({ kind: 'answer', id, path }, [port2]);
    }))).catch(() => null);
}

// The stream of what is told to a page of the site: that it is to be loaded again, or what is wrong.
function news({ event, port }) {
    const encoder = new TextEncoder();
    return new ReadableStream({
        start(controller) {
            controller.enqueue(encoder.encode(event));
            port.onmessage = ({ data }) => controller.enqueue(encoder.encode(data.event));
        },
        cancel: () => port.postMessage('gone'),
    });
}

const gone = () => new Response(
    '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gone</title>' +
    `<h1>This site is no longer in memory</h1><p>The page that built it was closed. <a href="${scope}" target="_top">Open the press</a>`,
    { status: 404, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': walls } });
