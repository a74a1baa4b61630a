// Reading without a connection, where hosts, browsers and files misbehave: hosts that hang, fail and cut short; storage that
// goes; several tabs; lists from files that anybody made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { down, hasVisited, readState, stageDevice, waitForState } from './device.mjs';
import { article, open, otherArticle, root, waitUntilDrawn } from './support.mjs';

const device = await stageDevice();
const { folder, out, browser, build, url, openOnline } = device;
cpSync(path.join(root, 'tests/press/fonts/block.woff2'), path.join(folder, 'content/static/fonts/block.woff2'), { recursive: true });
writeFileSync(path.join(folder, 'content/site.toml'), `${readFileSync(path.join(folder, 'content/site.toml'), 'utf8')}
[[look.fonts]]
family = "Block"
file = "/fonts/block.woff2"
`);
build();
const third = '/2026/08/21/a-ferry-with-no-timetable/';
const heading = page => page.waitForFunction(() => document.querySelector('#page h1')?.textContent).then(text => text.jsonValue());
const opensOffline = async (page, address) => {
    device.meddle = down;
    await page.goto(url(address));
    await waitUntilDrawn(page);
    assert.notEqual(await heading(page), 'You are offline');
};
const keepWhole = async page => {
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
};

// For `meddle`: answers for names that fit `pattern` come late, or never before `release()`.
function hold(pattern) {
    const held = [];
    let isHeld = true;
    const meddle = (address, request, response) => {
        if (!isHeld || !pattern.test(address)) return false;
        const end = response.end.bind(response);
        response.end = bytes => { held.push(() => end(bytes)); return response; };
        return false;
    };
    const release = () => {
        isHeld = false;
        held.forEach(each => each());
    };
    return { meddle, release };
}

// A page that keeps the site, from a host that gives no articles before `release()`.
async function startHeld() {
    const page = await openOnline('/offline/');
    const { meddle, release } = hold(/\/bundle\/e/);
    device.meddle = meddle;
    await page.click('.device button.main');
    await waitForState(page, 'keeping', value => value?.list);
    return { page, release };
}

// For `meddle`: the answer ends in the middle, as if it were whole.
function cut(address, request) {
    const bytes = readFileSync(path.join(out, address.slice('/news'.length)));
    const type = { '.wasm': 'application/wasm', '.json': 'application/json' }[path.extname(address)];
    request.socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nConnection: close\r\n\r\n`),
        bytes.subarray(0, bytes.length >> 1)]));
    return true;
}

test('a host that hangs or fails: a site that is kept opens at any address', async () => {
    const page = await openOnline('/offline/');
    await keepWhole(page);
    const waiting = [];
    device.meddle = (address, request) => waiting.push(request);
    for (const [address, title] of [[otherArticle, 'An opera season without a single lorry'], ['/tag/water/', 'Water']]) {
        await page.goto(url(address), { timeout: 12000 });
        await waitUntilDrawn(page);
        assert.equal(await heading(page), title);
    }
    waiting.forEach(request => request.socket.destroy());
    device.meddle = (address, request, response) => {
        response.writeHead(503, { 'content-type': 'text/html' });
        response.end('<h1>Bad gateway</h1>');
        return true;
    };
    await page.goto(url(third));
    await waitUntilDrawn(page);
    assert.match(await heading(page), /ferry/);
    // What is not kept is the host's.
    await page.goto(url('/es/'));
    assert.equal(await page.locator('h1').textContent(), 'Bad gateway');
    await page.done();
});

test('an address that is not on this device: its page has a link to try again', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    device.meddle = down;
    for (const address of ['/es/2026/', '/feed.xml']) {
        await page.goto(url(address));
        await page.locator(`#page .prose a[href$="${address}"]`).click({ noWaitAfter: true, trial: true });
        assert.equal(await heading(page), 'You are offline');
    }
    await page.done();
});

test('addresses without their last slash lead to the page, without the host too', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    device.meddle = down;
    await page.goto(url(`${article.slice(0, -1)}?from=mail`));
    await waitUntilDrawn(page);
    assert.equal(new URL(page.url()).pathname, `/news${article}`);
    await page.goto(url('/offline'));
    assert.equal(await heading(page), 'On this device');
    await page.done();
});

test("the site's own fonts are there without the host", async () => {
    const page = await openOnline('/offline/');
    await keepWhole(page);
    device.meddle = down;
    await page.goto(url(otherArticle));
    await waitUntilDrawn(page);
    assert.deepEqual(await page.evaluate(() => Promise.all([...document.fonts].filter(({ family }) => /Block/.test(family))
        .map(face => face.load().then(() => face.status)))), ['loaded']);
    await page.done();
});

test('storage that is cleared while the site is fetched: it is not called kept', async () => {
    const { page, release } = await startHeld();
    await page.waitForTimeout(500);
    await page.evaluate(async () => { for (const name of await caches.keys()) await caches.delete(name); });
    release();
    await page.waitForSelector('.device button.main:has-text("Keep the whole site")');
    assert.equal(await readState(page, 'kept'), null);
    await keepWhole(page);
    await page.done();
});

