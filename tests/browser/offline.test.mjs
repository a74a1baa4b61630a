// Reading without a connection: visited pages, the whole site, what happens when the host misbehaves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { down, hasVisited, readState, stageDevice, waitForState } from './device.mjs';
import { article, open, otherArticle, root, waitForPath, waitUntilDrawn } from './support.mjs';

const device = await stageDevice();
const { folder, out, server, browser, build, url, openOnline } = device;
const heading = page => page.locator('#page h1').first().textContent();

test('visited pages open offline, drawn; others say that they are not on the device', async () => {
    const page = await openOnline(article);
    const title = await heading(page);
    await hasVisited(page, article);
    await page.click(`#page a[href="/news${otherArticle}"]`);
    await waitForPath(page, `/news${otherArticle}`);
    await hasVisited(page, otherArticle);
    const otherTitle = await heading(page);

    device.meddle = down;
    // Loaded as a page, and drawn with what was seen before.
    await page.goto(url(article));
    await waitUntilDrawn(page);
    assert.equal(await heading(page), title);
    // A page that was never loaded as HTML: the stand-in draws it.
    await page.goto(url(otherArticle));
    await waitUntilDrawn(page);
    await page.waitForFunction(title => document.querySelector('#page h1')?.textContent === title, otherTitle);
    // Never seen: said in place, with a way on.
    await page.evaluate(() => { document.querySelector('#page a[href^="/news/category/"]').click(); });
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent === 'You are offline');
    assert.equal(await page.locator('#page main a[href="/news/offline/"]').count(), 1);
    // Back online it loads by itself, on request.
    device.meddle = null;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent !== 'You are offline');
    await page.done();
});

test('at the next visit the files of the reader come from the cache, without the service worker', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    await page.reload();
    await waitUntilDrawn(page);
    const sources = await page.evaluate(() => performance.getEntriesByType('resource')
        .filter(({ name }) => /assets\/reader\./.test(name))
        .map(entry => entry.workerFinalRouterSource ?? entry.workerFinalSourceType));
    assert.ok(sources.length >= 2, `${sources.length} files of the reader`);
    assert.deepEqual([...new Set(sources)], ['cache']);
    await page.done();
});

test('a browser can install the site as an app', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // The contexts of a test are private windows, in which browsers install nothing.
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
    const { errors, data } = await session.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    assert.equal(JSON.parse(data).display, 'standalone');
    await page.done();
});

test('any address of the site answers offline, with what is there', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    device.meddle = down;
    await page.goto(url('/2026/01/01/no-such-article/'));
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent === 'You are offline');
    await page.waitForSelector(`#page .device-pages a[href="/news${article}"]`);
    await page.goto(url('/offline/'));
    assert.equal(await heading(page), 'On this device');
    await page.waitForSelector(`#page .device-pages a[href="/news${article}"]`);
    await page.done();
});

test('the whole site is kept, read and searched offline; a newer edition fetches what it changed', async () => {
    const page = await openOnline('/offline/');
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
    const kept = await readState(page, 'kept');
    assert.match(await page.locator('.device [role=status]').first().textContent(), /^The whole site is on this device, as of /);
    assert.ok(kept.articles > 40 && kept.bytes > 1e6, JSON.stringify(kept));

    device.meddle = down;
    for (const address of [article, otherArticle, '/category/asia/', '/2026/11/']) {
        await page.goto(url(address));
        await waitUntilDrawn(page);
        await page.waitForFunction(() => !/offline|device/i.test(document.querySelector('#page h1').textContent));
    }
    await page.goto(url('/search/?q="the+lake"'));
    await waitUntilDrawn(page);
    await page.waitForFunction(() => document.querySelector('#page main')?.textContent.includes('The lake that a city learned'));

    device.meddle = null;
    const lake = path.join(folder, 'content/articles/offline-extra.md');
    writeFileSync(lake, '---\ntitle: A paper on the train\ndate: 2026-11-24\n---\nRead on the *train*.\n');
    build();
    server.requests.length = 0;
    const asked = () => server.requests.filter(address => /bundle\/(search\/|\w+\.[0-9a-f]{8})/.test(address));
    await page.goto(url('/'));
    await waitUntilDrawn(page);
    await waitForState(page, 'kept', value => value.publish !== kept.publish);
    assert.ok(asked().length < 60, `${asked().length} files`);
    device.meddle = down;
    await page.goto(url('/2026/11/24/offline-extra/'));
    await waitUntilDrawn(page);
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent === 'A paper on the train');
    await page.done();
});

