// What the page sends to the search worker.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const { Searcher } = await load('search.js');

let workers;
let fetched;
let refused;

beforeEach(() => {
    workers = [];
    fetched = [];
    refused = false;
    globalThis.Worker = class {
        constructor() {
            this.listeners = {};
            this.sent = [];
            workers.push(this);
        }

        addEventListener(type, act) { this.listeners[type] = act; }

        postMessage(message) { this.sent.push(message); }
    };
    globalThis.fetch = async url => {
        fetched.push(url);
        if (refused) throw new TypeError('offline');
        return { ok: true, arrayBuffer: async () => new ArrayBuffer(2) };
    };
});

test('one worker and one root answer all questions', async () => {
    const searcher = new Searcher(() => {});
    await searcher.ask('/index', 'a');
    await searcher.ask('/index', 'b');
    assert.equal(workers.length, 1);
    assert.deepEqual(fetched, ['/index']);
    assert.deepEqual(workers[0].sent.map(message => message.request), ['a', 'b']);
});

test('a newer question replaces one that waits', async () => {
    const searcher = new Searcher(() => {});
    await Promise.all([searcher.ask('/index', 'a'), searcher.ask('/index', 'b')]);
    assert.deepEqual(workers[0].sent.map(message => message.request), ['b']);
});

test('a root that was not fetched is fetched again', async () => {
    const searcher = new Searcher(() => {});
    refused = true;
    await searcher.ask('/index', 'a');
    assert.equal(workers[0].sent[0].root, null);
    refused = false;
    await searcher.ask('/index', 'b');
    assert.equal(fetched.length, 2);
    assert.equal(workers[0].sent[1].root.length, 2);
});

test('a worker that fails gives no answer, and the next question starts another', async () => {
    const answers = [];
    const searcher = new Searcher(answer => answers.push(answer));
    await searcher.ask('/index', 'a');
    workers[0].listeners.message({ data: 'answer' });
    workers[0].listeners.error();
    await searcher.ask('/index', 'b');
    assert.deepEqual(answers, ['answer', null]);
    assert.equal(workers.length, 2);
});

test('a browser without workers gives no answer', async () => {
    const answers = [];
    globalThis.Worker = class { constructor() { throw new Error('no'); } };
    await new Searcher(answer => answers.push(answer)).ask('/index', 'a');
    assert.deepEqual(answers, [null]);
});
