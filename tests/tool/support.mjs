// Shared by the tests of the command line: the built tool and temporary folders.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const built = process.env.BROADSHEET_BUILD ?? path.join(root, 'build');
export const tool = path.join(built, 'native/broadsheet');

// Runs the tool in `folder`. Returns its exit code, `out` (stdout) and `said` (stderr).
export function run(folder, ...words) {
    const { status, stdout, stderr } = spawnSync(tool, words, { cwd: folder, encoding: 'utf8' });
    return { code: status, out: stdout, said: stderr };
}

// Creates a folder with `files`, which is removed after the test.
export function scratch(test, files = {}) {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-tool-'));
    test.after(() => rmSync(folder, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) write(folder, name, text);
    return folder;
}

export function write(folder, name, text) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
}
