// Visits every page of the sample publication and checks that every link has a target.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { buildSite, fileOf, serve } from './support.mjs';

const pagesOf = site => readdirSync(site, { recursive: true }).filter(name => name.endsWith('.html'));
const decode = text => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function check(site, base) {
    const broken = [];
    let links = 0;
    for (const name of pagesOf(site)) {
        const html = readFileSync(path.join(site, name), 'utf8');
        const here = new URL(base + name.replace(/(^|\/)index\.html$/, '$1'), 'http://host');
        const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(match => decode(match[1])));
        for (const [, , value] of html.matchAll(/\s(href|src|data-manifest)="([^"]*)"/g)) {
            const target = new URL(decode(value), here);
            if (target.host !== 'host' || !/^https?:$/.test(target.protocol)) continue;
            links++;
            const file = fileOf(site, target.pathname, base);
            if (!file) {
                broken.push(`${name}: ${value}`);
            } else if (target.hash && target.pathname === here.pathname && !ids.has(decodeURIComponent(target.hash.slice(1)))) {
                broken.push(`${name}: no element ${target.hash}`);
            }
        }
    }
    assert.ok(links > 1000, `only ${links} links found`);
    assert.deepEqual([...new Set(broken)].slice(0, 20), []);
}

test('every link leads to a file', () => check(buildSite(), '/'));

test('every link leads to a file, under a base path', () =>
    check(buildSite('content', '--base-url', 'https://example.org/news'), '/news/'));

test('pages are answered with 200, unknown URLs with 404', async () => {
    const site = buildSite();
    const server = await serve(site);
    for (const name of pagesOf(site)) {
        const address = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
        const answer = await fetch(server.url(address));
        assert.equal(answer.status, 200, address);
        assert.match(await answer.text(), /<title>[^<]+<\/title>/);
    }
    assert.equal((await fetch(server.url('/nothing/here/'))).status, 404);
    server.close();
});

test('every page is readable without scripts: one main, one h1, a language, a description', () => {
    const site = buildSite();
    for (const name of pagesOf(site)) {
        const html = readFileSync(path.join(site, name), 'utf8');
        const count = pattern => (html.match(pattern) ?? []).length;
        if (count(/http-equiv="refresh"/g)) continue; // a redirect
        assert.equal(count(/<main[\s>]/g), 1, `main in ${name}`);
        assert.equal(count(/<h1[\s>]/g), 1, `h1 in ${name}`);
        assert.match(html, /<html lang="[a-z]/, name);
        assert.equal(count(/<style|\sstyle=|\son[a-z]+=|javascript:/g), 0, `what the policy forbids in ${name}`);
    }
});
