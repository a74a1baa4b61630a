// Pictures: which file is fetched, what is shown while it loads, and the enlarged picture.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { article, buildSite, followLink, open, openPlain, root, serve, settle, stage, waitForPath } from './support.mjs';
import { decodePng } from './picture.mjs';

const { server, browser } = await stage();

const isPicture = /\/pictures\//;
const widthOf = file => Number(/\.(\d+)\.webp$/.exec(file)?.[1] ?? Infinity);

const nearEnough = 0.93; // a file may have a few pixels less (src/reader/pictures.cpp)

// The pictures of the text layer, with the number of device pixels that each needs in width.
const shown = page => page.evaluate(part => [...document.querySelectorAll('#page img')].map(image => {
    const box = image.getBoundingClientRect();
    const aspect = image.getAttribute('width') / image.getAttribute('height');
    return {
        file: new URL(image.src).pathname, own: Number(image.getAttribute('width')), top: box.top,
        needed: part * Math.max(box.width, box.height * aspect) * devicePixelRatio,
    };
}), nearEnough);

const cover = page => page.evaluate(() => {
    const image = document.querySelector('.article-picture');
    const { left, top, width, height } = image.getBoundingClientRect();
    return { left, top: top + scrollY, width, height, bottom: document.querySelector('.prose').getBoundingClientRect().top + scrollY };
});

for (const [dpr, phone, view] of [[1, false, '/'], [2, false, '/'], [1, false, article], [2, false, article],
    [3, true, article]]) {
    test(`the file that fits: ${view}, ${dpr} device pixels to one${phone ? ', phone' : ''}`, async () => {
        const page = await open(browser, server.url(view), { dpr, phone, ...phone && { width: 390, height: 844 } });
        const wanted = await shown(page);
        assert.ok(wanted.length >= 6, `${wanted.length} pictures`);
        for (const { file, own, needed } of wanted) {
            const width = Math.min(widthOf(file), own);
            assert.ok(width >= Math.min(needed - 1, own), `${file} for ${needed} pixels`);
            const steps = [0, ...[192, 320, 480, 720, 1080, 1440, 1920].filter(each => each < own), Infinity];
            assert.ok(steps[steps.indexOf(widthOf(file)) - 1] < needed, `${file} is more than ${needed} pixels need`);
        }
        // The canvas fetches the same file names, and no other files are fetched except those that the HTML chose.
        await page.waitForTimeout(300);
        const asked = server.requests.filter(address => isPicture.test(address));
        for (const { file, top } of wanted) {
            if (top < 900) assert.ok(asked.includes(file), `${file} was not fetched`);
        }
        assert.deepEqual(page.complaints, []);
        await page.done();
        server.requests.length = 0;
    });
}

// Opens the article from a page without pictures. The article's pictures arrive only when `release` is called.
async function openHeld(options) {
    const page = await open(browser, server.url('/about/'), options);
    let release;
    const held = new Promise(resolve => { release = resolve; });
    await page.route(isPicture, async route => {
        await held;
        await route.continue();
    });
    await page.evaluate(() => {
        window.counted = 0;
        const original = WebGL2RenderingContext.prototype.clear;
        WebGL2RenderingContext.prototype.clear = function (...values) {
            window.counted++;
            return original.apply(this, values);
        };
    });
    await followLink(page, article);
    await waitForPath(page, article);
    return { page, release, frames: () => page.evaluate(() => window.counted) };
}

test('a picture has its space and placeholder while loading, then fades in', async () => {
    const { page, release, frames } = await openHeld();
    const early = await cover(page);
    const own = await page.evaluate(() => {
        const image = document.querySelector('.article-picture');
        return image.getAttribute('width') / image.getAttribute('height');
    });
    assert.ok(Math.abs(early.width / early.height - own) < 0.01);
    const look = async () => {
        const picture = decodePng(await page.screenshot());
        const at = (x, y) => picture.at(Math.round(early.left + x * early.width), Math.round(early.top + y * 300));
        return { all: picture, points: [at(0.02, 0.02), at(0.5, 0.5), at(0.98, 0.9)] };
    };
    const before = await look();
    const paper = before.all.at(3, 880);
    for (const point of before.points) {
        assert.ok(Math.max(...point.map((part, i) => Math.abs(part - paper[i]))) > 40, `${point} is the paper's colour`);
    }
    assert.notDeepEqual(before.points[0], before.points[2], 'colours run');
    const start = await frames();
    release();
    await page.waitForTimeout(1200);
    let end = start;
    for (let tries = 0; tries < 20 && await frames() !== end; tries++) {
        end = await frames();
        await page.waitForTimeout(500);
    }
    assert.ok(end > start + 3, `it came in within ${end - start} frames`);
    assert.equal(await frames(), end, 'frames go on');
    const after = await look();
    assert.ok(after.points.some((point, i) => point.some((part, c) => part !== before.points[i][c])), 'nothing came');
    assert.deepEqual(await cover(page), early, 'the page moved');
    await page.done();
});

