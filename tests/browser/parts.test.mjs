// The parts of a page that act: menus, reading settings, contents, consent, code, sharing.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodePng } from './picture.mjs';
import { article, buildSite, open, root, serve, settle, stage, waitForPath, waitUntilDrawn } from './support.mjs';

const { site, server, browser } = await stage();

// The address of the first article whose readable HTML holds `text`.
function articleWith(text) {
    const name = readdirSync(site, { recursive: true }).sort()
        .find(each => /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/.test(each) &&
            readFileSync(path.join(site, each), 'utf8').includes(text));
    assert.ok(name, `no article with ${text}`);
    return `/${name.replace(/index\.html$/, '')}`;
}

test('articles that came since the last visit are marked and counted, unless the reader wants no marks', async () => {
    // The last visit: an hour ago, when the newest article was of November 20.
    const [before, now] = ['2026-11-20T12:00:00Z', '2026-11-24T12:00:00Z'].map(time => Date.parse(time) / 1000);
    const page = await open(browser, server.url('/'), {
        time: '2026-11-24T12:00:00Z', alone: true, settings: `consent=refused;seen=0.${before}.${now - 3600}`,
    });
    const marked = () => page.evaluate(() => [...document.querySelectorAll('main article .new-mark')]
        .map(mark => mark.closest('article').querySelector('h2,h3').textContent));
    const all = await page.evaluate(before => [...document.querySelectorAll('main article')]
        .filter(story => Date.parse(story.querySelector('time').dateTime) / 1000 > before)
        .map(story => story.querySelector('h2,h3').textContent), before);
    assert.ok(all.length >= 3, `only ${all.length}`);
    assert.deepEqual(await marked(), all);
    assert.match(await page.textContent('.section-title'), /^Latest · \d new$/);
    await page.goto(server.url('/category/asia/'));
    await waitUntilDrawn(page);
    assert.match(await page.textContent('.list-count'), /^10 articles · 1 new$/);
    await page.click('summary[aria-label="Reading settings"]');
    await page.click('button[aria-label="New articles: Not marked"]');
    await settle(page);
    assert.deepEqual(await marked(), []);
    assert.equal(await page.evaluate(() => localStorage.getItem('broadsheet')), 'consent=refused;new=off');
    await page.done();
});

test('a menu opens over the page, by mouse and keyboard, one at a time, and closes', async () => {
    const page = await open(browser, server.url('/'));
    const opened = () => page.evaluate(() =>
        [...document.querySelectorAll('details[data-pops-up][open]')].map(menu => menu.dataset.key));
    const height = () => page.evaluate(() => document.getElementById('page').offsetHeight);
    const closed = await height();
    await page.click('summary[aria-label="Places in Asia"]');
    await settle(page);
    assert.deepEqual(await opened(), ['menu-/category/asia/']);
    assert.equal(await height(), closed, 'the page keeps its height');
    await page.focus('summary[aria-label="Places in Europe"]');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.deepEqual(await opened(), ['menu-/category/europe/']);
    await page.keyboard.press('Escape');
    await settle(page);
    assert.deepEqual(await opened(), []);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Places in Europe');
    await page.click('summary[aria-label="Places in Asia"]');
    await settle(page);
    await page.mouse.click(5, 600);
    await settle(page);
    assert.deepEqual(await opened(), []);
    await page.click('summary[aria-label="Places in Asia"]');
    await settle(page);
    await page.click('.mega-link:visible >> nth=0');
    await page.waitForFunction(() => location.pathname.startsWith('/category/asia/'));
    await settle(page);
    assert.deepEqual(await opened(), [], 'a menu does not follow to the next page');
    await page.done();
});

