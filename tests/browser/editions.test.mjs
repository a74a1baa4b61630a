// A site in several languages: each edition is a site of its own, and pages lead to each other.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite, launch, open, openPlain, serve, waitForPath, waitUntilDrawn } from './support.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-editions-'));
after(() => rmSync(folder, { recursive: true }));
const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
};
write('site.toml', `title = "Harbour"
language = "en"
base_url = "https://h.example/news"
[languages.de]
title = "Hafen"
[languages.ar]
title = "الميناء"
`);
write('content/lake.md', '---\ntitle: The lake\ndate: 2026-02-01\ntags: [Water]\n---\nThe lake rose. [To the German text](de/lake.md)\n');
write('content/dam.md', '---\ntitle: The dam\ndate: 2026-02-02\n---\nIt holds.\n');
write('content/de/lake.md', '---\ntitle: Der See\ndate: 2026-02-01\nslug: see\ntags: [Water]\n---\nDer See stieg. [Der Damm](../dam.md)\n');
write('content/lake.ar.md', '---\ntitle: البحيرة\ndate: 2026-02-01\n---\nارتفعت البحيرة.\n');

const site = buildSite(folder);
const host = await serve(site, { base: '/news/' });
after(() => host.close());
const browser = await launch();
after(() => browser.close());

// The language, name and address of each entry of the menu. That of the edition itself comes first.
async function menu(page) {
    await page.click('summary[aria-label^="Language: "]');
    await page.waitForSelector('.menu-link[lang]');
    const entries = await page.$$eval('.menu-link[lang]', links => links.map(link => [link.lang, link.textContent,
        link.getAttribute('href'), link.hreflang || link.getAttribute('aria-current')].join(' ')));
    await page.keyboard.press('Escape');
    return entries;
}

test('the menu of languages leads to the same page, or else to the front page', async () => {
    for (const show of [open, openPlain]) {
        const page = await show(browser, host.url('/2026/02/01/lake/'));
        assert.deepEqual(await menu(page), ['en English /news/2026/02/01/lake/ page',
            'de Deutsch /news/de/2026/02/01/see/ de', 'ar العربية /news/ar/2026/02/01/lake/ ar']);
        assert.equal(await page.textContent('.also-in'), 'Also in: العربية, Deutsch');
        await page.goto(host.url('/2026/02/02/dam/'));
        if (show === open) await waitUntilDrawn(page);
        assert.deepEqual(await menu(page),
            ['en English /news/ page', 'de Deutsch /news/de/ de', 'ar العربية /news/ar/ ar']);
        assert.equal(await page.$('.also-in'), null);
        // A list that others have too, and a month, which leads to the archive of the others.
        await page.goto(host.url('/tag/water/'));
        if (show === open) await waitUntilDrawn(page);
        assert.deepEqual(await menu(page),
            ['en English /news/tag/water/ page', 'de Deutsch /news/de/tag/water/ de', 'ar العربية /news/ar/ ar']);
        assert.deepEqual(await page.$$eval('link[rel=alternate][hreflang]', links => links.map(link => `${link.hreflang} ${link.href}`)),
            ['en https://h.example/news/tag/water/', 'de https://h.example/news/de/tag/water/', 'x-default https://h.example/news/tag/water/']);
        await page.goto(host.url('/2026/02/'));
        if (show === open) await waitUntilDrawn(page);
        assert.deepEqual(await menu(page),
            ['en English /news/ page', 'de Deutsch /news/de/archive/ de', 'ar العربية /news/ar/archive/ ar']);
        await page.close();
    }
});

test('a translation is opened as a site of its own, in its language and direction', async () => {
    const page = await open(browser, host.url('/2026/02/01/lake/'));
    await waitUntilDrawn(page);
    await page.click('.also-in a[hreflang="ar"]');
    await waitForPath(page, '/news/ar/2026/02/01/lake/');
    await waitUntilDrawn(page);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]),
        ['ar', 'rtl', 'البحيرة – الميناء']);
    assert.ok(host.requests.some(each => each.startsWith('/news/ar/bundle/start.')));
    await page.goBack();
    await waitForPath(page, '/news/2026/02/01/lake/');
    await page.close();
});

test('a link in a text to an article of another edition is followed', async () => {
    const page = await open(browser, host.url('/2026/02/01/lake/'));
    await waitUntilDrawn(page);
    await page.click('.prose a');
    await waitForPath(page, '/news/de/2026/02/01/see/');
    await waitUntilDrawn(page);
    assert.equal(await page.getAttribute('.prose a', 'href'), '/news/2026/02/02/dam/');
    await page.click('.prose a');
    await waitForPath(page, '/news/2026/02/02/dam/');
    await page.close();
});

test('an unknown address of an edition gets the page of that edition', async () => {
    const page = await open(browser, host.url('/de/gibt-es-nicht/'));
    await page.waitForFunction(() => document.documentElement.lang === 'de');
    await waitUntilDrawn(page);
    assert.match(await page.textContent('main'), /nicht/);
    assert.equal(new URL(page.url()).pathname, '/news/de/gibt-es-nicht/');
    // The usual edition answers for itself.
    await page.goto(host.url('/nothing-here/'));
    await waitUntilDrawn(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    await page.close();
});

test('the language of the browser is offered once, and the choice is kept', async () => {
    const context = await browser.newContext({ locale: 'de-AT' });
    const page = await context.newPage();
    await page.goto(host.url('/2026/02/01/lake/'));
    await waitUntilDrawn(page);
    const offer = page.locator('aside.edition a');
    await offer.waitFor();
    assert.deepEqual(await offer.evaluate(link => [link.textContent, link.lang, link.getAttribute('href')]),
        ['Deutsch', 'de', host.url('/de/2026/02/01/see/')]);
    await page.click('aside.edition button');
    await page.reload();
    await waitUntilDrawn(page);
    await page.waitForTimeout(300);
    assert.equal(await offer.count(), 0);
    await page.click('.also-in a[hreflang="de"]');
    await waitForPath(page, '/news/de/2026/02/01/see/');
    await page.goto(host.url('/2026/02/02/dam/')); // it has no translation
    await waitUntilDrawn(page);
    await page.waitForTimeout(300);
    assert.equal(await offer.count(), 0);
    await page.goto(host.url('/2026/02/01/lake/'));
    await waitUntilDrawn(page);
    await offer.click();
    await waitForPath(page, '/news/de/2026/02/01/see/');
    await context.close();
});

test('robots are told of all languages', async () => {
    const page = await openPlain(browser, host.url('/de/'));
    assert.deepEqual(await page.$$eval('link[hreflang]', links => links.map(link => `${link.hreflang} ${link.href}`)), [
        'en https://h.example/news/', 'de https://h.example/news/de/', 'ar https://h.example/news/ar/',
        'x-default https://h.example/news/']);
    await page.close();
});