test('fetching stops without the host, and continues after the tab was closed', async () => {
    const page = await openOnline('/offline/');
    let files = 0;
    device.meddle = (address, request) => {
        if (address.includes('/bundle/') && ++files > 12) return down(address, request);
        return false;
    };
    await page.click('.device button.main');
    await page.waitForSelector('.device [role=alert]', { timeout: 30000 });
    assert.equal(await readState(page, 'kept'), null);
    assert.match(await page.locator('.device [role=alert]').textContent(), /^The connection is gone/);
    await page.close();
    device.meddle = null;
    server.requests.length = 0;
    const again = await page.context().newPage();
    await again.goto(url('/offline/'));
    await waitForState(again, 'kept', Boolean);
    await page.done();
});

test('no space, a login of the network, and a host that answers pages for data', async () => {
    const page = await open(browser, url('/offline/'), {
        offline: true, drawn: false,
        before: page => page.addInitScript(() => {
            let puts = 0;
            const { put } = Cache.prototype;
            Cache.prototype.put = function (address, answer) {
                if (String(address).includes('/bundle/') && ++puts > 5) throw new DOMException('full', 'QuotaExceededError');
                return put.call(this, address, answer);
            };
        }),
    });
    await page.click('.device button.main');
    await page.waitForSelector('.device [role=alert]').catch(async () => assert.fail(await page.locator('.device').first().innerHTML()));
    assert.match(await page.locator('.device [role=alert]').textContent(), /^There is no more space/);
    await page.done();

    const other = await openOnline(article);
    await hasVisited(other, article);
    device.meddle = (address, request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<title>Log in</title><h1>Welcome to the network</h1>');
        return true;
    };
    await other.goto(url(otherArticle));
    assert.equal(await other.locator('h1').textContent(), 'Welcome to the network');
    device.meddle = down;
    await other.goto(url(otherArticle));
    assert.notEqual(await other.locator('h1').textContent(), 'Welcome to the network');
    await other.goto(url(article));
    await waitUntilDrawn(other);
    await other.done();
});

// Trouble, each with a host or a browser that makes it.

const keepWhole = async page => {
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
};
const addArticle = (name, title) => writeFileSync(path.join(folder, `content/articles/${name}.md`),
    `---\ntitle: ${title}\ndate: 2026-11-24\n---\nText.\n`);
const manifestOfHost = () => JSON.parse(readFileSync(path.join(out, 'bundle/manifest.json'), 'utf8'));
async function opensOffline(page, address, title) {
    device.meddle = down;
    await page.goto(url(address));
    await waitUntilDrawn(page);
    await page.waitForFunction(title => document.querySelector('#page h1')?.textContent.startsWith(title), title);
}

test('a publish in the middle of the download: the newer edition is kept, whole', async () => {
    const page = await openOnline('/offline/');
    let files = 0;
    device.meddle = address => {
        if (address.includes('/bundle/e') && ++files === 3) {
            addArticle('in-the-middle', 'Published in the middle');
            build();
        }
        return false;
    };
    await keepWhole(page);
    assert.ok(files > 3);
    await waitForState(page, 'kept', value => value?.publish === manifestOfHost().publish);
    await opensOffline(page, '/2026/11/24/in-the-middle/', 'Published in the middle');
    await page.done();
});