test('reduced motion disables fading', async () => {
    const { page, release, frames } = await openHeld({ reducedMotion: 'reduce' });
    const pictures = (await shown(page)).length;
    const start = await frames();
    release();
    await page.waitForTimeout(800);
    const drawn = await frames() - start;
    assert.ok(drawn >= 1 && drawn <= pictures, `${drawn} frames for ${pictures} pictures`);
    await page.done();
});

test('a picture that fails to load shows its alternative text in its space', async () => {
    const whole = await open(browser, server.url(article));
    const expected = await cover(whole);
    await whole.done();
    const page = await open(browser, server.url(article), { before: page => page.route(isPicture, route => route.abort()) });
    await page.waitForFunction(() => document.querySelector('.article-picture').hasAttribute('data-failed'));
    await settle(page);
    assert.deepEqual(await cover(page), expected, 'the page moved');
    const look = await page.evaluate(() => {
        const image = document.querySelector('.article-picture');
        const { opacity, color } = getComputedStyle(image);
        return { opacity, color, alt: image.alt };
    });
    assert.equal(look.opacity, '1');
    assert.match(look.color, /^rgb\(/);
    assert.match(look.alt, /\w{4}/);
    const picture = decodePng(await page.screenshot());
    const [left, top] = [expected.left, expected.top].map(Math.round);
    const ground = picture.at(left + 300, top + 200);
    assert.ok(picture.ink(left, top, left + 600, top + 60, ground) > 100, 'no text is to be seen');
    // The HTML without the reader behaves as well.
    const plain = await open(browser, server.url(article), {
        script: false, before: page => page.route(isPicture, route => route.abort()),
    });
    assert.equal((await cover(plain)).width, expected.width);
    await Promise.all([page.done(), plain.done()]);
});

const isOpen = page => page.evaluate(() => Boolean(document.querySelector('dialog[open]')));

test('a cropped picture shows its focus, drawn as in the plain page', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-focus-'));
    after(() => rmSync(folder, { recursive: true }));
    cpSync(path.join(root, 'content/pictures/station-clock.jpg'), path.join(folder, 'clock.jpg'));
    ['left top', '100% 70%', 'center'].forEach((focus, i) => writeFileSync(path.join(folder, `a${i}.md`),
        `---\ntitle: Clock ${i}\ndate: 2026-02-0${i + 1}\nimage: {src: clock.jpg, focus: ${focus}}\n---\nx\n`));
    const host = await serve(buildSite(folder), { own: true });
    after(() => host.close());
    const plain = await openPlain(browser, host.url('/'), { height: 2400 });
    const drawn = await open(browser, host.url('/'), { height: 2400 });
    const boxes = await plain.evaluate(() => [...document.querySelectorAll('#page img')].map(image => {
        const { x, y, width, height } = image.getBoundingClientRect();
        return { box: { x, y, width, height }, name: image.className, position: getComputedStyle(image).objectPosition };
    }));
    assert.deepEqual([...new Set(boxes.map(each => each.position))].sort(), ['0% 0%', '100% 70%', '50% 50%']);
    await drawn.waitForTimeout(800); // fading
    const pixelsOf = async (page, { x, y, width, height }) => decodePng(await page.screenshot({ clip: {
        x: Math.ceil(x) + 2, y: Math.ceil(y) + 2, width: Math.floor(width) - 4, height: Math.floor(height) - 4 } })).pixels;
    const away = (one, other) => one.reduce((sum, value, i) => sum + Math.abs(value - other[i]), 0) / one.length;
    const seen = [];
    for (const { box, name } of boxes) {
        const there = await pixelsOf(plain, box);
        seen.push(there);
        const distance = away(there, await pixelsOf(drawn, box));
        assert.ok(distance < 12, `${name}: ${distance.toFixed(1)} of 255 away`);
    }
    // Another focus would be seen: pictures of one size differ more.
    const size = ({ box }) => `${box.width} ${box.height}`;
    const [one, other] = boxes.flatMap((each, i) => boxes.flatMap((beside, j) =>
        i < j && size(each) === size(beside) && each.position !== beside.position ? [[i, j]] : []))[0];
    assert.ok(away(seen[one], seen[other]) > 20, `only ${away(seen[one], seen[other])}`);
    await plain.done();
    await drawn.done();
});

