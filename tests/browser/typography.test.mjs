// Hanging punctuation, large first letters, indents, figures and balanced headlines, on the canvas and in HTML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, buildSite, open, openPlain, serve, settle, stage } from './support.mjs';
import { compareInk, comparePlaces, placesOf, watch } from './exact.mjs';

const { server, browser } = await stage('content', '--base-url', 'https://meridian.example');

// The same page as the browser shows it and as the reader draws it.
async function openBoth(options, address = article) {
    const settings = `${options.settings};consent=refused`;
    return [await openPlain(browser, server.url(address), { ...options, settings }),
        await open(browser, server.url(address), { ...options, settings, before: watch })];
}

const boxes = () => [...document.querySelectorAll('.prose > *')].map(element => {
    const { x, y, height } = element.getBoundingClientRect();
    // The bar at the top has more rows with the reader's buttons.
    return [x, y - element.parentElement.getBoundingClientRect().top, height];
});

// The height of the first letter of an article.
const initialHeight = () => {
    const walker = document.createTreeWalker(document.querySelector('.opening'), NodeFilter.SHOW_TEXT);
    walker.nextNode();
    const range = document.createRange();
    range.setStart(walker.currentNode, 0);
    range.setEnd(walker.currentNode, 1);
    return range.getBoundingClientRect().height;
};

for (const { width, settings } of [
    { width: 1280, settings: 'caps=on;indent=on' }, { width: 390, settings: 'caps=on;indent=on' },
    { width: 320, settings: 'caps=on;text=3' }, { width: 800, settings: 'caps=on;face=sans;text=1;measure=narrow' },
]) {
    test(`a large first letter and indents are those of the HTML: ${settings} at ${width} px`, async () => {
        const [plain, drawn] = await openBoth({ width, settings });
        const [wanted, found] = [await plain.evaluate(boxes), await drawn.evaluate(boxes)];
        found.forEach((box, i) => box.forEach((value, side) =>
            assert.ok(Math.abs(value - wanted[i][side]) <= 1, `block ${i}: ${wanted[i]} became ${box}`)));
        assert.equal(found.length, wanted.length);
        const places = await comparePlaces(plain, drawn);
        assert.deepEqual(places.breaks, []);
        const worst = places.errors.at(-1);
        assert.ok(worst.error <= 0.3, `${worst.text} is ${worst.error} px beside its place`);
        const size = await plain.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize));
        assert.ok(await plain.evaluate(initialHeight) > 2.5 * size, 'the letter is large');
        for (const page of [plain, drawn]) {
            await page.evaluate(() => scrollTo({
                top: Math.round(document.querySelector('.prose').getBoundingClientRect().top + scrollY) - 20, behavior: 'instant',
            }));
            await settle(page);
        }
        const ink = await compareInk(plain, drawn, 1, '.prose');
        assert.ok(ink.worst.mean <= 0.01, `the pixels differ most at ${JSON.stringify(ink.worst)}`);
        await plain.done();
        await drawn.done();
    });
}

test('the first letter is drawn large but is a letter of its word', async () => {
    const [plain, drawn] = await openBoth({ settings: 'caps=on;justify=on' });
    const text = () => document.querySelector('.opening').textContent.replace(/\s+/g, ' ').trim();
    assert.equal(await drawn.evaluate(text), await plain.evaluate(text));
    const copied = await drawn.evaluate(() => {
        getSelection().selectAllChildren(document.querySelector('.opening'));
        return String(getSelection()).replace(/\s+/g, ' ').trim();
    });
    assert.equal(copied, await plain.evaluate(text));
    assert.ok(await drawn.evaluate(() => {
        getSelection().removeAllRanges();
        return find('On the morning');
    }), 'the word is found');
    assert.ok(await drawn.evaluate(initialHeight) < 40, 'the layer has it as a letter of the line');
    // A page of another kind, and one that opens with a short paragraph, have none.
    assert.equal(await plain.locator('.comment-text .opening, .prose p + .opening').count(), 0);
    await plain.done();
    await drawn.done();
});

