// Makes a library for Emscripten's linker from browser.h: for each of its functions, one that calls the method of that name
// of `Module.host` (web/host.js), so that the header is the only definition of these calls.
// usage: make_calls.mjs BROWSER_H RUNTIME_JS OUT
//
// A parameter of the header becomes an argument of the method:
//   const char* text, std::size_t text_length   a string; its length is no argument
//   float* sizes /*[3 * count]*/                a view into memory, valid until the call returns; its count is no argument
//   void* bytes /*[byte_count]*/                the same, of bytes
//   all others                                  a number
import { readFileSync, writeFileSync } from 'node:fs';

const [header, runtime, out] = process.argv.slice(2);

const heaps = { 'float': 'HEAPF32', 'unsigned': 'HEAPU32', 'std::uint32_t': 'HEAPU32', 'unsigned short': 'HEAPU16', 'void': 'HEAPU8' };
const shifts = { HEAPF32: 2, HEAPU32: 2, HEAPU16: 1, HEAPU8: 0 };

const camelCase = name => name.replace(/_(.)/g, (whole, letter) => letter.toUpperCase());

function fail(declaration) {
    throw new Error(`${header}: cannot make a call of "${declaration}"`);
}

// The function for a declaration.
function callOf(declaration) {
    const [, result, name, list] = /^(void|int|double) browser_(\w+)\((.*)\)$/.exec(declaration) ?? fail(declaration);
    const parameters = list === '' ? [] : list.split(', ').map(text =>
        /^(?:const )?(?<type>[\w: ]+?)(?<pointer>\*)? (?<name>\w+)(?: \/\*\[(?<count>.+)\]\*\/)?$/.exec(text)?.groups ?? fail(declaration));
    const values = [];
    const sizes = new Set(parameters.flatMap(({ count }) => /\w+$/.exec(count ?? '') ?? []));
    parameters.forEach(({ type, pointer, name: parameter, count }, index) => {
        if (type === 'char' && pointer) {
            const length = parameters[index + 1].name;
            sizes.add(length);
            values.push(`readText(${parameter}, ${length})`);
        } else if (pointer) {
            const heap = heaps[type] ?? fail(declaration);
            const start = `${parameter} >> ${shifts[heap]}`;
            values.push(`${heap}.subarray(${start}, (${start}) + ${count ?? fail(declaration)})`);
        } else {
            values.push(parameter);
        }
    });
    const passed = values.filter(value => !sizes.has(value));
    return `    browser_${name}: function (${parameters.map(each => each.name).join(', ')}) {
        ${result === 'void' ? '' : 'return '}Module['host'].${camelCase(name)}(${passed.join(', ')});
    },
    browser_${name}__deps: ['$readText'],
`;
}

const [, body] = /extern "C" \{\n(.*?)\n\}/s.exec(readFileSync(header, 'utf8'));
const declarations = body.replace(/\/\/.*/g, '').replace(/\s+/g, ' ').split(';').map(each => each.trim()).filter(Boolean);
// `connect` is that of the runtime, which is more than a call.
const calls = declarations.filter(each => each !== 'void browser_connect()').map(callOf);
writeFileSync(out, `mergeInto(LibraryManager.library, {\n${calls.join('')}});\n${readFileSync(runtime, 'utf8')}`);
