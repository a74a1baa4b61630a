// Scrolling and all kinds of zoom: the canvas covers the visible area, and text is sharp.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, open, settle, stage } from './support.mjs';
import { comparePlaces, launchAt, openAt, quantile, watch } from './exact.mjs';
import { decodePng } from './picture.mjs';
import { report } from './report.mjs';

const { server, browser } = await stage('content', '--base-url', 'https://meridian.example');

const canvas = page => page.evaluate(() => {
    const element = document.getElementById('canvas');
    const { left, top, right, bottom, width } = element.getBoundingClientRect();
    const view = visualViewport;
    return {
        fineness: element.width / width,
        covers: left <= view.offsetLeft + 1 && top <= view.offsetTop + 1 &&
            right >= Math.min(view.offsetLeft + view.width, document.documentElement.clientWidth) - 1 &&
            bottom >= view.offsetTop + view.height - 1,
        scale: view.scale,
    };
});

test('pinch zoom is drawn at the resolution of the screen', async () => {
    const page = await open(browser, server.url(article), { width: 390, height: 844, phone: true, dpr: 2 });
    const session = await page.context().newCDPSession(page);
    await page.evaluate(() => document.querySelector('.prose').scrollIntoView({ behavior: 'instant' }));
    await settle(page);
    assert.equal(Math.round((await canvas(page)).fineness), 2);
    await session.send('Input.synthesizePinchGesture', { x: 195, y: 300, scaleFactor: 2.5, relativeSpeed: 1200 });
    await page.waitForFunction(() => document.getElementById('canvas').width / document.getElementById('canvas').getBoundingClientRect().width > 3);
    const zoomed = await canvas(page);
    assert.ok(zoomed.scale > 2, `zoomed ${zoomed.scale} times`);
    assert.ok(Math.abs(zoomed.fineness - 2 * zoomed.scale) < 0.1, `${zoomed.fineness} pixels for ${2 * zoomed.scale}`);
    assert.ok(zoomed.covers, 'the canvas does not cover what is magnified');
    // Sharp text changes from paper to ink within few pixels.
    const picture = decodePng(await page.screenshot());
    let steep = 0;
    let ink = 0;
    for (let y = 0; y < picture.height; y += 3) {
        for (let x = 2; x < picture.width; x++) {
            const [before, now] = [picture.at(x - 2, y)[1], picture.at(x, y)[1]];
            if (now < 100) ink++;
            if (Math.abs(now - before) > 140) steep++;
        }
    }
    assert.ok(ink > 500 && steep > ink / 20, `${steep} steep edges beside ${ink} inked pixels`);
    // The canvas also covers the area after moving. After zooming out, everything is as before.
    for (let i = 0; i < 3; i++) {
        await session.send('Input.synthesizeScrollGesture', { x: 70, y: 150, yDistance: -100, xDistance: i ? 50 : -50, speed: 2000 });
        await page.waitForTimeout(250);
        assert.ok((await canvas(page)).covers, 'the canvas does not follow what is magnified');
    }
    await session.send('Input.synthesizePinchGesture', { x: 70, y: 150, scaleFactor: 0.2, relativeSpeed: 1200 });
    await page.waitForFunction(() => visualViewport.scale === 1);
    await page.waitForFunction(() => Math.round(document.getElementById('canvas').width / document.getElementById('canvas').getBoundingClientRect().width) === 2);
    assert.ok((await canvas(page)).covers);
    await page.done();
    report(5, 'Pinch zoom and moving about in it', '5 places', 'covered, as fine as the screen');
});

// A window of 1280 × 900 device pixels, as browser zoom changes it.
for (const zoom of [0.25, 0.5, 0.67, 1.25, 2, 3, 5]) {
    test(`browser zoom ${Math.round(zoom * 100)} %`, async () => {
        const [width, height] = [Math.round(1280 / zoom), Math.round(900 / zoom)];
        const zooming = await launchAt(zoom, { width, height });
        const plain = await openAt(zooming, server.url(article), { script: false });
        const page = await openAt(zooming, server.url(article), { before: watch });
        const { errors, breaks, words } = await comparePlaces(plain, page);
        assert.deepEqual(breaks, []);
        // The error is at most a hundredth of a word or less than a device pixel.
        assert.ok(quantile(errors, 0.99) <= Math.max(0.1, 0.1 / zoom), `${quantile(errors, 0.99)} px`);
        for (const y of [0, 700, 4000]) {
            await page.evaluate(y => scrollTo({ top: y, behavior: 'instant' }), y);
            await settle(page);
            const state = await canvas(page);
            assert.ok(state.covers && Math.abs(state.fineness - await page.evaluate(() => devicePixelRatio)) < 0.02, JSON.stringify(state));
        }
        assert.deepEqual(page.complaints, []);
        await zooming.close();
        report(5, `Browser zoom ${Math.round(zoom * 100)} %: lines and words against the plain page`, `${words} words`, 'equal');
    });
}

