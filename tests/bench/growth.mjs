// How sizes and times grow with the site. `SIZES=1000,5000` sets other sizes.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { program, tool } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';
import { brotli, bundleFiles, filesOf, newsroom, timed } from './shared/measure.mjs';

const sizes = (process.env.SIZES ?? '1000,5000,25000,100000').split(',').map(Number);
const first = {};
for (const articles of sizes) {
    const scratch = mkdtempSync(path.join(tmpdir(), 'bench-growth-'));
    const content = newsroom(scratch, articles);
    if (!content) process.exit(0);
    const out = path.join(scratch, 'out');
    const run = timed([tool, 'build', '--content', content, '--out', out, '--pages', 'none', '--program', program, '--no-cache']);
    const rows = [
        ['seconds for a thousand articles', run.seconds / articles * 1000, undefined, 's'],
        ['memory', run.memory / 1e6, undefined, 'MB'],
        ['bundle files', filesOf(path.join(out, 'bundle')).length],
    ];
    for (const [name, files] of Object.entries(bundleFiles(out))) {
        // Samples the files that are largest before compression.
        const some = [...files].sort((a, b) => statSync(b).size - statSync(a).size).slice(0, 12);
        const size = (name === 'start and manifest' ? (a, b) => a + b : Math.max);
        const bytes = some.map(file => brotli(readFileSync(file))).reduce((a, b) => size(a, b));
        first[name] ??= bytes;
        rows.push([`${name}${name === 'start and manifest' ? ' together' : `, largest of ${files.length}`}`, bytes, undefined, 'bytes']);
        rows.push(['  against the smallest site', bytes / first[name]]);
    }
    print(`${articles.toLocaleString('en')} articles`, rows);
    rmSync(scratch, { recursive: true });
}