test('punctuation hangs out of justified text alike in the layer and on the canvas, and can be kept inside', async () => {
    const edges = async settings => {
        const page = await open(browser, server.url(article), { width: 390, settings: `${settings};consent=refused`, before: watch });
        const column = await page.evaluate(() => {
            const { left, right } = document.querySelector('.prose').getBoundingClientRect();
            return { left, right };
        });
        const lines = await page.evaluate(() => [...document.querySelectorAll('.prose > p .l')].map(line => {
            const { left, right, top, height } = line.getBoundingClientRect();
            return { left, right, top: top + scrollY, height, text: line.textContent };
        }));
        const words = await placesOf(page);
        const out = lines.filter(line => /[.,]$/.test(line.text) && line.right > column.right + 1.5 && line.right < column.right + 12);
        const hyphens = words.filter(word => word.x < column.left - 0.5 && /^[“‘(—–]/.test(word.text));
        // Every word of the canvas is where the layer has it: the line begins where its first word begins.
        for (const line of lines) {
            const first = words.find(word => Math.abs(word.y - line.top) < line.height / 2 && Math.abs(word.x - line.left) < 0.75);
            assert.ok(first, `no word is drawn at ${JSON.stringify(line)}`);
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, 'the page scrolls sideways');
        await page.done();
        return { out: out.length, before: hyphens.length };
    };
    const hanging = await edges('justify=on');
    assert.ok(hanging.out >= 3, `${hanging.out} lines hang`);
    assert.deepEqual(await edges('justify=on;hang=off'), { out: 0, before: 0 });
    assert.equal((await edges('justify=off')).before, 0);
});

test('lines that hang, or have spaces that do not break, stay lines of the layer', async () => {
    const edges = await serve(buildSite('tests/browser/edges', '--base-url', 'https://edges.example'));
    for (const width of [320, 390, 505, 611, 700, 768, 1280]) {
        const page = await open(browser, edges.url('/edges/'), { width, settings: 'justify=on;caps=on;indent=on;consent=refused', before: watch });
        // The layer is compared with the canvas some time after the page stands.
        await page.waitForTimeout(400);
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')), `the page is HTML at ${width} px`);
        const { errors, breaks } = await comparePlaces(page, page);
        assert.deepEqual(breaks, []);
        const worst = errors.at(-1);
        assert.ok(worst.error <= 1, `${worst.text} is ${worst.error} px beside its place at ${width} px`);
        await page.done();
    }
    edges.close();
});

test('justified Japanese and Chinese end at the edge, on the canvas and in the layer', async () => {
    const scripts = await serve(buildSite('tests/browser/scripts', '--base-url', 'https://scripts.example'));
    for (const [address, width] of [['2026/11/16/japanese', 390], ['2026/11/17/chinese', 500], ['2026/11/11/mixed', 390]]) {
        const page = await open(browser, scripts.url(`/${address}/`), { width, settings: 'justify=on;consent=refused', before: watch });
        await page.waitForTimeout(400);
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')), `${address} is HTML`);
        const { errors, breaks } = await comparePlaces(page, page);
        assert.deepEqual(breaks, []);
        assert.ok(errors.at(-1).error <= 1, `${errors.at(-1).text} is ${errors.at(-1).error} px beside its place`);
        if (!address.endsWith('mixed')) {
            const spread = await page.evaluate(() => [...document.querySelectorAll('.prose p .l')].filter(line => line.style.letterSpacing).length);
            assert.ok(spread > 5, `${spread} lines are set apart`);
        }
        await page.done();
    }
    scripts.close();
});

test('ideographs after code and spaces stay in the lines of the canvas', async () => {
    const edges = await serve(buildSite('tests/browser/edges', '--base-url', 'https://edges.example'));
    for (const [address, width] of [['chinese', 320], ['chinese', 330], ['chinese', 390], ['chinese', 412], ['chinese', 430], ['japanese', 320]]) {
        const page = await open(browser, edges.url(`/${address}/`), { width, settings: 'justify=on;consent=refused', before: watch });
        await page.waitForTimeout(700);
        assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')), `the page is HTML at ${width} px`);
        const { errors, breaks } = await comparePlaces(page, page);
        assert.deepEqual(breaks, []);
        assert.ok(errors.at(-1).error <= 1, `${errors.at(-1).text} is ${errors.at(-1).error} px beside its place at ${width} px`);
        await page.done();
    }
    edges.close();
});

test('code is read from left to right on pages from right to left, on the canvas and in HTML', async () => {
    const edges = await serve(buildSite('tests/browser/edges', '--base-url', 'https://edges.example'));
    const code = () => [...document.querySelectorAll('.prose code')].flatMap(element => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        const first = walker.nextNode();
        range.setStart(first, 0);
        range.setEnd(first, 1);
        const begin = range.getBoundingClientRect();
        range.setStart(first, 2);
        range.setEnd(first, 3);
        return [begin.left, range.getBoundingClientRect().left - begin.left];
    });
    for (const width of [320, 390, 1280]) {
        const options = { width, settings: 'justify=off;consent=refused' };
        const plain = await openPlain(browser, edges.url('/arabic/'), options);
        const drawn = await open(browser, edges.url('/arabic/'), { ...options, before: watch });
        const [wanted, found] = [await plain.evaluate(code), await drawn.evaluate(code)];
        assert.equal(wanted.length, 6);
        wanted.forEach((place, i) => {
            assert.ok(Math.abs(place - found[i]) <= 0.5, `${wanted} became ${found} at ${width} px`);
            if (i % 2) assert.ok(place > 0, 'the letters follow each other to the right');
        });
        const { errors, breaks } = await comparePlaces(plain, drawn);
        assert.deepEqual(breaks, []);
        assert.ok(errors.at(-1).error <= 0.5, `${errors.at(-1).text} is ${errors.at(-1).error} px beside its place`);
        await plain.done();
        await drawn.done();
    }
    edges.close();
});