test('two tabs: one fetches, the other says so, and both have the site in the end', async () => {
    const page = await openOnline('/offline/');
    const held = [];
    let isHeld = true;
    device.meddle = (address, request, response) => {
        if (!isHeld || !/\/bundle\/e/.test(address)) return false;
        const end = response.end.bind(response);
        response.end = bytes => { held.push(() => end(bytes)); return response; };
        return false;
    };
    await page.click('.device button.main');
    await waitForState(page, 'keeping', value => value?.list);
    const other = await page.context().newPage();
    await other.goto(url('/offline/'));
    await other.waitForSelector('.device progress');
    assert.equal(await other.locator('.device button.main').count(), 0, 'it is being fetched already');
    isHeld = false;
    held.forEach(release => release());
    await waitForState(page, 'kept', Boolean);
    await other.waitForFunction(() => /^The whole site is on this device/.test(document.querySelector('.device [role=status]')?.textContent));
    await page.done();
});

for (const [what, answer] of [['404', [404, 'text/plain', 'gone']], ['500', [500, 'text/plain', 'broken']],
    ['a page', [200, 'text/html', '<h1>Welcome</h1>']]]) {
    test(`a host that answers a data file with ${what}: the edition that was kept stays, and the next try completes`, async () => {
        const page = await openOnline('/offline/');
        await keepWhole(page);
        const kept = await readState(page, 'kept');
        addArticle(`after-${what.replace(' ', '-')}`, `After ${what}`);
        build();
        let wrong = 0;
        device.meddle = (address, request, response) => {
            if (!/\/bundle\/e[0-9a-f]{4}\./.test(address)) return false;
            wrong++;
            const [status, type, body] = answer;
            response.writeHead(status, { 'content-type': type });
            response.end(body);
            return true;
        };
        await page.goto(url('/'));
        await waitUntilDrawn(page);
        await waitForState(page, 'keeping', value => value?.list && value.list !== kept.list);
        for (const until = Date.now() + 20000; Date.now() < until && wrong < 3; await page.waitForTimeout(200));
        assert.ok(wrong >= 1, 'no file was asked for');
        assert.equal((await readState(page, 'kept')).publish, kept.publish);
        await opensOffline(page, otherArticle, 'An opera');
        device.meddle = null;
        await page.goto(url('/'));
        await waitForState(page, 'kept', value => value?.publish === manifestOfHost().publish);
        await page.done();
    });
}

test('a host that forbids storing its answers: what is visited and what is kept opens offline', async () => {
    const noStore = (address, request, response) => {
        const { writeHead } = response;
        response.writeHead = (status, headers) => writeHead.call(response, status, { ...headers, 'cache-control': 'no-store' });
        return false;
    };
    const page = await openOnline('/offline/');
    device.meddle = noStore;
    await page.goto(url(article));
    await waitUntilDrawn(page);
    await hasVisited(page, article);
    await page.goto(url('/offline/'));
    await keepWhole(page);
    await opensOffline(page, article, 'The lake');
    await opensOffline(page, otherArticle, 'An opera');
    await page.done();
});

test('an address that the host leads elsewhere is not kept under its name', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    device.meddle = (address, request, response) => {
        if (address !== `/news${otherArticle}`) return false;
        response.writeHead(302, { location: `/news${article}` });
        response.end();
        return true;
    };
    await page.goto(url(otherArticle));
    await waitUntilDrawn(page);
    assert.equal(new URL(page.url()).pathname, `/news${article}`);
    assert.ok(!await page.evaluate(async address => Boolean(await (await caches.open('broadsheet /news/ pages')).match(address)), url(otherArticle)));
    device.meddle = down;
    await page.goto(url(otherArticle));
    await page.waitForFunction(() => /offline/i.test(document.querySelector('#page h1')?.textContent));
    await page.done();
});

