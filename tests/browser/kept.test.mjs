// What a device has kept, and what it says when it is full.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { article, launch, open, program, root, serve, tool } from './support.mjs';

let browser;
let folder;
let out;
let server;
let meddle; // what the host does instead of answering

const build = () => execFileSync(tool, ['build', '--content', path.join(folder, 'content'), '--out', out,
    '--program', program, '--base-url', 'https://paper.example/news'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });

before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-kept-'));
    out = path.join(folder, 'site');
    cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
    build();
    server = await serve(out, { base: '/news/', meddle: (...values) => meddle?.(...values) });
    browser = await launch();
});
after(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
});

const url = (address = '/') => server.url(address);
const readState = (page, name, base = '/news/') => page.evaluate(async ([name, base]) => {
    const cache = await caches.open(`broadsheet ${base} state`);
    return (await cache.match(`${base}offline/state/${name}`))?.json() ?? null;
}, [name, base]);
async function waitForState(page, name, test, base) {
    for (const until = Date.now() + 60000; Date.now() < until; await page.waitForTimeout(200)) {
        const value = await readState(page, name, base).catch(() => null); // the page may be changing
        if (test(value)) return value;
    }
    assert.fail(`no ${name} within 60 s at ${page.url()}: ${JSON.stringify(await readState(page, name, base))}`);
}
const hasVisited = (page, address, base) =>
    waitForState(page, 'visited', value => value?.some(each => each.path === address), base);

async function openOnline(address) {
    meddle = null;
    return open(browser, url(address), { offline: true, drawn: address !== '/offline/' });
}

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
    for (const until = Date.now() + 30000; Date.now() < until && !await page.locator('.note').count(); await page.waitForTimeout(500)) {
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
