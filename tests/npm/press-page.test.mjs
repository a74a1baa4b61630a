// The press in the browser, in Chromium, served as any host would.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { scratch } from '../tool/support.mjs';
import { built, filesOf, modules, noNative, noPress, root, runNative, servePress } from './support.mjs';

const chromiumFile = process.env.CHROMIUM ?? '/usr/bin/chromium';
const skip = noPress || (existsSync(chromiumFile) ? false : `no browser ${chromiumFile}`);
let server, browser, zip;

before(async () => {
    if (skip) return;
    zip = await import(path.join(built, 'zip/node_modules/fflate/esm/index.mjs'));
    const { chromium } = createRequire(path.join(modules, 'x'))('playwright-core');
    server = await servePress('/some/press/');
    browser = await chromium.launch({
        executablePath: chromiumFile,
        args: ['--no-sandbox', '--headless=new', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing'],
    });
});
after(async () => {
    await browser?.close();
    server?.close();
});

// Opens the page as somebody who was never there. `page.complaints` collects what the browser says is wrong.
async function visit(t, { url = server.url, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    t.after(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(60000);
    page.complaints = [];
    page.on('console', each => { if (['error', 'warning'].includes(each.type()) && !/ReadPixels/.test(each.text())) page.complaints.push(each.text()); });
    page.on('pageerror', error => page.complaints.push(error.message));
    await page.goto(url);
    await page.waitForSelector('[data-ready]');
    return page;
}

const drawn = async page => {
    await page.waitForSelector('#work:not([hidden])');
    await page.waitForFunction(() => document.getElementById('preview').contentWindow?.location.pathname.includes('/preview/'));
    const inside = page.frames().find(each => each.url().includes('/preview/'));
    await inside.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    return inside;
};
const problem = async page => {
    await page.waitForSelector('#problem:not([hidden])');
    assert.ok(await page.isHidden('#work'));
    return page.textContent('#problem p');
};

const article = (title, text) => `---\ntitle: ${title}\ndate: 2026-01-02\n---\n\n${text}\n`;
const paper = { 'site.toml': 'title = "The Paper"\n', 'content/hill.md': article('The hill', 'Green.'), 'content/lake.md': article('The lake', 'Blue water.') };

// Types into the editor.
const put = (page, from, to) => page.evaluate(([before, now]) => {
    const area = document.getElementById('text');
    area.value = area.value.replace(before, now);
    area.dispatchEvent(new Event('input'));
}, [from, to]);

test('an example opens, drawn by the reader, and nothing is complained of', { skip }, async t => {
    const page = await visit(t);
    await page.click('#example');
    const inside = await drawn(page);
    assert.match(await page.textContent('#summary'), /^3 articles, no warnings$/);
    assert.match(await inside.title(), /^Example/);
    assert.deepEqual(page.complaints, []);
});

test('the sample paper has the bytes of the native tool', { skip: skip || noNative }, async t => {
    const page = await visit(t);
    await page.evaluate(() => {
        const input = Object.assign(document.createElement('input'), { type: 'file', id: 'test', webkitdirectory: true });
        document.body.append(input);
        return navigator.serviceWorker.ready;
    });
    await page.setInputFiles('#test', path.join(root, 'content'));
    const download = page.waitForEvent('download', { timeout: 300000 });
    await page.evaluate(async () => {
        const [{ Tool }, { fromInput }, { wanted }] = await Promise.all([import('./tool.js'), import('./intake.js'), import('./judge.js')]);
        const { files, name } = fromInput(document.getElementById('test').files);
        const tool = new Tool(() => {});
        await tool.ask('take', { files: wanted(files), name, url: new URL('preview/x/', location.href).href });
        const { blob } = await tool.ask('packSite', { url: 'https://paper.example/', now: '2026-06-01T00:00:00Z' });
        Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: 'site.zip' }).click();
    });
    const folder = scratch(t);
    await (await download).saveAs(path.join(folder, 'site.zip'));
    for (const [name, bytes] of Object.entries(zip.unzipSync(readFileSync(path.join(folder, 'site.zip'))))) {
        mkdirSync(path.dirname(path.join(folder, 'ours', name)), { recursive: true });
        writeFileSync(path.join(folder, 'ours', name), bytes);
    }
    const native = runNative(folder, ['build', '--content', path.join(root, 'content'), '--out', 'theirs', '--no-cache',
        '--base-url', 'https://paper.example/', '--now', '2026-06-01T00:00:00Z']);
    assert.equal(native.code, 0);
    const expected = filesOf(path.join(folder, 'theirs'));
    assert.ok(Object.keys(expected).length > 100);
    assert.deepEqual(filesOf(path.join(folder, 'ours')), expected);
});

test('an edit shows beside it, an error leads to its line, and the last good site stays', { skip }, async t => {
    const page = await visit(t);
    await page.setInputFiles('#folder', scratch(t, paper));
    const inside = await drawn(page);
    await page.selectOption('#file', 'content/lake.md');
    await page.waitForFunction(() => document.getElementById('text').value.includes('Blue'));
    const preview = await page.getAttribute('#preview', 'src');
    await inside.goto(`${preview}2026/01/02/lake/`);
    await page.selectOption('#file', 'content/hill.md');
    await page.waitForFunction(() => document.getElementById('text').value.includes('Green'));
    await page.click('#edit');
    await page.waitForFunction(() => document.getElementById('text').value.includes('Blue'));
    await put(page, 'Blue', 'Silver');
    await page.waitForFunction(() => document.getElementById('preview').contentDocument?.body?.textContent.includes('Silver water'));
    await put(page, '2026-01-02', 'soon');
    const row = page.locator('#list .error button');
    assert.match(await row.textContent(), /^error: "soon" is not a date.*content\/lake\.md:3:7$/);
    assert.equal(await page.textContent('#summary'), 'Not built: 1 error');
    assert.ok(await page.isDisabled('#pack-site'));
    await page.selectOption('#file', 'content/hill.md');
    await page.waitForFunction(() => document.getElementById('text').value.includes('Green'));
    await row.click();
    await page.waitForFunction(() => {
        const area = document.getElementById('text');
        return document.activeElement === area && area.value.slice(area.selectionStart, area.selectionEnd) === 'soon';
    });
    await inside.waitForFunction(() => document.getElementById('broadsheet-problems') && document.body.textContent.includes('Silver water'));
    await put(page, 'soon', '2026-01-02');
    await page.waitForFunction(() => document.getElementById('summary').textContent === '2 articles, no warnings');
});

test('a site with errors from the start opens at the first, and is shown once it is mended', { skip }, async t => {
    const page = await visit(t);
    await page.setInputFiles('#folder', scratch(t, { ...paper, 'content/lake.md': article('The lake', 'Blue.').replace('2026-01-02', 'soon') }));
    await page.waitForSelector('#work:not([hidden])');
    assert.equal(await page.textContent('#summary'), 'Not built: 1 error');
    await page.waitForFunction(() => {
        const area = document.getElementById('text');
        return document.activeElement === area && area.value.slice(area.selectionStart, area.selectionEnd) === 'soon';
    });
    await page.waitForFunction(() => document.getElementById('preview').contentDocument?.body?.textContent.includes('The site has errors'));
    await put(page, 'soon', '2026-01-02');
    await drawn(page);
    assert.equal(await page.textContent('#summary'), '2 articles, no warnings');
});

test('links to other sites open in a tab of their own', { skip }, async t => {
    const page = await visit(t);
    await page.setInputFiles('#folder', scratch(t, { ...paper, 'content/lake.md': article('The lake', '[Out](http://127.0.0.1:9/out)') }));
    const inside = await drawn(page);
    const address = `${await page.getAttribute('#preview', 'src')}2026/01/02/lake/`;
    await inside.goto(address);
    await inside.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    await Promise.all([page.waitForEvent('popup'), inside.click('a[href$="/out"]')]);
    assert.equal(inside.url(), address);
});

test('after a reload without the cache it works, too', { skip }, async t => {
    const page = await visit(t);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const session = await page.context().newCDPSession(page);
    await session.send('Page.reload', { ignoreCache: true });
    await page.waitForEvent('load');
    await page.waitForSelector('[data-ready]');
    await page.click('#example');
    await drawn(page);
});

test('search works, and parts of its files are answered as parts', { skip }, async t => {
    const page = await visit(t);
    await page.setInputFiles('#folder', path.join(root, 'content'));
    const inside = await drawn(page);
    const part = await inside.evaluate(async () => {
        const answer = await fetch('feed.xml', { headers: { range: 'bytes=2-5' } });
        return [answer.status, answer.headers.get('content-range').replace(/\d+$/, 'N'), await answer.text()];
    });
    assert.deepEqual(part, [206, 'bytes 2-5/N', 'xml ']);
    const tab = await page.context().newPage();
    const statuses = [];
    tab.on('response', each => { if (each.url().includes('bundle/search')) statuses.push(each.status()); });
    await tab.goto(`${await page.getAttribute('#preview', 'src')}search/?q=lake`);
    await tab.waitForFunction(() => /\d+ results?/.test(document.getElementById('page')?.textContent ?? ''));
    assert.ok(statuses.length > 0 && statuses.every(each => [200, 206].includes(each)), statuses.join());
});

test('nothing leaves the machine', { skip }, async t => {
    const page = await visit(t);
    await page.click('#example');
    const inside = await drawn(page);
    const before = server.asked.length;
    const away = "fetch('http://127.0.0.1:9/').then(() => 'let out', error => error.message)";
    for (const where of [page, inside]) {
        assert.equal(await where.evaluate(away), 'Failed to fetch');
    }
    const [worker] = page.workers();
    assert.equal(await worker.evaluate(away), 'Failed to fetch');
    assert.ok(page.complaints.filter(each => /Content Security Policy/.test(each)).length >= 2, page.complaints.join('\n'));
    await put(page, /$/, '\nMore.\n');
    await page.waitForFunction(() => document.getElementById('state').textContent.startsWith('Taken'));
    // The browser itself asks whether there is a newer service worker.
    const more = server.asked.slice(before).filter(each => !/\/(service-worker|ranges)\.js$/.test(each));
    assert.deepEqual(more, [], 'the host is asked for nothing either');
});

test('a host that gives every page a strict policy does not hinder it', { skip }, async t => {
    const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
    const host = await servePress('/', { 'content-security-policy': strict });
    t.after(() => host.close());
    const page = await visit(t, { url: host.url });
    await page.waitForFunction(() => navigator.serviceWorker.controller && document.documentElement.dataset.ready);
    await page.waitForTimeout(500);
    await page.waitForFunction(() => navigator.serviceWorker.controller && document.documentElement.dataset.ready);
    await page.click('#example');
    await drawn(page);
});

test('without a network it works after the first visit', { skip }, async t => {
    const page = await visit(t);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await page.reload();
    await page.waitForSelector('[data-ready]');
    await page.click('#example');
    await drawn(page);
});

const wxr = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Old blog</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
<item><title>Moved</title><content:encoded><![CDATA[<p>From the old house.</p>]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:post_date>2024-03-04 05:06:07</wp:post_date><wp:post_name>moved</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>`;

const ghost = JSON.stringify({ db: [{ meta: { version: '5.80.0' }, data: {
    posts: [{ id: '5f00000000000000000000a1', title: 'Fish', slug: 'fish', type: 'post', html: '<p>Chips</p>', status: 'published',
        visibility: 'public', published_at: '2024-01-31T23:30:00.000Z' }],
    settings: [{ key: 'title', value: 'Ghost paper' }],
} }] });

const blogger = `<?xml version='1.0' encoding='utf-8'?>
<feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<id>tag:blogger.com,1999:blog-1</id><title>Blogger paper</title>
<entry><id>tag:blogger.com,1999:blog-1.post-5</id><blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status>
<title>Lakes</title><content type='html'>Text</content><published>2024-01-02T03:04:05Z</published>
<blogger:filename>/2024/01/lakes.html</blogger:filename></entry></feed>`;

test('exports and archives open like folders', { skip }, async t => {
    const bytes = text => new TextEncoder().encode(text);
    for (const [name, content, title] of [
        ['export.xml', bytes(wxr), /Old blog/],
        ['ghost.json', bytes(ghost), /Ghost paper/],
        ['feed.atom', bytes(blogger), /Blogger paper/],
        ['export.xml.gz', zip.gzipSync(bytes(wxr)), /Old blog/],
        ['export.zip', zip.zipSync({ 'export.xml': bytes(wxr) }), /Old blog/],
        ['paper.zip', zip.zipSync(Object.fromEntries(Object.entries(paper).map(([each, text]) => [`paper-main/${each}`, bytes(text)]))), /The Paper/],
    ]) {
        const page = await visit(t);
        const folder = scratch(t);
        writeFileSync(path.join(folder, name), content);
        await page.setInputFiles('#files', path.join(folder, name));
        assert.match(await (await drawn(page)).title(), title, name);
        await page.context().close();
    }
});

test('an export that was cut off says so, and what the import left out can be read', { skip }, async t => {
    const page = await visit(t);
    const folder = scratch(t, { 'export.xml': `${wxr.replace('</channel></rss>', '')}<item><title>Cut` });
    await page.setInputFiles('#files', path.join(folder, 'export.xml'));
    await drawn(page);
    const row = page.locator('#list .warning button');
    assert.match(await row.textContent(), /ends in the middle of this item.*export\.xml:\d+:1$/);
    await row.click();
    await page.waitForFunction(() => document.getElementById('text').value.startsWith('# Import from WordPress'));
    await put(page, /$/, '\n');
    await page.waitForFunction(() => document.getElementById('state').textContent.startsWith('Taken'));
    assert.equal(await page.textContent('#summary'), '1 article, 1 warning, 1 note', 'an edit leaves it there');
});

test('an edit leaves the ends of lines as they were', { skip }, async t => {
    const page = await visit(t);
    await page.setInputFiles('#folder', scratch(t, { 'lake.md': paper['content/lake.md'].replaceAll('\n', '\r\n') }));
    await drawn(page);
    await page.waitForFunction(() => document.getElementById('text').value.includes('Blue'));
    await put(page, 'Blue', 'Silver\nGrey');
    await page.click('#more summary');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#pack-articles')]);
    const text = new TextDecoder().decode(zip.unzipSync(readFileSync(await download.path()))['lake.md']);
    assert.equal(text, paper['content/lake.md'].replace('Blue', 'Silver\nGrey').replaceAll('\n', '\r\n'));
});

// An archive that claims little and holds much, or claims much.
function bomb(claimed) {
    const archive = zip.zipSync({ 'a.md': new Uint8Array(1 << 20) });
    const view = new DataView(archive.buffer);
    for (let at = 0; at < archive.length - 4; ++at) {
        if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, claimed, true);
    }
    return archive;
}

test('bad input is refused with what to do', { skip }, async t => {
    const page = await visit(t);
    const folder = scratch(t);
    const file = (name, content) => {
        writeFileSync(path.join(folder, name), content);
        return path.join(folder, name);
    };
    const text = new TextEncoder().encode('x');
    for (const [given, wanted] of [
        [file('notes.docx', 'x'), /no Markdown.*Choose the folder/],
        [file('other.xml', '<rss><channel/></rss>'), /no export that the press knows.*WordPress/],
        [file('broken.zip', 'PK nothing'), /archive cannot be read/],
        [file('claims.zip', bomb(3e9)), /Unpacked, the archive has 3\.0 GB/],
        [file('long.zip', zip.zipSync({ 'a.md': new Uint8Array(3e7) })), /a\.md has 30 MB; the press reads texts of up to 20 MB/],
        [file('names.zip', zip.zipSync({ '../out.md': text })), /“\.\.\/out\.md”, which leads out of its folder/],
        [file('empty.zip', zip.zipSync({ 'photo.jpg': text })), /no Markdown/],
        [file('cut.xml', wxr.slice(0, 300)), /./],
    ]) {
        await page.setInputFiles('#files', given);
        assert.match(await problem(page), wanted, given);
        await page.click('#problem button');
    }
    // Two gigabytes that no disk holds: refused by their size.
    const huge = mkdtempSync(path.join(tmpdir(), 'press-huge-'));
    t.after(() => rmSync(huge, { recursive: true, force: true }));
    writeFileSync(path.join(huge, 'a.md'), 'x');
    writeFileSync(path.join(huge, 'film.mp4'), '');
    truncateSync(path.join(huge, 'film.mp4'), 2e9);
    assert.ok(statSync(path.join(huge, 'film.mp4')).blocks < 100);
    await page.setInputFiles('#folder', huge);
    assert.match(await problem(page), /This folder has 2\.0 GB; a browser can hold 1\.0 GB/);
    // And after all this, it still works.
    await page.click('#problem button');
    await page.click('#example');
    await drawn(page);
});

test('names that Windows cannot store are told before the site is packed or saved', { skip }, async t => {
    const page = await visit(t);
    const archive = path.join(scratch(t), 'paper.zip');
    const pictures = Object.fromEntries(['what?.png', 'b:c.png'].map(name => [`content/${name}`, 'x']));
    const all = { ...paper, ...pictures };
    writeFileSync(archive, zip.zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, new TextEncoder().encode(text)]))));
    await page.setInputFiles('#files', archive);
    await drawn(page);
    assert.match(await page.textContent('#messages'), /Windows cannot store a file of this name.*\(and in 1 more place\)/);
    let asked = '';
    let answer = 'dismiss';
    page.on('dialog', dialog => {
        asked = dialog.message();
        return dialog[answer]();
    });
    let downloads = 0;
    page.on('download', () => { ++downloads; });
    await page.click('#pack-site');
    await page.waitForSelector('#working', { state: 'hidden' });
    assert.match(asked, /^Windows cannot store the file “b:c\.png” \(and 1 more\): it has a ":"\. Rename it, or .*Download it all the same\?$/);
    assert.equal(downloads, 0);
    answer = 'accept';
    const download = page.waitForEvent('download');
    await page.click('#pack-site');
    await download;
    // The browser's private file system stands in for a folder of the machine.
    await page.evaluate(() => {
        globalThis.showDirectoryPicker = async () => {
            const root = await navigator.storage.getDirectory();
            root.requestPermission = async () => 'granted';
            return root;
        };
        document.getElementById('save').hidden = false;
    });
    await page.click('#save');
    assert.match(await page.waitForSelector('#problem:not([hidden]) p').then(each => each.textContent()),
        /^Windows cannot store the file “content\/b:c\.png” \(and 3 more\): .*Nothing was saved\.$/);
    assert.deepEqual(await page.evaluate(async () => {
        const names = [];
        for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
        return names;
    }), []);
});

test('files can be dropped', { skip }, async t => {
    const page = await visit(t);
    await page.evaluate(text => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'lake.md'));
        document.getElementById('drop').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, paper['content/lake.md']);
    await drawn(page);
    assert.equal(await page.textContent('#summary'), '1 article, no warnings');
});

// The browser's private file system stands in for a folder that a person chooses, which no test can.
test('a folder that the browser may write gets the edits and the site', { skip }, async t => {
    const page = await visit(t);
    await page.evaluate(async files => {
        const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('My paper', { create: true });
        for (const [name, text] of Object.entries(files)) {
            const [folder, file] = name.includes('/') ? name.split('/') : ['', name];
            const place = folder ? await root.getDirectoryHandle(folder, { create: true }) : root;
            const stream = await (await place.getFileHandle(file, { create: true })).createWritable();
            await stream.write(text);
            await stream.close();
        }
        root.requestPermission = async () => 'granted';
        globalThis.showDirectoryPicker = async () => root;
    }, paper);
    await page.click('#choose-folder');
    await drawn(page);
    assert.equal(await page.textContent('#save'), 'Save into this folder');
    await page.selectOption('#file', 'content/lake.md');
    await page.waitForFunction(() => document.getElementById('text').value.includes('Blue'));
    await put(page, 'Blue', 'Silver');
    await page.click('#save');
    await page.waitForFunction(() => document.getElementById('state').textContent.startsWith('Saved: your edits'));
    const saved = await page.evaluate(async () => {
        const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('My paper');
        const text = async (...names) => {
            let folder = root;
            for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
            return (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
        };
        return [await text('content', 'lake.md'), await text('public', '2026', '01', '02', 'lake', 'index.html')];
    });
    assert.match(saved[0], /Silver water/);
    assert.match(saved[1], /Silver water/);
    assert.doesNotMatch(saved[1], /preview\//, 'the site has its own address, not that of the preview');
    await put(page, '2026-01-02', '2026-01-03');
    await page.click('#save');
    await page.waitForFunction(async () => {
        let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My paper');
        for (const name of ['public', '2026', '01', '03', 'lake']) folder = await folder.getDirectoryHandle(name).catch(() => null) ?? folder;
        return folder.name === 'lake';
    });
    await page.waitForSelector('#working', { state: 'hidden' });
    const days = await page.evaluate(async () => {
        let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My paper');
        for (const name of ['public', '2026', '01', '02']) folder = await folder.getDirectoryHandle(name);
        return Array.fromAsync(folder.keys());
    });
    assert.deepEqual(days.sort(), ['hill', 'index.html'], 'the page is not left where it was');
});

test('a site whose page is gone says so', { skip }, async t => {
    const page = await visit(t);
    await page.click('#example');
    await drawn(page);
    const tab = await page.context().newPage();
    const address = await page.getAttribute('#preview', 'src');
    await page.close();
    await tab.goto(address);
    assert.match(await tab.textContent('h1'), /no longer in memory/);
});

test('a browser without service workers is told what is missing', { skip }, async t => {
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    await page.goto(server.url);
    assert.match(await problem(page), /lacks service workers.*\n.*Chrome/);
    assert.ok(await page.isDisabled('#choose-folder'));
});

test('a browser that cannot read the page says so', { skip }, async t => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route('**/needs.js', route => route.fulfill({ contentType: 'text/javascript', body: 'class { #new ??? }' }));
    await page.goto(server.url);
    assert.match(await problem(page), /too old.*Firefox 114/);
});

test('it is accessible, light and dark, wide and on a phone', { skip }, async t => {
    const axe = readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');
    for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['light', 390], ['dark', 390]]) {
        const page = await visit(t, { colorScheme, viewport: { width, height: 780 } });
        const findings = async () => {
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => axe.run(document, { iframes: false }));
            assert.deepEqual(violations.map(each => `${each.id}: ${each.nodes.map(node => node.target).join(' ')}`), []);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing beyond the side');
        };
        await findings();
        await page.setInputFiles('#folder', scratch(t, { ...paper, 'content/bad.md': article('Bad', '![](none.png)') }));
        await drawn(page);
        await findings();
        if (width < 800) await page.click('#views [data-view=write]');
        await findings();
        await page.context().close();
    }
});