test('a long title of a site has several lines on a phone', async () => {
    const edges = await serve(buildSite('tests/browser/edges', '--base-url', 'https://edges.example'));
    const title = () => {
        const { x, y, width, height } = document.querySelector('.masthead-title-long').getBoundingClientRect();
        return { box: [x, height, x + width / 2], wide: document.documentElement.scrollWidth - innerWidth, below: y };
    };
    for (const width of [320, 390, 800]) {
        const plain = await openPlain(browser, edges.url('/edges/'), { width });
        const drawn = await open(browser, edges.url('/edges/'), { width });
        const [wanted, found] = [await plain.evaluate(title), await drawn.evaluate(title)];
        assert.equal(wanted.wide, 0);
        assert.equal(found.wide, 0);
        if (width < 760) assert.ok(wanted.box[1] >= 60, 'it has two lines');
        assert.ok(Math.abs(wanted.box[0] - found.box[0]) <= 1, `${wanted.box} became ${found.box}`);
        assert.equal(wanted.box[1], found.box[1]);
        await plain.done();
        await drawn.done();
    }
    edges.close();
});

test('letters that are set apart stand alike in the layer and on the canvas, and stay the same text', async () => {
    let apart = 0;
    const text = () => [...document.querySelectorAll('.prose > p')].map(each => each.textContent.replace(/\s+/g, ' ').trim()).join('\n');
    for (const { width, settings } of [
        { width: 320, settings: 'justify=on' }, { width: 390, settings: 'justify=on;caps=on' }, { width: 1280, settings: 'justify=on' },
    ]) {
        const [plain, drawn] = await openBoth({ width, settings });
        await drawn.waitForTimeout(400);
        assert.ok(await drawn.evaluate(() => document.documentElement.classList.contains('drawn')), `the page is HTML at ${width} px`);
        const { errors, breaks } = await comparePlaces(drawn, drawn);
        assert.deepEqual(breaks, []);
        const worst = errors.at(-1);
        assert.ok(worst.error <= 1, `${worst.text} is ${worst.error} px beside its place at ${width} px`);
        apart += await drawn.evaluate(() => [...document.querySelectorAll('.prose p .l')].filter(line => line.style.letterSpacing).length);
        assert.equal(await drawn.evaluate(text), await plain.evaluate(text));
        await plain.done();
        await drawn.done();
    }
    assert.ok(apart > 10, `${apart} lines are set apart`);
});

test('ideographs keep off letters and figures in justified text only', async () => {
    const scripts = await serve(buildSite('tests/browser/scripts', '--base-url', 'https://scripts.example'));
    // The distances from an ideograph to a letter or figure after it in the same line, in em.
    const distances = () => {
        const found = [];
        const range = document.createRange();
        const left = (node, i) => {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            return range.getBoundingClientRect();
        };
        for (const paragraph of document.querySelectorAll('.prose > p')) {
            const em = parseFloat(getComputedStyle(paragraph).fontSize);
            const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            let before = null;
            while (walker.nextNode()) {
                for (let i = 0; i < walker.currentNode.data.length; ++i) {
                    const letter = walker.currentNode.data[i];
                    const rect = left(walker.currentNode, i);
                    const isAfter = before && /[a-z0-9]/i.test(letter) && Math.abs(rect.top - before.top) < em / 2;
                    if (isAfter) found.push((rect.left - before.left) / em);
                    before = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(letter) ? rect : null;
                }
            }
        }
        return found;
    };
    const autospace = () => getComputedStyle(document.querySelector('.prose p')).textAutospace;
    for (const address of ['/2026/11/16/japanese/', '/2026/11/17/chinese/']) {
        for (const [justify, wanted] of [['on', 'normal'], ['off', 'no-autospace']]) {
            const options = { width: 390, settings: `justify=${justify};consent=refused` };
            const plain = await openPlain(browser, scripts.url(address), options);
            assert.equal(await plain.evaluate(autospace), wanted);
            const drawn = await open(browser, scripts.url(address), { ...options, before: watch });
            const all = await drawn.evaluate(distances);
            assert.ok(all.length >= 2, `${all.length} letters stand after ideographs`);
            for (const each of all) {
                assert.ok(justify === 'on' ? each >= 1.24 && each < 1.4 : each < 1.05, `${each} em with justify=${justify}`);
            }
            await plain.done();
            await drawn.done();
        }
    }
    scripts.close();
});

