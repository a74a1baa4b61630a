// What a publish costs a host: the files and bytes that differ from the last build of the large site, with all pages, for
// several kinds of change. `rsync` says the same, if it is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { program, tool } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';
import { newsroom } from './shared/measure.mjs';

const count = Number(process.env.ARTICLES ?? 24925);
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-publish-'));
const content = newsroom(scratch, count);
if (!content) process.exit(0);
const out = path.join(scratch, 'public');
const copy = path.join(scratch, 'copy');

function build() {
    const said = execFileSync(tool, ['build', '--content', content, '--out', out, '--pages', 'all', '--program', program,
        '--cache', path.join(scratch, 'cache'), '--json'], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
    return JSON.parse(said.trim().split('\n').at(-1));
}

const kindOf = name => name.startsWith('bundle/search') ? 'search' : name.startsWith('bundle/') ? 'data'
    : /\.(xml|json)$/.test(name) ? 'feeds' : name.endsWith('.html') ? 'pages' : 'other';

// Files and bytes that rsync sends to a copy of the last build. It compares sizes and time stamps.
function sent() {
    const run = spawnSync('rsync', ['-a', '--delete', '--stats', `${out}/`, `${copy}/`], { encoding: 'utf8' });
    const found = run.status === 0 && /files transferred: ([\d,.]+)/.exec(run.stdout);
    return found ? Number(found[1].replace(/[,.]/g, '')) : null;
}

const months = readdirSync(content).filter(name => /^\d{4}$/.test(name)).sort()
    .flatMap(year => readdirSync(path.join(content, year)).sort().map(month => path.join(content, year, month)));
const middle = months[Math.floor(months.length / 2)];
const names = readdirSync(middle).sort();
const [edited, removed] = [path.join(middle, names[3]), path.join(middle, names[7])];
const text = readFileSync(edited, 'utf8');
const fresh = path.join(months.at(-1), 'one-more.md');
const article = '---\ntitle: "One more article"\ndate: 2099-01-01T00:00:00Z\nauthors: ["Colot Pus"]\n'
    + 'categories: ["Asia", "China", "Hangzhou"]\ntags: ["CapitalCities", "China", "Conflict", "it"]\n---\nThe harbour is closed.\n';
const newest = readdirSync(months.at(-1)).map(name => readFileSync(path.join(months.at(-1), name), 'utf8'))
    .map(each => /^date: (\S+)/m.exec(each)[1]).sort().at(-1);

const first = build();
const hasRsync = sent() !== null;
const whole = [['files', first.files], ['bytes', first.bytes / 1e6, 800, 'MB']];
const pages = readdirSync(out, { recursive: true }).filter(name => /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/.test(name));
const sizes = pages.map(name => statSync(path.join(out, name)).size);
whole.push(['an article page, on average', sizes.reduce((a, b) => a + b, 0) / sizes.length / 1e3, undefined, 'kB']);
print(`${count} articles, all pages`, whole);

const changes = [
    ['an edited paragraph', () => writeFileSync(edited, `${text}\n\nA sentence more.\n`), 20],
    ['an edited title', () => writeFileSync(edited, text.replace(/^title: "/m, 'title: "Now '))],
    ['a new tag', () => writeFileSync(edited, text.replace(/^tags: \[/m, 'tags: ["Never before", '))],
    ['a new author', () => writeFileSync(edited, text.replace(/^authors: \[/m, 'authors: ["Ines Okafor", '))],
    ['a deleted article', () => rmSync(removed)],
    ['one more article', () => writeFileSync(fresh, article.replace('2099-01-01T00:00:00Z', newest.replace(/T.*/, 'T23:59:59Z'))), 150],
];
for (const [name, change, target] of changes) {
    change();
    const report = build();
    const byKind = {};
    for (const file of report.changed) {
        const one = byKind[kindOf(file)] ??= { files: 0, bytes: 0 };
        one.files++;
        one.bytes += statSync(path.join(out, file)).size;
    }
    const rows = [['files', report.changed.length, target], ['bytes', report.changed_bytes / 1e6, target === 150 ? 3 : undefined, 'MB']];
    for (const [kind, { files, bytes }] of Object.entries(byKind).sort()) {
        rows.push([`${kind}: files`, files], [`${kind}: bytes`, bytes / 1e6, undefined, 'MB']);
    }
    if (hasRsync) rows.push(['files that rsync sends', sent()]);
    print(name, rows);
}
rmSync(scratch, { recursive: true, force: true });