test('rotation and the on-screen keyboard of a phone', async () => {
    const page = await open(browser, server.url(article), { width: 390, height: 844, phone: true, dpr: 2 });
    await page.evaluate(() => document.querySelectorAll('.prose > p')[3].scrollIntoView({ behavior: 'instant' }));
    await settle(page);
    for (const [width, height] of [[844, 390], [390, 844], [390, 480], [390, 844]]) {
        await page.setViewportSize({ width, height });
        await page.waitForFunction(width => document.getElementById('canvas').width === 2 * width, width);
        await settle(page);
        assert.ok((await canvas(page)).covers, `${width} × ${height}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    }
    await page.done();
    report(5, 'Rotation, and a window that the keyboard makes lower', '4 sizes', 'covered, nothing beyond the side');
});

test('keys scroll as usual', async () => {
    const page = await open(browser, server.url(article));
    await page.mouse.click(640, 5);
    const after = async key => {
        await page.keyboard.press(key);
        await page.waitForTimeout(700);
        return page.evaluate(() => scrollY);
    };
    const down = await after('PageDown');
    assert.ok(down > 500, `page down: ${down}`);
    assert.ok(await after('Space') > down + 500);
    assert.ok(await after('ArrowDown') > down + 500);
    assert.ok(await after('PageUp') < 2 * down);
    const end = await after('End');
    assert.equal(end, await page.evaluate(() => document.documentElement.scrollHeight - innerHeight));
    assert.equal(await after('Home'), 0);
    await page.done();
    report(5, 'Page down, space, arrow, page up, end, home', '6 keys', 'scroll');
});

// Draws bars in the document next to the headings. In every frame, both must have moved equally.
test('canvas and text layer move as one in every frame of a scroll', async () => {
    const page = await open(browser, server.url(article), { width: 900, height: 700 });
    const offsets = await page.evaluate(() => [...document.querySelectorAll('.prose h2, .prose > p')].map(block => {
        const bar = document.createElement('div');
        const { left, top, height } = block.getBoundingClientRect();
        Object.assign(bar.style, { position: 'absolute', left: `${left - 14}px`, top: `${top + scrollY}px`, width: '8px', height: `${height}px`, background: '#ff00ff' });
        document.body.append(bar);
        return [left, height];
    }).length);
    assert.ok(offsets > 8);
    const session = await page.context().newCDPSession(page);
    const frames = [];
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
        frames.push(Buffer.from(data, 'base64'));
        session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
    await session.send('Input.synthesizeScrollGesture', { x: 450, y: 350, yDistance: -2400, speed: 1300, gestureSourceType: 'mouse' });
    await session.send('Page.stopScreencast');
    const left = await page.evaluate(() => Math.round(document.querySelector('.prose > p').getBoundingClientRect().left));
    let looked = 0;
    let sheared = 0;
    for (const frame of frames) {
        const picture = decodePng(frame);
        const isBar = y => { const [r, g, b] = picture.at(left - 10, y); return r > 230 && g < 40 && b > 230; };
        const hasInk = y => {
            for (let x = left; x < left + 300; x++) if (picture.at(x, y)[1] < 120) return true;
            return false;
        };
        // On a busy machine, the page scrolls past the end of the canvas before the next drawing. That is a matter of
        // time and no shear, so blocks at or below the last ink are left out.
        let end = picture.height - 1;
        while (end > 0 && !hasInk(end)) end--;
        // The first ink of a block follows within a line of the start of its bar. There is none between bars.
        for (let y = 1; y < Math.min(end - 30, picture.height - 60); y++) {
            if (!isBar(y) || isBar(y - 1)) continue;
            let first = y;
            while (first < y + 40 && !hasInk(first)) first++;
            looked++;
            if (first - y < 2 || first - y > 16 || hasInk(y - 3)) sheared++;
        }
    }
    assert.ok(frames.length >= 8 && looked >= 20, `${frames.length} frames, ${looked} blocks`);
    assert.equal(sheared, 0, `${sheared} of ${looked} blocks stand elsewhere than their bars, in ${frames.length} frames`);
    await page.done();
    report(5, 'Blocks of the canvas beside bars of the document, in the frames of a scroll', `${looked} blocks, ${frames.length} frames`.replace(/\d+/g, number => number > 100 ? '> 100' : '> 8'), 'no shear');
});
