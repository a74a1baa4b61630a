// The search as readers use it: by keyboard, by touch, with an input method, without a program, and
// when parts of its index are missing.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { buildSite, open, root, serve, settle, stage, waitForPath, waitUntilDrawn } from './support.mjs';

const { site, server, browser } = await stage();

const field = '[data-key="menu-search"] .search-input';
const status = page => page.textContent('[data-key="menu-search"] [role=status]');
const titles = page => page.$$eval('[data-key="menu-search"] .search-hit-title', all => all.map(one => one.textContent));
const isOpen = page => page.$eval('[data-key="menu-search"]', menu => menu.open);
const answered = (page, pattern = '\\d+ results?|No result') => page.waitForFunction(wanted =>
    new RegExp(wanted).test(document.querySelector('[data-key="menu-search"] [role=status]')?.textContent ?? ''), pattern);
const focused = page => page.evaluate(() => document.activeElement.className || document.activeElement.localName);

test('the slash opens the search, arrows walk through its results, Enter opens one, Escape closes', async () => {
    const page = await open(browser, server.url('/'));
    await page.keyboard.press('/');
    await settle(page);
    assert.ok(await isOpen(page));
    assert.equal(await focused(page), 'search-input');
    await page.keyboard.type('river');
    await answered(page);
    assert.match(await status(page), /^\d+ results$/);
    assert.ok((await titles(page)).length > 1);
    assert.ok(await page.$('[data-key="menu-search"] mark'), 'found words are marked');
    await page.keyboard.press('ArrowDown');
    assert.match(await focused(page), /search-hit-title/);
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'search-input');
    await page.keyboard.press('Escape');
    await settle(page);
    assert.equal(await isOpen(page), false);
    await page.keyboard.press('Control+k');
    await settle(page);
    assert.equal(await page.inputValue(field), 'river', 'what was asked is still there');
    await page.keyboard.press('ArrowDown');
    const target = await page.evaluate(() => document.activeElement.pathname);
    await page.keyboard.press('Enter');
    await waitForPath(page, target);
    assert.equal(await isOpen(page), false);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('a slash in a text field is a slash', async () => {
    const page = await open(browser, server.url('/'));
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.type('a/b');
    assert.equal(await page.inputValue(field), 'a/b');
    await page.done();
});

test('letters typed before the menu tells that it is open stay', async () => {
    const page = await open(browser, server.url('/'));
    await page.evaluate(field => {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
        document.querySelector(field).setRangeText('l', 0, 0, 'end');
    }, field);
    await settle(page);
    await page.keyboard.type('ake');
    assert.equal(await page.inputValue(field), 'lake');
    await page.done();
});

test('Enter in the field leads to the page of results, whose address can be shared, and back works', async () => {
    const page = await open(browser, server.url('/'));
    await page.keyboard.press('Control+k');
    await settle(page);
    await page.keyboard.type('river city');
    await page.keyboard.press('Enter');
    await page.waitForSelector('main .card-title');
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/search/?q=river%20city');
    assert.equal(await page.inputValue('main .search-input'), 'river city');
    const found = await page.textContent('main [role=status]');
    await page.click('text=Newest first');
    await page.waitForFunction(() => location.search.includes('sort=date'));
    await page.waitForSelector('main .card-title');
    const days = await page.$eval('main .card-list', list => [...list.querySelectorAll('time')].map(one => one.dateTime));
    assert.deepEqual(days, [...days].sort().reverse());
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('sort=date'));
    await page.waitForSelector('main .card-title');
    const shared = await open(browser, page.url());
    await shared.waitForSelector('main .card-title');
    assert.equal(await shared.textContent('main [role=status]'), found);
    await shared.done();
    await page.goBack();
    await waitForPath(page, '/');
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('where few articles have all words, those with some of them follow under a heading', async () => {
    const page = await open(browser, server.url('/search/?q=water%20timetable'));
    await page.waitForSelector('main .card-title');
    assert.equal(await page.textContent('main [role=status]'), '3 results');
    assert.equal(await page.textContent('main .section-title'), '7 results with some of the words');
    const levels = await page.$$eval('main h2, main h3', all => all.map(one => one.localName).join(' '));
    assert.equal(levels, `h2 h2 h2 h2${' h3'.repeat(7)}`);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('counts beside the results narrow them', async () => {
    const page = await open(browser, server.url('/search/?q=city'));
    await page.waitForSelector('aside .count-link');
    const link = page.locator('aside .count-link').first();
    const name = await link.textContent();
    const count = await page.locator('aside .count-number').first().textContent();
    await link.click();
    await page.waitForFunction(wanted =>
        document.querySelector('main [role=status]')?.textContent.startsWith(`${wanted} result`), count).catch(async error => {
        throw new Error(`${count} of ${name}: ${page.url()}: ${await page.textContent('main [role=status]')}`, { cause: error });
    });
    assert.ok(name.length > 0);
    await page.done();
});

test('mistakes are understood, and what is nowhere says so', async () => {
    const page = await open(browser, server.url('/'));
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.type('timetabel');
    await answered(page, 'timetable');
    assert.ok((await titles(page)).some(title => /timetable/.test(title)));
    await page.fill(field, 'qqqqxyzzyqqqq');
    await answered(page, '^No result$');
    assert.ok((await titles(page)).length > 0, 'ways on are offered');
    await page.done();
});

test('another form of a word finds it, and the program is one file', async () => {
    const page = await open(browser, server.url('/'));
    server.requests.length = 0;
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.type('timetabling');
    await answered(page, '^\\d+ results?$');
    assert.ok((await titles(page)).some(title => /timetable/.test(title)));
    assert.deepEqual(server.requests.filter(name => /\.(js|wasm)$/.test(name)).map(name => path.basename(name)), ['search-worker.js']);
    assert.deepEqual(page.complaints, []);
    await page.done();
});

// Gives the page a worker that is not quite the site's: `change` of its source, which follows a line with its programs.
const changeWorker = (page, change) => page.route(/search-worker\.js$/, async route => {
    const response = await route.fetch();
    const [programs] = (await response.text()).split('\n', 1);
    await route.fulfill({ response, body: change(`${programs}\n${readFileSync(path.join(root, 'web/search-worker.js'), 'utf8')}`) });
});

test('without a stemmer the search finds words as they are written', async () => {
    const page = await open(browser, server.url('/'));
    await changeWorker(page, text => text.replace(', stemmer: "', ', other: "'));
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.type('timetable');
    await answered(page, '^\\d+ results?$');
    await page.fill(field, 'timetabling');
    await answered(page, '^No result$');
    await page.done();
});

test('a program that fails is begun anew, and is given the index again', async () => {
    const page = await open(browser, server.url('/'));
    await changeWorker(page, text => text.replace('function ask(program, request) {', `$&
        if (decoder.decode(request).startsWith('river') && !globalThis.failed) throw globalThis.failed = new Error('broken');`));
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.type('ferry');
    await answered(page, '^\\d+ results?$');
    await page.fill(field, 'river');
    await page.waitForFunction(isUnavailable);
    await page.fill(field, 'rivers');
    await answered(page, '^\\d+ results?$');
    assert.deepEqual(page.complaints.length, 1);
    assert.match(page.complaints[0], /the search failed.*broken/);
    await page.done();
});

test('a touch opens the search on a phone', async () => {
    const page = await open(browser, server.url('/'), { width: 390, height: 800, phone: true });
    await page.tap('.search-summary');
    await settle(page);
    assert.equal(await focused(page), 'search-input');
    await page.keyboard.type('ferry');
    await answered(page);
    const boxes = await page.$$eval('[data-key="menu-search"] a', all => all.map(one => one.getBoundingClientRect())
        .map(({ left, right }) => [left, right]));
    for (const [left, right] of boxes) assert.ok(left >= 0 && right <= 390);
    await page.tap('.search-hit-title >> nth=0');
    await page.waitForFunction(() => location.pathname !== '/');
    await page.done();
});

test('nothing is asked while an input method composes', async () => {
    const page = await open(browser, server.url('/'));
    await page.keyboard.press('/');
    await settle(page);
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'riv', selectionStart: 3, selectionEnd: 3 });
    await page.waitForTimeout(300);
    assert.doesNotMatch(await status(page), /result/);
    await input.send('Input.insertText', { text: 'river' });
    await answered(page);
    assert.equal(await page.inputValue(field), 'river');
    await page.done();
});

test('without a program the field is a form, and its page shows other ways', async () => {
    const page = await open(browser, server.url('/'), { script: false });
    await page.click('.search-summary');
    assert.equal(new URL(page.url()).pathname, '/search/');
    await page.fill('main .search-input', 'river');
    await page.click('main .search-submit');
    assert.equal(new URL(page.url()).search, '?q=river');
    const ways = await page.$$eval('main a', all => all.map(one => one.getAttribute('href')));
    assert.ok(ways.some(way => /^\/\d{4}\/$/.test(way)) && ways.some(way => way.startsWith('/tag/')));
    await page.done();
});

test('a part of the index that does not arrive is named, and another try finds all', async () => {
    const page = await open(browser, server.url('/'));
    await page.route(/\/search\/d\w+\.json$/, route => route.abort());
    await page.goto(server.url('/search/?q=river'));
    await page.waitForFunction(() => /did not arrive/.test(document.querySelector('main [role=status]')?.textContent));
    await page.unroute(/\/search\/d\w+\.json$/);
    await page.click('main >> text=Try again');
    await page.waitForSelector('main .card-title');
    await page.done();
});

const isUnavailable = () =>
    /could not be reached/.test(document.querySelector('[data-key="menu-search"] [role=status]')?.textContent);

for (const [what, file] of [['program', /search-worker\.js$/], ['index', /search\.[0-9a-f]+\.json$/]]) {
    test(`where the ${what} of the search does not arrive, the page says so, and the next question finds it`, async () => {
        const page = await open(browser, server.url('/'));
        await page.route(file, route => route.abort());
        await page.keyboard.press('/');
        await settle(page);
        await page.keyboard.type('river');
        await page.waitForFunction(isUnavailable);
        await page.unroute(file);
        await page.fill(field, 'rivers');
        await answered(page, '^\\d+ results?$');
        await page.done();
    });
}

test('hostile addresses and queries do no harm', async () => {
    const page = await open(browser, server.url('/'));
    for (const query of ['<img src=x onerror=alert(1)>', '"'.repeat(500), 'x'.repeat(10000), '\u0001\u001f', '.*(a+)+$', '%zz%', '%FF%FE']) {
        const raw = query.startsWith('%') ? query : encodeURIComponent(query);
        await page.goto(server.url(`/search/?q=${raw}`));
        await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
        await page.waitForFunction(() => !/Searching/.test(document.querySelector('main [role=status]')?.textContent ?? ''));
        assert.equal(await page.$('main img'), null);
    }
    assert.deepEqual(page.complaints, []);
    await page.done();
});

test('the first answer is cheap', async () => {
    const page = await open(browser, server.url('/'));
    server.requests.length = 0;
    await page.keyboard.press('/');
    await settle(page);
    // At once: of a word typed letter by letter its beginnings may be answered too, as the machine has time.
    await page.fill(field, 'timetable');
    await answered(page);
    const loaded = server.requests.filter(name => /search/.test(name));
    assert.equal(loaded.filter(name => /search-worker\.js|search\.[0-9a-f]+\.json/.test(name)).length, 2);
    assert.ok(loaded.length <= 8, loaded.join(' '));
    assert.ok(loaded.length < readdirSync(path.join(site, 'bundle/search')).length);
    await page.done();
});

// Ten articles with a word that only their ends have, and one whose title alone has it.
function longContent() {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-search-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'site.toml'), 'title = "Long"\n');
    mkdirSync(path.join(folder, 'content'));
    const write = (name, title, day, text) => writeFileSync(path.join(folder, 'content', `${name}.md`),
        `---\ntitle: ${title}\ndate: 2025-01-${day}\n---\n\n${text}\n`);
    for (let i = 0; i < 10; ++i) {
        write(`long${i}`, `Voyage ${i}`, 10 + i, `${'The sea was calm and grey on that day. '.repeat(150)}\n\nAt last a *lighthouse* of isle${i} came in sight.`);
    }
    write('short', 'Lighthouse', 25, 'It burns.');
    return folder;
}

