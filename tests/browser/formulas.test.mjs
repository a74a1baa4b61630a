// Formulas: the browser draws them in the lines of the canvas, where the plain page has them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, openPlain, settle, stage, waitForPath } from './support.mjs';
import { report } from './report.mjs';

const { server, browser } = await stage('tests/browser/formulas', '--now', '2026-02-01T00:00:00Z');
const address = server.url('/2026/01/02/formulas/');

// The places of formulas, and of the blocks around them, in CSS pixels.
const places = page => page.evaluate(() => [...document.querySelectorAll('article math, .prose > *, .prose li, .prose td')].map(each => {
    const { left, top, width, height } = each.getBoundingClientRect();
    return { name: each.querySelector(':scope > semantics > annotation')?.textContent ?? each.localName, left, top: top + scrollY, width, height };
}));

for (const [name, options] of Object.entries({
    'a desktop': {}, 'a phone in the dark': { width: 390, phone: true, dpr: 2, dark: true }, 'a tablet': { width: 800, dpr: 1.5 },
    'large justified text': { settings: 'consent=refused;text=3;justify=on' },
})) {
    test(`formulas are where the plain page has them, on ${name}`, async () => {
        const plain = await openPlain(browser, address, options);
        const drawn = await open(browser, address, options);
        const [wanted, found] = [await places(plain), await places(drawn)];
        assert.ok(wanted.length > 50);
        assert.deepEqual(found.map(each => each.name), wanted.map(each => each.name));
        // Justified lines are broken better than the browser's, so formulas are in other places, of the same size.
        const sides = options.settings ? ['height'] : ['left', 'top', 'width', 'height'];
        const isBlock = each => ['p', 'h2', 'li', 'td'].includes(each.name);
        const isCompared = each => !options.settings || each.name.length > 10;
        wanted.forEach((each, i) => sides.forEach(side => {
            // Blocks of lines are a little wider than their text (src/reader/build_text_layer.cpp).
            if (!isCompared(each) || (side === 'width' && isBlock(each))) return;
            const error = Math.abs(found[i][side] - each[side]);
            assert.ok(error < 0.05, `${each.name}: ${side} ${found[i][side]} instead of ${each[side]}`);
        }));
        assert.deepEqual(drawn.complaints, []);
        await plain.done();
        await drawn.done();
        if (name === 'a tablet') report(1, 'Formulas in lines and on their own: places and sizes', `${wanted.length} places, 3 screens`, '≤ 0.05 px');
    });
}

test('formulas have their ink on the canvas page, in the colour of their text', async () => {
    const page = await open(browser, address, { dark: true });
    const colors = await page.evaluate(() => ['.prose p math', '.prose a math', '.formula-block math'].map(selector =>
        getComputedStyle(document.querySelector(selector).querySelector('mi')).color));
    const [text, link] = await page.evaluate(() => ['--ink', '--link'].map(name => {
        const sample = document.body.appendChild(document.createElement('i'));
        sample.style.color = `var(${name})`;
        const { color } = getComputedStyle(sample);
        sample.remove();
        return color;
    }));
    assert.deepEqual(colors, [text, link, text]);
    await page.done();
});

test('a selection over formulas copies their TeX', async () => {
    for (const page of [await open(browser, address), await open(browser, address, { width: 390 })]) {
        const copy = (from, to) => page.evaluate(([from, to]) => {
            const nodes = [...document.querySelectorAll('.prose > *')];
            getSelection().setBaseAndExtent(nodes[from], 0, nodes[to], nodes[to].childNodes.length);
            const data = new DataTransfer();
            document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data }));
            return ['text/plain', 'text/html'].map(type => data.getData(type));
        }, [from, to]);
        const [text, html] = await copy(0, 1);
        const lines = text.trim().split('\n\n');
        assert.equal(lines.length, 2);
        assert.match(lines[0], /^The loss of pressure \$\\Delta p\$ over a length \$L\$ of a pipe.* square of the speed \$v\^2\$ of/);
        assert.equal(lines[1], '$$\\Delta p = \\lambda \\cdot \\frac{L}{d} \\cdot \\frac{\\rho v^2}{2}$$');
        assert.match(html, /^<p>The loss of pressure \$\\Delta p\$ over/);
        assert.doesNotMatch(html, /<math|<annotation/);
        // A part of a formula is the whole formula.
        const part = await page.evaluate(() => {
            const letter = document.querySelector('.prose math mi').firstChild;
            getSelection().setBaseAndExtent(letter, 0, letter, 1);
            const data = new DataTransfer();
            document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data }));
            return data.getData('text/plain');
        });
        assert.equal(part, '$\\Delta p$');
        await page.done();
    }
});

