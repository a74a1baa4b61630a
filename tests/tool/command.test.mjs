// The command line: output, error messages and exit codes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { run, scratch, tool, write } from './support.mjs';

const article = (title, rest = '', body = 'Text.') => `---\ntitle: ${title}\ndate: 2026-01-02\n${rest}---\n\n${body}\n`;

test('every command has help with an example', t => {
    const folder = scratch(t);
    for (const words of [[], ['new'], ['new', 'site'], ['new', 'article'], ['build'], ['serve'], ['check'], ['list'], ['next'],
        ['press'], ['import'], ['import', 'wordpress']]) {
        const { code, out } = run(folder, ...words, '--help');
        assert.equal(code, 0, words.join(' '));
        assert.match(out, /Examples?:\n {2}broadsheet /, words.join(' '));
    }
    assert.match(run(folder, '--help').out, /Exit codes: 0: success; 1: .*\n2: /);
    assert.match(run(folder, '--version').out, /^broadsheet \d+\.\d+\.\d+\n$/);
});

test('invalid usage exits with 2 and suggests the most similar command', t => {
    const folder = scratch(t);
    const { code, said } = run(folder, 'biuld');
    assert.equal(code, 2);
    assert.match(said, /`broadsheet` has no command "biuld"; it has new, import, build,/);
    assert.match(said, /Did you mean `broadsheet build`\?/);
    const option = run(folder, 'build', '--contnt=x');
    assert.equal(option.code, 2);
    assert.match(option.said, /`broadsheet build` has no option --contnt\nDid you mean --content\?\n/);
    const source = run(folder, 'import', 'gost', 'export.json');
    assert.equal(source.code, 2);
    assert.match(source.said, /`broadsheet import` has no command "gost"; it has wordpress, ghost, blogger\n/);
    assert.match(source.said, /Did you mean `broadsheet import ghost`\?/);
    assert.equal(run(folder).code, 2);
    assert.equal(run(folder, 'build', '--bogus').code, 2);
    assert.equal(run(folder, 'build', '--now', 'someday').code, 2);
    assert.equal(run(folder, 'serve', '--port', '0').code, 2);
});

test('press copies the page from where the tool is installed, or says where it is to be had', t => {
    const folder = scratch(t);
    mkdirSync(path.join(folder, 'bin'));
    copyFileSync(tool, path.join(folder, 'bin/broadsheet'));
    const press = out => spawnSync(path.join(folder, 'bin/broadsheet'), ['press', '--out', out], { cwd: folder, encoding: 'utf8' });
    const without = press('page');
    assert.equal(without.status, 1);
    assert.match(without.stderr, /^press: error: the files of the page are not in .*\/share\/broadsheet\/press; they are in the npm package, /);
    assert.ok(!existsSync(path.join(folder, 'page')));
    for (const name of ['index.html', 'program.wasm.gz']) write(folder, `share/broadsheet/press/${name}`, name);
    const done = press('page');
    assert.equal(done.status, 0);
    assert.equal(done.stdout, '2 files in page (0.0 MB)\n');
    assert.equal(readFileSync(path.join(folder, 'page/index.html'), 'utf8'), 'index.html');
    assert.equal(run(folder, 'press').code, 2, '--out is required');
});

test('a new site builds, passes a strict check and is not overwritten', t => {
    const folder = scratch(t);
    assert.equal(run(folder, 'new', 'site', 'my-paper').code, 0);
    const site = path.join(folder, 'my-paper');
    const check = run(site, 'check', '--strict');
    assert.equal(check.said + check.out, '3 articles checked: 0 errors, 0 warnings\n');
    assert.equal(check.code, 0);
    assert.equal(run(site, 'build').code, 0);
    const page = readFileSync(path.join(site, 'public/index.html'), 'utf8');
    assert.match(page, /My paper/);
    assert.match(page, /The harbour opens at six/);
    assert.equal(page.includes('@'), false, 'the page contains a placeholder');
    assert.ok(existsSync(path.join(site, 'public/pictures/harbour.svg')));
    const again = run(folder, 'new', 'site', 'my-paper');
    assert.equal(again.code, 1);
    assert.match(again.said, /my-paper: error: the folder is not empty; /);
});

