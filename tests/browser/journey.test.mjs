// A reader on a phone finds last month's article about a city in three ways, shares it, goes back, and switches to the
// dark scheme.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { buildSite, launch, open, serve, settle, waitForPath } from './support.mjs';

const wanted = '/2026/10/12/a-litre-on-every-square-metre/';
let server;
let browser;
let page;
before(async () => {
    server = await serve(buildSite());
    browser = await launch();
});
after(async () => {
    await browser?.close();
    server?.close();
});
beforeEach(async () => {
    page = await open(browser, server.url('/'), {
        width: 390, height: 844, phone: true, dpr: 2, permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.evaluate(() => { window.marker = true; });
});
afterEach(async () => {
    assert.ok(await page.evaluate(() => window.marker), 'a page was loaded anew on the way');
    assert.deepEqual(page.complaints, []);
    await page.done();
});

async function tapTo(selector, address) {
    await page.tap(selector);
    await waitForPath(page, address);
}

test('by the calendar', async () => {
    await tapTo('section[aria-label="Calendar"] a[href="/2026/10/"]', '/2026/10/');
    await tapTo('section[aria-label="Calendar"] a[href="/2026/10/12/"]', '/2026/10/12/');
    await tapTo(`main a[href="${wanted}"]`, wanted);
    assert.match(await page.textContent('main h1'), /^A litre/);
});

test('by a tag', async () => {
    await tapTo('section[aria-label="Tags"] a[href="/tag/water/"]', '/tag/water/');
    while (!await page.$(`main a[href="${wanted}"]`)) {
        const older = await page.getAttribute('nav[aria-label="Pages"] li:last-child a', 'href');
        await tapTo(`nav[aria-label="Pages"] li:last-child a`, older);
    }
    await tapTo(`main a[href="${wanted}"]`, wanted);
});

test('by its place: region, country, city', async () => {
    await page.tap('nav[aria-label="Menu"] summary');
    await settle(page);
    await tapTo('nav[aria-label="Menu"] a[href="/category/america/"]', '/category/america/');
    await tapTo('section[aria-label="Categories"] a[href="/category/america/nueva-andia/"]',
        '/category/america/nueva-andia/');
    await tapTo('section[aria-label="Categories"] a[href="/category/america/nueva-andia/bogavieja/"]',
        '/category/america/nueva-andia/bogavieja/');
    await tapTo(`main a[href="${wanted}"]`, wanted);
    assert.deepEqual(await page.$$eval('.breadcrumbs a', links => links.map(link => link.textContent)),
        ['Home', 'America', 'Nueva Andia', 'Bogavieja']);
});

test('shares it, goes back to the same place in the list, and switches to dark', async () => {
    await page.tap('section[aria-label="Tags"] a[href="/tag/water/"]');
    await waitForPath(page, '/tag/water/');
    const link = page.locator('main a[href^="/2026/"]').last();
    await link.scrollIntoViewIfNeeded();
    await settle(page);
    const scroll = await page.evaluate(() => scrollY);
    const address = await link.getAttribute('href');
    await link.tap();
    await waitForPath(page, address);
    await page.getByRole('button', { name: 'Copy link' }).tap();
    await page.waitForSelector('.note');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), server.url(address));
    await page.goBack();
    await waitForPath(page, '/tag/water/');
    assert.ok(Math.abs(await page.evaluate(() => scrollY) - scroll) <= 1);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.evaluate(() => scrollTo(0, 0));
    await page.tap('summary[aria-label="Reading settings"]');
    await settle(page);
    await page.getByRole('button', { name: 'Theme: Dark' }).tap();
    await settle(page);
    assert.notEqual(await ground(), light);
});
