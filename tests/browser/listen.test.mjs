// An article read aloud: which sentences, the controls, and where there is no voice. The voices are the test's own, because
// headless browsers have none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, open, otherArticle, stage, waitForPath } from './support.mjs';

const { server, browser } = await stage();

const withVoice = language => page => page.addInitScript(language => {
    window.spoken = [];
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    let waiting = null;
    Object.defineProperty(window, 'speechSynthesis', { value: {
        getVoices: () => [{ name: 'Test', lang: language, localService: true }],
        speak: utterance => {
            window.spoken.push({ text: utterance.text, rate: utterance.rate, language: utterance.lang });
            if (window.holdsBack) return;
            waiting = setTimeout(() => utterance.onend?.({}), 15);
        },
        cancel: () => clearTimeout(waiting),
    } });
}, language);

const openWith = language => open(browser, server.url(article), { before: withVoice(language), reducedMotion: 'reduce' });
const button = 'button[data-action=listen]';

test('the article is read sentence by sentence, marked and in view', async () => {
    const page = await openWith('en-GB');
    await page.click(button);
    await page.waitForFunction(() => window.spoken.length > 12);
    const { spoken, marked, isInView } = await page.evaluate(() => {
        const [range] = CSS.highlights.get('spoken');
        const { top, bottom } = range.getBoundingClientRect();
        return { spoken: window.spoken, marked: range.toString(), isInView: bottom > 0 && top < innerHeight };
    });
    const text = await page.evaluate(() => document.querySelector('#page article').textContent.replace(/\s+/g, ' '));
    assert.equal(spoken[0].text, await page.locator('#page h1').textContent());
    for (const each of spoken) {
        assert.ok(text.includes(each.text.replace(/\s+/g, ' ')), each.text);
        assert.equal(each.language, 'en');
    }
    assert.equal(new Set(spoken.map(each => each.text)).size, spoken.length, 'a sentence is read twice');
    assert.ok(text.includes(marked.replace(/\s+/g, ' ')));
    assert.ok(isInView);
    // It ends by itself, and leaves nothing behind.
    await page.waitForFunction(() => !document.querySelector('.listen'), null, { timeout: 30000 });
    assert.equal(await page.evaluate(() => CSS.highlights.has('spoken')), false);
    assert.ok(await page.evaluate(() => document.documentElement.classList.contains('drawn')));
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('pause, back, on, faster and close', async () => {
    const page = await openWith('en');
    await page.evaluate(() => { window.holdsBack = true; });
    await page.click(button);
    await page.waitForFunction(() => window.spoken.length > 0);
    const last = () => page.evaluate(() => window.spoken.at(-1));
    const first = await last();
    await page.click('.listen [aria-label="One sentence on"]');
    const second = await last();
    assert.notEqual(second.text, first.text);
    await page.click('.listen [aria-label="One sentence back"]');
    assert.equal((await last()).text, first.text);
    await page.click('.listen [aria-label="Speed 1"]');
    assert.equal((await last()).rate, 1.25);
    const count = await page.evaluate(() => window.spoken.length);
    await page.click('.listen >> text=Pause');
    await page.click('.listen >> text=Continue');
    assert.equal(await page.evaluate(() => window.spoken.length), count + 1);
    await page.click('.listen [aria-label=Close]');
    assert.equal(await page.locator('.listen').count(), 0);
    await page.done();
});

test('another page ends it', async () => {
    const page = await openWith('en');
    await page.click(button);
    await page.evaluate(address => document.querySelector(`#page a[href="${address}"]`).click(), otherArticle);
    await waitForPath(page, otherArticle);
    await page.waitForFunction(() => !document.querySelector('.listen'));
    await page.done();
});

test('without a voice of the language there is no button', async () => {
    for (const before of [withVoice('fi'), undefined]) {
        const page = await open(browser, server.url(article), { before });
        assert.equal(await page.locator(button).count(), 0);
        await page.done();
    }
});
