// Runs the same tests of the drawn page in each other engine that is installed.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines } from './engines.mjs';
import { comparePlaces, quantile } from './exact.mjs';
import { decodePng } from './picture.mjs';
import { addStyle, changes, guards, showOriginal, translate } from './interfere.mjs';
import { report } from './report.mjs';
import { article, buildSite, otherArticle, serve, settle } from './support.mjs';

// These engines cannot run scripts before a page's own, so the test pages include an additional file. It records
// console messages and provides the reader's host for `placesOf`.
const watch = `
window.complaints = [];
const complain = text => complaints.push(text);
addEventListener('error', event => complain(\`error: \${event.message ?? event.target?.src ?? event.target?.href}\`), true);
addEventListener('unhandledrejection', event => complain(\`rejected: \${event.reason}\`));
document.addEventListener('securitypolicyviolation', event => complain(\`policy: \${event.violatedDirective} \${event.blockedURI} \${event.sourceFile}:\${event.lineNumber}\`));
for (const kind of ['warn', 'error']) {
    const say = console[kind];
    console[kind] = (...words) => { complain(\`\${kind}: \${words.join(' ')}\`); say.apply(console, words); };
}
window.broadsheetWatch = (name, time, host) => { window.readerHost = host; };
if (localStorage.getItem('broadsheet') === null) localStorage.setItem('broadsheet', 'consent=refused');
`;
const withoutGraphics = `
const original = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
};
`;
// The maximum distance of 99 % of the words from their position, in CSS pixels. WebKitGTK rounds advances to whole
// pixels if the screen's fonts are hinted. The reader measures each word on its own, so it does not see kerning between
// a full stop and a space, which WebKitGTK then rounds away.
const nearness = { Firefox: 0.1, WebKitGTK: 1 };
const plainPage = `${article}plain.html`;
const formulas = '/2026/11/05/the-night-shift-at-the-water-tower/';
const undrawnPage = `${article}undrawn.html`;
const guardedPage = index => `${article}guarded-${index}.html`;

let server;
let site;
before(async () => {
    site = buildSite();
    writeFileSync(path.join(site, 'watch.js'), watch);
    writeFileSync(path.join(site, 'without-graphics.js'), withoutGraphics);
    const change = (from, to, work) => {
        const text = readFileSync(path.join(site, from), 'utf8');
        const changed = work(text);
        assert.notEqual(changed, text);
        writeFileSync(path.join(site, to), changed);
    };
    const first = name => text => text.replace('<script', `<script src="/${name}.js"></script>\n<script`);
    const index = `${article}index.html`;
    change(index, plainPage, text => text.replace(/<script type="module".*?<\/script>/, ''));
    change(`${formulas}index.html`, `${formulas}plain.html`, text => text.replace(/<script type="module".*?<\/script>/, ''));
    change(index, undrawnPage, first('without-graphics'));
    Object.values(guards).forEach((guard, i) => {
        writeFileSync(path.join(site, `guard-${i}.js`), `(${guard})();`);
        change(index, guardedPage(i), first(`guard-${i}`));
    });
    for (const name of [index, '/index.html']) change(name, name, first('watch'));
    server = await serve(site);
});
after(() => server?.close());

const isDrawn = () => document.documentElement.classList.contains('drawn');
async function openDrawn(page, address) {
    await page.open(server.url(address));
    await page.until(isDrawn);
    await settle(page);
}
const state = page => page.evaluate(() => ({
    path: location.pathname, title: document.title, heading: document.querySelector('#page main h1')?.textContent,
    scroll: scrollY, marked: window.marker === true,
}));

// The share of pixels in a rectangle with strong contrast to the background.
function inkOf(picture, { left, top, right, bottom }) {
    const ground = picture.at(Math.round(left) - 4, Math.round(top) + 1);
    let ink = 0;
    for (let y = Math.ceil(top); y < bottom; y++) {
        for (let x = Math.ceil(left); x < right; x++) {
            if (Math.abs(picture.at(x, y)[0] - ground[0]) > 100) ink++;
        }
    }
    return { ground: ground[0], share: ink / ((right - left) * (bottom - top)) };
}
const headingInk = async page => inkOf(decodePng(await page.screenshot()), await page.evaluate(() => {
    const { left, top, right, bottom } = document.querySelector('main h1').getBoundingClientRect();
    return { left, top, right, bottom };
}));