test('next says when articles appear and expire, nearest first, and why', t => {
    const dated = (title, date, rest = '') => `---\ntitle: ${title}\ndate: ${date}\n${rest}---\n\nText.\n`;
    const folder = scratch(t, {
        'site.toml': '',
        'content/soon.md': dated('Soon', '2026-03-04T12:00:00+02:00', 'expiryDate: 2026-04-01\n'),
        'content/later.md': dated('Later', '2026-01-02', 'publishDate: 2026-03-06\n'),
        'content/ends.md': dated('Ends', '2026-01-02', 'expiryDate: 2026-03-05T00:00:30Z\n'),
        'content/ended.md': dated('Ended', '2026-01-02', 'expiryDate: 2026-03-01\n'),
        'content/never.md': dated('Never', '2026-05-01', 'expiryDate: 2026-04-01\n'),
        'content/draft.md': dated('Draft', '2026-05-01', 'draft: true\n'),
        'content/old.md': dated('Old', '2026-01-02'),
    });
    const when = ['next', '--now', '2026-03-04T09:59:00Z'];
    const { code, out } = run(folder, ...when);
    assert.equal(code, 0);
    assert.deepEqual(out.trim().split('\n'), [
        '2026-03-04T12:00:00+02:00  in 1 minute  /2026/03/04/soon/ appears: Soon  (content/soon.md: date)',
        '2026-03-05T00:00:30Z  in 14 hours  /2026/01/02/ends/ expires: Ends  (content/ends.md: expiryDate)',
        '2026-03-06T00:00:00Z  in 38 hours  /2026/01/02/later/ appears: Later  (content/later.md: publishDate)',
        '2026-04-01T00:00:00Z  in 27 days  /2026/03/04/soon/ expires: Soon  (content/soon.md: expiryDate)',
    ]);
    const json = JSON.parse(run(folder, ...when, '--json').out);
    assert.equal(json.length, 4);
    assert.deepEqual(json[0], {
        time: '2026-03-04T12:00:00+02:00', change: 'appears', field: 'date', path: '/2026/03/04/soon/', title: 'Soon', file: 'content/soon.md',
    });
    assert.equal(run(folder, 'next', '--now', '2027-01-01').out, 'Nothing changes by itself: no article has a date to come.\n');
    assert.equal(run(folder, 'next', '--now', '2027-01-01', '--json').out, '[]\n');
    // What it says is what a build then does.
    const published = now => run(folder, 'build', '--json', '--now', now).out.match(/"articles":(\d+)/)[1];
    assert.equal(published('2026-03-04T09:59:59Z'), '2');
    assert.equal(published('2026-03-04T10:00:00Z'), '3');
    assert.equal(published('2026-03-05T00:00:30Z'), '2');
});

test('a new site for a host has the file that publishes it', t => {
    const folder = scratch(t);
    const { code, out } = run(folder, 'new', 'site', 'paper', '--host', 'github');
    assert.equal(code, 0);
    assert.match(out, /paper\/\.github\/workflows\/publish\.yml/);
    assert.equal(run(path.join(folder, 'paper'), 'check', '--strict').code, 0);
    assert.equal(run(folder, 'new', 'site', 'other', '--host', 'nowhere').code, 2);
    assert.equal(existsSync(path.join(folder, 'other')), false);
});

test('the default content folder is the current folder if it has any configuration file', t => {
    for (const config of ['site.toml', 'hugo.json', '_config.yaml', '_config.yml', 'config/_default/hugo.toml', 'config/_default/menus.yaml']) {
        const text = config.endsWith('.json') ? '{}\n' : '';
        const folder = scratch(t, { [config]: text, 'content/posts/old.md': article('Old'), '_posts/2026-01-02-old.md': article('Old') });
        const { code, out } = run(folder, 'list');
        assert.equal(code, 0, config);
        assert.match(out, /Old/, config);
    }
});

