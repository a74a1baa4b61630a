// Checks all kinds of views with axe-core: plain and drawn, light and dark.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { article, kinds, open, otherArticle, root, settle, stage, waitForPath } from './support.mjs';
import { report } from './report.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { server, browser } = await stage();

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The text of a drawn page is transparent, and axe cannot see the canvas under it, so it does not check the contrast of
// this text. The plain page has the same text in the same colours, so contrast is checked there.
async function violations(page, rules) {
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(({ tags, rules }) =>
        window.axe.run(document, { runOnly: { type: 'tag', values: tags }, rules }), { tags, rules });
    return {
        found: violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).slice(0, 3).join(' | ')} (${nodes.length})`),
        passed: passes.map(({ id }) => id),
    };
}

let judgedViews = 0;
for (const [kind, address] of Object.entries(kinds)) {
    test(`${kind} view`, async () => {
        for (const drawn of [false, true]) {
            // axe itself is a script, so the plain page blocks only the reader instead of disabling scripts.
            const page = await open(browser, server.url(address), {
                drawn, bypassCSP: true, before: page => drawn ? null : page.route('**/boot.js', route =>
                    route.fulfill({ contentType: 'text/javascript', body: '' })),
            });
            for (const colorScheme of ['light', 'dark']) {
                await page.emulateMedia({ colorScheme });
                const { found, passed } = await violations(page, { 'color-contrast': { enabled: !drawn } });
                assert.deepEqual(found, [], `${drawn ? 'drawn' : 'plain'}, ${colorScheme}`);
                assert.ok(passed.length > 15, `axe looked at ${passed.length} rules only`);
                if (!drawn) assert.ok(passed.includes('color-contrast'), 'contrast was not judged');
            }
            await page.done();
        }
        judgedViews++;
    });
}

test('every view was checked', () => {
    assert.equal(judgedViews, Object.keys(kinds).length);
    report(6, 'axe-core: WCAG 2.2 AA and best practices, plain and drawn, light and dark', `${judgedViews} views`, '0 findings');
});

test('with a menu and the settings open', async () => {
    const page = await open(browser, server.url(article), { bypassCSP: true, settings: null });
    for (const summary of ['Places in Asia', 'Reading settings', 'Legal pages']) {
        await page.click(`summary[aria-label="${summary}"]`);
        await settle(page);
        const { found } = await violations(page, { 'color-contrast': { enabled: false } });
        assert.deepEqual(found, [], summary);
    }
    await page.done();
});

test('after moving within the reader', async () => {
    const page = await open(browser, server.url('/'), { bypassCSP: true });
    await page.click(`main a[href="${otherArticle}"]`);
    await waitForPath(page, otherArticle);
    const { found } = await violations(page, { 'color-contrast': { enabled: false } });
    assert.deepEqual(found, []);
    assert.match(await page.locator('.announcer').textContent(), /An opera season/);
    await page.done();
});

test('the keyboard reaches the skip link first, then links in order', async () => {
    const page = await open(browser, server.url(article));
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to content');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'About us');
    const ring = await page.evaluate(() => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
        return { outlineStyle, outlineWidth, outlineColor };
    });
    assert.notEqual(ring.outlineStyle, 'none', 'no focus ring');
    assert.doesNotMatch(ring.outlineColor, /^rgba\(.*, 0\)$/, 'a focus ring that cannot be seen');
    await page.done();
});

test('forced colours and print show the text of the HTML', async () => {
    const page = await open(browser, server.url(article));
    const seen = () => page.evaluate(() => ({
        text: getComputedStyle(document.querySelector('.prose p')).color,
        canvas: getComputedStyle(document.getElementById('canvas')).display,
    }));
    assert.match((await seen()).text, /^rgba\(.*, 0\)$/);
    await page.emulateMedia({ forcedColors: 'active' });
    let now = await seen();
    assert.doesNotMatch(now.text, /^rgba\(.*, 0\)$/);
    assert.equal(now.canvas, 'none');
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    now = await seen();
    assert.doesNotMatch(now.text, /^rgba\(.*, 0\)$/);
    assert.equal(now.canvas, 'none');
    await page.done();
});

// Compares the accessibility tree of each view with a golden file. BROADSHEET_REWRITE_GOLDEN=1 rewrites the files for
// review.
test('the accessibility tree of each view', async () => {
    const folder = path.join(root, 'tests/golden/accessibility');
    for (const [kind, address] of Object.entries(kinds)) {
        const page = await open(browser, server.url(address), { time: '2026-11-23T09:00:00' });
        // The server's port varies.
        const tree = `${await page.locator('body').ariaSnapshot()}\n`.replaceAll(/127\.0\.0\.1(:|%3A)\d+/g, 'host');
        const file = path.join(folder, `${kind}.yaml`);
        if (process.env.BROADSHEET_REWRITE_GOLDEN) {
            mkdirSync(folder, { recursive: true });
            writeFileSync(file, tree);
        }
        assert.equal(tree, readFileSync(file, 'utf8'), `the ${kind} view`);
        await page.done();
    }
    report(6, 'Accessibility trees (tests/golden/accessibility)', `${Object.keys(kinds).length} views`, 'as the files say');
});

test('the focus moves to the heading of a new page, and its name is announced', async () => {
    const page = await open(browser, server.url('/'));
    await page.click(`main a[href="${otherArticle}"]`);
    await waitForPath(page, otherArticle);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H1');
    assert.match(await page.locator('.announcer').textContent(), /opera/i);
    // The focus order is the reading order.
    const stops = [];
    await page.evaluate(() => document.body.focus());
    for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate(() => {
            const all = [...document.querySelectorAll('#page *')];
            return all.indexOf(document.activeElement);
        }));
    }
    const inside = stops.filter(stop => stop >= 0);
    assert.ok(inside.length > 20);
    assert.deepEqual(inside, [...inside].sort((a, b) => a - b));
    await page.done();
    report(6, 'Focus: on the new heading, then in reading order', `${inside.length} stops`, 'in order');
});

test('double text size and a width of 320 pixels lose no content and scroll vertically only', async () => {
    for (const [width, settings] of [[1280, 'consent=refused;text=4'], [640, 'consent=refused'], [320, 'consent=refused']]) {
        const page = await open(browser, server.url(article), { width, height: 800, settings });
        const { scroll, client, cut } = await page.evaluate(() => ({
            scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth,
            cut: [...document.querySelectorAll('.prose p')].filter(p => p.scrollWidth > p.clientWidth + 5).length,
        }));
        assert.ok(scroll <= client, `${scroll} on ${client} px`);
        assert.equal(cut, 0);
        await page.done();
    }
    report(6, 'Large text, and reflow down to 320 px', '3 sizes', 'nothing cut, no sideways scroll');
});

// Targets must be 24 px large or have enough distance (WCAG 2.5.8), as axe measures it.
test('controls on a phone are large enough or far enough apart', async () => {
    let judged = 0;
    for (const [kind, address] of Object.entries(kinds)) {
        const page = await open(browser, server.url(address), { width: 390, height: 844, phone: true, dpr: 2, bypassCSP: true });
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() => window.axe.run(document, { runOnly: { type: 'rule', values: ['target-size'] } }));
        assert.deepEqual(violations.flatMap(({ nodes }) => nodes.map(node => node.html.slice(0, 120))), [], kind);
        judged += passes.flatMap(({ nodes }) => nodes).length;
        await page.done();
    }
    assert.ok(judged > 100, `axe judged ${judged} controls`);
    report(6, 'Targets on a phone', `${Object.keys(kinds).length} views`, '24 px, or apart');
});
