// Whatever is missing, the page can be read and its links work.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { article, launch, open, otherArticle, program, serve, stage, tool, waitForPath } from './support.mjs';
import { report } from './report.mjs';

const { site, server, browser } = await stage();

// The text can be seen, and a link leads to another page.
async function readable(page) {
    const { color, drawn, opacity } = await page.evaluate(() => {
        const style = getComputedStyle(document.querySelector('.prose p'));
        return { color: style.color, opacity: style.opacity, drawn: document.documentElement.classList.contains('drawn') };
    });
    assert.equal(drawn, false);
    assert.match(color, /^rgb\(/);
    assert.equal(opacity, '1');
    await page.click('.main-menu a');
    await page.waitForURL('**/category/**');
    assert.match(await page.textContent('main h1'), /\w/);
}

test('without JavaScript', async () => {
    const page = await open(browser, server.url(article), { script: false });
    await readable(page);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('without WebGL', async () => {
    const page = await open(browser, server.url(article), {
        drawn: false,
        before: page => page.addInitScript(() => {
            const original = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
                return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
            };
        }),
    });
    await page.waitForTimeout(400);
    await readable(page);
    await page.done();
});

test('a page that stays HTML has the sidebar of the front page', async () => {
    for (const path of [article, '/category/asia/']) {
        const page = await open(browser, server.url(path), {
            drawn: false, before: page => page.addInitScript(() => delete globalThis.WebGL2RenderingContext),
        });
        assert.equal(await page.locator('div.sidebar').count() + await page.locator('aside.sidebar').count(), 1);
        const top = await page.evaluate(() => document.querySelector('main').getBoundingClientRect().top);
        await page.waitForSelector('aside.sidebar .calendar');
        assert.ok(await page.locator('aside.sidebar .count-link').count() > 5);
        assert.equal(await page.evaluate(() => document.querySelector('main').getBoundingClientRect().top), top);
        await page.done();
    }
    const page = await open(browser, server.url(article), { script: false });
    assert.equal(await page.evaluate(() => document.querySelector('div.sidebar').getBoundingClientRect().height), 0);
    for (const path of ['/archive/', '/categories/', '/tags/', '/search/']) {
        assert.equal(await page.locator(`.footer a[href="${path}"]`).count(), 1);
    }
    await page.click('.footer a[href="/archive/"]');
    await page.waitForURL('**/archive/');
    assert.ok(await page.locator('.prose li a').count() > 2);
    await page.done();
    report(8, 'A page that stays HTML has the sidebar, and without a script ways to everything', '2 pages', 'filled without a shift');
});

test('in a browser without graphics', async () => {
    const bare = await launch('--disable-gpu', '--disable-3d-apis');
    const page = await open(bare, server.url(article), { drawn: false });
    await page.waitForTimeout(400);
    await readable(page);
    await bare.close();
    report(8, 'A browser without WebGL', '2 ways', 'readable HTML, links work');
});

for (const file of ['reader.wasm', 'boot.js', 'manifest.json', 'start.*.json', 'e*.json', 'theme.*.css']) {
    test(`without ${file}`, async () => {
        const page = await open(browser, server.url(article), {
            drawn: false, before: page => page.route(`**/${file}`, route => route.abort()),
        });
        await page.waitForTimeout(500);
        // The style sheet's absence is no reason to draw on nothing.
        if (file !== 'theme.*.css') {
            await readable(page);
        } else {
            assert.match(await page.evaluate(() => document.querySelector('main').innerText), /Old Chen brought a chair/);
        }
        await page.done();
    });
}

test('without later.js the page is drawn, and the search says that it is unavailable', async () => {
    const page = await open(browser, server.url(article), { before: page => page.route('**/later.js', route => route.abort()) });
    await page.click('summary.search-summary');
    await page.fill('.search-input', 'lake');
    await page.press('.search-input', 'Enter');
    await page.waitForURL('**/search/?q=lake');
    await page.waitForFunction(() => /The search could not be reached/.test(document.querySelector('main')?.innerText));
    await page.done();
});

test('later.js that comes at the second attempt', async () => {
    let broken = true;
    const page = await open(browser, server.url(article), {
        before: page => page.route('**/later.js', route => broken ? route.abort() : route.continue()),
    });
    broken = false;
    await page.click('summary.search-summary');
    await page.waitForFunction(() => document.activeElement.matches('.search-input'));
    await page.keyboard.type('lake');
    await page.waitForSelector('.search-hit-title');
    await page.done();
});

test('with a damaged program or damaged data', async () => {
    for (const [file, type] of [['reader.wasm', 'application/wasm'], ['manifest.json', 'application/json'], ['start.*.json', 'application/json']]) {
        const page = await open(browser, server.url(article), {
            drawn: false,
            before: page => page.route(`**/${file}`, route => route.fulfill({ contentType: type, body: '{"version":1,' })),
        });
        await page.waitForTimeout(400);
        await readable(page);
        await page.done();
    }
});

test('a program served with another type still runs', async () => {
    const other = await serve(site, { type: extension => extension === '.wasm' ? 'text/plain' :
        { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'text/plain', '.jpg': 'image/jpeg' }[extension] });
    const page = await open(browser, other.url(article));
    assert.equal(await page.evaluate(() => document.documentElement.classList.contains('drawn')), true);
    await page.done();
    other.close();
});

test('a lost graphics context: drawn again when it returns, HTML when it does not', async () => {
    const page = await open(browser, server.url(article));
    const drawn = () => page.evaluate(() => document.documentElement.classList.contains('drawn'));
    await page.evaluate(() => {
        window.loss = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.loss.loseContext();
    });
    await page.waitForTimeout(100);
    assert.equal(await drawn(), false, 'the text stays hidden under a lost canvas');
    await page.evaluate(() => window.loss.restoreContext());
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'), null, { timeout: 3000 });
    await page.evaluate(() => window.loss.loseContext());
    await page.waitForTimeout(3400);
    assert.equal(await drawn(), false);
    await readable(page);
    await page.done();
    report(8, 'A lost graphics context', '2 losses', 'drawn again, or HTML');
});

// Without these files the reader cannot show the article that a link leads to.
const shards = /\/bundle\/[el]\d+\.[0-9a-f]+\.json$/;

const told = 'You are offline';

async function brokenOnTheWay() {
    let broken = false;
    const page = await open(browser, server.url('/'), {
        before: page => page.route(shards, route => broken ? route.abort() : route.continue()),
    });
    broken = true;
    await page.evaluate(() => { window.marker = true; });
    await page.click(`main a[href="${article}"]`);
    await page.waitForFunction(told => document.querySelector('main h1')?.textContent === told, told);
    return { page, mend: () => { broken = false; } };
}

test('a part that is out of reach on the way: told, tried again, shown', async () => {
    const { page, mend } = await brokenOnTheWay();
    const retry = page.getByRole('button', { name: 'Try again' });
    assert.equal(await retry.count(), 1);
    assert.ok(await page.locator('main a[href="/"]').count(), 'no way back');
    assert.equal(new URL(page.url()).pathname, article, 'the address is not that of the page that did not arrive');
    await retry.click();
    await page.waitForTimeout(300);
    assert.equal(await page.textContent('main h1'), told);
    mend();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForFunction(() => /^The lake/.test(document.querySelector('main h1')?.textContent));
    await waitForPath(page, article);
    assert.ok(await page.evaluate(() => window.marker), 'the page was loaded anew');
    await page.goBack();
    await waitForPath(page, '/');
    await page.waitForFunction(() => /^Meridian/.test(document.title));
    await page.done();
});

const json = { 'content-type': 'application/json' };
const wrong = {
    'missing': [404, {}, 'gone'],
    'an error of the host': [500, {}, 'error'],
    'a page': [200, { 'content-type': 'text/html' }, '<!DOCTYPE html><title>Login</title><p>Please log in'],
    'cut short': [200, json, '{"entries":[{"pa'],
    'shorter than said': [200, { ...json, 'content-length': 5000 }, '{"entries":['],
    'empty': [200, json, ''],
    'nothing': [200, json, 'null'],
    'without the article': [200, json, '{"entries":[]}'],
};
const isHere = page => page.waitForFunction(path => location.pathname === path &&
    /^The lake/.test(document.querySelector('main h1')?.textContent), article);
for (const [name, [status, headers, body]] of Object.entries(wrong)) {
    test(`data that are ${name} on the way: the page is loaded as HTML`, async () => {
        let broken = false;
        const host = await serve(site, { meddle(address, request, response) {
            if (!broken || !/\/bundle\/[a-z]+[0-9a-f]{4}\./.test(address)) return false;
            response.writeHead(status, headers);
            response.write(body);
            if (headers['content-length']) setTimeout(() => response.destroy(), 100);
            else response.end();
            return true;
        } });
        const page = await open(browser, host.url('/'), { alone: true });
        broken = true;
        host.requests.length = 0;
        await page.click(`main a[href="${article}"]`);
        await isHere(page);
        await page.waitForTimeout(600);
        await isHere(page);
        assert.equal(host.requests.filter(name => name === article).length, 1, 'loaded once');
        assert.ok(host.requests.filter(name => name.endsWith('manifest.json')).length <= 2);
        // Back, the reader goes on.
        broken = false;
        await page.goBack();
        await page.waitForFunction(() => /^Meridian/.test(document.title));
        await page.click(`main a[href="${otherArticle}"]`);
        await waitForPath(page, otherArticle);
        await page.done();
        host.close();
    });
}

// Writes all articles anew, with another last paragraph, into the folder of a host.
function publish(out, words) {
    const source = `${out}-source`;
    if (!existsSync(source)) cpSync(`${site}-source`, source, { recursive: true });
    for (const name of readdirSync(path.join(source, 'articles')).filter(name => name.endsWith('.md'))) {
        appendFileSync(path.join(source, 'articles', name), `\n\n${words}\n`);
    }
    execFileSync(tool, ['build', '--content', source, '--out', out, '--program', program], { stdio: 'ignore' });
}

for (const offline of [false, true]) {
    test(`a publish while a page is open${offline ? ', with a service worker' : ''}: the reader goes on with the new edition`, async () => {
        const out = `${site}-published`;
        publish(out, 'Before.');
        const host = await serve(out);
        const page = await open(browser, host.url('/'), { alone: true, offline });
        await page.waitForTimeout(offline ? 1500 : 300);
        await page.evaluate(() => { window.marker = true; });
        publish(out, 'A clepsydra drips.');
        // The search first: its index is gone too.
        await page.keyboard.press('/');
        await page.keyboard.type('clepsydra');
        await page.waitForFunction(() => /^\d+ results?/.test(document.querySelector('details[data-key=menu-search] [role=status]')?.textContent));
        await page.locator('.edition').waitFor();
        await page.keyboard.press('Escape');
        await page.click(`main a[href="${article}"]`);
        await isHere(page);
        await page.waitForFunction(() => document.querySelector('.prose').textContent.includes('A clepsydra drips.'));
        assert.ok(await page.evaluate(() => window.marker), 'without loading the page');
        assert.equal(await page.locator('.edition').count(), 0, 'this is the newer edition');
        await page.goBack();
        await waitForPath(page, '/');
        await page.waitForFunction(() => /^Meridian/.test(document.title));
        await page.done();
        host.close();
        for (const folder of [out, `${out}-source`]) rmSync(folder, { recursive: true });
    });
}

test('back from a page that did not arrive', async () => {
    const { page, mend } = await brokenOnTheWay();
    mend();
    await page.goBack();
    await page.waitForFunction(() => /^Meridian/.test(document.title), null, { timeout: 3000 });
    assert.equal(await page.locator(`main a[href="${otherArticle}"]`).count() > 0, true);
    assert.equal(new URL(page.url()).pathname, '/');
    await page.done();
});