test('an excerpt from the end of an article comes when the result is in view, and the list does not wait', async () => {
    const long = buildSite(longContent(), '--pages', 'none');
    const host = await serve(long);
    let deliver;
    const held = new Promise(resolve => { deliver = resolve; });
    const shard = /bundle\/e[0-9a-f.]+\.json$/;
    const page = await open(browser, host.url('/'), { height: 700 });
    await page.route(shard, async route => {
        await held;
        await route.continue();
    });
    const isShard = name => shard.test(name);
    const before = host.requests.filter(isShard).length;
    await page.goto(host.url('/search/?q=lighthouse'));
    await page.waitForFunction(() => document.querySelectorAll('main .card-title').length === 10);
    assert.equal(await page.$('main .card-excerpt mark'), null);
    assert.match(await page.textContent('main .card-excerpt >> nth=1'), /The sea was calm/);
    deliver();
    await page.waitForFunction(() => document.querySelector('main .card-excerpt mark')?.textContent === 'lighthouse');
    const excerpts = () => page.$$eval('main .card-plain', all => all.map(one => [one.querySelector('.card-title').textContent, one.querySelector('.card-excerpt').textContent]));
    const ends = all => all.filter(([title, text]) => text.includes(`a lighthouse of isle${title.at(-1)} came in sight.`)).map(([title]) => title);
    await settle(page);
    const seen = ends(await excerpts());
    assert.ok(seen.length > 0 && seen.length < 9, `those in view: ${seen}`);
    assert.deepEqual((await excerpts())[0], ['Lighthouse', 'It burns.'], 'there is no more of this text');
    await page.locator('main .card-title').last().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.querySelectorAll('main .card-excerpt')].at(-1).querySelector('mark'));
    const requests = host.requests.filter(isShard).length - before;
    assert.ok(requests <= 9, `${requests} requests for nine results with more text`);
    assert.deepEqual(page.complaints, []);

    // The way back shows what was found at once.
    await page.goBack();
    await waitUntilDrawn(page);
    await page.goForward({ waitUntil: 'commit' });
    await page.waitForSelector('main .card-excerpt mark');
    await page.done();
    host.close();
});

