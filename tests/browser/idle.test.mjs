// An idle page runs no code, and events are drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, kinds, open, settle, stage } from './support.mjs';
import { decodePng } from './picture.mjs';
import { report } from './report.mjs';

const { server, browser } = await stage();

// Counts requests for frames and draw calls, from before the first script.
const count = page => page.addInitScript(() => {
    window.counts = { frames: 0, draws: 0, timers: 0 };
    const wrap = (object, name, counted) => {
        const original = object[name];
        object[name] = function (...values) {
            window.counts[counted]++;
            return original.apply(this, values);
        };
    };
    wrap(window, 'requestAnimationFrame', 'frames');
    wrap(window, 'setInterval', 'timers');
    wrap(WebGL2RenderingContext.prototype, 'drawElements', 'draws');
    wrap(WebGL2RenderingContext.prototype, 'clear', 'draws');
});

test('no frame in five idle seconds', async () => {
    const pages = await Promise.all([kinds.front, article].map(address =>
        open(browser, server.url(address), { before: count })));
    await pages[0].waitForTimeout(1500); // pictures arrive
    const start = await Promise.all(pages.map(page => page.evaluate(() => ({ ...window.counts }))));
    for (const { draws, frames } of start) assert.ok(draws > 0 && frames > 0, 'nothing was counted');
    await pages[0].waitForTimeout(5000);
    const end = await Promise.all(pages.map(page => page.evaluate(() => ({ ...window.counts }))));
    assert.deepEqual(end, start);
    for (const page of pages) await page.done();
    report(8, 'Frames in five idle seconds', '2 pages', '0');
});

test('a page is looked at when there is a reason, not again and again', async () => {
    for (const css of ['', '*{transition:color .2s,background .2s!important}']) {
        const page = await open(browser, server.url(article), {
            before: page => page.addInitScript(() => { window.broadsheetWatch = (name, ms, host) => { window.lastHost = host; }; }),
        });
        await page.evaluate(css => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
            const { integrity } = window.lastHost;
            const { cause } = integrity;
            window.looks = 0;
            integrity.cause = function (...values) {
                window.looks++;
                return cause.apply(this, values);
            };
        }, css);
        await page.waitForTimeout(500);
        const looks = async work => {
            const before = await page.evaluate(() => window.looks);
            await work();
            await page.waitForTimeout(1200);
            return await page.evaluate(() => window.looks) - before;
        };
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')), css);
        assert.ok(await looks(() => page.evaluate(() => dispatchEvent(new Event('focus')))) <= 2);
        assert.ok(await looks(() => page.emulateMedia({ colorScheme: 'dark' })) <= 3);
        assert.ok(await looks(() => page.setViewportSize({ width: 800, height: 900 })) <= 8);
        assert.equal(await looks(async () => {
            await page.mouse.move(300, 300);
            await page.waitForTimeout(600);
        }) <= 2, true);
        assert.equal(await looks(async () => {
            for (let y = 0; y < 2000; y += 200) await page.mouse.wheel(0, 200);
            await page.waitForTimeout(300);
        }), 0, 'scrolling');
        assert.equal(await looks(() => {}), 0, 'idle');
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')));
        await page.done();
    }
});

test('a switch between light and dark is drawn immediately', async () => {
    const page = await open(browser, server.url(article));
    const ground = async () => {
        await settle(page);
        const picture = decodePng(await page.screenshot());
        const [r, g, b] = picture.at(3, 450);
        return { light: (r + g + b) / 3, ink: picture.ink(0, 0, picture.width, picture.height, [r, g, b]) };
    };
    const before = await ground();
    assert.ok(before.light > 200, `a light ground of ${before.light}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await ground();
    assert.ok(dark.light < 60, `a dark ground of ${dark.light}`);
    assert.ok(dark.ink > 2000, 'no ink on the dark ground');
    await page.emulateMedia({ colorScheme: 'light' });
    const after = await ground();
    assert.equal(after.light, before.light);
    assert.ok(Math.abs(after.ink - before.ink) < before.ink * 0.02);
    await page.done();
});
