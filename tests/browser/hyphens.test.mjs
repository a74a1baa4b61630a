// Articles in another language than the site's have the hyphens of their own.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { followLink, open, settle, stage, waitForPath } from './support.mjs';

const divisions = ['Sach-ver-stän-di-gen-kom-mis-si-on', 'Wie-der-her-stel-lungs-maß-nah-me', 'Stra-ßen-bahn-li-nie',
    'Aus-hilfs-kräf-te', 'ent-schei-dend'];
const words = divisions.map(word => word.replaceAll('-', ''));

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-hyphens-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, 'content'));
writeFileSync(path.join(folder, 'site.toml'), 'title = "Two Tongues"\nlanguage = "en"\n[text]\nlines = "justified"\n');
writeFileSync(path.join(folder, 'content/lake.md'), `---\ntitle: Lake\ndate: 2026-11-01\n---\n${'Understanding water '.repeat(40)}\n`);
writeFileSync(path.join(folder, 'content/see.md'),
    `---\ntitle: See\ndate: 2026-11-02\nlanguage: de\n---\n${Array(12).fill(words.join(' und ')).join(' oder ')}.\n`);
const { site, server, browser } = await stage(folder);

// The words of the text that are on two lines, as the two parts.
function dividedWords() {
    const text = document.createTreeWalker(document.querySelector('.prose p'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let word = [];
    const found = [];
    const end = () => {
        const at = word.findIndex(letter => letter.top > word[0].top + 5);
        if (at > 0) found.push(word.map((letter, i) => (i === at ? '-' : '') + letter.text).join(''));
        word = [];
    };
    while (text.nextNode()) {
        for (let i = 0; i < text.currentNode.data.length; ++i) {
            range.setStart(text.currentNode, i);
            range.setEnd(text.currentNode, i + 1);
            const letter = text.currentNode.data[i];
            if (/\p{L}/u.test(letter)) word.push({ text: letter, top: range.getBoundingClientRect().top });
            else if (word.length) end();
        }
    }
    return found;
}

test('a German article of an English site has German hyphens, also when it is not the first page', async () => {
    for (const first of ['/2026/11/02/see/', '/2026/11/01/lake/']) {
        const page = await open(browser, server.url(first), { width: 390, settings: 'consent=refused' });
        if (!first.endsWith('/see/')) {
            const english = await page.evaluate(dividedWords);
            assert.ok(english.some(word => /^(Un|Under|Understand)-/.test(word)), `divided: ${english}`);
            await followLink(page, '/2026/11/02/see/');
            await waitForPath(page, '/2026/11/02/see/');
        }
        await settle(page);
        await page.waitForFunction(() => performance.getEntriesByType('resource').some(each => each.name.endsWith('/hyphens-de.txt')));
        await settle(page);
        const found = await page.evaluate(dividedWords);
        assert.ok(found.length >= 5, `divided: ${found}`);
        for (const word of found) {
            const [beginning] = word.split('-');
            const whole = divisions.find(each => each.replaceAll('-', '') === word.replace('-', ''));
            const points = [...whole.matchAll(/-/g)].map((match, i) => match.index - i);
            assert.ok(points.includes(beginning.length), `${word} is not divided as in ${whole}`);
        }
        assert.deepEqual(page.complaints, []);
        await page.done();
    }
});

test('a site publishes the patterns of its articles, and no others', () => {
    const names = readdirSync(site, { recursive: true }).map(each => path.basename(each)).filter(each => each.startsWith('hyphens-'));
    assert.deepEqual(names.sort(), ['hyphens-de.txt', 'hyphens-en-us.txt']);
});
