// Loads a module of web/ that imports no others. Node.js takes its files for modules only by another extension.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export async function load(name) {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-web-'));
    const copy = path.join(folder, name.replace(/\.js$/, '.mjs'));
    copyFileSync(new URL(`../../web/${name}`, import.meta.url), copy);
    try {
        return await import(pathToFileURL(copy));
    } finally {
        rmSync(folder, { recursive: true });
    }
}
