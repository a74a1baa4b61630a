// Links, buttons and pictures react to mouse and touch as in plain pages, although they are drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, open, otherArticle, settle, stage, waitForPath } from './support.mjs';
import { decodePng } from './picture.mjs';
import { report } from './report.mjs';

const { server, browser } = await stage('content', '--base-url', 'https://meridian.example');

const proseLink = '.prose a[href^="/"]';

// Records events of links, and whether their default action was prevented.
const listen = page => page.evaluate(() => {
    window.seen = [];
    for (const type of ['click', 'auxclick', 'contextmenu', 'dragstart']) {
        addEventListener(type, event => window.seen.push({
            type, tag: event.target.closest?.('a, img')?.tagName, href: event.target.closest?.('a')?.href,
            prevented: event.defaultPrevented, data: event.dataTransfer?.getData('text/uri-list'),
        }));
    }
});

test('middle, ctrl and shift click open another page, and this one stays', async () => {
    const page = await open(browser, server.url('/'));
    const address = await page.evaluate(() => document.querySelector('main h2 a').pathname);
    const link = page.locator(`main h2 a[href="${address}"]`).first();
    for (const [name, options] of [['middle', { button: 'middle' }], ['ctrl', { modifiers: ['Control'] }], ['shift', { modifiers: ['Shift'] }]]) {
        const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click(options)]);
        await opened.waitForURL(`**${address}`);
        await opened.close();
        assert.equal(new URL(page.url()).pathname, '/', name);
    }
    await page.done();
    report(4, 'Middle, ctrl and shift click', '3 ways', 'another page opens');
});

test('the context menu and dragging use the link itself', async () => {
    const page = await open(browser, server.url('/'));
    await listen(page);
    const link = page.locator('main h2 a').first();
    await link.click({ button: 'right' });
    const box = await link.boundingBox();
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 60, { steps: 6 });
    await page.mouse.up();
    const seen = await page.evaluate(() => window.seen);
    const href = await link.evaluate(element => element.href);
    const menu = seen.find(event => event.type === 'contextmenu');
    assert.deepEqual([menu.tag, menu.href, menu.prevented], ['A', href, false]);
    const drag = seen.find(event => event.type === 'dragstart');
    assert.ok(drag, 'a link cannot be dragged');
    assert.deepEqual([drag.href, drag.prevented], [href, false]);
    assert.equal(new URL(page.url()).pathname, '/');
    await page.done();
    report(4, 'Context menu and drag of a link', '2 events', 'the browser\'s own');
});

test('the context menu of a picture can save it', async () => {
    const page = await open(browser, server.url(article));
    await listen(page);
    const picture = page.locator('main figure img').first();
    await picture.scrollIntoViewIfNeeded();
    await picture.click({ button: 'right' });
    const [menu] = await page.evaluate(() => window.seen);
    assert.equal(menu.prevented, false);
    const { tag, loaded } = await picture.evaluate(image => {
        const { left, top, width, height } = image.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return { tag: hit.tagName, loaded: image.complete && image.naturalWidth > 0 };
    });
    assert.deepEqual([tag, loaded], ['IMG', true]);
    await page.done();
    report(4, 'Context menu of a picture', '1 picture', 'the picture is under the pointer, loaded');
});

test('cursors, hover and the focus ring are visible', async () => {
    const page = await open(browser, server.url(article));
    const link = page.locator(proseLink).first();
    await link.scrollIntoViewIfNeeded();
    assert.equal(await link.evaluate(element => getComputedStyle(element).cursor), 'pointer');
    assert.equal(await page.locator('.prose > p').first().evaluate(element => {
        element.scrollIntoView({ behavior: 'instant' });
        const { left, top } = element.getBoundingClientRect();
        return getComputedStyle(document.elementFromPoint(left + 30, top + 14)).cursor;
    }), 'auto');
    // The title of a related article is underlined while the pointer is over it.
    const title = page.locator('.recent a, .related a, .sidebar a').first();
    await title.scrollIntoViewIfNeeded();
    await page.mouse.move(2, 2);
    await settle(page);
    const clip = await title.boundingBox();
    const still = await page.screenshot({ clip });
    await title.hover();
    await settle(page);
    assert.ok(!still.equals(await page.screenshot({ clip })), 'nothing shows that the pointer is over it');
    const around = { x: clip.x - 6, y: clip.y - 6, width: clip.width + 12, height: clip.height + 12 };
    await page.mouse.move(2, 2);
    const unfocused = await page.screenshot({ clip: around });
    await title.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await settle(page);
    assert.ok(!unfocused.equals(await page.screenshot({ clip: around })), 'no ring around the focus');
    await page.done();
    report(4, 'Cursor, hover, ring of the focus', '3 screenshots', 'seen');
});

