// Pages cause no console messages under the strict policy, and no failed requests.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, each, kinds, open, otherArticle, settle, stage, waitForPath } from './support.mjs';

const { server, browser } = await stage();

test('no message and no failed request on any kind of view', async () => {
    await each(Object.entries(kinds), async ([kind, address]) => {
        const page = await open(browser, server.url(address));
        await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
        await settle(page);
        await page.waitForTimeout(300);
        assert.deepEqual(page.complaints, [], kind);
        await page.done();
    });
});

test('no message while navigating between views', async () => {
    const page = await open(browser, server.url('/'));
    for (const address of [article, '/category/asia/', '/tag/water/', '/author/ines-okafor/', '/2026/11/', '/about/']) {
        const there = await page.evaluate(address => {
            const link = document.querySelector(`#page a[href="${address}"]`);
            link?.click();
            return Boolean(link);
        }, address);
        if (there) await waitForPath(page, address);
    }
    await page.goBack();
    await page.waitForTimeout(300);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('no page makes the browser contact another host', async () => {
    const hosts = new Set();
    const page = await open(browser, server.url('/'), {
        before: page => page.on('request', request => hosts.add(new URL(request.url()).origin)),
    });
    await page.click(`main a[href="${otherArticle}"]`);
    await waitForPath(page, otherArticle);
    assert.deepEqual([...hosts], [server.origin]);
    await page.done();
});

test('a visit fetches few files, each only once', async () => {
    const asked = [];
    const page = await open(browser, server.url(article), {
        before: page => page.on('request', request => asked.push(new URL(request.url()).pathname)),
    });
    await page.waitForTimeout(300);
    // A picture may be requested twice, for the plain page and for the canvas. The second request comes from the cache.
    const files = asked.filter(name => !name.startsWith('/pictures/'));
    assert.deepEqual(files.filter((name, i) => files.indexOf(name) !== i), []);
    const bundle = files.filter(name => name.startsWith('/bundle/'));
    assert.ok(bundle.length <= 3, bundle.join(' '));
    const more = asked.length;
    await page.evaluate(address => document.querySelector(`#page a[href="${address}"]`).click(), otherArticle);
    await waitForPath(page, otherArticle);
    await page.waitForTimeout(200);
    const later = asked.slice(more).filter(name => !name.startsWith('/pictures/'));
    assert.ok(later.length <= 2, later.join(' '));
    await page.done();
});