test('a new article has the folder and front matter format of the site', t => {
    const cases = [
        ['site.toml', 'title = "P"\n', 'articles/2026-03-04-a-title-with-signs.md', '---\ntitle: "A \\"title\\": with signs"\n'],
        ['_config.yml', 'title: P\n', '_posts/2026-03-04-a-title-with-signs.md', '---\n'],
        ['hugo.toml', 'title = "P"\n', 'content/posts/a-title-with-signs.md', '---\n'],
        ['config.toml', 'base_url = "https://e.org"\n', 'content/posts/a-title-with-signs.md', '+++\n'],
    ];
    for (const [config, text, name, start] of cases) {
        const folder = scratch(t, { [config]: text, 'content/posts/old.md': article('Old') });
        const result = run(folder, 'new', 'article', 'A "title": with signs', '--now', '2026-03-04T05:06:07Z');
        assert.equal(result.code, 0, result.said);
        const file = config === 'site.toml' ? result.out.trim() : name;
        const written = readFileSync(path.join(folder, file), 'utf8');
        assert.ok(written.startsWith(start), `${config}: ${written}`);
        assert.ok(written.includes('2026-03-04T05:06:07Z'));
        assert.match(run(folder, 'list', '--now', '2026-03-05').out, /A (“title”|"title"): with signs/);
        assert.match(run(folder, 'new', 'article', 'A "title": with signs', '--now', '2026-03-04').said, /already exists/);
    }
});

test('check reports and counts problems that a build ignores', t => {
    const folder = scratch(t, {
        'site.toml': 'title = "P"\n',
        'content/a.md': article('A', 'tags: [Water]\n',
            '## Part one\n\n[gone](/nowhere/) [part](#part-two) [other](b.md#part-on) [good](#part-one) [tag](/tag/water/) ![](p.svg)'),
        'content/b.md': article('B', `tags: [water, Water]\ndescription: ${'word '.repeat(40)}\n`, '## Part one'),
        'content/c.md': '---\ntitle: C\ndate: 2027-01-01\ntags: [Water]\n---\nText.\n',
        'content/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>',
    });
    const result = run(folder, 'check', '--now', '2026-06-01');
    assert.equal(result.code, 1);
    assert.equal(result.out, '3 articles checked: 3 errors, 4 warnings\n');
    for (const line of [
        'content/a.md:9:8: error: broken link "/nowhere/"; correct the link',
        'content/a.md:9:26: error: the page /2026/01/02/a/ has no anchor "#part-two"; correct or remove the fragment',
        'content/a.md:9:49: error: the page /2026/01/02/b/ has no anchor "#part-on"; did you mean "#part-one"?',
        'the picture "p.svg" has no alternative text; describe it: ![description](p.svg)',
        'warning: the tag "water" is also spelled "Water"; use one spelling',
        'content/b.md:5:14: warning: the description is 199 characters long; search engines show only about 160',
        'content/c.md:3:7: warning: the date 2027-01-01T00:00:00Z is in the future; builds do not publish the article before that date',
    ]) assert.ok(result.said.includes(line), `${line}\n--- in\n${result.said}`);
    assert.equal(existsSync(path.join(folder, 'public')), false);

    const json = JSON.parse(run(folder, 'check', '--json', '--now', '2026-06-01').out);
    assert.deepEqual([json.articles, json.errors, json.warnings, json.diagnostics.length], [3, 3, 4, 7]);
    assert.deepEqual(json.diagnostics[0], {
        severity: 'error', path: 'content/a.md', line: 9, column: 8, what: 'broken link "/nowhere/"',
        remedy: 'correct the link', source: json.diagnostics[0].source,
    });
});

test('warnings cause failure only with --strict', t => {
    const folder = scratch(t, { 'site.toml': '', 'content/a.md': article('A', '', '![](p.png)') });
    assert.equal(run(folder, 'check').code, 0);
    assert.equal(run(folder, 'check', '--strict').code, 1);
});

