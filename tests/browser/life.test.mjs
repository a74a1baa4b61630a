// The life cycle of a page: hidden, kept for going back, open twice, older than the published edition.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { article, launch, open, otherArticle, serve, settle, stage, waitForPath, waitUntilDrawn } from './support.mjs';
import { report } from './report.mjs';

const { site, server, browser } = await stage();

test('a newer edition is detected when the reader returns, and offered', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'edition-'));
    cpSync(site, copy, { recursive: true });
    const host = await serve(copy);
    const page = await open(browser, host.url(article), { alone: true, before: page => page.clock.install() });
    const look = async () => {
        await page.clock.fastForward('10:00');
        await page.mouse.wheel(0, 40);
        await page.waitForTimeout(300);
    };
    await look();
    assert.equal(await page.locator('.edition').count(), 0, 'offered although nothing was published');
    const file = path.join(copy, 'bundle/manifest.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), publish: '00000000' }));
    await look();
    await page.locator('.edition').waitFor({ timeout: 3000 });
    assert.match(await page.locator('.edition').textContent(), /A newer edition has been published\.\s*Show it/);
    assert.match(await page.locator('.announcer').textContent(), /newer edition/);
    const requests = host.requests.filter(name => name.endsWith('manifest.json')).length;
    await look();
    assert.equal(host.requests.filter(name => name.endsWith('manifest.json')).length, requests, 'asked for again though it is known');
    await page.evaluate(() => { window.marker = true; });
    await page.getByRole('button', { name: 'Show it' }).click();
    await page.waitForFunction(() => !window.marker);
    await page.done();
    host.close();
    rmSync(copy, { recursive: true });
    report(8, 'A newer edition', '1 publish', 'noticed, offered, shown');
});

test('a hidden page does nothing', async () => {
    const page = await open(browser, server.url(article), {
        before: page => page.addInitScript(() => {
            window.calls = 0;
            const original = window.requestAnimationFrame;
            window.requestAnimationFrame = callback => { window.calls++; return original(callback); };
        }),
    });
    await page.waitForTimeout(800);
    await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        window.calls = 0;
    });
    const asked = server.requests.length;
    await page.waitForTimeout(2500);
    assert.equal(await page.evaluate(() => window.calls), 0);
    assert.equal(server.requests.length, asked);
    await page.done();
    report(8, 'A hidden page', '2.5 s', 'no frame, no request');
});

test('a page restored from the back/forward cache is complete', async () => {
    const kept = await launch('--enable-features=BackForwardCache');
    const page = await open(kept, server.url(article));
    await page.evaluate(() => scrollTo({ top: 1200, behavior: 'instant' }));
    await settle(page);
    await page.goto(server.url('/robots.txt'));
    await page.goBack();
    await waitUntilDrawn(page);
    await page.waitForFunction(() => Math.abs(scrollY - 1200) < 2, null, { timeout: 4000 });
    await page.locator('a[href="/"]:visible').first().click();
    await waitForPath(page, '/');
    await kept.close();
    report(8, 'Back to a page from another document', '1 page', 'drawn, at its place, alive');
});

test('two pages of the same site do not disturb each other', async () => {
    const context = await browser.newContext();
    const pages = [];
    for (const address of [article, otherArticle]) {
        const page = await context.newPage();
        await page.goto(server.url(address));
        await waitUntilDrawn(page);
        pages.push(page);
    }
    for (const [i, page] of pages.entries()) {
        await page.bringToFront();
        await page.waitForFunction(() => document.querySelector('main h1'));
        assert.equal(new URL(page.url()).pathname, [article, otherArticle][i]);
        await page.keyboard.press('PageDown');
        await page.waitForFunction(() => scrollY > 100);
    }
    await context.close();
    report(8, 'Two pages of one site', '2 pages', 'independent');
});

test('composed input is searched when the composition ends', async () => {
    const page = await open(browser, server.url('/'));
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement.matches('.search-input'));
    const session = await page.context().newCDPSession(page);
    await page.evaluate(() => {
        window.answers = [];
        new MutationObserver(() => window.answers.push(document.querySelector('[data-key="menu-search"] [role=status]')?.textContent))
            .observe(document.getElementById('page'), { subtree: true, childList: true, characterData: true });
    });
    for (const text of ['m', 'ma', 'mar', 'mark']) await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.waitForTimeout(400);
    assert.deepEqual((await page.evaluate(() => window.answers)).filter(text => /result/i.test(text ?? '')), [], 'asked while words were being composed');
    await session.send('Input.insertText', { text: 'market' });
    await page.waitForFunction(() => /\d+ results?/.test(document.querySelector('[data-key="menu-search"] [role=status]')?.textContent ?? ''));
    assert.equal(await page.evaluate(() => document.activeElement.value), 'market');
    // The browser draws the field itself: its type selects the right keyboard, and its text is visible.
    const field = await page.evaluate(() => ({ type: document.activeElement.type, hint: document.activeElement.enterKeyHint, label: document.activeElement.labels?.[0]?.textContent ?? document.activeElement.ariaLabel }));
    assert.equal(field.type, 'search');
    assert.ok(field.label);
    await page.done();
    report(7, 'An input method in the field of the search, drawn', '5 steps', 'asked when done, focus kept');
});
