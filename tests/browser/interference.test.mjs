// Translators, extensions, user styles and privacy guards change the page as they change any page. What they do is
// visible: in place on the drawn page, or because the page returns to its HTML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    addStyle, assertReadable, becomes, boxes, changes, furthest, guards, isDrawn, pause, showOriginal, styledFromTheStart, translate, watchHost,
} from './interfere.mjs';
import { article, kinds, open, otherArticle, settle, stage, waitUntilDrawn } from './support.mjs';
import { report } from './report.mjs';

const { server, browser } = await stage();

test('a translation is shown, and links lead to whole pages', async () => {
    const page = await open(browser, server.url(article));
    await page.evaluate(() => scrollTo({ top: 900, behavior: 'instant' }));
    await settle(page);
    // The paragraph that is being read.
    const top = () => page.evaluate(() => {
        window.read ??= [...document.querySelectorAll('.prose > p')].find(block => block.getBoundingClientRect().top > 0);
        return Math.round(window.read.getBoundingClientRect().top);
    });
    const before = await top();
    await page.evaluate(translate);
    await assertReadable(page);
    const after = await top();
    assert.ok(Math.abs(after - before) < 100, `the paragraph being read moved from ${before} to ${after}`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.locator('.main-menu a[href]').first().click();
    await page.waitForFunction(() => !document.documentElement.classList.contains('translated-ltr'));
    await waitUntilDrawn(page);
    await page.goBack();
    await waitUntilDrawn(page);
    assert.equal(new URL(page.url()).pathname, article);
    await page.done();
});

test('the page is drawn again when its translation is switched off', async () => {
    const page = await open(browser, server.url(article));
    await page.evaluate(translate);
    await assertReadable(page);
    await page.evaluate(showOriginal);
    await becomes(page, 'drawn');
    await settle(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll('#page font').length), 0);
    await page.locator('.main-menu a[href]').first().click();
    await page.waitForFunction(path => location.pathname !== path, article);
    await settle(page);
    assert.ok(await isDrawn(page));
    assert.deepEqual(page.complaints, []);
    await page.done();
});

for (const [name, change] of Object.entries(changes)) {
    test(`seen: ${name}`, async () => {
        const page = await open(browser, server.url(article));
        await page.evaluate(...typeof change === 'string' ? [addStyle, change] : [change]);
        await assertReadable(page);
        // It stays so while the cause is there.
        await pause(page);
        await page.setViewportSize({ width: 1100, height: 900 });
        await pause(page);
        await assertReadable(page);
        await page.locator('.breadcrumb a, .breadcrumbs a, .main-menu a[href]').first().click();
        await page.waitForFunction(path => location.pathname !== path, article);
        await waitUntilDrawn(page);
        await page.done();
    });
}

test('a translation stays when the window changes its size, and a menu opens', async () => {
    const page = await open(browser, server.url(article));
    await page.evaluate(translate);
    await assertReadable(page);
    const words = () => page.evaluate(() => document.querySelectorAll('#page font').length);
    const before = await words();
    await page.setViewportSize({ width: 1000, height: 900 });
    await pause(page);
    await page.locator('details[data-key^="menu-"] > summary').first().click();
    await pause(page);
    assert.equal(await words(), before);
    await assertReadable(page);
    await page.evaluate(showOriginal);
    await becomes(page, 'drawn');
    assert.equal(await words(), 0);
    await page.done();
});

test('a word that was replaced stays when a menu opens', async () => {
    const page = await open(browser, server.url(article));
    await page.evaluate(() => {
        const text = document.querySelector('.prose p .l').firstChild;
        text.splitText(text.data.indexOf(' '));
        const word = document.createElement('span');
        word.textContent = 'Wort';
        text.replaceWith(word);
    });
    await assertReadable(page);
    await page.locator('details[data-key^="menu-"] > summary').first().click();
    await page.setViewportSize({ width: 1000, height: 900 });
    await pause(page);
    await assertReadable(page);
    assert.match(await page.locator('.prose p').first().textContent(), /^Wort /);
    await page.done();
});