test('list prints each file with its path and state', t => {
    const folder = scratch(t, {
        'content/a.md': article('A', 'layout: wide\nparams: {mood: [calm, 2]}\n'), 'content/b.md': article('B', 'draft: true\n'),
        'content/c.md': article('C', 'expiryDate: 2026-02-01\n'), 'content/pages/about.md': '---\ntitle: About\n---\n',
    });
    const all = JSON.parse(run(folder, 'list', '--json', '--now', '2026-06-01').out);
    assert.deepEqual(all[1].fields, {});
    assert.deepEqual(all[0].fields, { layout: 'wide', params: { mood: ['calm', 2] } });
    assert.deepEqual(all.map(each => [each.file, each.path, each.kind, each.draft, each.future, each.expired]), [
        ['a.md', '/2026/01/02/a/', 'article', false, false, false],
        ['b.md', '/2026/01/02/b/', 'article', true, false, false],
        ['c.md', '/2026/01/02/c/', 'article', false, false, true],
        ['pages/about.md', '/about/', 'page', false, false, false],
    ]);
    assert.match(run(folder, 'list', '--drafts').out, /^2026-01-02 {2}\/2026\/01\/02\/b\/ {2}B {2}\(b\.md draft\)\n$/);
});

test('names of files that are not UTF-8 are listed with the replacement character', t => {
    const folder = scratch(t, { 'content/a.md': '---\ntitle: A\ndate: 2024-01-01\n---\nx\n', 'content/static/c.png': 'x' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/content/static/b`), Buffer.from([0xff]), Buffer.from('.png')]), 'x');
    const { code, out } = run(folder, 'build', '--json', '--no-cache');
    assert.equal(code, 0);
    const { changed, changed_bytes: bytes, files } = JSON.parse(out);
    assert.ok(changed.includes('b\ufffd.png'), changed.join());
    assert.equal(changed.length, files);
    assert.ok(bytes > 1);
});

test('names and titles cannot steer the terminal', t => {
    const evil = '\x1b[31mred\u202egnp\x07';
    const folder = scratch(t, {
        [`content/${evil}.md`]: `---\ntitle: "a\\e[2Jb\\nc"\ndate: 2999-01-01\n---\nx\n`,
    });
    for (const words of [['list'], ['next'], ['build', '--out', evil], [evil], ['build', `--x${evil}`], ['build', '--now', evil],
        ['new', 'site', evil], ['new', 'article', evil]]) {
        const { out, said } = run(folder, ...words);
        assert.doesNotMatch(out + said, /[\x00-\x09\x0b-\x1f\u202e]/, words.join());
        assert.notEqual(out + said, '');
    }
    assert.equal(run(folder, 'list').out.trim().split('\n').length, 2); // with the new article
});

test('a new site needs a new or empty folder', t => {
    const folder = scratch(t, { 'file': 'x', 'full/a': 'x' });
    for (const [name, said] of [
        ['', 'new site: error: the folder has no name; choose a new or empty folder\n'],
        ['file', 'file: error: this is a file; choose a new or empty folder\n'],
        ['full', 'full: error: the folder is not empty; choose a new or empty folder\n'],
    ]) {
        assert.deepEqual(run(folder, 'new', 'site', name), { code: 1, out: '', said });
    }
    assert.equal(run(folder, 'new', 'site', 'file/x').said.match(/error/g).length, 1);
});

test('output to a pipe has no colours', t => {
    const folder = scratch(t, { 'content/a.md': '---\ntitle: [A]\n---\n' });
    const { said, code } = run(folder, 'build');
    assert.equal(code, 1);
    assert.equal(said.includes('\x1b'), false);
    assert.match(said, /^a\.md:2:8: error: title is a list; it must be text\ntitle: \[A\]\n {7}\^\n1 error; nothing was written\n$/);
    const json = JSON.parse(run(folder, 'build', '--json').out);
    assert.equal(json.errors, 1);
    assert.equal(json.diagnostics[0].path, 'a.md');
});
