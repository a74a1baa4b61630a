// Copying from the drawn page gives the same result as from the plain page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, kinds, open, settle, stage } from './support.mjs';
import { report } from './report.mjs';

const { server, browser } = await stage('content', '--base-url', 'https://meridian.example');

const copied = selector => {
    const selection = getSelection();
    selection.selectAllChildren(document.querySelector(selector));
    const text = selection.toString();
    selection.removeAllRanges();
    return text;
};
const trimmed = text => text.split('\n').map(line => line.trimEnd()).join('\n').trim();

let equal = 0;
for (const [kind, address] of Object.entries(kinds)) {
    test(`the ${kind} view copies as the plain page does`, async () => {
        const html = await open(browser, server.url(address), { script: false });
        const drawn = await open(browser, server.url(address));
        for (const width of [1280, 390]) {
            for (const page of [html, drawn]) await page.setViewportSize({ width, height: 900 });
            await settle(drawn);
            const [wanted, found] = [await html.evaluate(copied, 'main'), await drawn.evaluate(copied, 'main')];
            assert.ok(wanted.length > 80);
            assert.equal(trimmed(found), trimmed(wanted), `${width} px wide`);
        }
        await html.done();
        await drawn.done();
        if (++equal === Object.keys(kinds).length) report(3, 'Everything selected, wide and narrow, against the plain page', `${equal} views`, 'equal');
    });
}

test('paragraphs are complete and separated by an empty line', async () => {
    const page = await open(browser, server.url(article), { width: 390 });
    const lines = (await page.evaluate(copied, '.prose')).split('\n').map(line => line.trimEnd());
    const paragraphs = await page.evaluate(() => [...document.querySelectorAll('.prose > p')].map(p =>
        ({ text: p.textContent.trim(), followed: p.nextElementSibling?.tagName === 'P' })));
    assert.ok(paragraphs.length > 5);
    assert.ok(paragraphs.some(paragraph => paragraph.followed));
    for (const { text, followed } of paragraphs) {
        const at = lines.indexOf(text);
        assert.notEqual(at, -1, `not on a line of its own: ${text}`);
        if (followed) assert.equal(lines[at + 1], '', `no empty line after: ${text}`);
    }
    await page.done();
});

test('a triple click selects a paragraph, and find works across line ends', async () => {
    const page = await open(browser, server.url(article), { width: 390 });
    const paragraph = page.locator('.prose > p').first();
    await paragraph.scrollIntoViewIfNeeded();
    const box = await paragraph.boundingBox();
    await page.mouse.click(box.x + 60, box.y + 40, { clickCount: 3 });
    const selected = await page.evaluate(() => getSelection().toString());
    assert.equal(selected.trim(), (await paragraph.textContent()).trim());
    const found = await page.evaluate(() => {
        getSelection().removeAllRanges();
        return window.find('the bulldozers came for the ring road, Old Chen brought a chair');
    });
    assert.ok(found);
    await page.done();
});
