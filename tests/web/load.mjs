// Loads a module of web/. Node.js takes files of that name for modules only if a package says so.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const web = fileURLToPath(new URL('../../web/', import.meta.url));

export async function load(name) {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-web-'));
    cpSync(web, folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    try {
        return await import(pathToFileURL(path.join(folder, name)));
    } finally {
        rmSync(folder, { recursive: true });
    }
}
