// Live comments of a provider: nothing of it loads before a click, and its frame is as high as it says.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite, launch, open, openPlain, serve, settle, waitForPath, waitUntilDrawn } from './support.mjs';

// The provider: a frame like Remark42's, and a script like Isso's.
const asked = [];
const provider = createServer((request, response) => {
    asked.push(request.url);
    const script = request.url.startsWith('/js/');
    response.writeHead(200, { 'content-type': script ? 'text/javascript' : 'text/html' });
    response.end(script
        ? `const thread = document.getElementById('isso-thread');
           thread.textContent = 'Isso: ' + thread.dataset.issoId + ' ' + document.currentScript.dataset.issoLang;
           thread.setAttribute('style', 'display:block');
           thread.style.height = '500px';
           try { document.title = top.document.title } catch (error) { document.title = error.name }`
        : `<!DOCTYPE html><body style="margin:0"><p id="here"></p><script>
           document.getElementById('here').textContent = new URLSearchParams(location.search).get('url');
           parent.postMessage(JSON.stringify({ remarkIframeHeight: 640 }), '*')</script>`);
});
await new Promise(resolve => provider.listen(0, '127.0.0.1', resolve));
after(() => provider.close());
const server = `http://127.0.0.1:${provider.address().port}`;

function site(name, comments) {
    const folder = mkdtempSync(path.join(tmpdir(), `broadsheet-${name}-`));
    after(() => rmSync(folder, { recursive: true }));
    const write = (file, text) => {
        mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
        writeFileSync(path.join(folder, file), text);
    };
    write('site.toml', `title = "Harbour"\nbase_url = "https://h.example"\n[comments]\n${comments}`);
    write('lake.md', '---\ntitle: The lake & more\ndate: 2026-02-01\n---\nThe lake rose.\n');
    write('dam.md', '---\ntitle: The dam\ndate: 2026-02-02\ncomments: false\n---\nIt holds.\n');
    write('lake.comments.json', '{"comments": [{"id": 1, "author": "Ann", "text": "I saw it."}]}');
    write('about.md', '---\ntitle: About\n---\nUs.\n');
    return buildSite(folder);
}

const browser = await launch();
after(() => browser.close());
const host = async (...more) => {
    const started = await serve(site(...more), { own: true });
    after(() => started.close());
    return started;
};
const remark = await host('remark', `provider = "remark42"\nurl = "${server}"\nmail = "letters@h.example"\n`);
const lake = '/2026/02/01/lake/';
const frame = 'iframe[data-comments]';

test('a provider loads after a click, in a frame that is as high as it says', async () => {
    asked.length = 0;
    const page = await open(browser, remark.url(lake));
    await waitUntilDrawn(page);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(500);
    assert.deepEqual(asked, []);
    const button = page.getByRole('button', { name: `Show comments (loads from ${server.slice(7)})` });
    await button.click();
    await page.waitForSelector(frame);
    await page.waitForFunction(selector => document.querySelector(selector).getBoundingClientRect().height === 640, frame);
    const { height, bottom, sandbox } = await page.$eval(frame, each => ({ height: each.style.height,
        bottom: each.getBoundingClientRect().bottom, sandbox: each.sandbox.value }));
    assert.equal(height, '640px');
    assert.ok(!sandbox.includes('allow-top-navigation'));
    // The canvas makes room for it: the footer follows.
    assert.ok(await page.$eval('footer', each => each.getBoundingClientRect().top) >= bottom);
    assert.equal(await page.frameLocator(frame).locator('#here').textContent(), `${remark.origin}${lake}`);
    assert.match(asked[0], /^\/web\/iframe\.html\?site_id=remark&url=http.*&page_title=The%20lake%20%26%20more&locale=en&theme=light$/);
    // The next article asks again.
    await page.evaluate(() => scrollTo(0, 0));
    await page.click('.masthead-title a');
    await waitForPath(page, '/');
    await page.goBack();
    await waitForPath(page, lake);
    await settle(page);
    await page.close();
});

test('a thread that is kept stands above, and letters go to the editor with the article named', async () => {
    const page = await openPlain(browser, remark.url(lake));
    assert.equal(await page.textContent('.comment-text'), 'I saw it.');
    const ways = await page.$$eval('.comments-ways a', links => links.map(link => [link.textContent, link.href]));
    assert.equal(ways[0][0], `Show comments (loads from ${server.slice(7)})`);
    assert.match(ways[0][1], /web\/iframe\.html\?.*url=https%3A%2F%2Fh\.example%2F2026%2F02%2F01%2Flake%2F/);
    assert.deepEqual(ways[1], ['Write to the editor',
        'mailto:letters@h.example?subject=The%20lake%20%26%20more&body=https%3A%2F%2Fh.example%2F2026%2F02%2F01%2Flake%2F']);
    for (const address of ['/2026/02/02/dam/', '/about/']) {
        await page.goto(remark.url(address));
        assert.equal(await page.$('.comments-ways'), null, address);
    }
    await page.close();
});

test("a provider that has only a script runs in a page of the site's own, under its own policy", async () => {
    const isso = await host('isso', `provider = "isso"\nurl = "${server}/"\n`);
    asked.length = 0;
    const page = await open(browser, isso.url(lake));
    await waitUntilDrawn(page);
    assert.deepEqual(asked, []);
    await page.getByRole('button', { name: /^Show comments/ }).click();
    await page.frameLocator(frame).locator('#isso-thread').waitFor();
    await page.waitForFunction(selector => document.querySelector(selector).getBoundingClientRect().height >= 500, frame);
    const inner = page.frames().find(each => each.url().includes('/live-comments/'));
    assert.equal(await inner.textContent('#isso-thread'), `Isso: ${lake} en`);
    assert.deepEqual(asked, ['/js/embed.min.js']);
    // The page of the article itself lets no other scripts run.
    assert.equal(await page.evaluate(server => new Promise(resolve => {
        const script = document.createElement('script');
        Object.assign(script, { src: `${server}/js/embed.min.js`, onload: () => resolve('ran'), onerror: () => resolve('refused') });
        document.head.append(script);
    }), server), 'refused');
    await page.context().close().catch(() => {});
});
