// The stemmers that browsers fetch, stem-en.wasm and so on, give the stems of the golden file that
// stem_test.cpp holds the tool's against. `node --test` in the root of the project.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';

const program = new URL('../../../build/web/', import.meta.url);
const rows = readFileSync(new URL('../../golden/search/stems.txt', import.meta.url), 'utf8').trim().split('\n')
    .map(line => line.split(' '));
const languages = [...new Set(rows.map(row => row[0]))];

test('each language of the golden file has a module, and no other has', () => {
    const modules = readdirSync(program).filter(name => name.startsWith('stem-'));
    assert.deepEqual(modules, languages.map(language => `stem-${language}.wasm`).sort());
});

for (const language of languages) {
    test(language, async () => {
        const bytes = readFileSync(new URL(`stem-${language}.wasm`, program));
        const { exports } = (await WebAssembly.instantiate(bytes)).instance;
        const stem = word => {
            const bytes = new TextEncoder().encode(word);
            new Uint8Array(exports.memory.buffer).set(bytes, exports.word());
            return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.word(), exports.stem(bytes.length)));
        };
        for (let round = 0; round < 100; ++round) { // nothing is left behind by a word
            for (const [, word, expected] of rows.filter(row => row[0] === language)) assert.equal(stem(word), expected);
        }
    });
}