for (const [name, Engine] of Object.entries(engines)) {
    const skip = Engine.found() ? false : `${name} is not on this machine, or Xvfb is not`;
    describe(name, { skip }, () => {
        let page;
        before(async () => {
            page = await Engine.launch();
            await page.resize(1280, 900);
        });
        after(() => page?.quit());
        const complaints = async () => [...page.complaints.splice(0), ...await page.evaluate(() => window.complaints)];

        test('the page is drawn, and the canvas has ink', async () => {
            await openDrawn(page, article);
            const color = await page.evaluate(() => getComputedStyle(document.querySelector('main h1')).color);
            assert.equal(color, 'rgba(0, 0, 0, 0)', 'the text itself shows as well');
            const { share } = await headingInk(page);
            assert.ok(share > 0.05 && share < 0.5, `${share} of the heading is ink`);
            assert.deepEqual(await complaints(), []);
            report(9, `${name}: drawn, with ink, without a complaint`, '1 article', 'yes');
        });

        test('words are where the engine itself places them', async () => {
            const plain = await Engine.launch();
            try {
                await plain.resize(1280, 900);
                await plain.open(server.url(plainPage));
                await openDrawn(page, article);
                const { words, errors, breaks } = await comparePlaces(plain, page);
                const p99 = quantile(errors, 0.99);
                console.log(`${name}: ${words} words, 99 % within ${p99.toFixed(3)} px, the worst ${errors.at(-1).error.toFixed(3)} px`);
                assert.ok(words > 200, `only ${words} words`);
                assert.deepEqual(breaks, [], 'lines end elsewhere');
                assert.ok(p99 <= nearness[name], `99 % within ${p99} px`);
                report(9, `${name}: words beside their place, 99 %`, `${words} words`, `≤ ${nearness[name]} px`);
                // Selecting the whole text gives the same text.
                const select = view => view.evaluate(() => {
                    getSelection().selectAllChildren(document.querySelector('.prose'));
                    return getSelection().toString();
                });
                assert.equal(await select(page), await select(plain));
                report(9, `${name}: selection of the whole text`, '1 article', 'equal');
            } finally {
                await plain.quit();
            }
        });

        test('formulas are where the engine itself places them', async () => {
            const places = () => page.evaluate(() => [...document.querySelectorAll('.prose math')].map(formula => {
                const { left, top, width } = formula.getBoundingClientRect();
                return [left, top + scrollY, width].map(length => Math.round(length * 10) / 10);
            }));
            await page.open(server.url(`${formulas}plain.html`));
            const wanted = await places();
            await openDrawn(page, formulas);
            assert.ok(wanted.length > 5);
            assert.deepEqual(await places(), wanted);
            assert.deepEqual(page.complaints.splice(0), []);
            report(9, `${name}: formulas in lines and on their own`, `${wanted.length} formulas`, 'equal to 0.1 px');
        });

        test('a link opens its article within the reader, and back returns to the place', async () => {
            await openDrawn(page, '/');
            await page.evaluate(address => {
                window.marker = true;
                const link = [...document.querySelectorAll(`main a[href="${address}"]`)].at(-1);
                link.id = 'to-click';
                scrollTo({ top: scrollY + link.getBoundingClientRect().top - 300, behavior: 'instant' });
            }, otherArticle);
            await new Promise(resolve => setTimeout(resolve, 300));
            const before = await state(page);
            assert.ok(before.scroll > 200, `the link is at the top, ${before.scroll}`);
            await page.click('#to-click');
            await page.until(address => location.pathname === address, otherArticle);
            await page.until(() => /^An opera season/.test(document.querySelector('main h1').textContent));
            await settle(page);
            const there = await state(page);
            assert.ok(there.marked, 'the page was loaded anew');
            assert.match(there.title, /^An opera season/);
            assert.equal(there.scroll, 0);
            assert.ok((await headingInk(page)).share > 0.05, 'the heading is not drawn');
            await page.evaluate(() => history.back());
            await page.until(() => location.pathname === '/');
            await page.until(wanted => Math.abs(scrollY - wanted) <= 1, before.scroll, 15000).catch(() => {});
            const back = await state(page);
            assert.ok(back.marked, 'the page was loaded anew');
            assert.equal(back.title, before.title);
            assert.ok(Math.abs(back.scroll - before.scroll) <= 1, `back at ${back.scroll} instead of ${before.scroll}`);
            assert.deepEqual(await complaints(), []);
            report(9, `${name}: a link within the reader, and back to the place`, '2 steps', 'as in Chromium');
        });

        test('text across the end of a line is found', async () => {
            await openDrawn(page, article);
            const words = await page.evaluate(() => {
                const lines = [...document.querySelectorAll('.prose p .l')].map(line => line.textContent);
                const word = (line, at) => line.trim().split(/\s+/).at(at);
                const [one, other] = [lines[0], lines[1]];
                getSelection().removeAllRanges();
                const text = `${word(one, -2)} ${word(one, -1)} ${word(other, 0)} ${word(other, 1)}`;
                return { text, found: window.find(text), selected: getSelection().toString().replace(/\s+/g, ' ') };
            });
            assert.ok(words.found, `"${words.text}" is not found`);
            assert.equal(words.selected, words.text);
            report(9, `${name}: find across the end of a line`, '1 text', 'found');
        });

        test('search opens with /, answers what is typed, and closes with Escape', async () => {
            await openDrawn(page, '/');
            await page.key('/');
            await page.until(() => document.activeElement.matches('[data-key="menu-search"] .search-input'));
            await page.type('water');
            await page.until(() => /\d+ results?/.test(document.querySelector('[data-key="menu-search"] [role=status]')?.textContent));
            const { value, links } = await page.evaluate(() => ({
                value: document.activeElement.value, links: document.querySelectorAll('[data-key="menu-search"] a').length,
            }));
            assert.equal(value, 'water');
            assert.ok(links > 0, 'no result');
            await page.key('Escape');
            await page.until(() => !document.querySelector('[data-key="menu-search"]').open);
            assert.deepEqual(await complaints(), []);
            report(9, `${name}: search by keyboard`, '1 query', 'answers');
        });

        test('a new width is drawn', async () => {
            await openDrawn(page, article);
            await page.resize(700, 900);
            await page.until(() => document.getElementById('canvas').width === Math.round(document.documentElement.clientWidth * devicePixelRatio));
            await settle(page);
            assert.ok((await headingInk(page)).share > 0.05, 'the heading is not drawn');
            await page.resize(1280, 900);
        });

        test('without WebGL the HTML stays', async () => {
            await page.open(server.url(undrawnPage));
            await new Promise(resolve => setTimeout(resolve, 500));
            assert.equal(await page.evaluate(isDrawn), false);
            assert.ok((await headingInk(page)).share > 0.05, 'the heading cannot be read');
            await page.click('.main-menu a');
            await page.until(() => location.pathname.startsWith('/category/'));
            assert.deepEqual(page.complaints.splice(0), []);
            report(9, `${name}: HTML without WebGL`, '1 article', 'readable');
        });

        const isReadable = () => document.documentElement.classList.contains('as-html') &&
            getComputedStyle(document.querySelector('main h1')).color !== 'rgba(0, 0, 0, 0)';
        const leads = async () => {
            await page.click('.main-menu a');
            await page.until(() => location.pathname.startsWith('/category/'));
            await page.until(isDrawn);
        };

        test('a translation is shown, links lead to whole pages, and the original is drawn again', async () => {
            await openDrawn(page, article);
            await page.evaluate(translate);
            await page.until(isReadable);
            assert.ok((await headingInk(page)).share > 0.05, 'the translation is not visible');
            await leads();
            await openDrawn(page, article);
            await page.evaluate(translate);
            await page.until(isReadable);
            await page.evaluate(showOriginal);
            await page.until(isDrawn);
            report(9, `${name}: a translation, and back`, '1 article', 'as in Chromium');
        });

        test('what others change, style and remove is shown', async () => {
            for (const [what, change] of Object.entries(changes)) {
                await openDrawn(page, article);
                if (typeof change === 'string') await page.evaluate(addStyle, change);
                else await page.evaluate(change);
                await page.until(isReadable).catch(() => assert.fail(`not seen: ${what}`));
            }
            await leads();
            report(9, `${name}: texts, boxes and styles of others`, `${Object.keys(changes).length} changes`, 'seen');
        });

        test('a privacy guard leaves the HTML', async () => {
            for (const [i, guard] of Object.keys(guards).entries()) {
                await page.open(server.url(guardedPage(i)));
                await page.until(isReadable).catch(() => assert.fail(`drawn in spite of it: ${guard}`));
                assert.equal(await page.evaluate(isDrawn), false);
            }
            report(9, `${name}: privacy guards`, `${Object.keys(guards).length} guards`, 'readable');
        });

        test('a visited page opens without the host, drawn; another one says that it is not there', async () => {
            const host = await serve(site);
            await page.open(host.url(article));
            await page.until(isDrawn);
            await page.until(async address => {
                const cache = await caches.open('broadsheet / state');
                const visited = await (await cache.match('/offline/state/visited'))?.json();
                return visited?.some(({ path }) => path === address);
            }, article);
            const [seen, other] = [host.url(article), host.url('/2026/01/01/never-seen/')];
            host.close();
            await page.open(seen);
            await page.until(isDrawn);
            await settle(page);
            assert.match((await state(page)).heading, /^The lake/);
            assert.ok((await headingInk(page)).share > 0.05, 'the heading is not drawn');
            await page.open(other);
            await page.until(() => document.querySelector('#page h1')?.textContent === 'You are offline');
            page.complaints.length = 0;
            report(9, `${name}: a visited page without the host`, '1 article', 'drawn');
        });

        test('a dark scheme is drawn dark', async () => {
            const dark = await Engine.launch({ dark: true });
            try {
                await dark.resize(1280, 900);
                await openDrawn(dark, article);
                assert.ok(await dark.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), 'the engine is not dark itself');
                const { ground, share } = await headingInk(dark);
                assert.ok(ground < 64, `the ground is ${ground}`);
                assert.ok(share > 0.05, `${share} of the heading is ink`);
                report(9, `${name}: dark scheme`, '1 article', 'dark');
            } finally {
                await dark.quit();
            }
        });
    });
}