test('a click enlarges a cover; Escape, click and button close it', async () => {
    const page = await open(browser, server.url(article));
    const address = page.url();
    const closings = {
        Escape: () => page.keyboard.press('Escape'),
        click: () => page.mouse.click(20, 450),
        button: () => page.click('dialog button'),
        'keys on the button': () => page.keyboard.press('Enter'),
    };
    for (const [name, close] of Object.entries(closings)) {
        await page.click('.article-figure .enlarge');
        await page.waitForSelector('dialog[open] img');
        await page.waitForFunction(() => document.querySelector('dialog img').naturalWidth > 0);
        const { box, caption, label, alt, file } = await page.evaluate(() => {
            const image = document.querySelector('dialog img');
            const { left, top, right, bottom } = image.getBoundingClientRect();
            return {
                box: { left, top, right, bottom }, caption: document.querySelector('dialog p')?.textContent,
                label: document.querySelector('dialog').getAttribute('aria-label'), alt: image.alt, file: image.currentSrc,
            };
        });
        assert.ok(box.left >= 0 && box.top >= 0 && box.right <= 1280 && box.bottom <= 900, JSON.stringify(box));
        assert.ok(box.right - box.left > 900, `${box.right - box.left} px wide`);
        assert.ok(caption, 'no caption');
        assert.equal(label, alt);
        assert.match(file, isPicture);
        await close();
        await page.waitForSelector('dialog', { state: 'detached' });
        assert.ok(await page.evaluate(() => document.activeElement.matches('.enlarge')), `focus after ${name}`);
    }
    assert.equal(page.url(), address);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('a gallery is a grid, and arrow keys, buttons and swipes move through it', async () => {
    const address = '/2026/11/08/the-hill-that-bought-itself/';
    const page = await open(browser, server.url(address));
    const places = await page.evaluate(() => [...document.querySelectorAll('.gallery img')]
        .map(image => image.getBoundingClientRect()).map(({ x, width }) => [Math.round(x), Math.round(width)]));
    assert.equal(new Set(places.map(([x]) => x)).size, 3, `${places}`);
    assert.equal(new Set(places.map(([, width]) => width)).size, 1, `${places}`);
    const shown = () => page.evaluate(() => [document.querySelector('dialog span').textContent,
        new URL(document.querySelector('dialog img').src).pathname]);
    await page.click('.gallery .enlarge >> nth=1');
    await page.waitForSelector('dialog[open] img');
    assert.deepEqual(await shown(), ['2 / 3', '/pictures/funicular.jpg']);
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await shown(), ['3 / 3', '/pictures/hill-stairs.jpg']);
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await shown(), ['1 / 3', '/pictures/hill-houses.jpg']);
    await page.click('dialog button[aria-label="Previous"]');
    assert.equal((await shown())[0], '3 / 3');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    assert.ok(await page.evaluate(() => document.activeElement === document.querySelectorAll('.gallery .enlarge')[2]));
    assert.deepEqual(page.complaints, []);
    await page.done();

    const phone = await open(browser, server.url(address), { width: 390, height: 844, phone: true });
    await phone.tap('.gallery .enlarge >> nth=0');
    await phone.waitForSelector('dialog[open] img');
    await phone.evaluate(() => {
        const target = document.querySelector('dialog img');
        const touch = (type, x) => {
            const one = new Touch({ identifier: 1, target, clientX: x, clientY: 400 });
            target.dispatchEvent(new TouchEvent(type, {
                bubbles: true, cancelable: true, touches: type === 'touchend' ? [] : [one], changedTouches: [one],
            }));
        };
        touch('touchstart', 300);
        touch('touchend', 120);
    });
    assert.equal(await phone.evaluate(() => document.querySelector('dialog span').textContent), '2 / 3');
    await phone.done();
});

test('the keyboard enlarges it, and going back closes it', async () => {
    const page = await open(browser, server.url('/'));
    await page.click(`main a[href="${article}"]`);
    await waitForPath(page, article);
    await page.focus('.article-figure .enlarge');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    assert.ok(await page.evaluate(() => document.activeElement.matches('dialog button')));
    await page.goBack();
    await waitForPath(page, '/');
    assert.equal(await isOpen(page), false);
    await page.done();
});

test('on phones it fills the screen, in both colour schemes', async () => {
    const page = await open(browser, server.url(article), { width: 390, height: 844, phone: true, dpr: 2, dark: true });
    await page.tap('.article-figure .enlarge');
    await page.waitForSelector('dialog[open] img');
    const { width, ground, paper, touch } = await page.evaluate(() => {
        const dialog = document.querySelector('dialog');
        const style = getComputedStyle(dialog);
        return {
            width: dialog.querySelector('img').getBoundingClientRect().width, ground: style.backgroundColor,
            paper: getComputedStyle(document.body).backgroundColor, touch: style.touchAction,
        };
    });
    assert.ok(width > 350, `${width} px wide`);
    assert.equal(ground, paper);
    assert.match(touch, /pinch-zoom|auto|manipulation/);
    await page.done();
});

test('without script the link opens the file', async () => {
    const page = await open(browser, server.url(article), { script: false });
    await page.click('.article-figure .enlarge');
    await page.waitForURL(/\/pictures\/[^/]+\.jpg$/);
    await page.done();
});
