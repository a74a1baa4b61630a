// What is sent to a service that counts views, and when nothing is. A server of this test takes the place of the service.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import path from 'node:path';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { execFileSync, spawn } from 'node:child_process';
import test, { after } from 'node:test';
import { launch, open, program, serve, tool } from './support.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-statistics-'));
after(() => rmSync(folder, { recursive: true, force: true }));
// Chromium says of itself that a program drives it. Readers' browsers do not, so this one must not either.
const browser = await launch('--disable-blink-features=AutomationControlled');
const machine = await launch();
after(() => Promise.all([browser.close(), machine.close()]));

// The service: records requests.
const service = createServer((request, response) => {
    let body = '';
    request.on('data', part => { body += part; });
    request.on('end', () => {
        if (request.method !== 'OPTIONS') service.views.push({ method: request.method, url: request.url, headers: request.headers, body });
        response.writeHead(200, { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' });
        response.end();
    });
});
service.views = [];
await new Promise(resolve => service.listen(0, '127.0.0.1', resolve));
after(() => service.close());
const serviceOrigin = `http://127.0.0.1:${service.address().port}`;

const write = (name, text) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
};
write('articles/2026-01-02-one.md', '---\ntitle: One & only\n---\n\nText. [Two](2026-01-03-two.md)\n');
write('articles/2026-01-03-two.md', '---\ntitle: Two\n---\n\nText.\n');

// A built site with this [statistics], on a server of its own. The policy is that of the pages and of `_headers`.
async function published(t, settings, ...options) {
    const out = path.join(folder, `public${published.count = (published.count ?? 0) + 1}`);
    const server = await serve(out, { own: true });
    t.after(() => server.close());
    write('site.toml', `title = "Paper"\n[statistics]\nurl = "${serviceOrigin}"\n${settings}\n`);
    execFileSync(tool, ['build', '--content', folder, '--out', out, '--program', program, '--base-url', server.origin, '--no-cache', ...options]);
    server.site = out;
    service.views = [];
    return server;
}

const settle = () => new Promise(resolve => setTimeout(resolve, 400));
const one = '/2026/01/02/one/';
const two = '/2026/01/03/two/';
async function read(t, server, address, options = {}) {
    const page = await open(options.browser ?? browser, server.url(address), options);
    t.after(() => page.done());
    await settle();
    return page;
}

// Chromium calls a request that outlives its page aborted when nobody reads the answer, although the service has it.
const complaints = page => page.complaints.filter(each => !(each.includes(serviceOrigin) && each.endsWith('net::ERR_ABORTED')));
const query = view => Object.fromEntries(new URL(view.url, serviceOrigin).searchParams);

test('a view is one request with address, title, referrer and width; a move within the reader is another', async t => {
    const server = await published(t, 'provider = "goatcounter"');
    const page = await read(t, server, `${one}?utm_source=x#y`);
    assert.deepEqual(service.views.map(query), [{ p: one, t: 'One & only – Paper', r: '', s: '1280' }]);
    const [view] = service.views;
    assert.equal(view.method, 'POST');
    assert.equal(view.body, '');
    assert.equal(new URL(view.url, serviceOrigin).pathname, '/count');
    assert.equal(view.headers.cookie, undefined);
    assert.equal(view.headers.referer, undefined);
    await page.click('.prose a');
    await page.waitForFunction(path => location.pathname === path, two);
    await settle();
    assert.deepEqual(service.views.slice(1).map(query), [{ p: two, t: 'Two – Paper', r: server.origin + one, s: '1280' }]);
    await page.goBack();
    await settle();
    assert.equal(service.views.length, 3);
    assert.deepEqual(complaints(page), []);
});

test('each service gets what its interface wants', async t => {
    const from = { referer: 'https://search.example/' };
    for (const [settings, wanted] of [
        ['provider = "plausible"\nid = "paper.example"', (view, origin) => {
            assert.equal(view.url, '/api/event');
            assert.deepEqual(JSON.parse(view.body), { name: 'pageview', url: origin + one, domain: 'paper.example', referrer: from.referer });
        }],
        ['provider = "umami"\nid = "1234"', (view, origin) => {
            assert.equal(view.url, '/api/send');
            assert.equal(view.headers['content-type'], 'application/json');
            assert.deepEqual(JSON.parse(view.body), {
                type: 'event',
                payload: { website: '1234', hostname: new URL(origin).hostname, url: one, title: 'One & only – Paper', referrer: from.referer, screen: '1280x0' },
            });
        }],
        ['provider = "matomo"\nid = "7"', (view, origin) => {
            assert.equal(new URL(view.url, serviceOrigin).pathname, '/matomo.php');
            assert.deepEqual(query(view), {
                idsite: '7', rec: '1', send_image: '0', url: origin + one, action_name: 'One & only – Paper', urlref: from.referer, res: '1280x0',
            });
        }],
    ]) {
        const server = await published(t, settings);
        const page = await read(t, server, one, { before: page =>
            page.addInitScript(referrer => Object.defineProperty(document, 'referrer', { value: referrer }), from.referer) });
        assert.equal(service.views.length, 1, settings);
        wanted(service.views[0], server.origin);
        assert.deepEqual(complaints(page), [], settings);
    }
});

test('programs, readers who ask not to be tracked, copies and previews are not counted', async t => {
    const server = await published(t, 'provider = "goatcounter"');
    await read(t, server, one, { browser: machine });
    for (const [name, value] of [['doNotTrack', '1'], ['globalPrivacyControl', true]]) {
        await read(t, server, one, { before: page =>
            page.addInitScript(([name, value]) => Object.defineProperty(navigator, name, { value }), [name, value]) });
    }
    await read(t, { url: address => server.url(address).replace('127.0.0.1', 'localhost') }, one);
    assert.deepEqual(service.views, []);
    const drafts = await published(t, 'provider = "goatcounter"', '--drafts');
    await read(t, drafts, one);
    assert.deepEqual(service.views, []);
    assert.equal(readFileSync(path.join(drafts.site, 'index.html'), 'utf8').includes(serviceOrigin), false);
});

test('what `serve` shows does not count', async t => {
    write('site.toml', `[statistics]\nprovider = "goatcounter"\nurl = "${serviceOrigin}"\n`);
    const child = spawn(tool, ['serve', '--content', folder, '--port', '18453', '--no-watch', '--no-cache']);
    t.after(() => child.kill());
    const address = await new Promise(resolve => {
        let said = '';
        child.stdout.on('data', part => {
            said += part;
            const found = /Serving at (\S+)/.exec(said);
            if (found) resolve(found[1]);
        });
    });
    service.views = [];
    const html = await (await fetch(new URL(one, address))).text();
    assert.match(html, /One &amp; only/);
    assert.equal(html.includes(serviceOrigin), false);
});

test('a page that is opened in the background is counted when it is seen', async t => {
    const server = await published(t, 'provider = "goatcounter"');
    const page = await read(t, server, one, { drawn: false, before: async page => {
        await page.addInitScript(() => {
            let hidden = true;
            Object.defineProperty(document, 'hidden', { get: () => hidden });
            globalThis.showPage = () => {
                hidden = false;
                document.dispatchEvent(new Event('visibilitychange'));
            };
        });
    } });
    assert.deepEqual(service.views, []);
    await page.evaluate(() => showPage());
    await settle();
    assert.equal(service.views.length, 1);
});

test('the policy names the service, and its pictures only if they are used', async t => {
    const server = await published(t, 'provider = "goatcounter"');
    const html = readFileSync(path.join(server.site, 'index.html'), 'utf8');
    assert.ok(html.includes(`img-src 'self'; font-src 'self'; connect-src 'self' ${serviceOrigin};`.replaceAll("'", '&#39;')) ||
        html.includes(`img-src 'self'; font-src 'self'; connect-src 'self' ${serviceOrigin};`), html.slice(0, 600));
    const headers = readFileSync(path.join(server.site, '_headers'), 'utf8');
    assert.ok(headers.includes(`img-src 'self'; font-src 'self'; connect-src 'self' ${serviceOrigin};`));
    assert.equal(html.includes('<noscript>'), false);
    const other = await published(t, 'provider = "goatcounter"\npicture = true');
    assert.ok(readFileSync(path.join(other.site, '_headers'), 'utf8').includes(`img-src 'self' ${serviceOrigin}; font-src`));
});

test('without scripts, a picture counts where the site asks for it', async t => {
    for (const [settings, wanted] of [
        ['provider = "goatcounter"\npicture = true', () => ({ p: one, t: 'One & only – Paper' })],
        ['provider = "matomo"\nid = "7"\npicture = true',
            origin => ({ rec: '1', idsite: '7', url: origin + one, action_name: 'One & only – Paper' })],
    ]) {
        const server = await published(t, settings);
        await read(t, server, one, { script: false });
        assert.deepEqual(service.views.map(query), [wanted(server.origin)]);
        assert.equal(service.views[0].headers.referer, undefined);
        // With scripts, the picture is not loaded too.
        service.views = [];
        const page = await read(t, server, one);
        assert.deepEqual(service.views.map(view => view.method), ['POST']);
        assert.deepEqual(complaints(page), []);
    }
});
