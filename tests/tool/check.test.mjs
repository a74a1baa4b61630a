// Problems that `check` reports and ignores, and its exit codes.
import assert from 'node:assert/strict';
import test from 'node:test';
import { run, scratch } from './support.mjs';

const article = (rest = '', body = 'Text.') => `---\ntitle: T\ndate: 2026-01-02\n${rest}---\n\n${body}\n`;

// The diagnostics of a folder, without the source lines.
function said(t, files, ...words) {
    const result = run(scratch(t, files), 'check', '--now', '2026-01-03T00:00:00Z', ...words);
    return { ...result, lines: result.said.split('\n').filter(line => /: (error|warning|note): /.test(line)) };
}

test('links to prefixes in check.ignore are not checked', t => {
    const files = { 'content/a.md': article('', '[a](/doc/x) [b](/documents/y) [c](/doc/z#w)') };
    assert.equal(said(t, { ...files, 'site.toml': '' }).lines.length, 3);
    const { code, lines } = said(t, { ...files, 'site.toml': '[check]\nignore = ["/doc/"]\n' });
    assert.deepEqual(lines, ['content/a.md:6:17: error: broken link "/documents/y"; correct the link']);
    assert.equal(code, 1);
    assert.equal(said(t, { ...files, 'site.toml': '[check]\nignore = ["/doc"]\n' }).code, 0);
});

test('many links to one missing folder cause a hint about check.ignore', t => {
    const links = Array.from({ length: 12 }, (_, i) => `[x](/pkg/${i})`).join(' ');
    const { lines } = said(t, { 'site.toml': '', 'content/a.md': article('', links) });
    assert.equal(lines.at(-1), 'site.toml: note: 12 of the broken links lead to folders that this site does not have; ' +
        'if another server serves them, set [check] ignore = ["/pkg/"]');
});

test('errors in [check] have positions', t => {
    for (const [text, wanted] of [
        ['[check]\nignore = "/doc/"\n', /^site.toml:2:\d+: error: check.ignore is "\/doc\/"; it must be a list/],
        ['[check]\nignore = ["doc"]\n', /^site.toml:2:\d+: error: "doc" is not a URL prefix;/],
        ['[check]\nignroe = []\n', /^site.toml:2:\d+: error: unknown key "ignroe" in \[check\]; did you mean "ignore"\?/],
        ['[feeds]\nlimit = 5\n', /^site.toml:2:\d+: error: limit is "5"; it must be a number from 10 to 50/],
    ]) {
        const { code, lines } = said(t, { 'site.toml': text, 'content/a.md': article() });
        assert.equal(code, 1);
        assert.match(lines[0], wanted);
    }
});

test('each missing target of an article is reported once', t => {
    const { lines } = said(t, {
        'site.toml': '[authors.newsroom]\nname = "The newsroom"\n',
        'content/a.md': article('author: Newsrom\n', '[x](b.md) [y](example.com) [z](mail@example.com)\n\n[w]({{< ref "c.md" >}})'),
    });
    assert.deepEqual(lines, [
        'content/a.md:4:9: warning: unknown author "Newsrom"; did you mean "newsroom"?',
        'content/a.md:7:5: error: there is no article "b.md"; correct the link',
        'content/a.md:7:15: error: broken link "example.com"; write https://example.com',
        'content/a.md:7:32: error: broken link "mail@example.com"; write mailto:mail@example.com',
        'content/a.md:9:5: error: there is no article "c.md"; correct the name in ref',
    ]);
});

test('tags that differ by case, future dates and long descriptions are warnings, which --strict fails on', t => {
    const files = {
        'site.toml': '',
        'content/a.md': article('tags: [Water]\n'), 'content/b.md': article('tags: [water]\nslug: b\n'),
        'content/c.md': article('tags: [Water]\nslug: c\n'),
        'content/d.md': article(`slug: d\ndescription: ${'long '.repeat(40)}\n`).replace('2026-01-02', '2027-01-02'),
    };
    const { code, lines } = said(t, files);
    assert.equal(code, 0);
    assert.deepEqual(lines, [
        'content/b.md:4:8: warning: the tag "water" is also spelled "Water"; use one spelling',
        'content/d.md:3:7: warning: the date 2027-01-02T00:00:00Z is in the future; builds do not publish the article before that date',
        'content/d.md:5:14: warning: the description is 199 characters long; search engines show only about 160',
    ]);
    assert.equal(said(t, files, '--strict').code, 1);
});
