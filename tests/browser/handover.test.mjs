// The drawn page stands where the prerendered one stood: nothing jumps at the hand-over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildSite, kinds, launch, open, serve } from './support.mjs';

let server;
let browser;
before(async () => {
    server = await serve(buildSite());
    browser = await launch();
});
after(async () => {
    await browser?.close();
    server?.close();
});

const collect = () => [...document.querySelectorAll('#page *')]
    // Lines are the reader's own; the date is only known to it; code is measured with its line.
    .filter(element => !element.matches('.l, .l *, wbr, br, .skip-link, time.date-line, code') &&
        element.getClientRects().length)
    .map(element => {
        const rect = element.getBoundingClientRect();
        return {
            // Only the reader knows today's date, which it marks in the calendar.
            name: `${element.tagName.toLowerCase()}.${element.className.replace(/calendar-(today|linked|day)/, 'calendar-…')}`,
            inline: getComputedStyle(element).display === 'inline',
            text: element.textContent.slice(0, 30),
            x: rect.x, y: rect.y + scrollY, height: rect.height,
            // The layer gives paragraphs room for rounding, and takes it back in a negative margin.
            width: rect.width + Math.min(0, parseFloat(getComputedStyle(element).marginInlineEnd) || 0),
        };
    });

// Inline boxes may end a line a hair earlier; where they stand is what counts.
const sides = box => box.inline ? ['y'] : ['x', 'y', 'width', 'height'];

for (const [kind, address] of Object.entries(kinds)) {
    test(`boxes of the ${kind} view`, async () => {
        for (const width of [390, 900, 1280]) {
            const html = await open(browser, server.url(address), { width, script: false });
            const drawn = await open(browser, server.url(address), { width });
            const [wanted, found] = [await html.evaluate(collect), await drawn.evaluate(collect)];
            const odd = wanted.findIndex((box, i) => box.name !== found[i]?.name);
            assert.equal(odd, -1, `at ${width} px ${wanted[odd]?.name} became ${found[odd]?.name}`);
            assert.equal(found.length, wanted.length);
            assert.ok(wanted.length > 50, `only ${wanted.length} boxes at ${width} px`);
            const moved = wanted.flatMap((box, i) => sides(box)
                .filter(side => Math.abs(box[side] - found[i][side]) > 2)
                .map(side => `${box.name} “${box.text}”: ${side} ${box[side].toFixed(1)} became ${found[i][side].toFixed(1)}`));
            assert.deepEqual(moved.slice(0, 5), [], `${moved.length} boxes moved at ${width} px`);
            const heights = await Promise.all([html, drawn].map(page =>
                page.evaluate(() => document.documentElement.scrollHeight)));
            assert.ok(Math.abs(heights[0] - heights[1]) <= 2, `height ${heights.join(' became ')} at ${width} px`);
            await html.done();
            await drawn.done();
        }
    });
}
