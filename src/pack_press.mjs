// Makes the folder of the press in the browser. usage: pack_press.mjs TO PROGRAM_FOLDER ZIP_LIBRARY FILE...
//
// The program is packed: few hosts compress it, and the worker unpacks it. The service worker gets the list of all files
// and a version made from them, by which it knows what to keep on the device.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const [to, program, zipLibrary, ...sources] = process.argv.slice(2);
const files = new Map(sources.map(file => [path.basename(file), readFileSync(file)]));
files.set('program.js', readFileSync(path.join(program, 'program.js')));
files.set('program.wasm.gz', gzipSync(readFileSync(path.join(program, 'program.wasm')), { level: 9 }));
files.set('fflate.js', readFileSync(zipLibrary));

const hash = createHash('sha256');
for (const name of [...files.keys()].sort()) hash.update(name).update(files.get(name));
const shell = [...files.keys()].filter(name => name !== 'service-worker.js').sort();
const definitions = `const version = '${hash.digest('hex').slice(0, 16)}';\nconst shell = ${JSON.stringify(shell)};\n`;
files.set('service-worker.js', Buffer.from(definitions + files.get('service-worker.js')));

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const [name, bytes] of files) writeFileSync(path.join(to, name), bytes);
