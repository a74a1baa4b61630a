// The published site is complete and reproducible, even if builds fail or are killed.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { run, scratch, tool } from './support.mjs';

function writeArticles(folder, count, word, order = i => i) {
    mkdirSync(path.join(folder, 'content'), { recursive: true });
    for (let i = 0; i < count; ++i) {
        const number = order(i);
        const day = `2025-${String(number % 12 + 1).padStart(2, '0')}-${String(number % 28 + 1).padStart(2, '0')}`;
        writeFileSync(path.join(folder, 'content', `article-${number}.md`),
            `---\ntitle: ${word} ${number}\ndate: ${day}\ntags: [t${number % 7}]\ncategories: [Asia, C${number % 5}]\n---\n\n${word} text of ${number}.\n`);
    }
}

function stateOf(site) {
    const hash = createHash('sha256');
    const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter(each => each.isFile())
        .map(each => path.join(each.parentPath ?? each.path, each.name)).sort();
    for (const file of files) hash.update(path.relative(site, file)).update('\0').update(readFileSync(file)).update('\0');
    return hash.digest('hex');
}

const alone = ['build', '--now', '2026-01-01T00:00:00Z'];
const build = [...alone, '--no-cache'];

test('a build killed at any moment leaves the previous site or the new one complete', async t => {
    const folder = scratch(t);
    const site = path.join(folder, 'public');
    const whole = [];
    for (const word of ['New', 'Old']) {
        writeArticles(folder, 150, word);
        assert.equal(run(folder, ...build).code, 0);
        whole.push(stateOf(site));
    }
    writeArticles(folder, 150, 'New');
    const began = performance.now();
    assert.equal(run(folder, ...build, '--out', 'other').code, 0);
    const duration = performance.now() - began;
    let killed = 0;
    for (let i = 0; i < 20; ++i) {
        // Every other build uses the cache that the previous one left.
        const child = spawn(tool, i % 2 ? build : [...alone, '--cache', path.join(folder, 'cache')], { cwd: folder, stdio: 'ignore' });
        const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve(signal)));
        await new Promise(resolve => setTimeout(resolve, Math.random() * duration));
        child.kill('SIGKILL');
        if (await ended === 'SIGKILL') ++killed;
        assert.ok(whole.includes(stateOf(site)), `after kill ${i} the site is neither the old nor the new one`);
    }
    assert.ok(killed > 0, 'no build was still running when it was killed');
    assert.equal(run(folder, ...alone, '--cache', 'cache').code, 0);
    assert.equal(stateOf(site), whole[0]);
    assert.deepEqual(readdirSync(folder).filter(name => name.includes('.partial-')), []);
});

test('if writing fails, the previous site stays and the reason is reported', t => {
    const folder = scratch(t);
    writeArticles(folder, 50, 'Old');
    assert.equal(run(folder, ...build).code, 0);
    const before = stateOf(path.join(folder, 'public'));
    writeArticles(folder, 50, 'New');
    // Limits files to 8 blocks of 512 bytes. The signal is ignored, so that writing fails as on a full disk.
    const limited = spawnSync('sh', ['-c', `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`, tool, ...build], { cwd: folder, encoding: 'utf8' });
    assert.equal(limited.status, 1, limited.stderr);
    assert.match(limited.stderr, /error: cannot (write|copy) .+: (File too large|.*large)/);
    assert.equal(stateOf(path.join(folder, 'public')), before);
    assert.deepEqual(readdirSync(folder).filter(name => name.includes('.partial-')), []);
});

test('the output does not depend on threads, directory order, locale and time zone', t => {
    const states = [[1, i => i, 'C', 'UTC'], [4, i => 59 - i, 'de_DE.UTF-8', 'Asia/Kathmandu'], [2, i => i * 7 % 60, 'tr_TR.UTF-8', 'America/St_Johns']]
        .map(([jobs, order, language, zone]) => {
            const folder = scratch(t);
            writeArticles(folder, 60, 'Same', order);
            writeFileSync(path.join(folder, 'site.toml'), 'title = "Paper"\n');
            const made = spawnSync(tool, [...build, '--jobs', String(jobs)],
                { cwd: folder, env: { ...process.env, LC_ALL: language, LANG: language, TZ: zone }, encoding: 'utf8' });
            assert.equal(made.status, 0, made.stderr);
            return stateOf(path.join(folder, 'public'));
        });
    assert.equal(new Set(states).size, 1);
});

test('parts made in other folders, without hidden files and times, are joined to the same site', t => {
    const folder = scratch(t);
    writeArticles(folder, 200, 'New');
    assert.equal(run(folder, ...build, '--out', 'whole').code, 0);
    for (const number of [1, 2, 3]) {
        const copy = scratch(t);
        writeArticles(copy, 200, 'New', i => 199 - i);
        assert.equal(run(copy, ...build, '--part', `${number}/3`).code, 0);
        // As services for artifacts carry them, into the site's own folder.
        cpSync(path.join(copy, `part-${number}`), path.join(folder, 'content', `part-${number}`), { recursive: true });
        rmSync(path.join(folder, 'content', `part-${number}`, '.broadsheet'));
    }
    const parts = [1, 2, 3].map(number => `content/part-${number}`);
    assert.equal(run(folder, ...build, '--join', ...parts, '--out', 'joined').code, 0);
    assert.equal(stateOf(path.join(folder, 'joined')), stateOf(path.join(folder, 'whole')));

    const cut = run(folder, ...build, '--join', ...parts.slice(1), '--out', 'cut');
    assert.equal(cut.code, 1);
    assert.match(cut.said, /content\/part-2: error: part 1\/3 is missing; pass the folders of all parts to --join/);
    const wrong = run(folder, ...build, '--part', '4/3');
    assert.equal(wrong.code, 2);
    assert.match(wrong.said, /"4\/3" is not a part; write K\/N with K from 1 to N/);
    assert.equal(run(folder, ...build, '--part', '1/3', '--join', ...parts).code, 2);
});

test('a hundred broken files give a hundred sorted errors, and the previous site stays', t => {
    const folder = scratch(t);
    writeArticles(folder, 2000, 'Old');
    assert.equal(run(folder, ...build).code, 0);
    const before = stateOf(path.join(folder, 'public'));
    const broken = Array.from({ length: 100 }, (_, i) => `article-${i * 19}.md`);
    for (const name of broken) writeFileSync(path.join(folder, 'content', name), '---\ntitle: [\n---\n\nText.\n');
    const { code, said } = run(folder, ...build);
    assert.equal(code, 1);
    const named = [...said.matchAll(/^(article-\d+\.md):\d+:\d+: error: /gm)].map(match => match[1]);
    assert.deepEqual(named, [...broken].sort());
    assert.equal(stateOf(path.join(folder, 'public')), before);
});
