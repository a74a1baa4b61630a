// A first visit asks for few files, for each of them once, and for those that the program needs before it runs.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { firstVisit } from './first-visit.mjs';
import { buildSite, kinds, open, program, root, serve, stage } from './support.mjs';

const { server, browser } = await stage();
const quick = { network: null, slower: 1 };
const namesOf = ({ requests }) => requests.map(({ name }) => name);

test('the canvas needs at most 24 requests, and nothing is fetched twice', async () => {
    for (const kind of ['front', 'article', 'category', 'tag', 'author', 'month', 'page']) {
        const names = namesOf(await firstVisit(browser, server.url(kinds[kind]), quick));
        assert.ok(names.length <= 24, `${kind}: ${names.length} requests\n${names.join('\n')}`);
        const twice = names.filter((name, index) => names.indexOf(name) !== index);
        assert.deepEqual(twice, [], kind);
        // HTML and canvas take the same size of a picture.
        const pictures = names.filter(name => name.startsWith('/pictures/')).map(name => name.replace(/\.\d+\.webp$/, ''));
        assert.equal(new Set(pictures).size, pictures.length, `${kind}: ${names.join('\n')}`);
    }
});

test('program, start data and the part of the page are asked for in one wave', async () => {
    for (const [kind, family] of [['article', 'e'], ['category', 'l'], ['front', 'l']]) {
        const { requests, shift } = await firstVisit(browser, server.url(kinds[kind]), { slower: 1 });
        const find = pattern => {
            const found = requests.filter(({ name }) => pattern.test(name));
            assert.equal(found.length, 1, `${kind}: ${pattern}`);
            return found[0];
        };
        const program = find(/\/reader\.wasm$/);
        const part = find(new RegExp(`/bundle/${family}[0-9a-f]{4}\\.`));
        for (const each of [find(/\/bundle\/manifest\.json$/), find(/\/bundle\/start\./), part]) {
            assert.ok(each.start < program.end, `${kind}: ${each.name} waits for the program`);
        }
        assert.equal(shift, 0, kind);
    }
});

test('patterns that divide words are asked for with the start data, where text is justified', async () => {
    const justified = await serve(buildSite(path.join(root, 'content')));
    const { requests, shift } = await firstVisit(browser, justified.url(kinds.article), { slower: 1 });
    const find = pattern => requests.filter(({ name }) => pattern.test(name));
    assert.equal(find(/\/hyphens-en-us\.txt$/).length, 1);
    assert.ok(find(/\/hyphens-/)[0].start < find(/\/reader\.wasm$/)[0].end);
    assert.ok(shift <= 0.02, `a shift of ${shift}`);
    // A reader who does not want justified text needs none.
    justified.requests.length = 0;
    const page = await open(browser, justified.url(kinds.article), { settings: 'justify=off;consent=refused' });
    assert.deepEqual(justified.requests.filter(name => name.includes('/hyphens-')), []);
    await page.done();
    justified.close();
});

test('what the first page does not need is fetched when it is used', async () => {
    const { requests } = await firstVisit(browser, server.url(kinds.article), quick);
    const scripts = requests.map(({ name }) => name.split('/').pop()).filter(name => name.endsWith('.js'));
    assert.deepEqual(scripts.filter(name => !['settings.js', 'boot.js', 'later.js'].includes(name)), []);
    assert.ok(scripts.indexOf('later.js') === -1 || scripts.indexOf('later.js') > scripts.indexOf('boot.js'));
});

test('each published script includes its modules, and those that it fetches later are there', () => {
    const scripts = readdirSync(program).filter(name => name.endsWith('.js'));
    assert.ok(scripts.includes('boot.js') && scripts.length > 10);
    for (const name of scripts) {
        const text = readFileSync(path.join(program, name), 'utf8');
        assert.doesNotMatch(text, /\bimport\s*[{*"']|\bfrom\s*"\.\//, name);
        for (const [, other] of text.matchAll(/import\("\.\/([^"]+)"\)/g)) {
            assert.ok(existsSync(path.join(program, other)), `${name}: ${other}`);
        }
    }
});
