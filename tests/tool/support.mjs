// What the tests of the command line share: the built tool, and folders that go with the test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const built = process.env.BROADSHEET_BUILD ?? path.join(root, 'build');
export const tool = path.join(built, 'native/broadsheet');

// Runs the tool in `folder`; gives its exit code and what it said.
export function run(folder, ...words) {
    const { status, stdout, stderr } = spawnSync(tool, words, { cwd: folder, encoding: 'utf8' });
    return { code: status, out: stdout, said: stderr };
}

// A folder with `files` in it, removed after the test.
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