test('reading settings act at once, are kept, and stand before the first paint', async () => {
    const page = await open(browser, server.url(article), { settings: null });
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize));
    const before = await size();
    await page.click('summary[aria-label="Reading settings"]');
    for (const name of ['Theme: Dark', 'Text: Larger', 'Letters: Sans', 'Width: Narrow', 'Lines: Justified']) {
        await page.click(`button[aria-label="${name}"]`);
        await settle(page);
    }
    assert.ok(await size() > before);
    const kept = await page.evaluate(() => localStorage.getItem('broadsheet'));
    assert.match(kept, /^scheme=dark;text=1;face=sans;measure=narrow;justify=on;seen=\d+\.\d+\.\d+$/);
    const pressed = await page.evaluate(() =>
        [...document.querySelectorAll('button[aria-pressed=true]')].map(button => button.textContent));
    assert.deepEqual(pressed, ['Dark', 'Sans', 'Narrow', 'Justified', 'Hanging', 'Spaced', 'Normal', 'Font’s own', 'Marked']);
    // The page as HTML, before any program runs.
    await page.route('**/reader.wasm', route => route.abort());
    await page.reload();
    const html = await page.evaluate(() => ({
        paper: getComputedStyle(document.body).backgroundColor,
        size: parseFloat(getComputedStyle(document.querySelector('.prose p')).fontSize),
        align: getComputedStyle(document.querySelector('.prose p')).textAlign,
        width: document.querySelector('.prose').offsetWidth,
    }));
    assert.equal(html.paper, 'rgb(22, 22, 20)');
    assert.ok(html.size > before);
    assert.equal(html.align, 'justify');
    assert.equal(html.width, 560);
    await page.done();
});

test('the drawn page stands where the HTML stood, with settings too', async () => {
    // Justified lines end elsewhere than the browser's.
    const settings = 'text=2;face=sans;measure=narrow;consent=refused';
    const page = await open(browser, server.url(article), { settings });
    const html = await open(browser, server.url(article), { settings, drawn: false, before: async each => {
        await each.route('**/reader.wasm', route => route.abort());
    } });
    const boxes = () => [...document.querySelectorAll('.prose > *')].map(element => {
        const { x, y, height } = element.getBoundingClientRect();
        return [x, y + scrollY, height].map(Math.round);
    });
    const [wanted, found] = [await html.evaluate(boxes), await page.evaluate(boxes)];
    assert.equal(found.length, wanted.length);
    found.forEach((box, i) => box.forEach((value, side) =>
        assert.ok(Math.abs(value - wanted[i][side]) <= 2, `block ${i}: ${wanted[i]} became ${box}`)));
    await html.done();
    await page.done();
});

test('justified text has the words of the HTML, and hyphens are not text', async () => {
    const options = { width: 390, settings: 'justify=on;consent=refused' };
    const page = await open(browser, server.url(article), options);
    const html = await open(browser, server.url(article), { ...options, script: false });
    const words = () => [...document.querySelectorAll('.prose p')].map(each => each.textContent.replace(/\s+/g, ' ').trim());
    assert.deepEqual(await page.evaluate(words), await html.evaluate(words));
    assert.ok(await page.evaluate(() => [...document.querySelectorAll('.prose p wbr')].some(each =>
        /\p{L}$/u.test(each.previousSibling?.textContent ?? ''))), 'no word is divided');
    await html.done();
    await page.done();
});

test('contents fold, remember it, and mark the section being read', async () => {
    const page = await open(browser, server.url(article));
    const current = () => page.evaluate(() => document.querySelector('.contents [aria-current]')?.textContent ?? null);
    assert.equal(await current(), null);
    await page.click('.contents a >> nth=1');
    await page.waitForFunction(() => location.hash.length > 1);
    await settle(page);
    assert.equal(await current(), await page.evaluate(() => document.querySelectorAll('.contents a')[1].textContent));
    await page.click('.contents summary');
    await settle(page);
    assert.match(await page.evaluate(() => localStorage.getItem('broadsheet')), /contents=closed/);
    await page.reload();
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    assert.equal(await page.evaluate(() => document.querySelector('.contents details').open), false);
    await page.done();
});

