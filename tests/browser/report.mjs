// Collects results of the browser tests for the table in README.md. Each test file writes its rows to
// build/browser-report. `node report.mjs` makes the table from them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(here, '../../build/browser-report');
const readme = path.join(here, 'README.md');
const rows = [];

const lines = {
    1: 'Text as the browser\'s', 2: 'Every script', 3: 'Selection, copy, find, print', 4: 'Pointing', 5: 'Scrolling',
    6: 'Accessibility', 7: 'Text fields', 8: 'Life of the page', 9: 'Other engines',
};

// Called at the end of a test: what was checked, the number of items, and the result.
export function report(line, what, count, held) {
    rows.push({ line, what, count, held });
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${path.basename(process.argv[1])}.json`), JSON.stringify(rows));
}

function table() {
    mkdirSync(folder, { recursive: true });
    const all = readdirSync(folder).filter(name => name.endsWith('.json')).sort()
        .flatMap(name => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    all.sort((a, b) => a.line - b.line);
    const cell = text => String(text).replaceAll('|', '\\|');
    return ['| | what | looked at | held |', '|---|---|---|---|', ...all.map((row, i) =>
        `| ${row.line === all[i - 1]?.line ? '' : lines[row.line]} | ${cell(row.what)} | ${cell(row.count)} | ${cell(row.held)} |`)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const text = readFileSync(readme, 'utf8');
    const [before] = text.split('<!-- table -->');
    const [, after] = text.split('<!-- end of table -->');
    writeFileSync(readme, `${before}<!-- table -->\n${table()}\n<!-- end of table -->${after}`);
}
