// What a device has kept: no space, newer editions, other language editions, and what counts as visited.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { down, hasVisited, readState, stageDevice, waitForState } from './device.mjs';
import { article, otherArticle, waitUntilDrawn } from './support.mjs';

const device = await stageDevice();
const { folder, out, build, url, openOnline } = device;
const manifestOfHost = () => JSON.parse(readFileSync(path.join(out, 'bundle/manifest.json'), 'utf8'));

// Runs in the page: nothing more can be kept under names that contain `part`.
const fillUp = part => {
    const { put } = Cache.prototype;
    Cache.prototype.formerPut = put;
    Cache.prototype.put = function (address, answer) {
        if (String(address.url ?? address).includes(part)) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        return put.call(this, address, answer);
    };
};

test('no space from the start: "Keep the whole site" and "Keep for later" say so', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    await page.evaluate(fillUp, '/');
    await page.click('[data-action=keep-later]');
    await page.waitForSelector('.note:has-text("There is no more space")');
    assert.equal(await readState(page, 'later'), null);
    await page.goto(url('/offline/'));
    await page.evaluate(fillUp, '/');
    await page.click('.device button.main');
    await page.waitForSelector('.device [role=alert]:has-text("There is no more space")');
    assert.equal(await readState(page, 'keeping'), null);
    // With space again, the same tab goes on.
    await page.evaluate(() => { Cache.prototype.put = Cache.prototype.formerPut; });
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
    await page.done();
});

test('a page that does not fit is not listed as kept for later', async () => {
    const page = await openOnline('/category/asia/');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.evaluate(fillUp, article);
    const card = page.locator('article').filter({ has: page.locator(`a[href="/news${article}"]`) });
    const until = Date.now() + 30000;
    for (; Date.now() < until && !await page.locator('.note').count(); await page.waitForTimeout(500)) {
        await card.getByRole('button', { name: /^Keep: The lake/ }).click();
    }
    await page.waitForSelector('.note:has-text("There is no more space")');
    assert.deepEqual(await readState(page, 'later'), []);
    await page.done();
});

test('no space in the middle: the reason is there after a reload too, and fetching continues on request', async () => {
    const page = await openOnline('/offline/');
    await page.evaluate(fillUp, '/bundle/search');
    await page.click('.device button.main');
    const reason = '.device [role=alert]:has-text("There is no more space")';
    await page.waitForSelector(reason);
    await page.reload();
    await page.waitForSelector(reason);
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
    await page.done();
});

test('a page that was visited in an older edition than the kept one opens in the newer one, by link and by address', async () => {
    const page = await openOnline(article);
    await hasVisited(page, article);
    await page.goto(url('/offline/'));
    await page.click('.device button.main');
    const kept = await waitForState(page, 'kept', Boolean);
    const file = path.join(folder, `content/articles/${path.basename(article)}.md`);
    const former = readFileSync(file, 'utf8');
    writeFileSync(file, former.replace(/\n---\n/, '\n---\n\nA paragraph of the newer edition.\n'));
    build();
    await page.goto(url('/'));
    await waitUntilDrawn(page);
    await waitForState(page, 'kept', value => value.publish !== kept.publish);
    await page.waitForTimeout(500);
    device.meddle = down;
    const isNew = () => page.waitForFunction(() =>
        document.querySelector('#page main')?.textContent.includes('A paragraph of the newer edition.'));
    await page.goto(url(article));
    await waitUntilDrawn(page);
    await isNew();
    await page.goto(url('/'));
    await waitUntilDrawn(page);
    await page.evaluate(address => document.querySelector(`#page a[href="${address}"]`).click(), `/news${article}`);
    await isNew();
    // It stays when the rest of the edition is removed.
    await page.goto(url('/offline/'));
    await page.click('.device button:has-text("Remove from this device")');
    await waitForState(page, 'kept', value => value === null);
    // The button is gone when all is removed.
    await page.waitForSelector('.device button:has-text("Remove from this device")', { state: 'detached' });
    await page.goto(url(article));
    await waitUntilDrawn(page);
    await isNew();
    await page.goto(url(otherArticle));
    await page.waitForFunction(() => document.querySelector('#page h1')?.textContent === 'You are offline');
    device.meddle = null;
    await page.goto(url('/offline/'));
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
    // What is seen after that is newer than what is kept.
    device.meddle = (address, request) => address.includes('/bundle/offline.') && down(address, request);
    writeFileSync(file, former.replace(/\n---\n/, '\n---\n\nA paragraph of the last edition.\n'));
    build();
    await page.goto(url(article));
    await waitUntilDrawn(page);
    await waitForState(page, 'visited', value => value?.[0].publish === manifestOfHost().publish);
    device.meddle = down;
    await page.reload();
    await waitUntilDrawn(page);
    await page.waitForFunction(() =>
        document.querySelector('#page main')?.textContent.includes('A paragraph of the last edition.'));
    writeFileSync(file, former);
    await page.done();
});