test('nothing of another company loads before its embed is shown, and consent can be withdrawn', async () => {
    const address = articleWith('class="embed"');
    const page = await open(browser, server.url(address), { settings: null });
    const asked = [];
    page.on('request', request => {
        if (!request.url().startsWith(server.origin)) asked.push(request.url());
    });
    const frames = () => page.evaluate(() => document.querySelectorAll('iframe').length);
    const press = async name => {
        await page.getByRole('button', { name, exact: true }).click();
        await settle(page);
    };
    assert.equal(await page.locator('.consent').count(), 0, 'no bar');
    assert.equal(await frames(), 0);
    assert.deepEqual(asked, []);
    await press('Show');
    assert.equal(await frames(), 1);
    assert.doesNotMatch(await page.evaluate(() => localStorage.getItem('broadsheet')), /embeds|consent/, 'shown once');
    const frame = await page.evaluate(() => {
        const { sandbox, src, title } = document.querySelector('iframe');
        return { sandbox: [...sandbox], src, title };
    });
    assert.match(frame.src, /^https:\/\/www\.youtube-nocookie\.com\/embed\//);
    assert.ok(frame.title);
    assert.ok(!frame.sandbox.includes('allow-top-navigation'));
    await press('Ask again before showing content of other companies');
    assert.equal(await frames(), 0);
    await press('Always show YouTube');
    assert.equal(await frames(), 1);
    await page.reload();
    await waitUntilDrawn(page);
    assert.equal(await frames(), 1, 'kept');
    await press('Ask again before showing content of other companies');
    assert.equal(await frames(), 0);
    assert.equal(await page.getByRole('button', { name: 'Always show YouTube' }).count(), 1);
    await page.done();
});

test('a recording is played by the browser, in its place, and loads nothing before', async () => {
    const address = articleWith('<audio');
    const asked = [];
    const page = await open(browser, server.url(address), { settings: null });
    page.on('request', request => asked.push(request.url()));
    const box = selector => page.evaluate(name => {
        const { x, y, width, height } = document.querySelector(name).getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
    }, selector);
    const player = await box('audio');
    const place = await box('.recording');
    assert.deepEqual([player[0], player[2], player[3]], [place[0], place[2], 54]);
    const shown = await page.evaluate(() => {
        const { paused, preload, controls, classList } = document.querySelector('audio');
        const policy = document.querySelector('meta[http-equiv]').content;
        const line = document.querySelector('.recording-text').textContent;
        return { paused, preload, controls, island: classList.contains('island'), policy, line };
    });
    assert.match(shown.policy, /; media-src 'self'/);
    assert.match(shown.line, / · 0:04$/);
    assert.deepEqual([shown.paused, shown.preload, shown.controls, shown.island], [true, 'none', true, true]);
    assert.ok(!asked.some(url => url.endsWith('.wav')), 'nothing is loaded before');
    const duration = await page.evaluate(async () => {
        const audio = document.querySelector('audio');
        audio.muted = true;
        await audio.play();
        return audio.duration;
    });
    assert.ok(Math.abs(duration - 3.6) < 0.05, `${duration}`);
    await page.done();
});

test('a form has labels and large fields, sends what was written, and its trap stays hidden', async () => {
    const page = await open(browser, server.url('/contact/'));
    const size = await page.evaluate(() => [...document.querySelectorAll('.form :is(.form-input, .form-area, .form-button)')]
        .map(field => field.getBoundingClientRect()).filter(({ x }) => x >= 0).map(({ height }) => Math.round(height)));
    assert.equal(size.length, 5);
    assert.ok(size.every(height => height >= 44), `${size}`);
    const { policy, integrity } = await page.evaluate(() => ({
        policy: document.querySelector('meta[http-equiv]').content,
        integrity: document.documentElement.className,
    }));
    assert.match(policy, /; form-action 'self' https:\/\/letters\.meridian\.example;/);
    assert.match(integrity, /drawn/);
    assert.equal(await page.getByLabel('website').isVisible() && (await page.getByLabel('website').boundingBox()).x >= 0, false);
    await page.getByLabel('Name').fill('Ann');
    await page.getByLabel('E-mail').fill('ann');
    await page.getByLabel('Your letter is about').selectOption('Streets');
    await page.getByLabel('Your letter', { exact: true }).fill('One street.');
    const sent = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector('.form'))));
    assert.deepEqual(sent, { name: 'Ann', email: 'ann', topic: 'Streets', message: 'One street.', website: '' });
    await page.getByRole('button', { name: 'Send the letter' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), 'email', 'the browser asks for an address');
    // The words are those of the site, whatever the browser's language is.
    const message = field => page.getByLabel(field, { exact: true }).evaluate(each => each.validationMessage);
    assert.equal(await message('E-mail'), 'Enter an e-mail address, such as name@example.org.');
    await page.getByLabel('E-mail').fill('ann@a.example');
    assert.equal(await message('E-mail'), '');
    await page.getByLabel('Your letter', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Send the letter' }).click();
    assert.equal(await message('Your letter'), 'Fill in this field.');
    await page.getByLabel('Your letter', { exact: true }).fill('One street.');
    await page.setViewportSize({ width: 420, height: 800 });
    await settle(page);
    assert.equal(await page.getByLabel('Name').inputValue(), 'Ann', 'nothing written is lost');
    await page.done();
});

