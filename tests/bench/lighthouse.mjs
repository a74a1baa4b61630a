// Lighthouse's scores of a prerendered article on a compressing host, for phone and desktop. Reports the run with the
// median performance of several (`RUNS`). Other load on the machine lowers the scores.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { article, buildSite, flags } from '../browser/support.mjs';
import { print } from '../browser/table.mjs';
import { serveCompressed } from './shared/host.mjs';

const targets = { accessibility: 100, 'best-practices': 100, seo: 100, performance: 95 };
const runs = Number(process.env.RUNS ?? 3);
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-lighthouse-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

function install() {
    const command = path.join(scratch, 'node_modules/.bin/lighthouse');
    // The last version that runs on Debian's Node.js.
    const npm = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', scratch, 'lighthouse@12.8.2'], { stdio: 'ignore' });
    return npm.status === 0 && existsSync(command) ? command : null;
}

function run(command, url, preset) {
    const out = path.join(scratch, `${preset}.json`);
    const child = spawn(command, [url, '--quiet', '--output=json', `--output-path=${out}`, '--no-enable-error-reporting',
        `--only-categories=${Object.keys(targets)}`, `--chrome-flags=${flags.join(' ')}`, ...preset === 'desktop' ? ['--preset=desktop'] : []],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' } });
    return new Promise((resolve, reject) => child.on('exit', status =>
        status === 0 ? resolve(JSON.parse(readFileSync(out, 'utf8'))) : reject(new Error(`Lighthouse ended with ${status}`))));
}

// Audits below the maximum in the measured categories, with their details.
const failing = ({ categories, audits }) => Object.values(categories).flatMap(({ title, auditRefs }) => auditRefs
    .filter(({ id, weight }) => audits[id].score !== null && audits[id].score < (weight ? 1 : 0.9))
    .map(({ id, weight }) => `${title}: ${id}${weight ? '' : ' (no weight)'}: ${audits[id].title}${audits[id].displayValue ? ` – ${audits[id].displayValue}` : ''}`
        + (audits[id].details?.items ?? []).slice(0, 4).map(item => `\n      ${item.node?.snippet ?? item.url ?? item.source?.url ?? ''}`.slice(0, 200)).filter(line => line.trim()).join('')));

const command = install();
if (!command) {
    console.log('Lighthouse is not to be installed from here: nothing to measure.');
    process.exit();
}
const host = await serveCompressed(buildSite());
const performanceOf = result => result.categories.performance.score;
for (const preset of ['mobile', 'desktop']) {
    const results = [];
    for (let i = 0; i < runs; i++) results.push(await run(command, host.url(article), preset));
    results.sort((a, b) => performanceOf(a) - performanceOf(b));
    const result = results[Math.floor(runs / 2)];
    const rows = Object.entries(targets).map(([id, least]) => [id, Math.round(result.categories[id].score * 100), least, 'of 100']);
    const timings = { 'first-contentful-paint': 'first paint', 'largest-contentful-paint': 'largest paint', 'total-blocking-time': 'time blocked', 'cumulative-layout-shift': 'layout shift' };
    for (const [id, name] of Object.entries(timings)) rows.push([name, result.audits[id].numericValue, undefined, result.audits[id].numericUnit === 'millisecond' ? 'ms' : '']);
    print(`Lighthouse ${result.lighthouseVersion}, ${preset}, the middle of ${runs} runs (performance ${results.map(each => Math.round(performanceOf(each) * 100)).join(', ')}; load ${loadavg()[0].toFixed(1)})`, rows);
    for (const line of failing(result)) console.log(`    ${line}`);
}
host.close();