test('marked words are not doubled when lines end elsewhere', async () => {
    const page = await open(browser, server.url(article));
    const text = () => page.evaluate(() => document.querySelector('.prose').textContent);
    const before = await text();
    await page.evaluate(() => {
        const rest = document.querySelectorAll('.prose > p')[1].querySelector('.l').firstChild.splitText(6);
        rest.splitText(20);
        const mark = document.createElement('span');
        mark.style.background = 'yellow';
        rest.replaceWith(mark);
        mark.append(rest);
    });
    await pause(page);
    assert.ok(await isDrawn(page));
    await page.setViewportSize({ width: 1100, height: 900 });
    await pause(page);
    assert.equal(await text(), before);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.done();
});

const early = {
    'words of others': { change: () => { document.querySelector('.prose p').textContent = 'Andere Worte'; }, seen: 'Andere Worte' },
    'a translation': { change: translate, seen: '«' },
    'a size': { change: () => { document.querySelector('.prose p').style.fontSize = '26px'; }, size: '26px' },
};
for (const [name, { change, seen, size }] of Object.entries(early)) {
    test(`before the page is drawn: ${name}`, async () => {
        const page = await open(browser, server.url(article), {
            drawn: false, before: page => page.addInitScript(`addEventListener('DOMContentLoaded', ${change})`),
        });
        await assertReadable(page);
        await pause(page);
        await assertReadable(page);
        const first = page.locator('.prose p').first();
        if (seen) assert.ok((await first.textContent()).startsWith(seen));
        if (size) assert.equal(await first.evaluate(block => getComputedStyle(block).fontSize), size);
        await page.done();
    });
}

for (const [name, change] of Object.entries(boxes)) {
    test(`followed: ${name}`, async () => {
        const page = await open(browser, server.url(article), { before: watchHost });
        await page.evaluate(...typeof change === 'string' ? [addStyle, change] : [change]);
        await pause(page);
        assert.ok(await isDrawn(page), 'it is still drawn');
        assert.ok(await furthest(page) <= 4, 'texts are drawn where they are');
        // Menus make the page anew.
        const menu = page.locator('details[data-key^="menu-"] > summary').first();
        await menu.click();
        await pause(page);
        assert.ok(await isDrawn(page));
        assert.ok(await furthest(page) <= 4, 'with an open menu, too');
        await menu.click();
        await page.locator('.main-menu a[href]').first().click();
        await page.waitForFunction(path => location.pathname !== path, article);
        await settle(page);
        assert.ok(await isDrawn(page));
        assert.equal(await page.locator('#page [data-foreign]').count(), 0);
        assert.deepEqual(page.complaints, []);
        await page.done();
    });
}

test('a box that grows and goes is followed', async () => {
    const page = await open(browser, server.url(article), { before: watchHost });
    const bottom = () => page.evaluate(() => window.lastHost.textLayer.places[0].height);
    const before = await bottom();
    await page.evaluate(() => {
        window.box = document.createElement('div');
        window.box.style.height = '50px';
        document.querySelector('.prose > p').after(window.box);
    });
    await pause(page);
    assert.ok(Math.abs(await bottom() - before - 50) < 2);
    await page.evaluate(() => { window.box.style.height = '150px'; });
    await pause(page);
    assert.ok(Math.abs(await bottom() - before - 150) < 2);
    assert.ok(await furthest(page) <= 4);
    await page.evaluate(() => window.box.remove());
    await pause(page);
    assert.ok(Math.abs(await bottom() - before) < 2);
    assert.ok(await isDrawn(page));
    assert.ok(await furthest(page) <= 4);
    await page.done();
});

