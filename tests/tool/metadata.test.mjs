// The metadata of a built site: everything it refers to must exist.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { root, run, scratch } from './support.mjs';

const origin = 'https://meridian.example';
const base = '/paper';
let site;
const cleanups = [];
before(() => {
    const folder = scratch({ after: work => cleanups.push(work) });
    site = path.join(folder, 'public');
    const built = run(root, 'build', '--content', 'content', '--out', site, '--base-url', origin + base, '--now', '2026-11-24T00:00:00Z', '--no-cache');
    assert.equal(built.code, 0, built.said);
});
after(() => cleanups.forEach(work => work()));

// The file of an absolute URL or of a path below the base path.
function fileOf(address) {
    const { origin: from, pathname } = new URL(address, origin);
    assert.equal(from, origin, `${address} is on this site`);
    assert.ok(pathname.startsWith(`${base}/`), `${address} is below the base path`);
    const name = decodeURIComponent(pathname.slice(base.length + 1));
    return path.join(site, name === '' || name.endsWith('/') ? `${name}index.html` : name);
}
const exists = (address, why) => assert.ok(existsSync(fileOf(address)), `${why}: ${address} is missing`);

const unescaped = text => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const attributes = tag => Object.fromEntries([...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)]));
const tags = (head, name) => [...head.matchAll(new RegExp(`<${name}( [^>]*)>`, 'g'))].map(([, rest]) => attributes(rest));
const textOf = name => readFileSync(path.join(site, name), 'utf8');
const pages = () => readdirSync(site, { recursive: true }).filter(name => name.endsWith('.html'));

test('the canonical link, feeds, icons and pictures of every page exist', () => {
    const canonical = new Set();
    let previews = 0;
    for (const name of pages()) {
        const [head] = textOf(name).split('</head>');
        const links = tags(head, 'link');
        const own = links.filter(link => link.rel === 'canonical').map(link => link.href);
        assert.ok(own.length <= 1, name);
        for (const link of links) if (link.rel !== 'canonical') exists(link.href, name);
        for (const relation of ['icon', 'manifest', 'apple-touch-icon']) {
            assert.equal(links.filter(link => link.rel === relation).length, 1, `${name}: ${relation}`);
        }
        assert.ok(/^(es\/)?404\.html$/.test(name) || links.some(link => link.type === 'application/rss+xml'), name);
        const properties = Object.fromEntries(tags(head, 'meta').filter(meta => meta.property).map(meta => [meta.property, meta.content]));
        if (own.length === 1 && properties['og:url']) {
            assert.equal(properties['og:url'], own[0], name);
            assert.equal(fileOf(own[0]), path.join(site, name));
            assert.ok(!canonical.has(own[0]), `${name}: ${own[0]} is another page's`);
            canonical.add(own[0]);
            assert.ok(properties['og:title'], name);
            ++previews;
        }
        for (const property of ['og:image', 'article:author']) if (properties[property]) exists(properties[property], name);
    }
    assert.ok(previews > 200, `${previews} pages have previews`);
});

test('structured data is well-formed and refers to existing files', () => {
    const kinds = {};
    const look = (value, name) => {
        if (Array.isArray(value)) return value.forEach(each => look(each, name));
        if (typeof value === 'object') return Object.values(value).forEach(each => look(each, name));
        if (typeof value === 'string' && value.startsWith(`${origin}/`)) exists(value, name);
    };
    for (const name of pages()) {
        const found = [...textOf(name).matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
        assert.ok(found.length <= 1, name);
        for (const [, text] of found) {
            for (const data of [JSON.parse(text)].flat()) {
                kinds[data['@type']] = (kinds[data['@type']] ?? 0) + 1;
                assert.equal(data['@context'], 'https://schema.org');
                look(data, name);
                if (data['@type'] !== 'NewsArticle') continue;
                for (const needed of ['headline', 'datePublished', 'dateModified', 'author', 'publisher']) assert.ok(data[needed], `${name}: ${needed}`);
                assert.match(data.datePublished, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
            }
        }
    }
    assert.equal(kinds.NewsArticle, 61);
    assert.equal(kinds.WebSite, 2);
    assert.ok(kinds.BreadcrumbList > kinds.NewsArticle);
    assert.ok(kinds.ProfilePage > 0);
});

test('sitemaps, feeds, manifest, robots.txt and _redirects refer to existing files', () => {
    const addresses = [...textOf('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => unescaped(address));
    assert.equal(new Set(addresses).size, addresses.length);
    for (const address of addresses) exists(address, 'sitemap.xml');
    const news = [...textOf('news-sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)];
    assert.equal(news.length, 2);
    for (const [, address] of news) exists(address, 'news-sitemap.xml');
    const feeds = readdirSync(site, { recursive: true }).filter(name => /(^|\/)(feed\.xml|atom\.xml|feed\.json)$/.test(name));
    assert.ok(['', 'category/asia/', 'author/ines-okafor/'].every(list => ['feed.xml', 'atom.xml', 'feed.json'].every(name => feeds.includes(list + name))));
    assert.ok(feeds.includes('tag/water/feed.xml') && !feeds.includes('tag/water/atom.xml'));
    for (const name of feeds) {
        for (const [address] of textOf(name).matchAll(/https:\/\/meridian\.example\/[^\s"<&]*/g)) exists(address, name);
    }
    const manifest = JSON.parse(textOf('manifest.webmanifest'));
    for (const icon of manifest.icons) exists(icon.src, 'manifest.webmanifest');
    exists(manifest.start_url, 'manifest.webmanifest');
    for (const line of textOf('_redirects').trim().split('\n')) {
        assert.match(line, /^\/paper\/\S+ \S+ (301|404)$/);
        if (!line.includes(':')) exists(line.split(' ')[1], '_redirects');
    }
    for (const [, address] of textOf('robots.txt').matchAll(/^Sitemap: (.*)$/gm)) exists(address, 'robots.txt');
});
