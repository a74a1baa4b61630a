// Share sheets, reader views and read-later services read the document, also after the reader moved to another page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { article, buildSite, kinds, launch, open, openPlain, otherArticle, serve, settle, waitForPath } from './support.mjs';
import { report } from './report.mjs';

const site = buildSite('content', '--base-url', 'https://meridian.example/');
const server = await serve(site);
after(() => server.close());
const browser = await launch();
after(() => browser.close());

const readability = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8');

// The metadata in the document, without the program's own style sheet.
const headOf = page => page.evaluate(() => ({
    title: document.title,
    language: document.documentElement.lang,
    direction: document.documentElement.dir || 'ltr',
    elements: [...document.head.querySelectorAll('meta,link,script[type="application/ld+json"]')]
        .filter(element => !element.matches('[rel=stylesheet]')).map(element => element.outerHTML).sort(),
}));

// Moves as a reader does who follows a link.
async function follow(page, path) {
    await page.evaluate(target => {
        const link = document.createElement('a');
        link.href = target;
        link.style.position = 'absolute'; // moves nothing
        document.querySelector('#page').append(link);
        link.click();
    }, path);
    await page.waitForFunction(wanted => location.pathname + location.search === wanted, path, { timeout: 20000 });
    await settle(page);
}

test('the head follows every move, on every kind of page', async () => {
    const paths = [article, otherArticle, ...Object.values(kinds).filter(path => path !== article && path !== kinds.missing),
        '/page/2/', '/category/asia/page/2/', '/2026/', '/2026/11/23/', '/'];
    const page = await open(browser, server.url('/'));
    for (const path of paths) {
        if (!await page.evaluate(async wanted => (await fetch(wanted)).ok, path)) continue;
        await follow(page, path);
        const moved = await headOf(page);
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')), path);
        const fresh = await openPlain(browser, server.url(path));
        assert.deepEqual(moved, await headOf(fresh), path);
        await fresh.done();
    }
    await page.goBack();
    await settle(page);
    assert.match(await page.evaluate(() => document.head.querySelector('[rel=canonical]').href), /23\/$/);
    await page.done();
    report(8, 'Title, description, canonical, alternates, previews, structured data after each move', `${paths.length} pages`,
        'as on the page itself');
});

const readArticle = page => page.evaluate(source => {
    const Readability = new Function(`${source}; return Readability;`)();
    const { title, byline, publishedTime, content, textContent, lang } = new Readability(document.cloneNode(true)).parse();
    // The plain page has the contents twice, for two widths, so only the text itself is compared.
    const paragraphs = [...new DOMParser().parseFromString(content, 'text/html').querySelectorAll('p, h2, h3, blockquote')]
        .map(block => block.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean);
    return { title, byline, publishedTime, lang, paragraphs, skips: /Skip to content/.test(textContent) };
}, readability);

test('a reader view shows the article, as on the plain page', async () => {
    const page = await open(browser, server.url('/'), { bypassCSP: true });
    const links = await page.evaluate(() => [...new Set([...document.querySelectorAll('#page main a')]
        .map(link => link.pathname).filter(path => /^\/\d{4}\/\d\d\/\d\d\//.test(path)))]);
    let read = 0;
    for (const path of links.slice(0, 20)) {
        await follow(page, path);
        const drawn = await readArticle(page);
        const plain = await openPlain(browser, server.url(path), { bypassCSP: true });
        const expected = await readArticle(plain);
        assert.deepEqual(drawn, expected, path);
        assert.ok(expected.title && expected.publishedTime && expected.paragraphs.length > 3 && !expected.skips, path);
        await plain.done();
        read++;
    }
    assert.ok(read >= 8);
    await page.done();
    report(8, "Mozilla's Readability on drawn articles", `${read} articles`.replace(/\d+/, '> 7'), 'title, author, date and text of the plain page');
});