test('a formula that is wider than the screen scrolls, by keyboard too', async () => {
    const page = await open(browser, address, { width: 390 });
    const box = page.locator('.formula-block', { hasText: 'a' }).filter({ has: page.locator('annotation', { hasText: 'a_{24}' }) });
    await box.focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.activeElement.scrollLeft > 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await page.done();
});

test('a long formula in a line is several elements, between which lines end, and copies as one', async () => {
    const page = await open(browser, address, { width: 390 });
    const formula = page.locator('p > span.formula');
    assert.equal(await formula.count(), 1);
    const { lines, widest } = await formula.evaluate(each => {
        const places = [...each.querySelectorAll('math')].map(part => part.getBoundingClientRect());
        return { lines: new Set(places.map(({ bottom }) => Math.round(bottom))).size, widest: Math.max(...places.map(({ right }) => right)) };
    });
    assert.ok(lines > 1 && widest < 390, `${lines} lines, ${widest} px`);
    const copied = await formula.evaluate(each => {
        const [, second] = each.querySelectorAll('mi');
        getSelection().setBaseAndExtent(second.firstChild, 0, each.querySelector('math:last-of-type mi').firstChild, 1);
        const data = new DataTransfer();
        document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data }));
        return ['text/plain', 'text/html'].map(type => data.getData(type));
    });
    const tex = '$p_1 + p_2 + p_3 + p_4 + p_5 + p_6 + p_7 + p_8 + p_9 + p_{10} + p_{11} + p_{12} = e + r + s_1 + s_2 + s_3 + g$';
    assert.deepEqual(copied, [tex, tex]);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('numbers of formulas stand at the edge of the text', async () => {
    for (const script of [true, false]) {
        const page = await open(browser, address, { script });
        const numbers = await page.evaluate(() => [...document.querySelectorAll('.wide > mtr')].map(row => {
            const number = row.lastElementChild.querySelector('mtext') ?? row.lastElementChild;
            return [number.textContent, Math.round(row.closest('.formula-block').getBoundingClientRect().right - number.getBoundingClientRect().right)];
        }));
        assert.deepEqual(numbers.map(([text]) => text), ['(1)', '(1)', '(2)']);
        assert.ok(numbers.every(([, distance]) => distance >= 0 && distance < 16), JSON.stringify(numbers));
        await page.done();
    }
});

test('formulas come with the next page within the reader', async () => {
    const page = await open(browser, server.url('/2026/01/01/about/'));
    await page.locator('main a', { hasText: 'Formulas of a river' }).first().click();
    await waitForPath(page, '/2026/01/02/formulas/');
    await settle(page);
    const direct = await open(browser, address);
    assert.deepEqual(await places(page), await places(direct));
    assert.equal(await page.evaluate(() => document.querySelector('math').namespaceURI), 'http://www.w3.org/1998/Math/MathML');
    assert.deepEqual(page.complaints, []);
    await page.done();
    await direct.done();
});

// Serves the style sheet with a change.
const restyled = (from, to) => page => page.route('**/theme.*.css', async route => {
    const answer = await route.fetch();
    const text = await answer.text();
    assert.notEqual(text.replace(from, to), text);
    await route.fulfill({ response: answer, body: text.replace(from, to) });
});

test('without a font for formulas, roots have a sign all the same', async () => {
    const page = await open(browser, address, { before: restyled(/math\{font-family:[^}]*\}/, 'math{font-family:sans-serif}') });
    const roots = await page.evaluate(() => [document.querySelectorAll('msqrt').length,
        ...[...document.querySelectorAll('.radicand')].map(each => each.previousSibling.textContent)]);
    assert.deepEqual(roots, [0, '√', '√']);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('browsers without MathML show the TeX', async () => {
    const page = await open(browser, address, { script: false, before: restyled('@supports not (math-style:normal)', '@supports (display:block)') });
    assert.match((await page.innerText('.prose p')).replace(/\s+/g, ' '), /^The loss of pressure \\Delta p over a length L of/);
    await page.done();
});
