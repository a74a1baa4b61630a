// Style sheets and marks of others that come without a node, so that nothing in the page changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addStyle, assertReadable, becomes, furthest, isDrawn, pause, sheets, silentSheets, styledFromTheStart, watchHost } from './interfere.mjs';
import { decodePng } from './picture.mjs';
import { article, open, settle, stage } from './support.mjs';

const { server, browser } = await stage();

for (const [name, from] of [['', ''], [' where no transitions are allowed', '*,*::before{transition:none!important;animation:none!important}']]) {
    test(`style sheets that come and go without a node${name}`, async () => {
        const page = await open(browser, server.url(article), { before: watchHost });
        await pause(page); // the program is there as a whole
        await page.evaluate(addStyle, from);
        await page.evaluate(addStyle, '');
        await pause(page);
        assert.ok(await isDrawn(page));
        const set = css => page.evaluate(css => document.adoptedStyleSheets.at(-1).replaceSync(css), css);
        for (const css of name ? sheets.filter(css => css.startsWith('p{')) : sheets) {
            await set(css);
            await becomes(page, 'as-html').catch(() => assert.fail(`not seen: ${css}`));
            await set('');
            await becomes(page, 'drawn').catch(() => assert.fail(`still HTML without ${css}`));
        }
        await pause(page);
        assert.ok(await isDrawn(page));
        assert.ok(await furthest(page) <= 4);
        assert.deepEqual(page.complaints, []);
        await page.done();
    });
}

test('style sheets that start no transition are seen when the reader comes back to the page', async () => {
    const page = await open(browser, server.url(article), { before: watchHost });
    await pause(page);
    await page.evaluate(addStyle, '');
    const set = css => page.evaluate(css => {
        document.adoptedStyleSheets.at(-1).replaceSync(css);
        dispatchEvent(new Event('focus'));
    }, css);
    for (const css of silentSheets) {
        await set(css);
        await becomes(page, 'as-html').catch(() => assert.fail(`not seen: ${css}`));
        await set('');
        await becomes(page, 'drawn').catch(() => assert.fail(`still HTML without ${css}`));
    }
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('a style sheet that is there from the start is seen, whatever it changes', async () => {
    for (const css of ['p{font-style:italic!important}', 'h1{text-transform:uppercase!important}', 'img{border-radius:50%!important}']) {
        const page = await open(browser, server.url(article), { drawn: false, before: styledFromTheStart(css) });
        await assertReadable(page);
        await pause(page);
        await assertReadable(page);
        await page.done();
    }
});

test('text that others mark without a node can be read on the mark', async () => {
    const page = await open(browser, server.url(article));
    await pause(page);
    const place = await page.evaluate(() => {
        const block = document.querySelector('.prose p');
        block.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = new Range();
        range.selectNodeContents(block.querySelector('.l'));
        CSS.highlights.set('others', new Highlight(range));
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('::highlight(others){background-color:#ffe066}');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left, y: top, width, height };
    });
    await page.mouse.move(200, 200);
    await page.mouse.move(500, 400);
    await settle(page);
    const ink = async () => {
        const picture = decodePng(await page.screenshot({ clip: place }));
        return picture.ink(0, 0, picture.width, picture.height, [0xff, 0xe0, 0x66]);
    };
    const seen = await ink();
    assert.ok(seen > 200, `${seen} pixels of ink on the mark`);
    assert.ok(await isDrawn(page));
    // The colour of the mark's owner is stronger.
    await page.evaluate(() => document.adoptedStyleSheets.at(-1).replaceSync('::highlight(others){background-color:#ffe066;color:#ffe066}'));
    await settle(page);
    assert.ok(await ink() < seen / 10);
    await page.evaluate(() => CSS.highlights.clear());
    await page.mouse.move(200, 200);
    await settle(page);
    assert.ok(await isDrawn(page));
    assert.deepEqual(page.complaints, []);
    await page.done();
});
