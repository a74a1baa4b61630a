// Compares the drawn page with the plain one, which the browser lays out and paints by itself.
import assert from 'node:assert/strict';
import { decodePng } from './picture.mjs';
import { launch, open, settle } from './support.mjs';

// Starts Chromium with a real device pixel ratio, because emulation paints fractional ratios differently.
export const launchAt = (ratio, { width = 1280, height = 900 } = {}) =>
    launch(`--force-device-scale-factor=${ratio}`, `--window-size=${width},${height}`);

export const openAt = (browser, url, options = {}) =>
    open(browser, url, { viewport: null, deviceScaleFactor: undefined, ...options });

// Provides the reader's host for `placesOf`.
export const watch = page => page.addInitScript(() => {
    window.broadsheetWatch = (name, time, host) => { window.readerHost = host; };
});

// The words that the reader placed: { x, y, width, text }. y is the top of the line. Lengths are CSS pixels.
export async function placesOf(page) {
    const lines = await page.evaluate(() => {
        const host = window.readerHost;
        const bytes = host.memory.HEAPU8();
        const from = host.call('places');
        return new TextDecoder().decode(bytes.subarray(from, bytes.indexOf(0, from)));
    });
    return lines.split('\n').filter(Boolean).map(line => {
        const [, x, y, width, text] = line.match(/^(-?\d+) (-?\d+) (-?\d+) (.*)$/s);
        return { x: x / 1000, y: y / 1000, width: width / 1000, text };
    });
}

// The words of the drawn page within `selector`, without parts that only the reader shows.
async function placesIn(page, selector) {
    const { area, buttons } = await page.evaluate(selector => {
        const rect = element => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return { left, top: top + scrollY, right, bottom: bottom + scrollY };
        };
        const element = document.querySelector(selector);
        return { area: rect(element), buttons: [...element.querySelectorAll('button')].map(rect) };
    }, selector);
    // Without a neighbour, scrolling boxes may extend beyond the area.
    const alone = area.right - area.left > 0.8 * await page.evaluate(() => innerWidth);
    const beside = (place, rect) => place.x + place.width <= rect.left - 1 || place.x >= rect.right + 1;
    const inside = (place, rect) => !(beside(place, rect) && !(alone && rect === area)) && place.y > rect.top - 2 && place.y < rect.bottom - 1;
    return (await placesOf(page)).filter(place => inside(place, area) && !buttons.some(rect => inside(place, rect)));
}

// The positions of the same words in the browser: { left, right, middle }, or null if it breaks one.
function findWords([selector, words]) {
    const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
    let text = '';
    const nodes = [];
    while (walker.nextNode()) {
        if (walker.currentNode.parentElement.closest('button')) continue;
        nodes.push({ node: walker.currentNode, from: text.length });
        text += walker.currentNode.data;
    }
    const place = offset => {
        let low = 0;
        for (let high = nodes.length; high - low > 1;) {
            const middle = (low + high) >> 1;
            if (nodes[middle].from <= offset) low = middle;
            else high = middle;
        }
        return [nodes[low].node, offset - nodes[low].from];
    };
    let at = 0;
    return words.map(word => {
        while (/\s/.test(text[at] ?? '') && !text.startsWith(word, at)) at++;
        // A large first letter is not one of the reader's words.
        if (!text.startsWith(word, at) && place(at)[0].parentElement.closest('.opening')) {
            at += [1, 2].find(letters => text.startsWith(word, at + letters)) ?? 0;
        }
        if (!text.startsWith(word, at)) return { missing: `${word} ≠ ${text.slice(at, at + 30)}` };
        const range = document.createRange();
        range.setStart(...place(at));
        const [node, offset] = place(at + word.length - 1);
        range.setEnd(node, offset + 1);
        at += word.length;
        const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
        if (!rects.length) return { missing: `${word} has no box` };
        const middles = rects.map(rect => (rect.top + rect.bottom) / 2 + scrollY);
        return {
            left: Math.min(...rects.map(rect => rect.left)), right: Math.max(...rects.map(rect => rect.right)),
            middle: Math.min(...middles), divided: Math.max(...middles) - Math.min(...middles) > 6,
        };
    });
}

