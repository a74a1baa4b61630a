// Which files are asked for before the program runs.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { load } from './load.mjs';

const { compileProgram, fetchEarly } = await load('early.js');
const original = { fetch: globalThis.fetch, compileStreaming: WebAssembly.compileStreaming };
afterEach(() => {
    globalThis.fetch = original.fetch;
    WebAssembly.compileStreaming = original.compileStreaming;
});

// Answers with `manifest` and records what is asked for.
function answerWith(manifest, status = 200) {
    const asked = [];
    globalThis.fetch = async url => {
        asked.push(String(url));
        return new Response(JSON.stringify(manifest), { status });
    };
    return asked;
}
const settled = () => new Promise(resolve => setTimeout(resolve, 20));
const bundle = 'https://h.example/news/bundle/';
const manifest = { start: 'aaaaaaaa', entries: '000011111111f93c22222222', lists: '000044444444' };

test('the manifest, then the start data and the part of the page, each once', async () => {
    for (const [part, names] of [
        ['entries', ['manifest.json', 'start.aaaaaaaa.json', 'ef93c.22222222.json']],
        ['lists', ['manifest.json', 'start.aaaaaaaa.json', 'l0000.44444444.json']],
        [undefined, ['manifest.json', 'start.aaaaaaaa.json']],
    ]) {
        const asked = answerWith(manifest);
        const take = fetchEarly(`${bundle}manifest.json`, part, '/2025/07/14/lake/'); // its bucket is f93c
        // The program may ask before the names are known here.
        for (const name of [...names].reverse()) {
            assert.deepEqual(await (await take(name)).json(), manifest);
            assert.equal(await take(name), undefined, 'a second request is the host\'s');
        }
        assert.equal(await take('eother.json'), undefined);
        assert.deepEqual(asked, names.map(name => bundle + name));
    }
});

test('without a manifest nothing else is asked for', async () => {
    const missing = answerWith({}, 404);
    fetchEarly(`${bundle}manifest.json`, 'entries', '/a/');
    await settled();
    assert.equal(missing.length, 1);
    globalThis.fetch = () => Promise.reject(new Error('unreachable'));
    const take = fetchEarly(`${bundle}manifest.json`, 'entries', '/a/');
    await settled();
    await assert.rejects(take('manifest.json'), /unreachable/);
});

test('the program is compiled while it arrives, if the host tells its type; it is asked for once', async () => {
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    for (const [type, streams] of [['application/wasm', true], ['text/plain', false]]) {
        let asked = 0;
        let streamed = false;
        globalThis.fetch = async () => {
            ++asked;
            return new Response(empty, { headers: { 'content-type': type } });
        };
        WebAssembly.compileStreaming = async answer => {
            streamed = true;
            return WebAssembly.compile(await answer.arrayBuffer());
        };
        assert.ok(await compileProgram('https://h.example/reader.wasm') instanceof WebAssembly.Module);
        assert.deepEqual([asked, streamed], [1, streams]);
    }
    globalThis.fetch = async () => new Response('', { status: 404 });
    await assert.rejects(compileProgram('https://h.example/reader.wasm'), /404/);
});
