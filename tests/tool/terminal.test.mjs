// Behaviour at a terminal: the progress bar and stopping with Ctrl-C.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { run, scratch, tool, write } from './support.mjs';

const article = (i, word = 'Word') => `---\ntitle: ${word} ${i}\ndate: 2025-01-02\ntags: [t${i % 97}, u${i % 89}]\n---\n\nText ${i}.\n`;

function site(t, count) {
    const folder = scratch(t, { 'site.toml': 'title = "T"\n' });
    for (let i = 0; i < count; ++i) write(folder, `content/a${i}.md`, article(i));
    return folder;
}

const atTerminal = (folder, environment, ...words) => spawnSync('script', ['-qefc',
    [tool, ...words].map(word => `'${word}'`).join(' '), '/dev/null'],
{ cwd: folder, encoding: 'utf8', env: { ...process.env, TERM: 'xterm', ...environment } });
const noTerminal = spawnSync('script', ['--version']).error ? 'script is not installed' : false;

test('long operations show a progress bar only at a terminal', { skip: noTerminal }, t => {
    const folder = site(t, 6000);
    const bar = /(Reading|Writing) \w+ +\[#*\.*\] \d+ of \d+/;
    const quick = ['build', '--pages', 'none'];
    const shown = atTerminal(folder, { NO_COLOR: '' }, 'build');
    assert.equal(shown.status, 0);
    assert.match(shown.stdout, bar);
    assert.match(shown.stdout, /\r\x1b\[K6000 articles, \d+ files in public/, 'the bar disappears at the end');
    for (const [environment, ...words] of [[{ NO_COLOR: '1' }, ...quick], [{ TERM: 'dumb' }, ...quick], [{}, ...quick, '--json'], [{}, 'list']]) {
        assert.doesNotMatch(atTerminal(folder, environment, ...words).stdout, bar, words.join(' '));
    }
    assert.equal(run(folder, ...quick).said, '');
});

// tests/press/serve/serve_test.cpp tests stopping during a build, with a build that never ends. Here the signal may
// come at any time.
for (const out of [[], ['--out', 'public']]) {
    test(['serve', ...out, 'stops at any time without leaving temporary files'].join(' '), async t => {
        const folder = site(t, 1500);
        const temporary = path.join(folder, 'tmp');
        mkdirSync(temporary);
        mkdirSync(path.join(folder, 'cache'));
        const environment = { ...process.env, TMPDIR: temporary, XDG_CACHE_HOME: path.join(folder, 'cache') };
        const child = spawn(tool, ['serve', ...out], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
        t.after(() => child.kill('SIGKILL'));
        const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
        await new Promise(resolve => child.stdout.on('data', text => String(text).includes('Serving at') && resolve()));
        for (let i = 0; i < 200; ++i) write(folder, `content/a${i}.md`, article(i, 'Changed'));
        child.kill('SIGINT');
        assert.equal(await ended, 0);
        assert.deepEqual(readdirSync(temporary), []);
        const names = [...readdirSync(folder), ...readdirSync(path.join(folder, 'cache'), { recursive: true })];
        assert.deepEqual(names.filter(name => name.includes('.partial-')), []);
        assert.ok(existsSync(path.join(folder, 'content')));
        assert.equal(existsSync(path.join(folder, 'public/index.html')), out.length > 0);
    });
}