// Compares each word within `selector` with the plain page. Returns the sorted errors of their left edges in CSS pixels,
// the words that begin a line in only one of the pages, and how far lines are above or below their place: `drift`, which
// is exact to the difference between the leadings of the fonts.
export async function comparePlaces(plain, drawn, selector = '.prose') {
    const places = await placesIn(drawn, selector);
    const found = await plain.evaluate(findWords, [selector, places.map(place => place.text)]);
    const missing = found.findIndex(word => word.missing);
    assert.equal(missing, -1, `a word of the drawn page is not in the plain one: ${found[missing]?.missing}`);
    const errors = [];
    const breaks = [];
    let same = true;
    places.forEach((place, i) => {
        const word = found[i];
        const before = i ? found[i - 1] : null;
        const breaksHere = Boolean(before) && Math.abs(place.y - places[i - 1].y) > 6;
        const breaksThere = Boolean(before) && Math.abs(word.middle - before.middle) > 6 &&
            !(word.left > before.right - 1 && Math.abs(word.middle - before.middle) < 12 && !breaksHere);
        if (breaksHere && breaksThere) same = true;
        if (breaksHere !== breaksThere || word.divided) {
            if (same) breaks.push(`${places[i - 1]?.text ?? ''} | ${place.text}${word.divided ? ' (divided)' : breaksHere ? ' (drawn only)' : ' (plain only)'}`);
            same = false;
        }
        if (same) errors.push({ error: Math.abs(word.left - place.x), text: place.text, left: word.left, right: word.right, place });
    });
    const all = [...errors];
    errors.sort((a, b) => a.error - b.error);
    const falls = places.map((place, i) => found[i].middle - place.y);
    const usual = [...falls].sort((a, b) => a - b)[falls.length >> 1];
    const drift = Math.max(0, ...falls.map(fall => Math.abs(fall - usual)));
    return { words: places.length, errors, breaks, all, drift };
}

export const quantile = (errors, share) => errors[Math.min(errors.length - 1, Math.floor(errors.length * share))]?.error ?? 0;

// The mean difference of colour, 0–1, over the blocks of text that both pages show.
export async function compareInk(plain, drawn, ratio, selector = '.prose') {
    const blocks = await plain.evaluate(selector => [...document.querySelectorAll(
        ['p', 'h2', 'h3', 'li', 'td', 'th', 'pre', 'blockquote'].map(name => `${selector} ${name}`).join())]
        .map(block => block.getBoundingClientRect())
        .filter(rect => rect.top >= 0 && rect.bottom <= innerHeight && rect.width > 0)
        .map(({ left, top, right, bottom }) => ({ left, top, right, bottom })), selector);
    const [a, b] = [decodePng(await plain.screenshot()), decodePng(await drawn.screenshot())];
    let sum = 0;
    let count = 0;
    let worst = { mean: 0 };
    for (const { left, top, right, bottom } of blocks) {
        let own = 0;
        let pixels = 0;
        for (let y = Math.round(top * ratio); y < Math.round(bottom * ratio); y++) {
            for (let x = Math.round(left * ratio); x < Math.round(right * ratio); x++) {
                const [one, other] = [a.at(x, y), b.at(x, y)];
                own += Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) + Math.abs(one[2] - other[2]);
                pixels += 3;
            }
        }
        sum += own;
        count += pixels;
        if (own / pixels / 255 > worst.mean) worst = { mean: own / pixels / 255, left, top, right, bottom };
    }
    return { mean: count ? sum / count / 255 : 0, pixels: count / 3, blocks: blocks.length, worst };
}

// Scrolls both pages to `y`, or as far as both can scroll. Without scripts there are no frames to wait for.
export async function scrollBoth(plain, drawn, y) {
    const pages = [plain, drawn];
    for (const page of pages) y = Math.min(y, await page.evaluate(() => document.documentElement.scrollHeight - innerHeight - 2));
    for (const page of pages) await page.evaluate(y => scrollTo({ top: y, behavior: 'instant' }), y);
    await settle(drawn);
}
