// The installed program builds a complete site without the source tree.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { built, root, run, scratch } from './support.mjs';

function install(t) {
    const prefix = scratch(t);
    execFileSync('cmake', ['--install', path.join(built, 'native'), '--prefix', prefix], { stdio: 'pipe' });
    return prefix;
}

const web = path.join(built, 'web');
// Without [statistics], [comments] and [languages], a site has no scripts for them.
const unused = ['statistics.js', 'comments.js', 'comments-frame.js', 'not-found.js'];
const readerFiles = () => existsSync(web)
    ? readdirSync(web).filter(each => /\.(js|wasm|svg)$/.test(each) && !unused.includes(each)) : [];
const noReader = () => readerFiles().includes('reader.wasm') ? false : 'build/web has no reader: build the web preset first';

// Runs a command in a mount namespace in which an empty folder hides the source tree and its builds.
const hidden = ['unshare', '-rm', 'sh', '-c', 'mount -t tmpfs none "$0" && exec "$@"', root];
const cannotHide = () => spawnSync(hidden[0], [...hidden.slice(1), 'true']).status === 0 ? false
    : 'this machine does not permit mount namespaces (unshare)';

// Checks that the program builds a site in an empty folder, with no environment but the system's libraries.
function makesSite(t, program, around = []) {
    const folder = scratch(t);
    const [first, ...others] = [...around, program];
    const run = (...words) => spawnSync(first, [...others, ...words],
        { cwd: folder, encoding: 'utf8', env: { HOME: folder, PATH: '/usr/bin:/bin' } });
    assert.equal(run('new', 'site', '.').status, 0);
    const { status, stderr } = run('build');
    assert.equal(stderr, '', 'no warning about missing reader files');
    assert.equal(status, 0);
    const assets = path.join(folder, 'public/assets');
    const reader = readdirSync(assets).find(name => name.startsWith('reader.'));
    const made = name => readFileSync(path.join(assets, reader, name));
    for (const name of readerFiles()) {
        const own = readFileSync(path.join(web, name));
        if (name === 'service-worker.js') {
            const worker = readFileSync(path.join(folder, 'public/sw.js'));
            assert.ok(worker.subarray(-own.length).equals(own));
            assert.match(worker.toString(), /^const shell = \{"offline\/":0,"assets\/reader\./);
        } else if (name === 'service-worker-removal.js') {
            assert.ok(!readdirSync(path.join(assets, reader)).includes(name));
        } else if (name === 'search-worker.js') {
            assert.ok(made(name).subarray(-own.length).equals(own), 'the worker follows the embedded programs');
            assert.match(made(name).toString(), /^const programs = \{search: "\\0asm/);
        } else if (!/^(search|stem-\w+)\.wasm$/.test(name)) {
            assert.ok(made(name).equals(own), name);
        }
    }
    assert.match(readFileSync(path.join(folder, 'public/index.html'), 'utf8'), /<script type="module" src="\/assets\/reader\.\w+\/boot\.js"/);
}

test('installed into an empty prefix it carries the reader', { skip: noReader() }, t => {
    makesSite(t, path.join(install(t), 'bin/broadsheet'));
});

test('it does not need the source tree', { skip: noReader() || cannotHide() }, t => {
    const seen = spawnSync(hidden[0], [...hidden.slice(1), 'ls', '-A', root], { encoding: 'utf8' });
    assert.equal(seen.stdout, '', 'the source tree is hidden');
    makesSite(t, path.join(install(t), 'bin/broadsheet'), hidden);
});

const lacking = names => {
    const missing = names.filter(name => spawnSync(name, ['--version']).error);
    return missing.length ? `not installed: ${missing.join(', ')}` : false;
};

function pack(t, generator) {
    const folder = scratch(t);
    execFileSync('cpack', ['-G', generator, '-B', folder], { cwd: path.join(built, 'native'), stdio: 'pipe' });
    const [file] = readdirSync(folder).filter(name => /\.(deb|tar\.gz)$/.test(name));
    return { folder, file: path.join(folder, file) };
}

test('the Debian package has metadata and dependencies, and its program builds a site',
    { skip: noReader() || lacking(['cpack', 'dpkg-deb', 'dpkg-shlibdeps']) }, t => {
        const { folder, file } = pack(t, 'DEB');
        const fields = execFileSync('dpkg-deb', ['--field', file], { encoding: 'utf8' });
        assert.match(fields, /^Package: broadsheet$/m);
        assert.match(fields, /^Maintainer: Broadsheet maintainers$/m);
        assert.match(fields, /^Depends: .*libc6 \(>= /m);
        const tree = path.join(folder, 'tree');
        execFileSync('dpkg-deb', ['--extract', file, tree]);
        makesSite(t, path.join(tree, 'usr/bin/broadsheet'));
        const documents = path.join(tree, 'usr/share/doc/broadsheet');
        assert.match(readFileSync(path.join(documents, 'copyright'), 'utf8'), /^MIT License/);
        for (const name of ['imgui', 'md4c', 'sheenbidi', 'libunibreak', 'utf8proc', 'snowball', 'tree-sitter-c']) {
            assert.ok(readdirSync(path.join(documents, 'third-party', name)).length > 0, `the licence of ${name}`);
        }
    });

test('the program of the tarball builds a site', { skip: noReader() || lacking(['cpack', 'tar']) }, t => {
    const { folder, file } = pack(t, 'TGZ');
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    makesSite(t, path.join(file.replace(/\.tar\.gz$/, ''), 'bin/broadsheet'));
});

test('without reader files the site is plain HTML, and a warning names the missing files', t => {
    const folder = scratch(t, { 'content/2026-01-02-a.md': '# A\n\nText.\n', 'program/boot.js': '' });
    const { code, said } = run(folder, 'build', '--program', 'program');
    assert.equal(code, 0);
    assert.match(said, /^program: warning: missing reader files: reader\.wasm;/);
    assert.doesNotMatch(readFileSync(path.join(folder, 'public/index.html'), 'utf8'), /<script type="module"/);
});

test('the manual and completion scripts are installed, and bash completion works', t => {
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