test('the browser cleared its storage: the site works, and keeps again what is visited', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    await page.evaluate(async () => {
        localStorage.clear();
        for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
        for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.goto(url(otherArticle));
    await waitUntilDrawn(page);
    await hasVisited(page, otherArticle);
    await opensOffline(page, otherArticle, 'An opera');
    await page.goto(url(article));
    await page.waitForFunction(() => /offline/i.test(document.querySelector('#page h1')?.textContent));
    await page.done();
});

test('a private window that refuses storage: pages are drawn, and /offline/ offers nothing', async () => {
    device.meddle = null;
    const refuse = page => page.addInitScript(() => {
        const refused = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
        CacheStorage.prototype.open = refused;
        CacheStorage.prototype.keys = refused;
        ServiceWorkerContainer.prototype.register = refused;
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    });
    const page = await open(browser, url(article), { offline: true, before: refuse, settings: null });
    await page.click(`#page a[href="/news${otherArticle}"]`);
    await waitForPath(page, `/news${otherArticle}`);
    await page.goto(url('/offline/'));
    await page.waitForTimeout(1000);
    assert.equal(await page.locator('.device button').count(), 0);
    assert.match(await page.locator('#page main').textContent(), /this browser|does not|cannot/i);
    await page.done();
});

test('a clock that is wrong by decades changes nothing', async () => {
    device.meddle = null;
    for (const time of ['1990-01-01T00:00:00Z', '2080-01-01T00:00:00Z']) {
        const page = await open(browser, url('/offline/'), { offline: true, drawn: false, time });
        await keepWhole(page);
        await opensOffline(page, otherArticle, 'An opera');
        await page.done();
        device.meddle = null;
    }
});

test('pages are kept for later', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    await page.click('[data-action=keep-later]');
    await waitForState(page, 'later', value => value?.length === 1);
    await page.goto(url('/offline/'));
    const title = await page.locator('.device-pages a').first().textContent();
    assert.match(title, /lake/i);
    const list = { broadsheet: 'later', pages: [{ path: otherArticle, title: 'Other' }, { path: '//evil.example/', title: 'No' }] };
    await page.setInputFiles('.device-file', { name: 'later.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(list)) });
    await waitForState(page, 'later', value => value?.length === 2);
    await page.setInputFiles('.device-file', { name: 'later.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await page.waitForSelector('text=This file is not a saved list.');
    await page.done();
});

test('a page is kept for later from its card in a list, and opens offline without having been visited', async () => {
    const page = await openOnline('/category/asia/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    const card = page.locator('article').filter({ has: page.locator(`a[href="/news${article}"]`) });
    const keep = card.getByRole('button', { name: /^Keep: The lake/ });
    // The files of offline reading arrive when the browser is idle.
    for (const until = Date.now() + 30000; Date.now() < until && !await readState(page, 'later'); await page.waitForTimeout(500)) {
        await keep.click();
    }
    const [kept] = await waitForState(page, 'later', value => value?.length === 1);
    assert.equal(kept.path, article);
    assert.match(kept.title, /^The lake/);
    await page.waitForFunction(async address => {
        const [pages, files] = [await caches.open('broadsheet /news/ pages'), await caches.open('broadsheet /news/ files')];
        return await pages.match(address) && (await files.keys()).some(({ url }) => /bundle\/e[0-9a-f]{4}\./.test(url));
    }, url(article), { polling: 200, timeout: 20000 });
    await page.waitForTimeout(500); // its other files
    device.meddle = down;
    await page.goto(url(article));
    await waitUntilDrawn(page);
    assert.match(await heading(page), /^The lake/);
    await page.done();
});

test('a site that is not kept any more frees its readers', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    writeFileSync(path.join(folder, 'content/site.toml'),
        `${readFileSync(path.join(root, 'content/site.toml'), 'utf8')}\n[offline]\nenabled = false\n`);
    build();
    await page.goto(url(article));
    await waitUntilDrawn(page);
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) &&
        !(await caches.keys()).some(name => name.startsWith('broadsheet')), null, { polling: 300, timeout: 30000 });
    await page.done();
});
