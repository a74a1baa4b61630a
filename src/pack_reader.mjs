// Packs the reader's files for the tool, which contains them. usage: pack_reader.mjs TO FILE...
//
// TO gets a line with the size of what follows unpacked; then packed a line for each file, "NAME SIZE", an empty line, and
// the files.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

const [to, ...names] = process.argv.slice(2);
const files = names.map(name => ({ name: path.basename(name), bytes: readFileSync(name) }));
const list = files.map(({ name, bytes }) => `${name} ${bytes.length}\n`).join('');
const all = Buffer.concat([Buffer.from(`${list}\n`), ...files.map(each => each.bytes)]);
writeFileSync(to, Buffer.concat([Buffer.from(`${all.length}\n`), deflateSync(all, { level: 9 })]));
