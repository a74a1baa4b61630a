// Links, history, fragments and scroll positions work as in plain pages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, buildSite, fileOf, open, openPlain, otherArticle, serve, settle, stage, waitForPath, waitUntilDrawn } from './support.mjs';

const { site, server, browser } = await stage();

const mark = page => page.evaluate(() => { window.marker = 'still here'; });
const marked = page => page.evaluate(() => window.marker === 'still here');
const state = page => page.evaluate(() => ({
    path: location.pathname, title: document.title, heading: document.querySelector('#page main h1')?.textContent,
    focus: document.activeElement?.tagName, scroll: scrollY,
}));
const link = address => `main a[href="${address}"]`;

test('a link opens an article without loading a page', async () => {
    const page = await open(browser, server.url('/'));
    await mark(page);
    const before = await state(page);
    await page.click(link(article));
    await waitForPath(page, article);
    const after = await state(page);
    assert.ok(await marked(page), 'the page was loaded anew');
    assert.notEqual(after.title, before.title);
    assert.match(after.title, /^The lake that a city learned to leave alone/);
    assert.equal(after.heading, 'The lake that a city learned to leave alone');
    assert.equal(after.focus, 'H1');
    assert.equal(after.scroll, 0);
    // The result is the same as opening the URL directly.
    const direct = await open(browser, server.url(article));
    const text = view => view.evaluate(() => document.querySelector('#page').textContent);
    assert.equal(await text(page), await text(direct));
    assert.deepEqual(page.complaints, []);
    await page.done();
    await direct.done();
});

// The reader notes the position shortly after the last scroll event.
async function scrollAndRemember(page, top) {
    await page.evaluate(y => scrollTo({ top: y, behavior: 'instant' }), top);
    await page.waitForFunction(y => Math.abs(history.state?.scroll - y) <= 1, top);
}

