// Addresses of WordPress lead to the pages here, on hosts that know nothing of them.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { article, open, root, stage } from './support.mjs';

const content = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-old-'));
after(() => rmSync(content, { recursive: true }));
cpSync(path.join(root, 'content'), content, { recursive: true });
writeFileSync(path.join(content, 'redirects.toml'),
    `"/?p=12" = "${article}"\n"/?cat=3" = "/category/asia/"\n"${article}lake/" = "/pictures/ferry.jpg"\n`);
const { server, browser } = await stage(content);

for (const [from, to] of [['/?p=12', article], ['/?page_id=12', article], ['/?cat=3', '/category/asia/'],
    ['/?tag=water', '/tag/water/'], ['/?m=202611', '/2026/11/'], ['/?s=ferry', '/search/?q=ferry']]) {
    test(`${from} leads to ${to}`, async () => {
        const page = await open(browser, server.url(from));
        await page.waitForURL(server.url(to));
        await page.waitForFunction(() => !document.title.startsWith('Meridian'));
        assert.deepEqual(page.complaints, []);
        await page.done();
    });
}

test('other queries stay, and the front page is shown', async () => {
    const page = await open(browser, server.url('/?utm_source=letter'));
    assert.equal(new URL(page.url()).search, '?utm_source=letter');
    assert.ok((await page.title()).startsWith('Meridian'));
    await page.done();
});

test('a number that the site does not know is not found', async () => {
    const page = await open(browser, server.url('/?p=99'));
    assert.ok((await page.title()).startsWith('Nothing here'));
    await page.done();
});

test('the page of a picture leads to the picture without the program', async () => {
    const page = await open(browser, server.url(`${article}lake/`), { script: false });
    await page.waitForURL(server.url('/pictures/ferry.jpg'));
    await page.done();
});
