// Packs program.wasm of one folder into another, beside program.cjs. usage: pack_program.mjs FROM TO
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 };
writeFileSync(path.join(to, 'program.wasm.br'), brotliCompressSync(readFileSync(path.join(from, 'program.wasm')), { params }));
copyFileSync(path.join(from, 'program.cjs'), path.join(to, 'program.cjs'));
