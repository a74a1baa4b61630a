// Writes hyphens-NAME.txt for each language of src/strings/hyphen_languages.def, in the form that
// src/layout/hyphenation.h describes.
//
// Usage: node make_patterns.mjs FOLDER_WITH_NODE_MODULES OUTPUT_FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [modules, output] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const definitions = readFileSync(new URL('../../strings/hyphen_languages.def', import.meta.url), 'utf8');

// Lists the patterns of a trie as pairs of letters and values. A node's value is the number of its values, the children,
// or both as an array. The package counts values from the first letter on, TeX and we from the full stop before it, too.
function patternsOf(values, trie) {
    const found = [];
    const visit = (node, letters) => {
        for (const [letter, entry] of Object.entries(node)) {
            const [children, number] = Array.isArray(entry) ? entry
                : typeof entry === 'number' ? [{}, entry] : [entry, undefined];
            const text = letters + letter;
            const uncounted = text.startsWith('.') ? '0' : '';
            if (number !== undefined) found.push([text, uncounted + values[number].join('')]);
            visit(children, text);
        }
    };
    visit(trie, '');
    return found;
}

function compare(left, right) {
    const a = Array.from(left[0], letter => letter.codePointAt(0));
    const b = Array.from(right[0], letter => letter.codePointAt(0));
    for (let i = 0; i < Math.min(a.length, b.length); ++i) if (a[i] !== b[i]) return a[i] - b[i];
    return a.length - b.length;
}

function sharedLetters(one, other) {
    let count = 0;
    while (count < one.length && one[count] === other[count]) ++count;
    return count;
}

function writeLetters(patterns) {
    let before = [];
    return patterns.map(([text]) => {
        const letters = Array.from(text);
        const shared = Math.min(sharedLetters(letters, before), 25);
        before = letters;
        return String.fromCharCode(65 + shared) + letters.slice(shared).join('');
    }).join('');
}

// The values, the most frequent first, so that most numbers are small.
function distinctValues(patterns) {
    const count = new Map();
    for (const [, values] of patterns) count.set(values, (count.get(values) ?? 0) + 1);
    return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([values]) => values);
}

function writeNumber(number) {
    const steps = Math.floor(number / 79);
    return (steps > 0 ? String.fromCharCode(32 + steps) : '') + String.fromCharCode(48 + number % 79);
}

// The package counts the hyphens before a point, too.
function writeException([word, points]) {
    const places = points.map((point, i) => point - i);
    return Array.from(word, (letter, i) => (places.includes(i) ? '-' : '') + letter).join('');
}

mkdirSync(output, { recursive: true });
const rows = definitions.matchAll(/^HYPHENS\((\S+), \S+, (\S+), (\d), (\d)\)$/gm);
for (const [, name, source, before, after] of rows) {
    const [allValues, trie, exceptions] = require(`hyphen/patterns/${source}`);
    const patterns = patternsOf(allValues, trie).sort(compare);
    const values = distinctValues(patterns);
    const numbers = new Map(values.map((value, i) => [value, writeNumber(i)]));
    const lines = [`${before} ${after}`, values.join(' '), writeLetters(patterns),
        patterns.map(([, value]) => numbers.get(value)).join(''),
        Object.entries(exceptions).map(writeException).join(' ')];
    writeFileSync(join(output, `hyphens-${name}.txt`), lines.join('\n') + '\n');
}
