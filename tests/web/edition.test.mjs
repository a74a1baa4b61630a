// When an open page asks for a newer edition, and when it offers it.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { load } from './load.mjs';

const { Edition } = await load('edition.js');
const minute = 60 * 1000;

let now;
let asked;
let answer;
let listeners;
let offered;
let announced;

function element() {
    return { append() {}, setAttribute() {}, addEventListener(type, act) { this[type] = act; } };
}

beforeEach(() => {
    now = 0;
    asked = 0;
    listeners = {};
    offered = 0;
    announced = [];
    answer = { ok: true, headers: new Headers(), json: async () => ({ publish: 'one' }) };
    const listen = (type, act) => { listeners[type] = act; };
    Object.defineProperty(globalThis, 'performance', { configurable: true, value: { now: () => now } });
    globalThis.fetch = async () => {
        asked += 1;
        if (answer === null) throw new TypeError('offline');
        return answer;
    };
    globalThis.addEventListener = listen;
    globalThis.document = {
        hidden: false,
        addEventListener: listen,
        createElement: element,
        body: { append() { offered += 1; } },
    };
});

const open = () => new Edition('/manifest.json', () => ({ newEdition: 'New', showEdition: 'Show' }), text => announced.push(text));

test('a page that is used asks at most every five minutes', async () => {
    const edition = open();
    await edition.look();
    assert.equal(asked, 0);
    now = 5 * minute;
    await edition.look();
    await edition.look();
    assert.equal(asked, 1);
    now = 10 * minute;
    await edition.look();
    assert.equal(asked, 2);
    assert.equal(offered, 0);
});

test('a hidden page does not ask', async () => {
    const edition = open();
    now = 5 * minute;
    globalThis.document.hidden = true;
    await edition.look();
    assert.equal(asked, 0);
});

test('another edition is offered once', async () => {
    const edition = open();
    for (const publish of ['one', 'one', 'two', 'three']) {
        now += 5 * minute;
        answer = { ok: true, headers: new Headers(), json: async () => ({ publish }) };
        await edition.look();
    }
    assert.equal(offered, 1);
    assert.deepEqual(announced, ['New']);
    assert.equal(asked, 3);
});

test('no connection, an error and broken JSON offer nothing', async () => {
    const edition = open();
    for (const wrong of [null, { ok: false }, { ok: true, headers: new Headers(), json: async () => { throw new SyntaxError('x'); } }]) {
        now += 5 * minute;
        answer = wrong;
        await edition.look();
    }
    assert.equal(asked, 3);
    assert.equal(offered, 0);
});

test('the manifest that the device has kept offers nothing', async () => {
    const edition = open();
    edition.known = 'one';
    now += 5 * minute;
    answer = { ok: true, headers: new Headers({ 'x-from-device': '1' }), json: async () => ({ publish: 'two' }) };
    await edition.look();
    assert.equal(asked, 1);
    assert.equal(offered, 0);
});

test('a page that comes back from the cache asks, another one that is shown does not', () => {
    open();
    now = 5 * minute;
    listeners.pageshow({ persisted: false });
    assert.equal(asked, 0);
    listeners.pageshow({ persisted: true });
    assert.equal(asked, 1);
});
