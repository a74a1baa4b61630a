// Shared by the tests of the npm package: the tool in the package, and the native one beside it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { built, root, tool as native } from '../tool/support.mjs';

export { built, native, root };
export const packageFolder = path.join(built, 'npm/package');
export const program = path.join(packageFolder, 'bin/broadsheet.js');
export const corpora = path.resolve(root, '../shared/corpora');
export const noNative = existsSync(native) ? false : `no native tool to compare with: ${native}`;

// Runs a tool in `folder`: the npm package's, or the native one.
function runProgram(command, folder, words, env) {
    const start = performance.now();
    const { status, stdout, stderr } = spawnSync(command[0], [...command.slice(1), ...words],
        { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } });
    return { code: status, out: stdout, said: stderr, seconds: (performance.now() - start) / 1000 };
}
export const run = (folder, words, env) => runProgram([process.execPath, program], folder, words, env);
export const runNative = (folder, words, env) => runProgram([native], folder, words, env);

// The files of a folder: name → hash. Lists of made files are kept; they are alike too.
export function filesOf(folder) {
    const files = {};
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const file = path.join(entry.parentPath ?? entry.path, entry.name);
        files[path.relative(folder, file)] = createHash('sha256').update(readFileSync(file)).digest('hex');
    }
    return files;
}

export const press = path.join(built, 'npm/press');
export const modules = path.join(root, 'tests/browser/node_modules');
export const noPress = !existsSync(path.join(press, 'program.wasm.gz')) ? `no press in ${press}; ./dev npm makes it`
    : !existsSync(modules) ? 'no tests/browser/node_modules; ./dev setup brings them' : false;

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.gz': 'application/gzip' };

// Serves the press below a path as any host would, with more `headers` if wanted. `asked` collects the paths of requests.
export async function servePress(base = '/', headers = {}) {
    const asked = [];
    const server = createServer((request, response) => {
        asked.push(request.url);
        const file = path.join(press, request.url.slice(base.length).replace(/[?#].*/, '') || 'index.html');
        if (!request.url.startsWith(base) || !existsSync(file)) return response.writeHead(404).end();
        response.writeHead(200, { 'content-type': types[path.extname(file)], ...headers }).end(readFileSync(file));
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const close = () => {
        server.closeAllConnections();
        server.close();
    };
    return { url: `http://127.0.0.1:${server.address().port}${base}`, asked, close };
}
