// The canvas covers the screen and shows text at every scroll position of a long article.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildSite, goBlog, launch, open, serve, settle } from './support.mjs';
import { decodePng } from './picture.mjs';
import { report } from './report.mjs';

const skip = existsSync(goBlog) ? false : `no ${goBlog} on this machine`;
let server;
let browser;
let address;
before(async () => {
    if (skip) return;
    const site = buildSite(goBlog);
    // Finds the longest article.
    const pages = readdirSync(site, { recursive: true }).filter(name => /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/.test(name));
    const longest = pages.map(name => ({ name, size: statSync(path.join(site, name)).size })).sort((a, b) => b.size - a.size)[0];
    address = `/${longest.name.replace('index.html', '')}`;
    server = await serve(site);
    browser = await launch();
});
after(async () => {
    await browser?.close();
    server?.close();
});

const covered = () => {
    const { top, bottom, left, right } = document.getElementById('canvas').getBoundingClientRect();
    const height = Math.min(innerHeight, document.documentElement.getBoundingClientRect().bottom);
    return top <= 0.5 && bottom >= height - 0.5 && left <= 0 && right >= document.documentElement.clientWidth - 1
        ? null : { top, bottom, left, right, height, scrollY };
};

// The visible lines of the text layer, as bands that must contain ink.
const lines = () => [...document.querySelectorAll('main .l')].map(line => line.getBoundingClientRect())
    .filter(rect => rect.width > 40 && rect.top > 2 && rect.bottom < innerHeight - 2)
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));

test('no blank band while scrolling', { skip }, async () => {
    const page = await open(browser, server.url(address));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(height > 10000, `a page of ${height} px is not long`);
    let checked = 0;
    for (const [step, count] of [[160, 12], [900, 6], [-2500, 2], [30000, 1], [-100, 4]]) {
        for (let i = 0; i < count; i++) {
            await page.evaluate(step => scrollBy({ top: step, behavior: 'instant' }), step);
            await settle(page);
            assert.equal(await page.evaluate(covered), null, 'the canvas does not cover the screen');
            const picture = decodePng(await page.screenshot());
            const ground = picture.at(2, 450);
            for (const { left, top, right, bottom } of await page.evaluate(lines)) {
                const ink = picture.ink(Math.floor(left), Math.floor(top), Math.ceil(right), Math.ceil(bottom), ground, 25);
                assert.ok(ink > 20, `a blank line at ${top} px after a step of ${step}`);
                checked++;
            }
        }
    }
    assert.ok(checked > 200, `only ${checked} lines were looked at`);
    await page.done();
    report(5, 'Lines of a long article while scrolling and jumping', '> 200 lines', 'none blank');
});

test('the canvas covers the screen in every frame of a wheel scroll', { skip }, async () => {
    const page = await open(browser, server.url(address));
    await page.evaluate(() => {
        window.holes = [];
        window.frames = 0;
        const look = () => {
            const { top, bottom } = document.getElementById('canvas').getBoundingClientRect();
            if (top > 0.5 || bottom < innerHeight - 0.5) window.holes.push({ top, bottom, scrollY });
            if (++window.frames < 150) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    });
    await page.mouse.move(600, 450);
    for (let i = 0; i < 30; i++) {
        await page.mouse.wheel(0, 120);
        await page.waitForTimeout(30);
    }
    await settle(page);
    const { holes, frames, y } = await page.evaluate(() => ({ holes: window.holes, frames: window.frames, y: scrollY }));
    assert.ok(y > 2000 && frames > 20, `scrolled ${y} px in ${frames} frames`);
    assert.deepEqual(holes.slice(0, 3), [], `${holes.length} of ${frames} frames`);
    await page.done();
    report(5, 'Frames of a wheel scroll', '> 20 frames', 'no edge seen');
});
