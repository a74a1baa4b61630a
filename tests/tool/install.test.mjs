// The program as it is installed: alone, with no source tree about, it makes a whole site.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { built, scratch } from './support.mjs';

function install(t) {
    const prefix = scratch(t);
    execFileSync('cmake', ['--install', path.join(built, 'native'), '--prefix', prefix], { stdio: 'pipe' });
    return prefix;
}

test('installed into an empty prefix it carries the reader', t => {
    const prefix = install(t);
    const folder = scratch(t);
    // Nothing of this machine's but libraries and a folder for pictures.
    const run = (...words) => spawnSync(path.join(prefix, 'bin/broadsheet'), words,
        { cwd: folder, encoding: 'utf8', env: { HOME: folder, PATH: '/usr/bin:/bin' } });
    assert.equal(run('new', 'site', '.').status, 0);
    const { status, stderr } = run('build');
    assert.equal(stderr, '', 'no word of a reader that is missing');
    assert.equal(status, 0);
    const assets = path.join(folder, 'public/assets');
    const reader = readdirSync(assets).find(name => name.startsWith('reader.'));
    for (const name of readdirSync(path.join(built, 'web')).filter(each => /\.(js|wasm|svg)$/.test(each))) {
        assert.ok(readFileSync(path.join(assets, reader, name)).equals(readFileSync(path.join(built, 'web', name))), name);
    }
    assert.match(readFileSync(path.join(folder, 'public/index.html'), 'utf8'), /<script type="module" src="\/assets\/reader\.\w+\/boot\.js"/);
});

test('manual and completion come with it and are read by what they are for', t => {
    const prefix = install(t);
    const manual = readFileSync(path.join(prefix, 'share/man/man1/broadsheet.1'), 'utf8');
    assert.match(manual, /^\.TH BROADSHEET 1 /);
    for (const command of ['new site', 'new article', 'build', 'serve', 'check', 'list']) {
        assert.ok(manual.includes(`.SS broadsheet ${command}\n`), command);
    }
    const script = path.join(prefix, 'share/bash-completion/completions/broadsheet');
    const complete = (...words) => execFileSync('bash', ['-c',
        `source ${script}; COMP_WORDS=(broadsheet ${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; ` +
        '_broadsheet; printf "%s\\n" "${COMPREPLY[@]}"'], { encoding: 'utf8' }).trim().split('\n');
    assert.deepEqual(complete('ch'), ['check']);
    assert.deepEqual(complete('new', ''), ['site', 'article', '--help']);
    assert.deepEqual(complete('check', '--st'), ['--strict']);
    assert.deepEqual(complete('build', '--pages', 'ar'), ['articles']);
    assert.ok(existsSync(path.join(prefix, 'share/zsh/vendor-completions/_broadsheet')));
    assert.match(readFileSync(path.join(prefix, 'share/fish/vendor_completions.d/broadsheet.fish'), 'utf8'), / -a serve -d '/);
});
