// Text of the drawn page has the same positions and pixels as the plain page, in every script, at integer and
// fractional device pixel ratios.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { article, buildSite, commented, serve } from './support.mjs';
import { compareInk, comparePlaces, launchAt, openAt, quantile, scrollBoth, watch } from './exact.mjs';
import { report } from './report.mjs';

const servers = [];
const addresses = [];
before(async () => {
    const sites = [buildSite('content', '--base-url', 'https://meridian.example'),
        buildSite('tests/browser/scripts', '--base-url', 'https://scripts.example')];
    for (const site of sites) servers.push(await serve(site));
    addresses.push({ name: 'article', url: servers[0].url(article) });
    addresses.push({ name: 'comments', url: servers[0].url(commented), selector: '.comment-list' });
    for (const name of readdirSync(sites[1], { recursive: true }).sort()) {
        const [, address] = name.match(/^(\d{4}\/\d\d\/\d\d\/\w+\/)index\.html$/) ?? [];
        if (address) addresses.push({ name: address.split('/').at(-2), url: servers[1].url(`/${address}`) });
    }
});
after(async () => {
    for (const browser of browsers) await browser.close();
    servers.forEach(server => server.close());
});

const browsers = [];
async function start(ratio) {
    for (const browser of browsers.splice(0)) await browser.close();
    browsers.push(await launchAt(ratio));
    return browsers[0];
}

async function openBoth(browser, url, options = {}) {
    return [await openAt(browser, url, { ...options, script: false }), await openAt(browser, url, { ...options, before: watch })];
}

for (const ratio of [1, 1.1, 1.5, 2, 3]) {
    test(`words and ink at ${ratio} device pixels to one`, async () => {
        const browser = await start(ratio);
        const errors = [];
        let ink = 0;
        let pixels = 0;
        for (const { name, url, selector = '.prose' } of ratio < 3 ? addresses : addresses.slice(0, 5)) {
            const [plain, drawn] = await openBoth(browser, url);
            const places = await comparePlaces(plain, drawn, selector);
            assert.ok(places.words > 60, `${name}: only ${places.words} words`);
            assert.deepEqual(places.breaks, [], `${name}: lines end elsewhere`);
            assert.ok(quantile(places.errors, 0.99) <= 0.1, `${name}: words are ${quantile(places.errors, 0.99)} px beside their place`);
            errors.push(...places.errors);
            const top = await plain.evaluate(selector => document.querySelector(selector).getBoundingClientRect().top + scrollY, selector);
            await scrollBoth(plain, drawn, Math.floor(top) - 20);
            const compared = await compareInk(plain, drawn, ratio, selector);
            assert.ok(compared.pixels > 20000, `${name}: only ${compared.pixels} pixels were compared`);
            assert.ok(compared.mean <= 0.007, `${name}: ${(compared.mean * 100).toFixed(2)} % away, most at ${JSON.stringify(compared.worst)}`);
            ink += compared.mean * compared.pixels;
            pixels += compared.pixels;
            await plain.done();
            await drawn.done();
        }
        errors.sort((a, b) => a.error - b.error);
        const p99 = quantile(errors, 0.99);
        const mean = ink / pixels;
        assert.ok(p99 <= 0.1, `99 % within ${p99} px`);
        assert.ok(mean <= 0.005, `mean difference ${mean}`);
        report(1, `${ratio} device pixels to one: words beside their place, 99 %`, `${errors.length} words`, '≤ 0.1 px');
        report(1, `${ratio} device pixels to one: mean difference of pixels`, `${Math.round(pixels / 1e4) / 100} million pixels`, '≤ 0.5 %');
    });
}

test('lines end as in the browser, at many widths', async () => {
    const browser = await start(1);
    let lines = 0;
    for (const { name, url, selector = '.prose' } of addresses) {
        const options = { viewport: { width: 700, height: 900 } };
        const [plain, drawn] = await openBoth(browser, url, options);
        for (const width of [320, 360, 390, 480, 640]) {
            for (const page of [plain, drawn]) await page.setViewportSize({ width, height: 900 });
            await drawn.waitForFunction(width => document.getElementById('canvas').width === width, width);
            const { breaks, words, drift } = await comparePlaces(plain, drawn, selector);
            assert.deepEqual(breaks, [], `${name} at ${width} px`);
            assert.ok(drift <= 12, `${name} at ${width} px: a line is ${drift} px from its place`);
            lines += words;
        }
        await plain.done();
        await drawn.done();
    }
    report(2, 'Order and lines of words against the browser\'s own, ten articles of scripts, one of the paper and comments, five widths', `${lines} words`, 'equal');
});

test('elements without content take the room that they take in the browser', async () => {
    const server = await serve(buildSite('tests/browser/empty-elements', '--base-url', 'https://meridian.example'));
    servers.push(server);
    const browser = await start(1);
    const [plain, drawn] = await openBoth(browser, server.url('/what-editors-leave/'));
    const { breaks, words, drift } = await comparePlaces(plain, drawn);
    assert.deepEqual(breaks, []);
    assert.ok(words > 50, `only ${words} words`);
    assert.ok(drift <= 12, `a line is ${drift} px from its place`);
    // Nor are the places of the text layer elsewhere, which would make the page its HTML.
    await drawn.waitForTimeout(400);
    assert.ok(await drawn.evaluate(() => document.documentElement.classList.contains('drawn')));
    report(2, 'Empty paragraphs, headings, list items, cells and disclosures, line breaks alone', `${words} words`, 'equal');
});

test('noise in canvas readback does not affect the text', async () => {
    const browser = await start(1);
    const shots = [];
    for (const poisoned of [false, true]) {
        const page = await openAt(browser, addresses[0].url, {
            before: page => page.addInitScript(poisoned => {
                if (!poisoned) return;
                const noise = data => { for (let i = 0; i < data.length; i += 3) data[i] ^= 0x55; };
                const original = CanvasRenderingContext2D.prototype.getImageData;
                window.reads = [];
                CanvasRenderingContext2D.prototype.getImageData = function (...values) {
                    window.reads.push(`${this.canvas.width} × ${this.canvas.height}`);
                    const image = original.apply(this, values);
                    noise(image.data);
                    return image;
                };
                WebGL2RenderingContext.prototype.readPixels = () => { window.readBack = true; };
                HTMLCanvasElement.prototype.toDataURL = () => { window.readBack = true; return ''; };
            }, poisoned),
        });
        assert.equal(await page.evaluate(() => window.readBack ?? false), false, 'a canvas was read back');
        await page.waitForTimeout(600);
        // The check at the start reads a small canvas of its own, once.
        if (poisoned) assert.deepEqual(await page.evaluate(() => window.reads), ['96 × 32']);
        shots.push(await page.screenshot());
        await page.done();
    }
    assert.ok(shots[0].equals(shots[1]), 'noise shows');
    report(1, 'Noise in what is read back from canvases', '2 screenshots', 'equal');
});
