// What is only for people at a terminal, and how they stop what runs.
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

test('long work shows a bar at a terminal, and only there', { skip: noTerminal }, t => {
    const folder = site(t, 3000);
    const bar = /(Reading|Writing) (files|articles|pages) +\[#*\.*\] \d+ of \d+/;
    const quick = ['build', '--pages', 'none'];
    const shown = atTerminal(folder, { NO_COLOR: '' }, 'build');
    assert.equal(shown.status, 0);
    assert.match(shown.stdout, bar);
    assert.match(shown.stdout, /\r\x1b\[K3000 articles, \d+ files in public/, 'the bar is gone when the work is done');
    for (const [environment, ...words] of [[{ NO_COLOR: '1' }, ...quick], [{ TERM: 'dumb' }, ...quick], [{}, ...quick, '--json'], [{}, 'list']]) {
        assert.doesNotMatch(atTerminal(folder, environment, ...words).stdout, bar, words.join(' '));
    }
    assert.equal(run(folder, ...quick).said, '');
});

test('serve stops in the middle of a build, leaving nothing behind', async t => {
    const folder = site(t, 1500);
    const temporary = path.join(folder, 'tmp');
    mkdirSync(temporary);
    const child = spawn(tool, ['serve'], { cwd: folder, env: { ...process.env, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'pipe'] });
    t.after(() => child.kill('SIGKILL'));
    const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve(code ?? signal)));
    const building = () => readdirSync(temporary).some(name => name.includes('.partial-'));
    const wait = async (what, condition) => {
        for (let i = 0; !condition(); ++i) {
            assert.ok(i < 20000, what);
            await new Promise(resolve => setTimeout(resolve, 1));
        }
    };
    let said = '';
    child.stdout.on('data', text => said += text);
    await wait('it never served', () => said.includes('Serving at'));
    assert.ok(!building());
    for (let i = 0; i < 200; ++i) write(folder, `content/a${i}.md`, article(i, 'Changed'));
    await wait('it never built again', () => building() || said.match(/ articles, /g).length > 1);
    child.kill('SIGINT');
    assert.equal(await ended, 0);
    assert.deepEqual(readdirSync(temporary), []);
    assert.ok(existsSync(path.join(folder, 'content')));
});