test('files that are removed while the site is fetched are fetched again', async () => {
    const { page, release } = await startHeld();
    await page.waitForTimeout(500);
    await page.evaluate(() => caches.delete('broadsheet /news/ files'));
    release();
    const { list } = await waitForState(page, 'kept', Boolean);
    const missing = await page.evaluate(async list => {
        const files = await caches.open('broadsheet /news/ files');
        const { files: names } = await (await fetch(`/news/bundle/offline.${list}.json`)).json();
        const found = await Promise.all(names.filter((each, i) => i % 2 === 0).map(name => files.match(`/news/${name}`)));
        return found.filter(each => !each).length;
    }, list);
    assert.equal(missing, 0);
    await page.done();
});

test('what is removed from the device, or cancelled, is gone, and what was visited stays', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    await page.waitForTimeout(500);
    const count = () => page.evaluate(async () => {
        const [files, pictures] = await Promise.all(['files', 'pictures'].map(part => caches.open(`broadsheet /news/ ${part}`)));
        const bundle = (await files.keys()).filter(({ url }) => url.includes('/bundle/'));
        return [bundle.length, (await pictures.keys()).length];
    });
    await page.goto(url('/offline/'));
    await page.check('.device-choice input');
    const [filesBefore, picturesBefore] = await count();
    await keepWhole(page);
    assert.ok((await count())[1] > picturesBefore + 20);
    await page.click('.device button:has-text("Remove from this device")');
    await page.waitForSelector('.device button.main:has-text("Keep the whole site")');
    const isLess = async () => {
        const [files, pictures] = await count();
        const most = filesBefore + 4; // those of the front page
        assert.ok(files <= most && pictures <= picturesBefore, `${files} of ${most}, ${pictures} of ${picturesBefore}`);
    };
    await isLess();
    device.meddle = (address, request, response) => {
        if (!address.endsWith('.webp')) return false;
        const end = response.end.bind(response);
        response.end = bytes => { setTimeout(() => end(bytes), 400); return response; };
        return false;
    };
    await page.check('.device-choice input');
    await page.click('.device button.main');
    await page.waitForFunction(() => document.querySelector('.device progress')?.value > 0.3);
    await page.click('.device button:has-text("Cancel")');
    await page.waitForSelector('.device button.main:has-text("Keep the whole site")');
    await isLess();
    await opensOffline(page, article);
    await page.goto(url(otherArticle));
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent === 'You are offline');
    await page.done();
});

test('a second tab shows how far the first one is, and pauses and cancels it', async () => {
    const { page, release } = await startHeld();
    const other = await page.context().newPage();
    await other.goto(url('/offline/'));
    await other.waitForSelector('.device progress');
    await other.click('.device button:has-text("Pause")');
    for (const each of [page, other]) await each.waitForSelector('.device button:has-text("Continue")');
    assert.match(await page.locator('.device-said').textContent(), /MB of .* · \d+ of \d+$/);
    await other.click('.device button:has-text("Continue")');
    await other.waitForTimeout(500);
    await page.click('.device button:has-text("Cancel")');
    await waitForState(page, 'keeping', value => value === null);
    release();
    for (const each of [page, other]) await each.waitForSelector('.device button.main:has-text("Keep the whole site")');
    await page.waitForTimeout(1500);
    assert.equal(await readState(page, 'kept'), null);
    await page.done();
});

test('what was paused stays paused when the network is back', async () => {
    const page = await openOnline('/offline/');
    let isBroken = true;
    const { meddle } = hold(/\/bundle\/e/);
    device.meddle = (address, request, response) =>
        isBroken && address.includes('/bundle/e') ? down(address, request) : meddle(address, request, response);
    await page.click('.device button.main');
    await page.waitForSelector('.device [role=alert]');
    isBroken = false;
    await page.click('.device button:has-text("Continue")');
    await page.click('.device button:has-text("Pause")');
    await page.waitForSelector('.device button:has-text("Continue")');
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForTimeout(1000);
    assert.equal((await readState(page, 'keeping')).paused, true);
    await page.done();
});

test('a host that comes back while the browser was online: fetching continues by itself', async () => {
    const page = await openOnline('/offline/');
    await page.waitForSelector('.device button.main');
    device.meddle = down;
    await page.click('.device button.main');
    await page.waitForSelector('.device [role=alert]:has-text("Fetching continues when it is back")');
    device.meddle = null;
    await waitForState(page, 'kept', Boolean);
    await page.waitForSelector('.device [role=status]:has-text("The whole site is on this device")');
    await page.done();
});

