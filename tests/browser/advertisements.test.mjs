// Advertisements: a picture, or a file of the site in a frame without access to the page.
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { article, buildSite, launch, open, root, serve, settle } from './support.mjs';

let server;
let browser;
before(async () => {
    const copy = path.join(root, 'build/site/content-advertisements');
    rmSync(copy, { recursive: true, force: true });
    cpSync(path.join(root, 'content'), copy, { recursive: true });
    appendFileSync(path.join(copy, 'site.toml'), `
[[advertisements]]
slot = "sidebar"
file = "/notice.html"
alt = "A notice"
width = 260
height = 120

[[advertisements]]
slot = "article"
file = "/pictures/ines-okafor.jpg"
url = "https://example.org/"
alt = "A portrait for sale"
`);
    mkdirSync(path.join(copy, 'static'), { recursive: true });
    writeFileSync(path.join(copy, 'static/notice.html'), '<!DOCTYPE html><title>Notice</title><p>Buy bread.</p>' +
        '<script>try { parent.document.title = "taken over"; } catch { document.title = "kept out"; }</script>');
    server = await serve(buildSite(copy), { frames: "'self'" });
    browser = await launch();
});
after(async () => {
    await browser?.close();
    server?.close();
});

test('a framed advertisement has its space and label, and no access to the page', async () => {
    const page = await open(browser, server.url(article));
    await settle(page);
    const frame = await page.waitForSelector('aside iframe');
    const { sandbox, title, width, height } = await frame.evaluate(element => ({
        sandbox: element.getAttribute('sandbox'), title: element.title, ...element.getBoundingClientRect().toJSON(),
    }));
    assert.ok(sandbox !== null && !/allow-same-origin|allow-top-navigation(?!-by)/.test(sandbox), sandbox);
    assert.equal(title, 'A notice');
    assert.deepEqual([Math.round(width), Math.round(height)], [260, 120]);
    assert.equal(await page.textContent('aside [aria-label="Advertisement"] p'), 'Advertisement');
    const content = await (await frame.contentFrame()).textContent('body');
    assert.match(content, /Buy bread/);
    await page.waitForTimeout(200);
    assert.doesNotMatch(await page.title(), /taken over/);
    await page.done();
});

test('a picture is a sponsored link', async () => {
    const page = await open(browser, server.url(article));
    const link = await page.waitForSelector('main [aria-label="Advertisement"] a');
    assert.equal(await link.getAttribute('href'), 'https://example.org/');
    assert.match(await link.getAttribute('rel'), /sponsored/);
    assert.equal(await (await link.$('img')).getAttribute('alt'), 'A portrait for sale');
    await page.done();
});

test('an empty slot takes no space', async () => {
    const page = await open(browser, server.url('/'));
    assert.equal(await page.$('main [aria-label="Advertisement"]'), null);
    await page.done();
});
