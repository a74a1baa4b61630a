// Excerpts from beyond the beginning of an article.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const { Passages, lacksWords, readAnswer, textIn } = await load('passages.js');

const join = (...fields) => `${fields.join('\x1f')}\x1f`;
const hit = (path, excerpt, ...categories) => [path, `A \x02lake\x03 ${path}`, excerpt, 20250714, categories.length, ...categories];
const answerOf = (typing, hits, others = []) => join('lake', 0, 10, 0, typing, 0, 0, 3, 0, '', hits.length, ...hits.flat(), others.length, ...others.flat(), 0, 0, 0);

let seen;
let observed;
let fetched;
let asked;
let delivered;
let links;
let device;
Object.defineProperty(globalThis, 'navigator', { get: () => device, configurable: true });
let passages;

beforeEach(() => {
    observed = [];
    fetched = [];
    asked = [];
    delivered = [];
    globalThis.location = { pathname: '/search/', search: '?q=lake' };
    device = {};
    globalThis.IntersectionObserver = class {
        constructor(report) { seen = report; }

        observe(target) { observed.push(target.path); }

        unobserve() {}

        disconnect() { observed.length = 0; }
    };
    globalThis.fetch = async url => {
        fetched.push(url.href);
        return { ok: true, json: async () => ({ entries: [{ t: 'A lake /a/', d: '2025-07-14T00:00:00Z', b: [['p', 'Far down a ', ['em', 'lake'], '.']] }] }) };
    };
    links = ['/a/', '/b/'].map(path => ({ path }));
    const host = {
        addresses: { path: address => address.path ?? address.pathname },
        page: { querySelectorAll: () => links },
        manifest: { entries: '000011112222' },
        bundle: 'https://paper.example/bundle/',
    };
    passages = new Passages(host, (...text) => asked.push(text), answer => delivered.push(answer));
});

const settled = () => new Promise(resolve => setTimeout(resolve, 5));
const inView = path => seen([{ isIntersecting: true, target: links.find(link => link.path === path) }]);

test('an answer is read: its request, and both lists of results', () => {
    const { request, typing, hits, fields } = readAnswer(answerOf(0, [hit('/a/', 'x…', 'World', 'Asia'), hit('/b/', 'y')], [hit('/c/', '')]));
    assert.equal(request, join('lake', 0, 10, 0, 0, 0));
    assert.equal(typing, false);
    assert.deepEqual(hits.map(each => [each.path, each.title, each.excerpt, each.day]), [['/a/', 'A lake /a/', 'x…', '20250714'],
        ['/b/', 'A lake /b/', 'y', '20250714'], ['/c/', 'A lake /c/', '', '20250714']]);
    assert.deepEqual(hits.map(each => fields[each.place]), ['x…', 'y', '']);
    assert.deepEqual(readAnswer('lake\x1f0\x1f').hits, []);
});

test('an excerpt lacks the words if it has none of them and is not the whole text', () => {
    assert.equal(lacksWords({ excerpt: 'Water…' }), true);
    assert.equal(lacksWords({ excerpt: '' }), true);
    assert.equal(lacksWords({ excerpt: 'A \x02lake\x03…' }), false);
    assert.equal(lacksWords({ excerpt: 'Water.' }), false);
});

test("an article's text is found by its path, or by its title and day", () => {
    const result = { path: '/2025/07/14/a-lake/', title: 'A lake', day: '20250714' };
    const body = [['h2', 'Up'], ['p', 'A ', ['em', 'l'], 'ake', 0, 'is', 1, 'back.'], ['pre', { x: 'code  here' }], ['ul', ['li', 'one'], ['li', 'two']],
        ['embed', { to: 'https://x' }, 'no']];
    const entry = { t: 'A lake', d: '2025-07-14T10:00:00Z', b: body };
    const text = 'Up A lake is back. code here one two';
    assert.equal(textIn({ entries: [entry] }, result), text);
    assert.equal(textIn({ entries: [{ ...entry, p: result.path, t: 'Other' }] }, result), text);
    assert.equal(textIn({ entries: [{ ...entry, p: '/other/' }] }, result), '');
    assert.equal(textIn({ entries: [{ ...entry, d: '2025-07-15T00:00:00Z' }] }, result), '');
    assert.equal(textIn({ entries: [entry, entry] }, result), '', 'it is not known which of them it is');
    assert.equal(textIn({}, result), '');
});

test('a passage is fetched for a result in view, once, and the list does not wait for it', async () => {
    const answer = answerOf(0, [hit('/a/', 'Water…'), hit('/b/', 'A \x02lake\x03…')]);
    passages.answer(answer);
    assert.deepEqual(delivered, [answer]);
    assert.deepEqual(observed, ['/a/']);
    assert.deepEqual(fetched, []);
    inView('/a/');
    inView('/a/');
    await settled();
    assert.deepEqual(fetched, ['https://paper.example/bundle/e0000.11112222.json']);
    assert.deepEqual(asked, [[join('lake', 0, 10, 0, 0, 0), '/a/', 'Far down a lake.']]);
    const passage = 'Far down a \x02lake\x03.';
    passages.found({ request: asked[0][0], path: '/a/', passage });
    const shown = answerOf(0, [hit('/a/', passage), hit('/b/', 'A \x02lake\x03…')]);
    assert.equal(delivered[1], shown);
    assert.deepEqual(observed, []);

    passages.answer(answer);
    assert.equal(delivered[2], shown, 'what was found is kept');
    passages.found({ request: 'another', path: '/a/', passage });
    assert.equal(delivered.length, 3);
});

test('nothing is fetched while someone types, on another page, or to save data', async () => {
    passages.answer(answerOf(1, [hit('/a/', 'Water…')]));
    assert.deepEqual(observed, []);
    globalThis.location = { pathname: '/tag/water/' };
    passages.answer(answerOf(0, [hit('/a/', 'Water…')]));
    assert.deepEqual(observed, []);
    globalThis.location = { pathname: '/search/' };
    device = { connection: { saveData: true } };
    passages.watch();
    assert.deepEqual(observed, []);
    device = {};
    passages.watch();
    assert.deepEqual(observed, ['/a/']);
});

test('a shard that cannot be fetched leaves the excerpt', async () => {
    globalThis.fetch = async () => { throw new TypeError('offline'); };
    passages.answer(answerOf(0, [hit('/a/', 'Water…')]));
    inView('/a/');
    await settled();
    assert.deepEqual(asked, []);
    assert.equal(delivered.length, 1);
});
