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

// The numbers of `{ [index] = value, … }`, in order.
const listed = (inside, pattern) => [...inside.matchAll(pattern)].map(([, ...values], index) => {
    if (valueOf(values[0]) !== index) fail(`a gap before [${values[0]}]`);
    return values.slice(1).map(each => Number(each ?? 0));
}).flat();
const whole = (numbers, count, what) => numbers.length === count ? numbers : fail(`${numbers.length} numbers instead of ${count} in ${what}`);

// TSParseActionEntry has eight bytes: two of one byte each, and three numbers.
function actions(inside) {
    const entries = [];
    const add = (first, second, ...numbers) => entries.push(first | second << 8, numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0);
    const [shift, reduce, accept, recover] = [0, 1, 2, 3];
    const pattern = /\[(\d+)\] = \{\.entry = \{\.count = (\d+), \.reusable = (true|false)\}\}|([A-Z_]+)\(([^)]*)\)/g;
    for (const [, index, count, reusable, kind, given] of inside.matchAll(pattern)) {
        const words = (given ?? '').split(', ');
        if (index !== undefined) {
            if (Number(index) * 4 !== entries.length) fail(`a gap before [${index}]`);
            add(Number(count), reusable === 'true' ? 1 : 0);
        } else if (kind === 'SHIFT') add(shift, 0, valueOf(words[0]));
        else if (kind === 'SHIFT_REPEAT') add(shift, 0, valueOf(words[0]), 1 << 8);
        else if (kind === 'SHIFT_EXTRA') add(shift, 0, 0, 1);
        else if (kind === 'REDUCE') add(reduce, Number(words[1]), valueOf(words[0]), Number(words[2]) & 0xffff, Number(words[3]));
        else if (kind === 'ACCEPT_INPUT') add(accept, 0);
        else if (kind === 'RECOVER') add(recover, 0);
        else fail(`unknown action ${kind}`);
    }
    return entries;
}

function replace(before, after) {
    if (!text.includes(before)) fail(`no "${before}"`);
    text = text.replace(before, after);
}

// The tables in the order in which they are packed. The first has numbers of 32 bits, and the start of memory suits it.
const tables = [];
const pack = (field, type, definition, numbers) => tables.push({ field, type, numbers: numbers(cut(definition)) })
    && replace(new RegExp(`^    \\.${field} = .*\n`, 'm').exec(text)?.[0] ?? fail(`no field ${field}`), '');
const hasSmall = text.includes('ts_small_parse_table_map[] = {');
const first = number('LARGE_STATE_COUNT');
if (hasSmall) {
    pack('small_parse_table_map', 'uint32_t', 'static const uint32_t ts_small_parse_table_map[] = {', inside =>
        whole(listed(inside.replace(/SMALL_STATE\((\d+)\)/g, (call, state) => state - first), /\[(\d+)\] = (\d+),/g),
            number('STATE_COUNT') - first, 'small_parse_table_map')
            .flatMap(each => [each & 0xffff, each >>> 16]));
}
pack('parse_actions', 'TSParseActionEntry', 'static const TSParseActionEntry ts_parse_actions[] = {', actions);
pack('lex_modes', 'TSLexMode', 'static const TSLexMode ts_lex_modes[STATE_COUNT] = {', inside =>
    whole(listed(inside.replaceAll('{(TSStateId)(-1),}', '{.lex_state = 65535}'),
        /\[(\d+)\] = \{(?:\.lex_state = (\d+))?(?:, )?(?:\.external_lex_state = (\d+))?\},/g), 2 * number('STATE_COUNT'), 'lex_modes'));
if (text.includes('static const TSStateId ts_primary_state_ids[STATE_COUNT] = {')) {
    pack('primary_state_ids', 'TSStateId', 'static const TSStateId ts_primary_state_ids[STATE_COUNT] = {', inside =>
        whole(listed(inside, /\[(\d+)\] = (\d+),/g), number('STATE_COUNT'), 'primary_state_ids'));
}
pack('parse_table', 'uint16_t', 'static const uint16_t ts_parse_table[LARGE_STATE_COUNT][SYMBOL_COUNT] = {', inside => {
    const columns = number('SYMBOL_COUNT');
    const all = new Uint16Array(first * columns);
    for (const [, row, cells] of inside.matchAll(/\[([^\]]+)\] = \{([^}]*)\}/g)) {
        for (const [, column, value] of cells.matchAll(/\[(\w+)\] = ([^,\s]+)/g)) all[valueOf(row) * columns + valueOf(column)] = valueOf(value);
    }
    return [...all];
});
if (hasSmall) {
    pack('small_parse_table', 'uint16_t', 'static const uint16_t ts_small_parse_table[] = {', inside => {
        const all = [];
        for (const [, index, value] of inside.matchAll(/(?:\[(\d+)\] = )?([^,\s]+),/g)) {
            if (index !== undefined && Number(index) !== all.length) fail(`a gap before [${index}]`);
            all.push(valueOf(value));
        }
        return all;
    });
}

const symbol = `broadsheet_tables_${name}`;
const all = tables.flatMap(each => each.numbers);
let at = 0;
const fields = tables.map(({ field, type, numbers }) => {
    const line = `    language.${field} = (const ${type} *)(tables + ${at});\n`;
    at += numbers.length;
    return line;
}).join('');
replace('  static const TSLanguage language = {', '  static TSLanguage language = {');
replace('  return &language;', `  if (language.parse_table == 0) {
    const uint16_t *tables = broadsheet_unpacked_tables(${symbol}, ${symbol}_end - ${symbol}, ${all.length});
${fields}  }
  return &language;`);
replace('#include "tree_sitter/parser.h"\n', `#include "tree_sitter/parser.h"
extern const char ${symbol}[];
extern const char ${symbol}_end[];
const uint16_t *broadsheet_unpacked_tables(const char *packed, long size, long count);
`);
writeFileSync(toC, text);
writeFileSync(toPacked, deflateSync(Buffer.from(Uint16Array.from(all).buffer), { level: 9 }));
