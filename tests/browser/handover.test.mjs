// The drawn page has the same layout as the prerendered one, so nothing moves when drawing starts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, open, settle, stage } from './support.mjs';

const { server, browser } = await stage('content', '--base-url', 'https://meridian.example');

const collect = () => [...document.querySelectorAll('#page *')]
    // Excludes elements that only the reader has: lines, buttons, menus of places, settings and the current date. Code
    // is measured with its line.
    .filter(element => !element.matches('.l, .l *, wbr, br, .skip-link, [class^=date-line], code, code *, button, ' +
        '.top-bar-end, .top-bar-end *, .menu-caret, .main-menu-branch, .share li:last-child, ' +
        '.share li:last-child *, .phone-menu *, .contents, .contents *, .sidebar, .sidebar *, ' +
        'details:not([open]) > :not(summary), details:not([open]) > :not(summary) *') &&
        element.getClientRects().length)
    .map(element => {
        const rect = element.getBoundingClientRect();
        return {
            name: `${element.tagName.toLowerCase()}.${element.className}`,
            inline: getComputedStyle(element).display === 'inline',
            text: element.textContent.slice(0, 30),
            // The reader fills the place of the sidebar, so what contains it may be higher, and the footer lower.
            movable: element.querySelector('.sidebar') !== null ||
                (element.closest('.footer') !== null && document.querySelector('.sidebar') !== null),
            x: rect.x, y: rect.y + scrollY, height: rect.height,
            // The layer makes paragraphs wider to allow for rounding, and compensates with a negative margin.
            width: rect.width + Math.min(0, parseFloat(getComputedStyle(element).marginInlineEnd) || 0),
        };
    });

// The reader marks the current day in the calendar, so this sets another month.
const later = '2027-03-01T12:00:00Z';

// The ends of inline boxes may differ slightly. Only their position is compared.
const sides = box => (box.inline ? ['y'] : ['x', 'y', 'width', 'height']).filter(side => !box.movable || side === 'x' || side === 'width');

for (const [kind, address] of Object.entries(kinds)) {
    test(`boxes of the ${kind} view`, async () => {
        const html = await open(browser, server.url(address), { script: false });
        const drawn = await open(browser, server.url(address), { time: later });
        for (const width of [1280, 900, 390]) {
            for (const page of [html, drawn]) await page.setViewportSize({ width, height: 900 });
            await drawn.waitForFunction(() =>
                document.getElementById('canvas').width === document.documentElement.clientWidth);
            await settle(drawn);
            const [wanted, found] = [await html.evaluate(collect), await drawn.evaluate(collect)];
            const odd = wanted.findIndex((box, i) => box.name !== found[i]?.name);
            assert.equal(odd, -1, `at ${width} px ${wanted[odd]?.name} became ${found[odd]?.name}`);
            assert.equal(found.length, wanted.length);
            assert.ok(wanted.length > 40, `only ${wanted.length} boxes at ${width} px`);
            const moved = wanted.flatMap((box, i) => sides(box)
                .filter(side => Math.abs(box[side] - found[i][side]) > 2)
                .map(side => `${box.name} “${box.text}”: ${side} ${box[side].toFixed(1)} became ${found[i][side].toFixed(1)}`));
            assert.deepEqual(moved.slice(0, 5), [], `${moved.length} boxes moved at ${width} px`);
            const heights = await Promise.all([html, drawn].map(page =>
                page.evaluate(() => document.documentElement.scrollHeight)));
            const filled = wanted.some(box => box.movable);
            assert.ok(filled || Math.abs(heights[0] - heights[1]) <= 2, `height ${heights.join(' became ')} at ${width} px`);
        }
        await html.done();
        await drawn.done();
    });
}
