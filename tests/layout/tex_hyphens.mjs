// Prints words with TeX's hyphens, for golden/layout/tex_hyphens_NAME.txt. Needs `luatex`.
//
// Usage: node tex_hyphens.mjs PATTERNS EXCEPTIONS BEFORE AFTER WORDS >FILE
//
// PATTERNS and EXCEPTIONS are TeX's own, hyph-NAME.pat.txt and hyph-NAME.hyp.txt of TeX Live (/dev/null: no exceptions).
// They are not taken from the npm package that the reader's files are made of: what is read wrongly there would be wrong
// here too. German is the exception, because the package has newer patterns than TeX Live; they were written in TeX's
// notation. WORDS is a file with a word in lower case in each line.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [patterns, exceptions, before, after, words] = process.argv.slice(2);

const program = String.raw`
local language = lang.new()
for letter = 39, 1200 do lang.sethjcode(language, letter, letter) end
lang.patterns(language, io.open("patterns"):read("a"))
lang.hyphenation(language, io.open("exceptions"):read("a"))
local shapes = {}
for letter = 32, 1200 do shapes[letter] = { width = 100, height = 100, depth = 0 } end
local font_number = font.define { name = "x", size = 655360, type = "virtual", characters = shapes, hyphenchar = 45 }
for word in io.lines("words") do
    local head = node.new("glue")
    local last = head
    local function append(one) last.next = one; one.prev = last; last = one end
    for _, letter in utf8.codes(word) do
        local glyph = node.new("glyph", 1)
        glyph.char = letter; glyph.font = font_number; glyph.lang = lang.id(language)
        glyph.left = ${before}; glyph.right = ${after}; glyph.uchyph = 1
        append(glyph)
    end
    append(node.new("glue"))
    lang.hyphenate(head)
    local text = ""
    for one in node.traverse(head) do
        if one.id == node.id("glyph") then text = text .. utf8.char(one.char) end
        if one.id == node.id("disc") then text = text .. "-" end
    end
    answers = (answers or "") .. text .. "\n"
    node.flush_list(head)
end
io.open("answers", "w"):write(answers)
`;

const folder = mkdtempSync(join(tmpdir(), 'tex-'));
const write = (name, text) => writeFileSync(join(folder, name), text);
write('patterns', readFileSync(patterns));
write('exceptions', readFileSync(exceptions));
write('words', readFileSync(words));
write('program.lua', program);
write('run.tex', String.raw`\catcode${'`'}\{=1 \catcode${'`'}\}=2 \directlua{dofile("program.lua")}\end`);
spawnSync('luatex', ['-ini', '-interaction=batchmode', './run.tex'], { cwd: folder });
process.stdout.write(readFileSync(join(folder, 'answers')));
