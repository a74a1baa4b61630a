// Makes the scripts that a site publishes from those of web/: each with the modules that it imports, without spaces and
// comments. Modules that are imported with import() stay files of their own, which are fetched when they are used.
// usage: join_scripts.mjs WEB READER_JS OUT NODE_MODULES MAPS
// READER_JS: the linker's module, imported as ./reader.js; MAPS: 1 adds source maps, for development, 0 none.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [web, glue, out, modules, maps] = process.argv.slice(2);
const { build } = createRequire(path.join(path.resolve(modules), 'x.js'))('esbuild');
const sources = readdirSync(web).filter(name => name.endsWith('.js')).sort();

const seams = {
    name: 'seams',
    setup({ onResolve }) {
        onResolve({ filter: /./ }, ({ kind, path: name }) => {
            if (kind === 'dynamic-import') return { path: name, external: true };
            if (kind === 'import-statement' && name === './reader.js') return { path: path.resolve(glue) };
        });
    },
};

// Scripts without imports may be classic ones, whose outer names are seen by others, so they keep them.
const join = (name, imports) => build({
    entryPoints: [path.join(web, name)], bundle: imports, ...imports && { format: 'esm' }, plugins: imports ? [seams] : [],
    outdir: out, write: false, minify: true, charset: 'utf8', target: 'es2022', legalComments: 'none',
    sourcemap: maps === '1' ? 'inline' : false, logLevel: 'warning',
});

const read = new Map(sources.map(name => [name, readFileSync(path.join(web, name), 'utf8')]));
const named = pattern => new Set([...read.values()].flatMap(text => [...text.matchAll(pattern)].map(match => match[1])));
const joined = named(/^(?:import|export) [^;(]*?'\.\/([\w-]+\.js)';/gm);
const loaded = named(/\bimport\('\.\/([\w-]+\.js)'\)/g);
const published = sources.filter(name => !joined.has(name) || loaded.has(name));

mkdirSync(out, { recursive: true });
const results = await Promise.all(published.map(name => join(name, /^import |^export .* from |\bimport\(/m.test(read.get(name)))));
const made = new Map(results.map(({ outputFiles: [file] }, index) => [published[index], file.contents]));
for (const old of readdirSync(out)) if (old.endsWith('.js') && !made.has(old)) rmSync(path.join(out, old));
for (const [name, bytes] of made) writeFileSync(path.join(out, name), bytes);