test('a style that is there from the start leaves the page as its HTML', async () => {
    const page = await open(browser, server.url(article), {
        drawn: false,
        before: page => page.addInitScript(() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync('p{font-size:24px!important}');
            document.adoptedStyleSheets = [sheet];
        }),
    });
    await becomes(page, 'as-html');
    await pause(page);
    assert.ok(!await isDrawn(page));
    assert.equal(await page.locator('#page .l').count(), 0, 'the prerendered HTML is shown');
    await page.done();
});

test('parts that a blocker hides are not drawn, and are drawn again when it is off', async () => {
    const page = await open(browser, server.url(article), {
        before: async page => {
            await watchHost(page);
            await styledFromTheStart('aside, article figure { display: none !important }')(page);
        },
    });
    await pause(page);
    assert.ok(await isDrawn(page));
    assert.ok(await furthest(page) <= 4);
    const height = () => page.evaluate(() => window.lastHost.textLayer.places[0].height);
    const without = await height();
    await page.evaluate(() => window.blocker.replaceSync(''));
    await pause(page);
    await pause(page);
    assert.ok(await isDrawn(page));
    assert.ok(await height() > without + 100);
    assert.ok(await furthest(page) <= 4);
    assert.equal(await page.locator('#page aside').count(), 1);
    await page.done();
});

test('boxes that a style moves before the first check leave the page as its HTML', async () => {
    const page = await open(browser, server.url(article), {
        drawn: false,
        before: styledFromTheStart('.prose > p + p { margin-top: 70px !important }'),
    });
    await page.waitForFunction(() => document.documentElement.classList.contains('as-html'));
    await assertReadable(page);
    await page.done();
});

// The size of paragraphs and the height of the page, as drawn.
const sizes = page => page.evaluate(() => ({
    text: parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize),
    height: window.lastHost.textLayer.places[0].height,
}));

test("the browser's font size is that of articles, on the canvas too", async () => {
    const { launch } = await import('./support.mjs');
    const large = await launch('--blink-settings=defaultFontSize=20');
    const page = await open(large, server.url(article), { before: watchHost });
    await pause(page);
    assert.ok(await isDrawn(page));
    assert.ok(await furthest(page) <= 4);
    const bigger = await sizes(page);
    await large.close();
    const usual = await open(browser, server.url(article), { before: watchHost });
    assert.equal(bigger.text / (await sizes(usual)).text, 20 / 16);

    // As a style of the reader's own, while the page is drawn.
    await usual.evaluate(addStyle, 'html{font-size:20px}');
    await pause(usual);
    assert.ok(await isDrawn(usual));
    assert.ok(await furthest(usual) <= 4);
    assert.deepEqual(await sizes(usual), bigger);
    await usual.done();
});

test("the browser's smallest letter size is kept", async () => {
    const { launch } = await import('./support.mjs');
    const large = await launch('--blink-settings=minimumFontSize=22');
    const page = await open(large, server.url(article), { drawn: false });
    await becomes(page, 'as-html');
    assert.ok(parseFloat(await page.evaluate(() => getComputedStyle(document.querySelector('.meta, .kicker, time')).fontSize)) >= 22);
    await large.close();
});