test('headlines, standfirsts and captions have the lines that the browser balances', async () => {
    const linesOf = selector => [...document.querySelectorAll(selector)].map(element => {
        const lines = [];
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let top = null;
        while (walker.nextNode()) {
            for (const { 0: word, index } of walker.currentNode.data.matchAll(/\S+/g)) {
                range.setStart(walker.currentNode, index);
                range.setEnd(walker.currentNode, index + word.length);
                const rect = range.getClientRects()[0];
                if (!rect) continue;
                if (top === null || Math.abs(rect.top - top) > 4) lines.push([]);
                top = rect.top;
                lines.at(-1).push(word);
            }
        }
        return lines.map(line => line.join(' '));
    });
    const selector = '.article-title, .standfirst, .article-caption, figcaption, .prose :is(h2, h3), .lead-title, ' +
        '.secondary-title, .grid-title, .region-lead-title, .story-title, .card-title';
    let several = 0;
    for (const address of [article, '/', '/category/asia/']) {
        for (const width of [320, 390, 768, 1280]) {
            const [plain, drawn] = await openBoth({ width, settings: 'text=0' }, address);
            const wanted = await plain.evaluate(linesOf, selector);
            const found = await drawn.evaluate(linesOf, selector);
            // The sidebar is drawn beside every page.
            assert.deepEqual(found.filter(lines => wanted.some(each => each.join(' ') === lines.join(' '))),
                wanted, `${address} at ${width} px`);
            several += wanted.filter(lines => lines.length > 1).length;
            await plain.done();
            await drawn.done();
        }
    }
    assert.ok(several > 40, `only ${several} texts have several lines`);
    const page = await openPlain(browser, server.url(article), {});
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.article-title')).textWrap), 'balance');
    await page.done();
});

test('figures of the other kind are measured and drawn as the browser shows them', async () => {
    const widths = [];
    for (const figures of ['font', 'lining', 'old']) {
        const [plain, drawn] = await openBoth({ settings: `figures=${figures}` });
        const places = await comparePlaces(plain, drawn);
        assert.deepEqual(places.breaks, []);
        assert.ok(places.errors.at(-1).error <= 0.3, `${places.errors.at(-1).text} with ${figures}`);
        widths.push(places.all.filter(({ place }) => /^\d{4}/.test(place.text)).map(({ place }) => place.width).join());
        await plain.done();
        await drawn.done();
    }
    assert.notEqual(widths[1], widths[2], 'the font has both kinds');
});

test('the choices are kept, and stand before the first paint', async () => {
    const page = await open(browser, server.url(article), { settings: 'justify=on;consent=refused' });
    await page.click('summary[aria-label="Reading settings"]');
    for (const name of ['Punctuation: In line', 'First letter: Large', 'Paragraphs: Indented', 'Figures: Old style']) {
        await page.click(`button[aria-label="${name}"]`);
        await settle(page);
        assert.equal(await page.getAttribute(`button[aria-label="${name}"]`, 'aria-pressed'), 'true');
    }
    assert.match(await page.evaluate(() => localStorage.getItem('broadsheet')), /justify=on;hang=off;caps=on;indent=on;figures=old;/);
    await page.route('**/reader.wasm', route => route.abort());
    await page.reload();
    const html = await page.evaluate(() => {
        const [first, second] = document.querySelectorAll('.prose > p');
        return {
            float: getComputedStyle(first, '::first-letter').float, indent: parseFloat(getComputedStyle(second).textIndent),
            margin: getComputedStyle(second).marginTop, figures: getComputedStyle(first).fontVariantNumeric,
        };
    });
    assert.deepEqual(html, { float: 'left', indent: 26.6, margin: '0px', figures: 'oldstyle-nums' });
    await page.done();
});