test('back and forward restore scroll positions', async () => {
    const page = await open(browser, server.url('/'));
    await mark(page);
    await scrollAndRemember(page, 700);
    await page.evaluate(address => [...document.querySelectorAll(`main a[href="${address}"]`)].at(-1).click(), otherArticle);
    await waitForPath(page, otherArticle);
    assert.equal((await state(page)).scroll, 0);
    await scrollAndRemember(page, 431);
    await page.goBack();
    await waitForPath(page, '/');
    await page.waitForTimeout(100);
    let now = await state(page);
    assert.ok(Math.abs(now.scroll - 700) <= 1, `back at ${now.scroll} instead of 700`);
    assert.match(now.title, /^Meridian/);
    await page.goForward();
    await waitForPath(page, otherArticle);
    await page.waitForTimeout(100);
    now = await state(page);
    assert.ok(Math.abs(now.scroll - 431) <= 1, `forward at ${now.scroll} instead of 431`);
    assert.match(now.heading, /^An opera season/);
    assert.ok(await marked(page));
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('a reloaded page is drawn at its scroll position', async () => {
    const page = await open(browser, server.url(article));
    await page.evaluate(() => scrollTo({ top: 1200, behavior: 'instant' }));
    await page.waitForTimeout(300);
    await page.reload();
    await waitUntilDrawn(page);
    const { scroll } = await state(page);
    const canvas = await page.evaluate(() => {
        const { top, bottom } = document.getElementById('canvas').getBoundingClientRect();
        return { top, bottom, height: innerHeight };
    });
    assert.ok(canvas.top <= 0 && canvas.bottom >= canvas.height,
        `the canvas covers ${canvas.top} to ${canvas.bottom} of ${canvas.height}, scrolled to ${scroll}`);
    assert.ok(Math.abs(scroll - 1200) <= 1, `reloaded at ${scroll} instead of 1200`);
    await page.done();
});

test('going back from another document restores the scroll position', async () => {
    const page = await open(browser, server.url(article));
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await page.waitForTimeout(300);
    await page.goto(server.url('/robots.txt'));
    await page.goBack();
    await waitUntilDrawn(page);
    const { scroll } = await state(page);
    assert.ok(Math.abs(scroll - 900) <= 1, `back at ${scroll} instead of 900`);
    await page.done();
});

test('fragments scroll', async () => {
    const page = await open(browser, server.url(article));
    await mark(page);
    await page.click('.footnote-link[href$="#fn-1"]');
    await settle(page);
    assert.equal(new URL(page.url()).hash, '#fn-1');
    const seen = id => page.evaluate(id => {
        const { top, bottom } = document.getElementById(id).getBoundingClientRect();
        return top >= -1 && bottom <= innerHeight + 1;
    }, id);
    assert.ok(await seen('fn-1'), 'the footnote is not on the screen');
    const low = (await state(page)).scroll;
    assert.ok(low > 0);
    await page.goBack();
    await page.waitForTimeout(200);
    assert.equal(new URL(page.url()).hash, '');
    assert.ok((await state(page)).scroll < low, 'back from a fragment does not scroll back');
    assert.ok(await marked(page));
    await page.done();
    // A URL with a fragment, opened directly.
    const direct = await open(browser, server.url(`${article}#the-bill`));
    const top = await direct.evaluate(() => document.getElementById('the-bill').getBoundingClientRect().top);
    assert.ok(top >= -1 && top < 200, `the heading is at ${top}`);
    await direct.done();
});

test('after going back to a fragment, Tab goes on from there', async () => {
    const stops = [];
    for (const each of [open, openPlain]) {
        const page = await each(browser, server.url(article));
        const steps = async () => {
            await page.waitForTimeout(400);
            await page.keyboard.press('Tab');
            return page.evaluate(() => [location.hash, document.activeElement.textContent]);
        };
        await page.locator('.contents a').nth(2).click();
        await page.waitForTimeout(300);
        await page.locator('.contents a').nth(4).click();
        await page.waitForTimeout(300);
        await page.goBack();
        const seen = [await steps()];
        await page.goForward();
        seen.push(await steps());
        stops.push(seen);
        assert.equal(await page.locator('#page :is(h2, h3)[tabindex]').count(), 0);
        await page.done();
    }
    assert.deepEqual(stops[0], stops[1]);
});

test('links have real URLs: a middle click opens a new page', async () => {
    const page = await open(browser, server.url('/'));
    const addresses = await page.evaluate(() =>
        [...document.querySelectorAll('#page a[href]')].map(a => a.href));
    assert.ok(addresses.length > 60);
    for (const address of addresses) {
        const { origin, pathname } = new URL(address);
        if (origin === server.origin) assert.ok(fileOf(site, pathname), `nothing at ${pathname}`);
    }
    const opened = page.context().waitForEvent('page');
    await page.click(link(article), { modifiers: ['Control'] });
    const tab = await opened;
    await tab.waitForLoadState();
    assert.equal(new URL(tab.url()).pathname, article);
    assert.equal(new URL(page.url()).pathname, '/');
    await page.done();
});

test('a quick second click wins', async () => {
    const page = await open(browser, server.url('/'));
    await page.evaluate(([first, second]) => {
        document.querySelector(`main a[href="${first}"]`).click();
        document.querySelector(`main a[href="${second}"]`).click();
    }, [article, otherArticle]);
    await waitForPath(page, otherArticle);
    await page.waitForTimeout(300);
    const now = await state(page);
    assert.equal(now.path, otherArticle);
    assert.match(now.heading, /^An opera season/);
    await page.done();
});

test('the site works under a base path', async () => {
    const nested = buildSite('content', '--base-url', 'https://example.org/news');
    const host = await serve(nested, { base: '/news/' });
    const page = await open(browser, host.url('/'));
    await mark(page);
    await page.click(`main a[href="/news${article}"]`);
    await waitForPath(page, `/news${article}`);
    assert.ok(await marked(page));
    assert.match((await state(page)).heading, /^The lake/);
    await page.goBack();
    await waitForPath(page, '/news/');
    assert.deepEqual(page.complaints, []);
    assert.deepEqual(host.requests.filter(path => !path.startsWith('/news/')), []);
    await page.done();
    host.close();
});
