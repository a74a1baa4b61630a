import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fileOf, policy, types } from '../../browser/support.mjs';

// A typical static host: it compresses text and allows caching of files with a hash in their name.
export async function serveCompressed(site) {
    const compressed = new Map();
    const brotli = file => {
        if (!compressed.has(file)) {
            compressed.set(file, brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        }
        return compressed.get(file);
    };
    const server = createServer((request, response) => {
        const address = new URL(request.url, 'http://host').pathname;
        const found = fileOf(site, address);
        const file = found ?? path.join(site, '404.html');
        const extension = path.extname(file);
        const text = /^\.(html|js|css|wasm|json|svg|xml|txt|webmanifest)$/.test(extension);
        response.writeHead(found ? 200 : 404, {
            'content-type': types[extension] ?? 'application/octet-stream',
            'content-security-policy': policy,
            'cache-control': /[.-][0-9a-f]{8,}[./]/.test(address) ? 'public, max-age=31536000, immutable' : 'no-cache',
            'x-content-type-options': 'nosniff',
            ...text ? { 'content-encoding': 'br' } : {},
        });
        response.end(text ? brotli(file) : readFileSync(file));
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return {
        url: address => `http://127.0.0.1:${server.address().port}${address}`,
        close: () => {
            server.closeAllConnections();
            server.close();
        },
    };
}
