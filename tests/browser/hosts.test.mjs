// Serves the site with real servers by the recipes of docs/hosting.md: under a base path, and with the policy as a header.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { article, buildSite, kinds, launch, open, policy, root, waitForPath, waitUntilDrawn } from './support.mjs';

const recipes = readFileSync(path.join(root, 'docs/hosting.md'), 'utf8');
const recipe = language => recipes.match(new RegExp('```' + language + '\\n([^]*?)```'))[1];

// Replaces `what`, which must occur.
function replaced(text, what, by) {
    assert.ok(text.includes(what), `the recipe has no "${what}"`);
    return text.replaceAll(what, by);
}

const freePort = () => new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
    });
});

const programs = { nginx: '/usr/sbin/nginx', caddy: '/usr/bin/caddy' };
const missing = name => existsSync(programs[name]) ? false : `${programs[name]} is not installed`;

// Each returns the command that serves `folder` at `port`. `base` is "" or "/paper".
const servers = {
    nginx: (folder, port, base, scratch) => {
        let site = recipe('nginx');
        site = replaced(site, 'listen 80;', `listen 127.0.0.1:${port};`);
        site = replaced(site, '/var/www/paper', folder);
        site = replaced(site, 'error_page 404 /404.html', `error_page 404 ${base}/404.html`);
        // Locations that add headers do not inherit other headers.
        site = site.replaceAll('{\n', `{\n add_header Content-Security-Policy "${policy}" always;\n`);
        const config = path.join(scratch, 'nginx.conf');
        writeFileSync(config, `daemon off; pid ${scratch}/pid; error_log stderr; worker_processes 1;\n` +
            (process.getuid() === 0 ? 'user root;\n' : '') +
            `events {} http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${scratch}/a;` +
            `proxy_temp_path ${scratch}/b; fastcgi_temp_path ${scratch}/c; uwsgi_temp_path ${scratch}/d; scgi_temp_path ${scratch}/e;\n` +
            `${site}}`);
        return ['-c', config, '-p', scratch, '-e', 'stderr'];
    },
    caddy: (folder, port, base, scratch) => {
        let site = recipe('caddy');
        site = replaced(site, 'paper.example {', `http://127.0.0.1:${port} {\n header Content-Security-Policy "${policy}"\n`);
        site = replaced(site, '/var/www/paper', folder);
        site = replaced(site, 'rewrite * /404.html', `rewrite * ${base}/404.html`);
        const config = path.join(scratch, 'Caddyfile');
        writeFileSync(config, `{\n admin off\n auto_https off\n}\n${site}`);
        return ['run', '--adapter', 'caddyfile', '--config', config];
    },
};

async function answers(url) {
    for (let i = 0; i < 100; ++i) {
        try {
            return await fetch(url);
        } catch {
            await new Promise(resolve => setTimeout(resolve, 100));
        }
    }
    assert.fail(`nothing answers at ${url}`);
}

// Serves `site` and returns its URL. The server ends with the test.
async function host(t, name, site, base) {
    const scratch = mkdtempSync(path.join(tmpdir(), `broadsheet-${name}-`));
    const folder = path.join(scratch, 'www');
    mkdirSync(folder);
    cpSync(site, path.join(folder, base), { recursive: true });
    const port = await freePort();
    const server = spawn(programs[name], servers[name](folder, port, base, scratch), {
        stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: scratch, XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
    });
    let said = '';
    server.stderr.on('data', text => said += text);
    t.after(async () => {
        if (server.exitCode === null) {
            const ended = new Promise(resolve => server.on('exit', resolve));
            server.kill('SIGTERM');
            await ended;
        }
        rmSync(scratch, { recursive: true, force: true });
    });
    const origin = `http://127.0.0.1:${port}`;
    try {
        await answers(`${origin}${base}/`);
    } catch (error) {
        assert.fail(`${error.message}\n${said}`);
    }
    return { origin, url: address => `${origin}${base}${address}` };
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const name of Object.keys(servers)) {
    for (const base of ['', '/paper']) {
        test(`${name} serves the site ${base ? `under ${base}` : 'at its root'} by its recipe`, { skip: missing(name) }, async t => {
            const { origin, url } = await host(t, name, buildSite('content', '--base-url', `https://paper.example${base}`), base);

            const head = async address => (await fetch(url(address), { redirect: 'manual' }));
            const page = await head(kinds.article);
            assert.equal(page.status, 200);
            assert.equal(page.headers.get('content-security-policy'), policy, 'the policy is sent as a header');
            assert.equal((await head('/nothing/here/')).status, 404);
            assert.match(await (await head('/nothing/here/')).text(), /<h1/, "the site's own page tells of what is missing");
            const moved = await head(article.slice(0, -1));
            assert.equal(moved.status >= 301 && moved.status <= 308, true, 'an address without its last slash leads on');
            assert.equal(new URL(moved.headers.get('location'), origin).pathname, base + article);
            const script = (await page.text()).match(/<script type="module" src="([^"]+)"/)[1];
            const kept = await fetch(origin + script);
            assert.equal(kept.headers.get('cache-control'), 'public, max-age=31536000, immutable');
            assert.match(kept.headers.get('content-type'), /javascript/);
            const wasm = await fetch(origin + script.replace('boot.js', 'reader.wasm'));
            assert.equal(wasm.headers.get('content-type'), 'application/wasm');
            assert.notEqual((await fetch(url('/bundle/manifest.json'))).headers.get('cache-control'), 'public, max-age=31536000, immutable');

            const part = await fetch(url('/bundle/manifest.json'), { headers: { range: 'bytes=2-11' } });
            assert.equal(part.status, 206, 'the search of a large site asks for parts of files');
            assert.equal((await part.text()).length, 10);

            const tab = await open(browser, url(kinds.front));
            await tab.click('main a[href*="/2026/11/"]');
            await tab.waitForFunction(start => location.pathname.startsWith(start), `${base}/2026/11/`);
            const followed = new URL(tab.url()).pathname;
            await tab.goBack();
            await waitForPath(tab, `${base}/`);
            await tab.goto(origin + followed);
            await waitUntilDrawn(tab);
            assert.deepEqual(tab.complaints, []);
            await tab.done();
        });
    }

    test(`${name} serves a site without prerendered pages: the reader shows them`, { skip: missing(name) }, async t => {
        const { url } = await host(t, name, buildSite('content', '--base-url', 'https://paper.example/paper', '--pages', 'none'), '/paper');
        assert.equal((await fetch(url(article))).status, 404);
        const tab = await open(browser, url(article));
        assert.equal(await tab.textContent('h1'), 'The lake that a city learned to leave alone');
        await tab.done();
    });
}