const harmless = {
    'icons in fields': () => document.querySelectorAll('input').forEach(field => {
        const icon = document.createElement('div');
        icon.style.cssText = 'position:absolute;width:16px;height:16px';
        field.parentElement.append(icon);
        field.setAttribute('data-manager', '1');
    }),
    'a bar of an extension': () => {
        const bar = document.createElement('some-extension');
        bar.style.cssText = 'position:fixed;left:0;right:0;bottom:0;height:40px';
        document.documentElement.append(bar);
    },
    'marked words': () => {
        const line = document.querySelector('.prose p .l').firstChild;
        const rest = line.splitText(5);
        rest.splitText(8);
        const mark = document.createElement('mark');
        rest.replaceWith(mark);
        mark.append(rest);
    },
    'attributes of a spell checker': () => document.querySelectorAll('.prose p').forEach(block =>
        block.setAttribute('data-checked', 'yes')),
    'a style sheet with what does not show': () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('*{cursor:auto;user-select:text!important;scroll-behavior:auto}.x-extension{color:red}a:focus{color:red}');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        dispatchEvent(new Event('focus'));
    },
    'a style sheet for its own elements': () => {
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        style.href = 'data:text/css,.x-extension{color:red}';
        document.head.append(style);
    },
};
for (const [name, change] of Object.entries(harmless)) {
    test(`no alarm: ${name}`, async () => {
        const page = await open(browser, server.url(article));
        await page.evaluate(change);
        await pause(page);
        assert.ok(await isDrawn(page));
        if (name === 'marked words') {
            assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('#page mark')).color), 'rgba(0, 0, 0, 0)');
            assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('#page mark')).backgroundColor), 'rgba(0, 0, 0, 0)');
        }
        await page.locator('.main-menu a[href]').first().click();
        await page.waitForFunction(path => location.pathname !== path, article);
        await settle(page);
        assert.ok(await isDrawn(page));
        assert.equal(await page.locator('#page mark, #page [data-foreign]').count(), 0, 'nothing foreign on the next page');
        await page.done();
    });
}

test('without any of its parts, a page leads to whole pages', async () => {
    let tried = 0;
    for (const kind of ['front', 'article', 'category', 'month']) {
        const page = await open(browser, server.url(kinds[kind]));
        const target = kind === 'article' ? otherArticle : article;
        const expected = await page.evaluate(async path => {
            const text = await (await fetch(path)).text();
            const other = new DOMParser().parseFromString(text, 'text/html');
            return [other.title, other.querySelector('h1').textContent];
        }, target);
        const count = await page.evaluate(() => document.querySelectorAll('#page main *:not(.l, .l *), #page > * > *').length);
        for (let index = 0; index < count; index += Math.ceil(count / 7)) {
            await page.goto(server.url(kinds[kind]));
            await waitUntilDrawn(page);
            await page.evaluate(([at, path]) => {
                document.querySelectorAll('#page main *:not(.l, .l *), #page > * > *')[at]?.remove();
                const link = document.createElement('a');
                link.href = path;
                link.id = 'way-on';
                link.textContent = 'on';
                document.querySelector('#page').firstElementChild.append(link);
                link.click();
            }, [index, target]);
            await page.waitForFunction(path => location.pathname === path, target, { timeout: 10000 });
            await waitUntilDrawn(page);
            const found = await page.evaluate(() => [document.title, document.querySelector('#page h1')?.textContent]);
            assert.deepEqual(found, expected, `${kind}, without element ${index}`);
            tried++;
        }
        await page.done();
    }
    report(8, 'A link on a page that lacks one of its elements', `${tried} elements`.replace(/\d+/, '> 24'), 'the whole page');
});

for (const [name, guard] of Object.entries(guards)) {
    test(`a privacy guard: ${name}`, async () => {
        const page = await open(browser, server.url(article), { drawn: false, before: page => page.addInitScript(guard) });
        await becomes(page, 'as-html');
        assert.ok(!await isDrawn(page));
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
        await page.done();
    });
}
const noise = {
    'readback is white': () => {
        const original = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...box) {
            const result = original.apply(this, box);
            result.data.fill(255);
            return result;
        };
    },
    'readback is refused': () => {
        CanvasRenderingContext2D.prototype.getImageData = () => { throw new DOMException('refused', 'SecurityError'); };
    },
    'noise in widths': () => {
        const original = CanvasRenderingContext2D.prototype.measureText;
        CanvasRenderingContext2D.prototype.measureText = function (text) {
            const result = original.call(this, text);
            const { width } = result;
            Object.defineProperty(result, 'width', { value: width * 1.004 });
            return result;
        };
    },
};
for (const [name, guard] of Object.entries(noise)) {
    test(`a privacy guard that does not matter: ${name}`, async () => {
        const page = await open(browser, server.url(article), { before: page => page.addInitScript(guard) });
        assert.ok(await isDrawn(page));
        await page.done();
    });
}
