// The canvas has ink where the text layer has words, and none between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, open, settle, stage } from './support.mjs';
import { decodePng } from './picture.mjs';

const { server, browser } = await stage();

// The boxes of visible words, and the strips between paragraphs that must be empty.
const measure = () => {
    const words = [];
    for (const block of document.querySelectorAll('.prose p, .prose li, .prose h2, .prose h3')) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            for (const match of walker.currentNode.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
                const range = document.createRange();
                range.setStart(walker.currentNode, match.index);
                range.setEnd(walker.currentNode, match.index + match[0].length);
                const rects = range.getClientRects();
                if (rects.length !== 1) continue;
                const { left, top, right, bottom } = rects[0];
                if (top > 0 && bottom < innerHeight) words.push({ text: match[0], left, top, right, bottom });
            }
        }
    }
    const gaps = [];
    const blocks = [...document.querySelectorAll('.prose > :is(p, h2, h3)')];
    for (const block of blocks.filter(block => blocks.includes(block.nextElementSibling))) {
        const above = block.getBoundingClientRect();
        const below = block.nextElementSibling.getBoundingClientRect();
        if (below.top - above.bottom < 6 || above.bottom < 0 || below.top > innerHeight) continue;
        gaps.push({ left: above.left, right: above.right, top: above.bottom + 1, bottom: below.top - 1 });
    }
    const visible = [...document.querySelectorAll('#page *')].filter(element =>
        !element.matches('.skip-link, .skip-link *, .island, .island *') && /\S/.test(element.textContent) &&
        !/^rgba\(.*, 0\)$/.test(getComputedStyle(element).color));
    return { words, gaps, visible: visible.map(element => element.outerHTML.slice(0, 80)) };
};

const spread = (list, count) =>
    list.filter((_, i) => Math.floor(i * count / list.length) !== Math.floor((i - 1) * count / list.length));

for (const dpr of [1, 2]) {
    for (const dark of [false, true]) {
        test(`ink where the text layer says, ${dpr} device pixels to one, ${dark ? 'dark' : 'light'}`, async () => {
            const page = await open(browser, server.url(article), { dpr, dark });
            let checked = 0;
            let strips = 0;
            for (let step = 0; step < 3 && checked < 60; step++) {
                await page.evaluate(step => {
                    const first = document.querySelector('.prose p').getBoundingClientRect().top + scrollY;
                    scrollTo({ top: Math.max(0, first - 60) + step * innerHeight * 0.7, behavior: 'instant' });
                }, step);
                await settle(page);
                const { words, gaps, visible } = await page.evaluate(measure);
                assert.deepEqual(visible, [], 'text of the layer that can be seen');
                const picture = decodePng(await page.screenshot());
                const ground = picture.at(2, picture.height - 3);
                const place = value => Math.round(value * dpr);
                for (const word of spread(words, 40)) {
                    const ink = picture.ink(place(word.left), place(word.top), place(word.right), place(word.bottom), ground);
                    const area = (word.right - word.left) * (word.bottom - word.top) * dpr * dpr;
                    assert.ok(ink > area * 0.03, `“${word.text}” at ${JSON.stringify(word)} has ${ink} of ${area} pixels inked`);
                    assert.ok(ink < area * 0.7, `“${word.text}” at ${JSON.stringify(word)} is a block of ${ink} of ${area} pixels`);
                    checked++;
                }
                for (const gap of gaps) {
                    const ink = picture.ink(place(gap.left), place(gap.top), place(gap.right), place(gap.bottom), ground);
                    assert.equal(ink, 0, `ink between paragraphs at ${JSON.stringify(gap)}`);
                    strips++;
                }
            }
            assert.ok(checked >= 40, `only ${checked} words were on the screen`);
            assert.ok(strips >= 2, `only ${strips} gaps were on the screen`);
            await page.done();
        });
    }
}

test('drawn words have the same positions as on the page without scripts', async () => {
    const shots = [];
    for (const script of [false, true]) {
        const page = await open(browser, server.url(article), { script, height: 1400 });
        shots.push({ words: await page.evaluate(measureAll),
            picture: decodePng(await page.screenshot()) });
        await page.done();
    }
    const [html, canvas] = shots;
    assert.ok(html.words.length >= 60, `only ${html.words.length} words are on the screen`);
    // Compares the centre of the ink of each word in both pages.
    const ground = html.picture.at(2, html.picture.height - 3);
    let compared = 0;
    for (const word of spread(html.words, 60)) {
        const [a, b] = [html.picture, canvas.picture].map(picture => {
            let sum = 0;
            let weight = 0;
            for (let y = Math.round(word.top); y < word.bottom; y++) {
                for (let x = Math.round(word.left); x < word.right; x++) {
                    const ink = Math.abs(picture.at(x, y)[1] - ground[1]);
                    sum += ink * x;
                    weight += ink;
                }
            }
            return sum / weight;
        });
        assert.ok(Math.abs(a - b) < 1.5, `“${word.text}” is drawn ${(b - a).toFixed(2)} px beside its place`);
        compared++;
    }
    assert.ok(compared >= 40);
});

function measureAll() {
    const words = [];
    for (const block of document.querySelectorAll('#content p, #content h1')) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            for (const match of walker.currentNode.data.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
                const range = document.createRange();
                range.setStart(walker.currentNode, match.index);
                range.setEnd(walker.currentNode, match.index + match[0].length);
                const { left, top, right, bottom } = range.getBoundingClientRect();
                if (top > 0 && bottom < innerHeight && getComputedStyle(block).opacity === '1') {
                    words.push({ text: match[0], left, top, right, bottom });
                }
            }
        }
    }
    return words;
}
