// The interface in other languages, including right-to-left ones.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { article, buildSite, kinds, launch, open, root, serve, settle } from './support.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const servers = {};
let browser;
before(async () => {
    for (const language of ['ar', 'ja']) {
        const copy = path.join(root, 'build/site', `content-${language}`);
        rmSync(copy, { recursive: true, force: true });
        cpSync(path.join(root, 'content'), copy, { recursive: true });
        const config = path.join(copy, 'site.toml');
        writeFileSync(config, readFileSync(config, 'utf8').replace('language = "en"', `language = "${language}"`));
        servers[language] = await serve(buildSite(copy));
    }
    browser = await launch();
});
after(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) server.close();
});

// The phrases of the interface on the drawn page. Names of tags are content, and so are titles.
const words = page => page.evaluate(() => [
    ...[...document.querySelectorAll('#page [aria-label]')].filter(element => !element.closest('.tag-cloud, .tag-list'))
        .map(element => element.getAttribute('aria-label').replace(element.closest('article')?.querySelector('h2')?.textContent, '')),
    ...[...document.querySelectorAll('#page button, #page .widget h2, #page .share-label, #page .section-bar h2')]
        .map(element => element.textContent),
].filter(text => /[A-Za-z]{3}/.test(text)));

for (const language of ['ar', 'ja']) {
    test(`every view in ${language}: no English of ours, the direction, axe`, async () => {
        for (const [kind, address] of Object.entries(kinds)) {
            const page = await open(browser, servers[language].url(address), { bypassCSP: true, width: 390, height: 844 });
            const { lang, dir, scroll, client } = await page.evaluate(() => ({
                lang: document.documentElement.lang, dir: document.documentElement.dir,
                scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth,
            }));
            assert.equal(lang, language, kind);
            assert.equal(dir || 'ltr', language === 'ar' ? 'rtl' : 'ltr', kind);
            assert.ok(scroll <= client, `${kind}: ${scroll} px wide on ${client}`);
            const english = (await words(page)).filter(text =>
                /Advert|Article|Archive|Calendar|Categor|Close|Content|Copy|Footer|Menu|Next|Older|Page|Previous|Reading|Recent|Related|Search|Share|Tags|item|min read/.test(text));
            assert.deepEqual(english, [], kind);
            await page.evaluate(axe);
            const found = await page.evaluate(() => window.axe.run(document, { rules: { 'color-contrast': { enabled: false } } })
                .then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`)));
            assert.deepEqual(found, [], kind);
            assert.deepEqual(page.complaints, [], kind);
            await page.done();
        }
    });
}

test('right to left, the drawn page has the layout of the HTML', async () => {
    for (const width of [390, 820, 1280]) {
        const places = [];
        for (const script of [false, true]) {
            const page = await open(browser, servers.ar.url(article), { script, width, settings: script ? 'consent=refused' : null });
            if (script) await settle(page);
            places.push(await page.evaluate(() => ['h1', '.breadcrumbs', '.prose', '.prose h2', '.sidebar', '.masthead-title', '.footer-inner']
                .map(selector => {
                    const { left, right, top } = document.querySelector(`#page ${selector}`).getBoundingClientRect();
                    return [selector, left, right, top + scrollY].map(value => value.toFixed ? Math.round(value) : value);
                })));
            await page.done();
        }
        places[0].forEach(([selector, ...plain], i) => {
            const [, ...drawn] = places[1][i];
            // A drawn line may be slightly wider than the browser's own, so blocks of the text layer are 4 px wider.
            // Parts that only the reader shows increase the height below the article.
            const sides = /sidebar|footer/.test(selector) ? 2 : 3;
            plain.slice(0, sides).forEach((value, side) => assert.ok(Math.abs(value - drawn[side]) <= (side === 0 ? 6 : 2),
                `${selector} at ${width}: ${plain} as HTML, ${drawn} drawn`));
        });
        const title = places[1][0];
        if (width === 1280) assert.ok(title[2] > 900, `the title ends at ${title[2]}`);
    }
});
