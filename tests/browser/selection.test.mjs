// Selecting, copying, finding and printing work on the drawn page as on the plain one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { article, buildSite, launch, open, openPlain, serve, settle } from './support.mjs';
import { report } from './report.mjs';

const styles = '/2026/11/12/styles/';
let server;
let scripts;
let browser;
before(async () => {
    server = await serve(buildSite('content', '--base-url', 'https://meridian.example'));
    scripts = await serve(buildSite('tests/browser/scripts', '--base-url', 'https://scripts.example'));
    browser = await launch();
});
after(async () => {
    await browser?.close();
    server?.close();
    scripts?.close();
});

const selected = page => page.evaluate(() => getSelection().toString());
const box = (page, selector, index = 0) => page.evaluate(([selector, index]) => {
    const { left, top, right, bottom } = document.querySelectorAll(selector)[index].getBoundingClientRect();
    return { left, top, right, bottom };
}, [selector, index]);

async function both(url, work) {
    const results = [];
    for (const script of [false, true]) {
        const page = await (script ? open : openPlain)(browser, url, { width: 800, height: 1000 });
        await page.evaluate(() => document.querySelector('.prose').scrollIntoView({ behavior: 'instant' }));
        await settle(page);
        results.push(await work(page));
        await page.done();
    }
    return results;
}

// Mouse drags between the same points on both pages.
const drags = [
    ['within a line', [0, 60, 14], [0, 300, 14]],
    ['over three lines', [0, 60, 14], [0, 200, 76]],
    ['over two paragraphs', [0, 120, 45], [1, 240, 45]],
    ['backwards', [1, 240, 45], [0, 120, 45]],
];
test('dragging selects the same text', async () => {
    for (const [name, from, to] of drags) {
        const [wanted, found] = await both(server.url(article), async page => {
            const at = async ([index, x, y]) => {
                const { left, top } = await box(page, '.prose > p', index);
                return [left + x, top + y];
            };
            await page.mouse.move(...await at(from));
            await page.mouse.down();
            await page.mouse.move(...await at(to), { steps: 8 });
            await page.mouse.up();
            return selected(page);
        });
        assert.ok(wanted.length > 10, name);
        assert.equal(found.replace(/\s+/g, ' '), wanted.replace(/\s+/g, ' '), name);
    }
    report(3, 'Dragging, within a line to over paragraphs, against the plain page', `${drags.length} selections`, 'equal');
});

test('double and triple clicks, shift and arrows select the same text', async () => {
    const steps = [];
    const results = await both(scripts.url(styles), async page => {
        const { left, top } = await box(page, '.prose > p');
        const texts = [];
        const take = async name => texts.push([name, (await selected(page)).replace(/\s+/g, ' ').trim()]);
        await page.mouse.dblclick(left + 90, top + 14);
        await take('double click');
        await page.mouse.click(left + 90, top + 45, { clickCount: 3 });
        await take('triple click');
        await page.mouse.dblclick(left + 90, top + 14);
        for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`);
        await take('shift and right');
        await page.keyboard.press('Shift+ArrowDown');
        await take('shift and down');
        await page.keyboard.press('Shift+Control+ArrowRight');
        await take('shift, control and right');
        return texts;
    });
    const [wanted, found] = results;
    steps.push(...wanted);
    assert.ok(steps.filter(([, text]) => text.length > 0).length >= 3, JSON.stringify(wanted));
    assert.deepEqual(found, wanted);
    report(3, 'Double and triple click, shift and arrows, against the plain page', `${steps.length} selections`, 'equal');
});

test('rich copy keeps links, emphasis and headings, without spans of lines', async () => {
    const page = await open(browser, scripts.url(styles), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.prose')));
    const plain = await selected(page);
    await page.keyboard.press('Control+C');
    const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const read = async type => (await item.getType(type)).text();
        return { html: await read('text/html'), text: await read('text/plain') };
    });
    assert.equal(copied.text.trim(), plain.trim());
    for (const part of ['<a href="https://links.example/">', '<strong>bold</strong>', '<em>fix</em>', '<code>code</code>', '<sub>2</sub>',
        '<h2', '<ol', '<table', '<pre', '<mark>', '<del>']) {
        assert.ok(copied.html.includes(part), `${part} is lost: ${copied.html.slice(0, 900)}`);
    }
    assert.doesNotMatch(copied.html, /class=|data-|transparent|white-space|<wbr|<button/);
    assert.match(copied.html, /and a (<[^>]+>)*link with/);

    // A selection within a link copies only the link.
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('.prose a[href^="https://links"] .l')));
    await page.keyboard.press('Control+C');
    const part = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text());
    assert.match(part, /<a href="https:\/\/links\.example\/">.+<\/a>/);
    await page.done();
    report(3, 'Rich copy: links, emphasis, headings, lists, tables, code', '13 elements', 'kept');
});

test('find in page opens closed parts and scrolls to the text', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'closed-'));
    const filler = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of what comes before.\n`).join('\n');
    writeFileSync(path.join(folder, '2026-11-01-closed.md'),
        `---\ntitle: Closed\n---\n\n${filler}\n<details><summary>More</summary><p>Here lies the hidden cormorant of the tale.</p></details>\n`);
    const site = await serve(buildSite(folder));
    rmSync(folder, { recursive: true });
    // A text fragment in the URL works like find in page, on the current page and on a newly loaded one.
    const page = await open(browser, site.url('/2026/11/01/closed/'));
    assert.equal(await page.evaluate(() => document.querySelector('.prose details').open), false);
    await page.goto('about:blank');
    await page.goto(`${site.url('/2026/11/01/closed/')}#:~:text=hidden%20cormorant`);
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await page.waitForFunction(() => document.querySelector('.prose details').open && scrollY > 500, null, { timeout: 4000 });
    await settle(page);
    const { top, bottom } = await box(page, '.prose details p');
    assert.ok(bottom > top && top >= 0 && bottom <= 900, `the passage stands at ${top}`);
    await page.done();
    site.close();
    report(3, 'Found text in what is closed', '1 page', 'opened, on the screen');
});

test('print contains only the article as text, with the URLs of links', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'print-'));
    const texts = [];
    for (const [i, script] of [false, true].entries()) {
        const page = await (script ? open : openPlain)(browser, scripts.url(styles));
        const file = path.join(folder, `${i}.pdf`);
        await page.pdf({ path: file, format: 'A4' });
        texts.push(execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }));
        const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').length - 3;
        assert.ok(fonts >= 3, `${fonts} fonts: the text is a picture`);
        await page.done();
    }
    rmSync(folder, { recursive: true });
    // A word that is too long for its line is cut off at the edge of the paper.
    const words = text => text.replace(/\s+/g, '');
    const [plain, drawn] = texts;
    assert.match(drawn, /A word that is set in two styles/);
    assert.match(drawn, /\(https:\/\/links\.example\/\)/);
    assert.doesNotMatch(drawn, /RSS|Archives|Skip to content|Search/);
    assert.equal(words(drawn), words(plain));
    report(3, 'Print against the plain page: text with fonts, addresses, no menus', `${words(drawn).length} letters`, 'equal');
});