test('a site may have a bar that asks', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'consent-'));
    cpSync(path.join(root, 'content'), folder, { recursive: true });
    writeFileSync(path.join(folder, 'site.toml'), `${readFileSync(path.join(folder, 'site.toml'), 'utf8')}\n[consent]\nbar = true\n`);
    const host = await serve(buildSite(folder));
    after(() => host.close());
    const page = await open(browser, host.url(articleWith('class="embed"')), { settings: null });
    const frames = () => page.evaluate(() => document.querySelectorAll('iframe').length);
    await page.waitForSelector('.consent');
    await settle(page);
    const [left, top, right, bottom] = await page.evaluate(() => {
        const box = document.querySelector('h1').getBoundingClientRect();
        return [box.left, box.top, box.right, box.bottom].map(Math.round);
    });
    const picture = decodePng(await page.screenshot());
    const ink = picture.ink(left, top, right, bottom, picture.at(2, top));
    assert.ok(ink > 100, `the page is drawn behind the bar: ${ink} pixels of the headline`);
    await page.click('.consent button >> text="Do not allow"');
    await settle(page);
    assert.equal(await page.locator('.consent').count(), 0);
    assert.equal(await frames(), 0);
    await page.click('button >> text="Cookie settings"');
    await settle(page);
    await page.click('.consent button >> text="Allow"');
    await settle(page);
    assert.equal(await frames(), 1);
    await page.done();
    rmSync(folder, { recursive: true });
});

test('code is copied as it was written', async () => {
    const page = await open(browser, server.url(articleWith('<pre')), { permissions: ['clipboard-read', 'clipboard-write'] });
    const code = await page.evaluate(() => document.querySelector('pre').textContent);
    await page.click('button[aria-label="Copy the code"] >> nth=0');
    await page.waitForSelector('.note');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
    await page.done();
});

test('an article is shared by plain addresses', async () => {
    const page = await open(browser, server.url(article));
    const targets = await page.evaluate(() => [...document.querySelectorAll('.share a')].map(link => link.href));
    const shared = encodeURIComponent(server.url(article));
    assert.equal(targets.length, 4);
    targets.forEach(target => assert.ok(target.includes(shared), target));
    await page.done();
});

test('a wrong address offers what is near', async () => {
    const page = await open(browser, server.url('/'));
    await page.goto(server.url('/category/asai/'));
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    assert.ok(await page.locator('.match-link[href="/category/asia/"]').count());
    await page.done();
});

test('the phone has its menu', async () => {
    const page = await open(browser, server.url('/'), { width: 390, height: 800, phone: true });
    await page.tap('summary[aria-label=Menu]');
    await settle(page);
    await page.tap('.phone-panel-link >> text="Europe"');
    await waitForPath(page, '/category/europe/');
    await page.done();
});
