// Typefaces of the site's own: canvas and HTML are set in them, and little moves when they arrive.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cpSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareInk, comparePlaces, launchAt, openAt, quantile, watch } from './exact.mjs';
import { buildSite, launch, openPlain, root, serve, settle, waitUntilDrawn } from './support.mjs';

const words = 'the harbour wall was built of stone from the islands and it holds against the winter sea';
function site() {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-fonts-'));
    after(() => rmSync(folder, { recursive: true }));
    mkdirSync(path.join(folder, 'static/fonts'), { recursive: true });
    for (const name of ['block', 'variable']) {
        cpSync(path.join(root, `tests/press/fonts/${name}.woff2`), path.join(folder, `static/fonts/${name}.woff2`));
    }
    writeFileSync(path.join(folder, 'site.toml'), `title = "Harbour"
[look]
serif = "Block, Georgia, serif"
[[look.fonts]]
family = "Block"
file = "/fonts/block.woff2"
[[look.fonts]]
family = "Block"
file = "/fonts/variable.woff2"
weight = "401 900"
`);
    mkdirSync(path.join(folder, 'content'));
    const text = Array.from({ length: 12 }, () => `${words} ${words}.`).join('\n\n');
    writeFileSync(path.join(folder, 'content/lake.md'), `---\ntitle: The lake\ndate: 2026-02-01\n---\n${text}\n`);
    writeFileSync(path.join(folder, 'content/dam.md'), `---\ntitle: The dam\ndate: 2026-02-02\n---\n${text}\n`);
    return buildSite(folder);
}

const browser = await launch();
after(() => browser.close());
const host = await serve(site(), { own: true });
after(() => host.close());
async function start() {
    const exact = await launchAt(1);
    after(() => exact.close());
    return exact;
}
const openBoth = async browser => [await openAt(browser, host.url(lake), { script: false }),
    await openAt(browser, host.url(lake), { before: watch })];
async function compare(plain, drawn) {
    await plain.evaluate(() => document.fonts.ready);
    assert.ok(Math.abs(await widthOf(plain, 'article p') - ownWidth) < 0.02);
    assert.equal(await drawn.evaluate(() => document.documentElement.classList.contains('drawn')), true);
    const places = await comparePlaces(plain, drawn);
    assert.ok(places.words > 300, `only ${places.words} words`);
    assert.deepEqual(places.breaks, [], 'lines end elsewhere');
    assert.ok(quantile(places.errors, 0.99) <= 0.1, `words are ${quantile(places.errors, 0.99)} px beside their place`);
}
const topsOf = page => page.evaluate(() => Object.fromEntries(['.masthead-title', 'h1', 'article p']
    .map(each => [each, document.querySelector(each).getBoundingClientRect().top])));
const lake = '/2026/02/01/lake/';

// Four letters "m" of the test's typeface, in em.
const ownWidth = 3.6;

// The width of four letters "m" in em, as the element shows them.
const widthOf = (page, selector) => page.evaluate(selector => {
    const span = document.createElement('span');
    span.textContent = 'mmmm';
    document.querySelector(selector).append(span);
    const width = span.getBoundingClientRect().width / parseFloat(getComputedStyle(span).fontSize);
    span.remove();
    return width;
}, selector);

test('a page without the program is set in the typeface, and loads only what it shows', async () => {
    const asked = [];
    const page = await openPlain(browser, host.url(lake), {
        before: page => page.on('request', request => asked.push(new URL(request.url()).pathname)),
    });
    await page.evaluate(() => document.fonts.ready);
    assert.ok(Math.abs(await widthOf(page, 'article p') - ownWidth) < 0.02);
    const fonts = asked.filter(each => each.endsWith('.woff2'));
    assert.equal(fonts.length, new Set(fonts).size, `loaded twice: ${fonts}`);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('the canvas has the words of the typeface where the plain page has them', async () => {
    const exact = await start();
    const [plain, drawn] = await openBoth(exact);
    await compare(plain, drawn);
    const ink = await compareInk(plain, drawn, 1);
    assert.ok(ink.mean <= 0.007, `${(ink.mean * 100).toFixed(2)} % away`);
});

test('a typeface that arrives late is drawn, and what was above the text keeps its place', async () => {
    let release;
    let late;
    const arrived = new Promise(resolve => { release = resolve; });
    const exact = await start();
    const opened = openAt(exact, host.url(lake), {
        before: async page => {
            late = page;
            await watch(page);
            await page.route('**/*.woff2', async route => {
                await arrived;
                await route.continue();
            });
        },
    });
    while (!late) await new Promise(resolve => setTimeout(resolve, 20));
    await late.waitForURL(`**${lake}`, { waitUntil: 'commit' });
    await waitUntilDrawn(late);
    assert.ok(Math.abs(await widthOf(late, 'article p') - ownWidth) > 0.02, 'an installed font stands in');
    const before = await topsOf(late);
    release();
    const drawn = await opened;
    await drawn.waitForFunction(() => document.fonts.status === 'loaded' && document.fonts.check('20px Block'));
    await drawn.waitForTimeout(300);
    await settle(drawn);
    const after = await topsOf(drawn);
    for (const [name, top] of Object.entries(before)) {
        assert.ok(Math.abs(after[name] - top) <= 1, `${name}: ${top} → ${after[name]}`);
    }
    const plain = await openAt(exact, host.url(lake), { script: false });
    await compare(plain, drawn);
    assert.deepEqual(drawn.complaints, []);
});
