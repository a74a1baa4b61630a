// An import of a large WordPress export, and what wordpress-export-to-markdown makes of the same file: time, memory, and
// what each lost of the articles. `ARTICLES=2000` sets another size.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, tool } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';
import { filesOf, timed } from './shared/measure.mjs';

const other = 'wordpress-export-to-markdown@2.2.2';
const articles = process.env.ARTICLES ?? '24925';
const generator = path.resolve(root, '../shared/tools/newsroom-wxr');
if (!existsSync(generator)) {
    console.log('No newsroom-wxr generator beside the project: nothing to import.');
    process.exit(0);
}
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
const xml = path.join(scratch, 'export.xml');
execFileSync('python3', [generator, xml, '--articles', articles], { stdio: 'ignore' });
const oracle = readFileSync(path.join(scratch, 'export.oracle.jsonl'), 'utf8').trim().split('\n').map(line => JSON.parse(line));

// Character references are the generator's, not words.
const words = text => (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !['amp', 'lt', 'gt'].includes(word));

// Words of `wanted` that do not follow each other in `text`.
function lostWords(wanted, text) {
    const has = words(text);
    let at = 0;
    let lost = 0;
    for (const word of words(wanted.join(' '))) {
        const found = has.indexOf(word, at);
        if (found < 0) lost += 1;
        else at = found + 1;
    }
    return lost;
}

// `textOf` finds the Markdown file of an item of the oracle.
function losses(textOf) {
    const lost = { items: 0, words: 0, tags: 0, categories: 0, authors: 0, left: 0 };
    for (const item of oracle) {
        const text = textOf(item);
        if (text === undefined) {
            lost.items += 1;
            continue;
        }
        const end = text.indexOf('\n---', 4);
        const front = text.slice(0, end);
        const body = text.slice(end + 4).replace(/\\(.)/g, '$1').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
        lost.words += lostWords(item.words, body);
        const slug = name => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
        lost.tags += item.tags.filter(tag => !front.includes(`"${tag}"`) && !front.includes(`"${slug(tag)}"`)).length;
        lost.categories += item.categories.filter(category => {
            const names = front.toLowerCase().replace(/[^a-z0-9/\n"]+/g, '-');
            return !category.split('/').every(part => names.includes(part.replace(/-(country|city)$/, '')));
        }).length;
        if (!front.includes(item.author)) lost.authors += 1;
        if (/\[contact-form|<script|<!-- wp:|\[gallery|\[caption/.test(body)) lost.left += 1;
    }
    return lost;
}

function report(name, run, lost) {
    print(`${name}, ${oracle.length.toLocaleString('en')} posts and pages`, [
        ['time', run.seconds, undefined, 's'],
        ['time of processors', run.cpu, undefined, 's'],
        ['memory', run.memory / 1e6, undefined, 'MB'],
        ['items without a file', lost.items],
        ['words lost in the others', lost.words],
        ['tags lost', lost.tags],
        ['categories lost', lost.categories],
        ['authors lost', lost.authors],
        ['texts with shortcodes, block comments or scripts left', lost.left],
    ]);
}

{
    const out = path.join(scratch, 'ours');
    const run = timed([tool, 'import', 'wordpress', xml, '--out', out]);
    const texts = new Map();
    for (const file of filesOf(out).filter(file => file.endsWith('.md'))) {
        const text = readFileSync(file, 'utf8');
        const guid = /^guid: ".*\?p=(\d+)"/m.exec(text);
        if (guid) texts.set(Number(guid[1]), text);
    }
    report('broadsheet', run, losses(item => texts.get(item.id)));
}
{
    const folder = path.join(root, 'build/bench-import');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{"private": true}');
    execFileSync('npm', ['install', other, '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
    const out = path.join(scratch, 'theirs');
    const run = timed(['node', path.join(folder, 'node_modules/wordpress-export-to-markdown/index.js'), '--wizard=false',
        `--input=${xml}`, `--output=${out}`, '--post-folders=false', '--save-attached-images=false',
        '--save-scraped-images=false', '--include-other-types=true']);
    const texts = new Map();
    if (existsSync(out)) {
        for (const file of filesOf(out).filter(file => file.endsWith('.md'))) {
            texts.set(path.basename(file, '.md'), readFileSync(file, 'utf8'));
        }
    }
    report(other, run, losses(item => texts.get(item.slug)));
}
rmSync(scratch, { recursive: true });
