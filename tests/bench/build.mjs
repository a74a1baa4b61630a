// The tool: articles per second and memory for a newsroom of 2,000 articles, compared with Hugo if it is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, tool } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';
import { hugo, hugoVersion } from './shared/measure.mjs';

const newsroom = path.resolve(root, '../shared/tools/newsroom');
if (!existsSync(newsroom)) {
    console.log('No newsroom generator beside the project: nothing to build.');
    process.exit(0);
}
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-build-'));
const content = path.join(scratch, 'content');
execFileSync('python3', [newsroom, content, '--articles', '2000'], { stdio: 'ignore' });

const rows = [];
for (const pages of ['all', 'none']) {
    const out = execFileSync(tool, ['build', '--content', content, '--out', path.join(scratch, pages), '--pages', pages, '--json'], { encoding: 'utf8' });
    const report = JSON.parse(out.trim().split('\n').at(-1));
    rows.push([`--pages ${pages}: articles a second`, report.articles / report.seconds]);
    rows.push([`--pages ${pages}: peak memory`, report.peak_memory_bytes / 1e6, undefined, 'MB']);
    rows.push([`--pages ${pages}: files`, report.files]);
    rows.push([`--pages ${pages}: bytes`, report.bytes]);
}
print('Build, 2,000 articles', rows);

const command = hugo();
if (command) {
    writeFileSync(path.join(scratch, 'hugo.toml'), 'baseURL = "http://localhost/"\ntitle = "x"\n');
    const began = performance.now();
    spawnSync(command, ['--source', scratch, '--destination', path.join(scratch, 'hugo')], { stdio: 'ignore' });
    print(`Hugo ${hugoVersion(command)} on the same content, without a theme`, [['seconds', (performance.now() - began) / 1000]]);
} else {
    console.log('\nHugo is not installed: no figure beside ours.');
}
rmSync(scratch, { recursive: true, force: true });