// More articles than share the files of their records: each has words of its own beside frequent ones.
function largeContent() {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-search-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(path.join(folder, 'site.toml'), 'title = "Large"\n');
    mkdirSync(path.join(folder, 'content'));
    for (let i = 0; i < 6600; ++i) {
        const filler = Array.from({ length: 160 }, (_, j) => `w${(i * 7 + j * 11) % 900}x`).join(' ');
        writeFileSync(path.join(folder, 'content', `a${i}.md`), `---\ntitle: Report ${i}\n`
            + `date: 2025-${String(1 + i % 12).padStart(2, '0')}-${String(1 + i % 28).padStart(2, '0')}\n---\n\n`
            + `The harbour of place${i} is ${i % 2 ? 'quiet' : 'busy'}. ${filler}.\n`);
    }
    return folder;
}

test('of a large site little is fetched for an answer, and a host without parts of files serves too', async () => {
    const large = buildSite(largeContent(), '--pages', 'none');
    const asked = async (parts, joined = parts) => {
        const host = await serve(large, { parts, joined });
        const page = await open(browser, host.url('/'));
        const found = [];
        for (const query of ['quiet', 'place4711', 'w100x']) {
            await page.goto(host.url(`/search/?q=${query}`));
            await page.waitForSelector('main .card-title');
            // The beginning of a text has the first two words. The third comes later, from the article.
            found.push(await page.$$eval('main .card-title', (all, whole) => all.map(one => whole ? one.parentElement.textContent : one.textContent),
                query !== 'w100x'));
        }
        await page.waitForFunction(() => document.querySelector('main .card-excerpt mark')?.textContent === 'w100x');
        // A file that is left half-way is no complaint of the browser's.
        assert.deepEqual(page.complaints.filter(each => joined || !/ERR_ABORTED/.test(each)), []);
        const requests = host.requests.filter(name => /bundle\/search\//.test(name));
        await page.done();
        host.close();
        return { found, requests };
    };
    const withParts = await asked(true);
    assert.match(withParts.found[0][0], /The harbour of place\d+ is quiet/);
    assert.match(withParts.found[1][0], /The harbour of place4711 is quiet/);
    assert.ok(withParts.requests.some(name => /\/f\w+\.json \d+-\d+$/.test(name)), withParts.requests.join('\n'));
    assert.ok(withParts.requests.every(name => !/\/d\w+\.json/.test(name)));
    // All records of a file come with one request.
    const records = all => all.filter(name => /\/r\w+\.json /.test(name));
    assert.ok(records(withParts.requests).some(name => name.includes(',')), withParts.requests.join('\n'));
    assert.ok(records(withParts.requests).length <= 6, withParts.requests.join('\n'));
    const apart = await asked(true, false);
    assert.deepEqual(apart.found, withParts.found, 'a host that sends one part at a time serves the same');
    assert.ok(records(apart.requests).filter(name => name.includes(',')).length <= 4, 'several parts are asked for once a page');
    const without = await asked(false);
    const title = text => /Report \d+/.exec(text)[0];
    assert.deepEqual(without.found.map(all => all.map(title)), withParts.found.map(all => all.map(title)));
    assert.ok(without.requests.filter(name => / \d+-\d+$/.test(name)).length <= 3, 'parts are asked for once a page');
});
