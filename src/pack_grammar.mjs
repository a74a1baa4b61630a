// Packs the tables of a grammar. usage: pack_grammar.mjs NAME PARSER_C TO_C TO_PACKED
//
// They are most of the tool's size, almost empty, and needed only by sites that show code in this language. TO_PACKED gets
// the tables; TO_C is PARSER_C without them, which unpacks them when it is asked for the language the first time
// (press/text/code_tables.h).
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const [name, from, toC, toPacked] = process.argv.slice(2);
let text = readFileSync(from, 'utf8');

function fail(why) {
    console.error(`${from}: ${why}; src/pack_grammar.mjs must learn it`);
    process.exit(1);
}

const number = constant => Number(new RegExp(`^#define ${constant} (\\d+)$`, 'm').exec(text)?.[1] ?? fail(`no ${constant}`));
const symbols = new Map([['ts_builtin_sym_end', 0]]);
for (const [, symbol, value] of /enum ts_symbol_identifiers \{([^}]*)\}/.exec(text)[1].matchAll(/(\w+) = (\d+),/g)) {
    symbols.set(symbol, Number(value));
}

function valueOf(word) {
    const [, value] = /^(?:ACTIONS|STATE)\((\d+)\)$/.exec(word) ?? /^(\d+)$/.exec(word) ?? [];
    return Number(value ?? symbols.get(word) ?? fail(`unknown value ${word}`));
}

// Cuts the definition that begins with `start` out of the text, and returns what is between its braces.
function cut(start) {
    const at = text.indexOf(start);
    const end = text.indexOf('\n};\n', at);
    if (at < 0 || end < 0) fail(`no table "${start}"`);
    const inside = text.slice(at + start.length, end);
    text = text.slice(0, at) + text.slice(end + '\n};\n'.length);
    return inside;
}

const columns = number('SYMBOL_COUNT');
const large = new Uint16Array(number('LARGE_STATE_COUNT') * columns);
for (const [, row, cells] of cut('static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {')
    .matchAll(/\[([^\]]+)\] = \{([^}]*)\}/g)) {
    for (const [, column, value] of cells.matchAll(/\[(\w+)\] = ([^,\s]+)/g)) large[valueOf(row) * columns + valueOf(column)] = valueOf(value);
}

const small = [];
for (const [, index, value] of cut('static const uint16_t ts_small_parse_table[] = {').matchAll(/(?:\[(\d+)\] = )?([^,\s]+),/g)) {
    if (index !== undefined && Number(index) !== small.length) fail(`a gap before [${index}]`);
    small.push(valueOf(value));
}

function replace(before, after) {
    if (!text.includes(before)) fail(`no "${before}"`);
    text = text.replace(before, after);
}
const symbol = `broadsheet_tables_${name}`;
replace('    .parse_table = &ts_parse_table[0][0],\n', '');
replace('    .small_parse_table = ts_small_parse_table,\n', '');
replace('  static const TSLanguage language = {', '  static TSLanguage language = {');
replace('  return &language;', `  if (language.parse_table == 0) {
    language.parse_table = broadsheet_unpacked_tables(${symbol}, ${symbol}_end - ${symbol}, ${large.length + small.length});
    language.small_parse_table = language.parse_table + ${large.length};
  }
  return &language;`);
replace('#include "tree_sitter/parser.h"\n', `#include "tree_sitter/parser.h"
extern const char ${symbol}[];
extern const char ${symbol}_end[];
const uint16_t *broadsheet_unpacked_tables(const char *packed, long size, long count);
`);
writeFileSync(toC, text);
writeFileSync(toPacked, deflateSync(Buffer.from(Uint16Array.from([...large, ...small]).buffer), { level: 9 }));