test('an address of another edition is not on this device: it is not called a mistake', async () => {
    const page = await openOnline('/about/');
    await hasVisited(page, '/about/');
    device.meddle = down;
    await page.goto(url('/about/'));
    await waitUntilDrawn(page);
    await page.evaluate(() => [...document.querySelectorAll('#page a')].find(a => /\/news\/es\//.test(a.href)).click());
    await page.waitForURL(/\/news\/es\//);
    for (const address of [null, '/es/', '/es', '/es/search/?q=agua', '/es/no-such-page/']) {
        if (address) await page.goto(url(address));
        await page.waitForFunction(() => document.querySelector('#page h1')?.textContent === 'You are offline');
        await page.waitForTimeout(500); // a program that starts would replace it
        assert.equal(await page.locator('#page h1').first().textContent(), 'You are offline', address);
    }
    await page.done();
});

test('each edition says which one it keeps, and whether it is kept', async () => {
    const page = await openOnline('/offline/');
    await page.waitForSelector('.device button.main:has-text("Keep the whole site (English)")');
    await page.click('.device button.main');
    await waitForState(page, 'kept', Boolean);
    await page.waitForSelector('.device [role=status]:has-text("(English)")');
    await page.goto(url('/es/offline/'));
    await page.waitForSelector('.device button.main:has-text("(Español)")');
    assert.equal(await readState(page, 'kept', '/news/es/'), null);
    await page.done();
});

test('a feed without the host: the page says that it is not on this device', async () => {
    const page = await openOnline('/about/');
    await hasVisited(page, '/about/');
    assert.equal((await page.goto(url('/feed.xml'))).headers()['content-type'], 'application/xml');
    device.meddle = down;
    for (const address of ['/feed.xml', '/category/asia/feed.xml', '/es/feed.xml']) {
        await page.goto(url(address));
        await page.waitForTimeout(500); // a program that starts would replace it
        assert.equal(await page.locator('#page h1').first().textContent(), 'You are offline', address);
    }
    await page.done();
});

test('the first page of the second edition opens offline, though it came by way of the first one', async () => {
    const page = await openOnline('/about/');
    await hasVisited(page, '/about/');
    const translated = '/2026/11/02/';
    await page.goto(url(`/es${translated}`));
    await waitUntilDrawn(page);
    await hasVisited(page, translated, '/news/es/');
    const title = await page.title();
    device.meddle = down;
    await page.goto(url(`/es${translated}`));
    await waitUntilDrawn(page);
    assert.equal(await page.title(), title);
    await page.done();
});

test('an address with a mistake is not listed as visited', async () => {
    const page = await openOnline('/no-such-page/');
    await page.waitForTimeout(4000);
    await page.goto(url(article));
    await hasVisited(page, article);
    assert.deepEqual((await readState(page, 'visited')).map(each => each.path), [article]);
    await page.done();
});
