// On small screens nothing overflows sideways, and a tap works like a click.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { article, buildSite, each, kinds, open, serve, settle, stage, waitForPath } from './support.mjs';

const { server, browser } = await stage();

const widths = () => {
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('#page *')].filter(element =>
        element.getBoundingClientRect().right > root.clientWidth + 1 && !element.closest('.table-scroller, pre, .skip-link'));
    return { scroll: root.scrollWidth, client: root.clientWidth, wide: wide.slice(0, 3).map(element => element.outerHTML.slice(0, 100)) };
};

test('no view scrolls sideways', async () => {
    await each(Object.entries(kinds), async ([kind, address]) => {
        const page = await open(browser, server.url(address), { width: 390, height: 844, phone: true, dpr: 2 });
        for (const width of [390, 320]) {
            await page.setViewportSize({ width, height: 844 });
            await settle(page);
            const { scroll, client, wide } = await page.evaluate(widths);
            assert.ok(client <= width, `${kind} is laid out ${client} px wide on ${width} px`);
            assert.ok(scroll <= client, `${kind} is ${scroll} px wide on ${client} px`);
            assert.deepEqual(wide.filter(html => !html.includes('margin-inline-end')), [], `${kind} at ${width} px`);
        }
        assert.deepEqual(page.complaints, [], kind);
        await page.done();
    });
});

test('words wider than the screen are broken, drawn and in HTML', async () => {
    const server = await serve(buildSite('tests/browser/long-words'));
    after(() => server.close());
    await each(['/', '/gesetz/', '/chinesisch/', '/category/rechtsschutzversicherungsgesellschaften/'], async address => {
        for (const script of [true, false]) {
            const page = await open(browser, server.url(address), { width: 320, height: 700, script });
            const { scroll, wide } = await page.evaluate(widths);
            assert.equal(scroll, 320, `${address} ${script}`);
            assert.deepEqual(wide, [], `${address} ${script}`);
            await page.done();
        }
    });
    // The part of a word on each line of the layer is where the canvas draws it.
    const page = await open(browser, server.url('/gesetz/'), { width: 320, height: 700 });
    await page.waitForTimeout(500);
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')), 'it went back to HTML');
    const title = await page.evaluate(() => [...document.querySelectorAll('main h1 .l')].map(line => line.textContent).join('|'));
    assert.match(title, /\|überwachungs|\|gungsgesetz|\|gesetz/);
    await page.done();
});

test('the bar above the title is one line on the smallest phones, drawn and in HTML', async () => {
    for (const script of [true, false]) {
        const page = await open(browser, server.url('/'), { width: 320, height: 700, script });
        assert.equal(await page.evaluate(() => document.querySelector('.top-bar-inner').getBoundingClientRect().height), 40);
        await page.done();
    }
});

test('a tap opens an article', async () => {
    const page = await open(browser, server.url('/'), { width: 390, height: 844, phone: true, dpr: 2 });
    await page.evaluate(() => { window.marker = true; });
    await page.tap(`main a[href="${article}"]`);
    await waitForPath(page, article);
    assert.ok(await page.evaluate(() => window.marker), 'the page was loaded anew');
    assert.match(await page.textContent('main h1'), /^The lake/);
    await page.done();
});
