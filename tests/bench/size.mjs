// Sizes in bytes: the program, the data that every reader fetches, and the additional data of a view.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { buildSite, followLink, kinds, launch, open, root, serve, settle } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';

const brotli = bytes => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const all = (folder, accept) => readdirSync(folder, { recursive: true }).filter(accept)
    .map(name => readFileSync(path.join(folder, name)));
const sum = (files, size) => files.reduce((total, bytes) => total + size(bytes), 0);

const site = buildSite();
// Files that are fetched when the search is opened.
const isSearch = name => /\/search-worker\.js$/.test(name);
const isProgram = name => /\.(wasm|js|css)$/.test(name);
const program = all(path.join(site, 'assets'), name => isProgram(name) && !isSearch(name));
const search = all(path.join(site, 'assets'), isSearch);
print('Program: wasm, JavaScript and CSS', [
    ['raw', sum(program, bytes => bytes.length), undefined, 'bytes'],
    ['brotli', sum(program, brotli), 200000, 'bytes'],
    ['search, brotli', sum(search, brotli), undefined, 'bytes'],
]);

function data(title, folder) {
    const bundle = path.join(folder, 'bundle');
    const start = all(bundle, name => name.startsWith('start.') || name === 'manifest.json');
    const entries = all(bundle, name => /^e[0-9a-f]{4}\./.test(name)).map(brotli);
    const lists = all(bundle, name => /^[lr][0-9a-f]{4}\./.test(name)).map(brotli);
    print(`Data, brotli: ${title}`, [
        ['start data and manifest', sum(start, brotli), 24000, 'bytes'],
        ['largest article shard', Math.max(...entries), 40000, 'bytes'],
        ['largest list shard', Math.max(...lists), 40000, 'bytes'],
        ['bundle files', readdirSync(bundle).length, 2000, 'files'],
    ]);
}
data('the sample paper', site);

const newsroom = path.resolve(root, '../shared/tools/newsroom');
if (existsSync(newsroom)) {
    const content = mkdtempSync(path.join(tmpdir(), 'newsroom-'));
    execFileSync('python3', [newsroom, content, '--articles', '2000'], { stdio: 'ignore' });
    data('a newsroom of 2,000 articles', buildSite(content, '--pages', 'none'));
} else {
    console.log('\nNo newsroom generator beside the project: its figures are left out.');
}

const host = await serve(site);
const browser = await launch();
const page = await open(browser, host.url('/'));
const rows = [];
for (const [kind, address] of Object.entries(kinds)) {
    if (kind === 'front' || kind === 'missing') continue;
    host.requests.length = 0;
    await page.goto(host.url('/'));
    await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
    host.requests.length = 0;
    await followLink(page, address);
    await page.waitForFunction(to => location.pathname === to, address);
    await settle(page);
    const bundle = host.requests.filter(name => name.startsWith('/bundle/'));
    rows.push([`${kind}: requests`, bundle.length, 2]);
    rows.push([`${kind}: bytes, brotli`, bundle.reduce((total, name) => total + brotli(readFileSync(path.join(site, name))), 0), 40000]);
}
print('A view after the start, the sample paper', rows);
await browser.close();
host.close();