test('a pressed link has another colour', async () => {
    const page = await open(browser, server.url('/'));
    const link = page.locator('main h2 a').first();
    const clip = await link.boundingBox();
    await link.hover();
    await settle(page);
    const count = async () => {
        const picture = decodePng(await page.screenshot({ clip }));
        let red = 0;
        for (let y = 0; y < picture.height; y++) {
            for (let x = 0; x < picture.width; x++) {
                const [r, g, b] = picture.at(x, y);
                if (r > g + 40 && r > b + 40) red++;
            }
        }
        return red;
    };
    const before = await count();
    await page.mouse.down();
    await settle(page);
    await page.waitForTimeout(60);
    const pressed = await count();
    await page.mouse.move(2, 2);
    await page.mouse.up();
    assert.ok(pressed > before + 50, `${before} accented pixels became ${pressed}`);
    await page.done();
    report(4, 'A pressed link', '1 link', 'in the accent\'s colour');
});

// Headless browsers show no menu for a long press, so the test looks for anything that would prevent it.
test('nothing prevents the long press of the browser', async () => {
    const page = await open(browser, server.url('/'), { width: 390, height: 844, phone: true, dpr: 2 });
    await page.evaluate(() => {
        window.prevented = [];
        for (const type of ['touchstart', 'touchend', 'contextmenu', 'selectstart', 'pointerdown']) {
            addEventListener(type, event => window.prevented.push([type, event.target.closest?.('a')?.tagName, event.defaultPrevented]));
        }
    });
    const link = page.locator('main h2 a').first();
    const box = await link.boundingBox();
    const session = await page.context().newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + 20, y: box.y + 12 }] });
    await page.waitForTimeout(900);
    await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    const events = await page.evaluate(() => window.prevented);
    assert.ok(events.some(([type]) => type === 'touchstart'));
    for (const [type, tag, prevented] of events) assert.deepEqual([tag, prevented], ['A', false], type);
    const { touchAction, userSelect } = await link.evaluate(element => {
        const { touchAction, userSelect } = getComputedStyle(element);
        return { touchAction, userSelect };
    });
    assert.deepEqual([touchAction, userSelect], ['auto', 'auto']);
    assert.equal(new URL(page.url()).pathname, '/');
    await page.done();
    report(4, 'A long press on a link', '1 link', 'left to the browser');
});

test('nothing needs hover: every menu opens by click and by keyboard', async () => {
    const page = await open(browser, server.url(otherArticle));
    const menus = await page.evaluate(() => [...document.querySelectorAll('details[data-pops-up]')]
        .filter(menu => menu.querySelector('summary').getClientRects().length).map(menu => menu.dataset.key));
    assert.ok(menus.length >= 3);
    for (const key of menus) {
        const menu = page.locator(`details[data-key="${key}"]`);
        await menu.locator('summary').first().click();
        await page.waitForFunction(key => document.querySelector(`details[data-key="${key}"]`).open, key);
        await page.keyboard.press('Escape');
        await page.waitForFunction(key => !document.querySelector(`details[data-key="${key}"]`).open, key);
        await menu.locator('summary').first().focus();
        await page.keyboard.press('Enter');
        await page.waitForFunction(key => document.querySelector(`details[data-key="${key}"]`).open, key);
        await page.keyboard.press('Escape');
    }
    await waitForPath(page, otherArticle);
    await page.done();
    report(4, 'Menus by click and by keyboard', `${menus.length} menus`, 'open and close');
});
