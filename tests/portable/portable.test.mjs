// The tarball's program runs in bare systems: nothing but what Debian 11, 12 and 13 install first. debootstrap makes them
// once, in build/roots; that needs root.
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { built, root, scratch, tool as native } from '../tool/support.mjs';
import { filesOf } from '../npm/support.mjs';

const program = path.join(built, 'portable/broadsheet');
const now = ['--now', '2026-06-01T00:00:00Z', '--no-cache', '--base-url', 'https://paper.example/'];

// The tarball, unpacked.
function unpacked(t) {
    const folder = scratch(t);
    execFileSync('cpack', ['-G', 'TGZ', '-B', folder], { cwd: path.join(built, 'portable'), stdio: 'pipe' });
    const [file] = readdirSync(folder).filter(name => name.endsWith('.tar.gz'));
    execFileSync('tar', ['-xf', file, '--strip-components=1'], { cwd: folder });
    return { folder, file: path.join(folder, file) };
}

test('the program needs the C library alone, of 2020 or older, and is small', t => {
    const { folder, file } = unpacked(t);
    const installed = path.join(folder, 'bin/broadsheet');
    const needed = execFileSync('readelf', ['-d', installed], { encoding: 'utf8' }).matchAll(/\(NEEDED\).*\[(.*)\]/g);
    for (const [, name] of needed) assert.match(name, /^(libc|libm|libpthread|libdl|librt|ld-linux-x86-64)\.so\.\d$/);
    const versions = [...execFileSync('readelf', ['-V', installed], { encoding: 'utf8' }).matchAll(/GLIBC_2\.(\d+)/g)];
    assert.ok(versions.length > 0);
    for (const [name, minor] of versions) assert.ok(Number(minor) <= 31, name);
    assert.ok(!execFileSync('readelf', ['-S', installed], { encoding: 'utf8' }).includes('.debug_info'));
    t.diagnostic(`program ${(statSync(installed).size / 1e6).toFixed(1)} MB, tarball ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    for (const each of [installed, file]) assert.ok(statSync(each).size <= 15e6, `${each}: ${statSync(each).size} bytes`);
    for (const name of ['libwebp', 'curl', 'mbedtls', 'gumbo']) {
        assert.ok(readdirSync(path.join(folder, 'share/doc/broadsheet/third-party', name)).length > 0, `licence of ${name}`);
    }
});

test('the sample paper has the same bytes as the native tool makes', { skip: existsSync(native) ? false : `no ${native}` }, t => {
    const folder = scratch(t);
    for (const [each, out] of [[program, 'ours'], [native, 'native']]) {
        execFileSync(each, ['build', '--content', path.join(root, 'content'), '--out', out, ...now], { cwd: folder });
    }
    assert.deepEqual(filesOf(path.join(folder, 'ours')), filesOf(path.join(folder, 'native')));
});

const cannot = process.getuid() !== 0 ? 'only root can make and enter a bare system'
    : spawnSync('debootstrap', ['--version']).error ? 'not installed: debootstrap' : false;

function archive() {
    return execFileSync('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Identifier: Packages', 'Origin: Debian',
        'Label: Debian', 'Component: main'], { encoding: 'utf8' }).split('\n')[0];
}

// The folder of a bare system.
function bareSystem(suite) {
    const folder = path.join(built, 'roots', suite);
    if (existsSync(folder)) return folder;
    const unfinished = `${folder}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    execFileSync('debootstrap', ['--variant=minbase', suite, unfinished, archive()], { stdio: 'pipe' });
    renameSync(unfinished, folder);
    return folder;
}

const wordpress = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Paper</title>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://paper.example</wp:base_blog_url>
<item><title>The lake</title><link>https://paper.example/2026/01/02/the-lake/</link><dc:creator>ann</dc:creator>
<content:encoded><![CDATA[<p>Blue <b>water</b>.</p>]]></content:encoded><excerpt:encoded></excerpt:encoded><wp:post_id>7</wp:post_id>
<wp:post_date>2026-01-02 10:00:00</wp:post_date><wp:post_name>the-lake</wp:post_name><wp:status>publish</wp:status>
<wp:post_type>post</wp:post_type></item></channel></rss>
`;

for (const suite of ['bullseye', 'bookworm', 'trixie']) {
    test(`it builds, imports and serves in a bare Debian: ${suite}`, { skip: cannot }, async t => {
        const system = bareSystem(suite);
        const work = path.join(system, 'work');
        rmSync(work, { recursive: true, force: true });
        t.after(() => rmSync(work, { recursive: true, force: true }));
        const { folder } = unpacked(t);
        cpSync(path.join(folder, 'bin/broadsheet'), path.join(work, 'broadsheet'));
        cpSync(path.join(root, 'content'), path.join(work, 'content'), { recursive: true });
        writeFileSync(path.join(work, 'export.xml'), wordpress);
        const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/work' };
        const run = (...words) => spawnSync('chroot', [system, '/bin/sh', '-c', 'cd /work && exec ./broadsheet "$@"', 'sh', ...words],
            { encoding: 'utf8', env });
        const build = run('build', ...now);
        assert.equal(build.status, 0, build.stderr);
        execFileSync(program, ['build', '--content', path.join(root, 'content'), '--out', path.join(folder, 'here'), ...now]);
        assert.deepEqual(filesOf(path.join(work, 'public')), filesOf(path.join(folder, 'here')));

        const imported = run('import', 'wordpress', 'export.xml', '--out', 'old');
        assert.equal(imported.status, 0, imported.stderr);
        assert.match(readFileSync(path.join(work, 'old/import-report.md'), 'utf8'), /article|post/i);

        const server = spawn('chroot', [system, '/bin/sh', '-c', 'cd /work && exec ./broadsheet serve --port 18600'], { env });
        t.after(() => server.kill('SIGKILL'));
        const address = await new Promise((resolve, reject) => {
            let text = '';
            server.stdout.on('data', bytes => {
                text += bytes;
                const found = /Serving at (\S+)/.exec(text);
                if (found) resolve(found[1]);
            });
            server.stderr.on('data', bytes => { text += bytes; });
            server.on('exit', code => reject(new Error(`ended with ${code}: ${text}`)));
        });
        const page = await (await fetch(address)).text();
        assert.match(page, /<title>/);
        server.removeAllListeners('exit');
        const ended = new Promise(resolve => server.on('exit', resolve));
        server.kill('SIGTERM');
        assert.equal(await ended, 0);
    });
}