test('pictures that the host cuts short, or has not, are left out', async () => {
    const page = await openOnline('/offline/');
    device.meddle = (address, request, response) => {
        if (!/\.(webp|jpg)$/.test(address)) return false;
        const kind = address.length % 3;
        if (kind === 0) return false;
        response.writeHead(kind === 1 ? 200 : 500, { 'content-type': 'image/webp', 'content-length': 100000 });
        response.write('abc');
        setTimeout(() => request.socket.destroy(), 20);
        return true;
    };
    await page.check('.device-choice input');
    await page.evaluate(() => { const set = setTimeout; window.setTimeout = (work, ms, ...rest) => set(work, Math.min(ms, 20), ...rest); });
    await keepWhole(page);
    await page.done();
});

test('data that was cut short is not kept', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    let isCut = false;
    device.meddle = (address, request) => {
        if (!/\/bundle\/e[0-9a-f]{4}/.test(address)) return false;
        isCut = true;
        return cut(address, request);
    };
    await page.evaluate(() => caches.delete('broadsheet /news/ files'));
    await page.goto(url(third));
    await page.waitForFunction(() => document.documentElement.classList.contains('as-html'));
    assert.ok(isCut);
    device.meddle = null;
    await page.goto(url(third));
    await waitUntilDrawn(page);
    await page.done();
});

for (const [what, answer] of [['answered by a page', (address, request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!DOCTYPE html><title>App</title>');
    return true;
}], ['cut short', cut]]) {
    test(`a file of the reader that is ${what} is not kept`, async () => {
        let meddled = 0;
        device.meddle = (address, request, response) => address.endsWith('.wasm') && ++meddled > 0 && answer(address, request, response);
        const page = await open(browser, url(article), { offline: true, drawn: false });
        const hasWorker = await page.evaluate(async () => {
            const registration = await navigator.serviceWorker.register('/news/sw.js');
            const worker = registration.installing ?? registration.waiting ?? registration.active;
            await new Promise(resolve => {
                worker.addEventListener('statechange', () => { if (/activated|redundant/.test(worker.state)) resolve(); });
            });
            return Boolean((await navigator.serviceWorker.getRegistration('/news/'))?.active);
        });
        assert.ok(meddled > 0 && !hasWorker);
        device.meddle = null;
        await page.goto(url(article));
        await waitUntilDrawn(page);
        await page.done();
    });
}

test('an address that cannot be decoded stops nothing', async () => {
    const page = await openOnline('/about/');
    await hasVisited(page, '/about/');
    const front = readFileSync(path.join(out, 'index.html'));
    device.meddle = (address, request, response) => {
        if (!address.includes('%')) return false;
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(front);
        return true;
    };
    await page.goto(url('/%E0%A4%A/'));
    await page.waitForTimeout(500);
    await page.goto(url('/offline/'));
    await keepWhole(page);
    device.meddle = down;
    await page.goto(url('/%E0%A4%A/'));
    await waitUntilDrawn(page);
    await page.done();
});

test('a list from a file: what cannot be a page is left out, and a flood is refused', async () => {
    const page = await openOnline('/offline/');
    const add = async (text, count) => {
        await page.setInputFiles('.device-file', { name: 'later.json', mimeType: 'application/json', buffer: Buffer.from(text) });
        await waitForState(page, 'later', value => value?.length === count);
    };
    const list = pages => JSON.stringify({ broadsheet: 'later', pages });
    await add(list([{ path: article, title: 'A lake' }, { path: article, title: 'Again' }, { path: ['/x/'], title: 'No text' },
        { path: '/\u0000/', title: 'A sign' }, { path: `/${'x'.repeat(5000)}/`, title: 'Long' }, { path: '/y/', title: ' ' }, null, 3]), 1);
    await add('{"broadsheet":"later","pages":[{"path":"/\\ud800/","title":"Half a sign"},{"path":"/a b?#/","title":"Signs"}]}', 2);
    assert.equal(await page.locator('.device-pages a').last().getAttribute('href'), '/news/a%20b%3F%23/');
    await page.setInputFiles('.device-file', {
        name: 'later.json', mimeType: 'application/json',
        buffer: Buffer.from(list(Array.from({ length: 50000 }, (_, i) => ({ path: `/a${i}/`, title: `Title ${i}` })))),
    });
    await page.waitForSelector('text=This file is not a saved list.');
    assert.equal((await readState(page, 'later')).length, 2);
    await page.done();
});

for (const code of [403, 410]) {
    test(`a site that has left, on a host that answers ${code} for files that are gone, frees its readers`, async () => {
        const page = await openOnline(article);
        await hasVisited(page, article);
        device.meddle = (address, request, response) => {
            const isPage = address.endsWith('/');
            response.writeHead(isPage ? 200 : code, { 'content-type': isPage ? 'text/html' : 'application/xml' });
            response.end(isPage ? '<h1>Another site</h1>' : '<Error/>');
            return true;
        };
        await page.goto(url('/'));
        await page.waitForFunction(async () => !await navigator.serviceWorker.getRegistration(), null, { polling: 200 });
        await page.done();
    });
}
