// What benchmarks of large sites share.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../../browser/support.mjs';

export const brotli = bytes => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export const filesOf = folder => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile()).map(each => path.join(each.parentPath ?? each.path, each.name));

// A site like a newspaper's; nothing, with a word about it, where its generator is not there.
export function newsroom(scratch, articles) {
    const generator = path.resolve(root, '../shared/tools/newsroom');
    if (!existsSync(generator)) {
        console.log('No newsroom generator beside the project: nothing to build.');
        return undefined;
    }
    const content = path.join(scratch, 'content');
    execFileSync('python3', [generator, content, '--articles', String(articles)], { stdio: 'ignore' });
    return content;
}

// Runs a command: seconds, those of processors, peak memory in bytes, exit status.
export function timed(command, environment = {}) {
    const script = 'import json,resource,subprocess,sys,time\nt=time.monotonic()\n'
        + 's=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.PIPE)\n'
        + 'sys.stderr.buffer.write(s.stderr[-2000:])\n'
        + 'u=resource.getrusage(resource.RUSAGE_CHILDREN)\n'
        + 'print(json.dumps([time.monotonic()-t,u.ru_utime+u.ru_stime,u.ru_maxrss*1024,s.returncode]))';
    const run = spawnSync('python3', ['-c', script, ...command],
        { encoding: 'utf8', env: { ...process.env, ...environment }, maxBuffer: 1 << 26 });
    const [seconds, cpu, memory, status] = JSON.parse(run.stdout);
    if (status !== 0 && run.stderr) console.error(run.stderr);
    return { seconds, cpu, memory, status };
}

// The command of Hugo: the newest of Debian, which `./dev bench` fetches, or the installed one; nothing if there is none.
export function hugo() {
    const newest = path.join(root, 'build/hugo/hugo');
    return [newest, 'hugo'].find(command => spawnSync(command, ['version']).status === 0);
}
export const hugoVersion = command => /v(\d+\.\d+)/.exec(execFileSync(command, ['version'], { encoding: 'utf8' }))[1];

// The root of the search index, and its other files.
export const isOfSearch = file => /bundle\/search[./]/.test(file);

// The bundle's files by family.
export function bundleFiles(site) {
    const names = { s: 'start and manifest', m: 'start and manifest', e: 'articles', l: 'beginnings of lists', r: 'runs of lists', h: 'headings of lists' };
    const search = { t: 'search: words', f: 'search: postings', r: 'search: records', d: 'search: excerpts', p: 'search: places', w: 'search: corrections', c: 'search: categories', g: 'search: tags', s: 'search: root' };
    const families = {};
    for (const file of filesOf(path.join(site, 'bundle'))) {
        const letter = path.basename(file)[0];
        const family = isOfSearch(file) ? search[letter] : names[letter];
        (families[family] ??= []).push(file);
    }
    return families;
}
