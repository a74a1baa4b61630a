// Carries requests to the tool and its answers back. The tool decides what it answers (src/press/serve/site_answers.h).
import http from 'node:http';
import { createRequire } from 'node:module';

const { rangeOf } = createRequire(import.meta.url)('./ranges.cjs'); // press/ranges.js

const keepAlive = 1000; // ms between comments that keep an event stream open

export class Server {
    // The last message of live reload, which new pages get at once.
    static lastState = '';

    #waiting = new Map(); // number of a request → { request, response }
    #streams = new Set();
    #number = 0;
    #timer;

    constructor(ask) {
        this.server = http.createServer((request, response) => {
            const path = decoded(request.url);
            if (path === null || !['GET', 'HEAD'].includes(request.method)) {
                response.writeHead(path === null ? 400 : 405).end();
                return;
            }
            this.#number += 1;
            this.#waiting.set(this.#number, { request, response });
            ask(this.#number, path);
        });
        this.#timer = setInterval(() => this.tell(': still here\n\n'), keepAlive);
    }

    // Resolves to the first free port from `port` on.
    async listen(host, port) {
        const tries = 100;
        for (let each = port; each < port + tries && each <= 65535; ++each) {
            if (await this.#tryListen(host, each)) return each;
        }
        throw new Error(`no free port from ${port} upwards`);
    }

    #tryListen(host, port) {
        return new Promise(resolve => {
            const failed = () => resolve(false);
            this.server.once('error', failed);
            this.server.listen(port, host, () => {
                this.server.off('error', failed);
                resolve(true);
            });
        });
    }

    answer({ number, status, headers, events, body }) {
        const { request, response } = this.#waiting.get(number) ?? {};
        this.#waiting.delete(number);
        if (!response || response.destroyed) return;
        if (events) {
            response.writeHead(status, headers).write(Server.lastState);
            this.#streams.add(response);
            response.on('close', () => this.#streams.delete(response));
            return;
        }
        const range = status === 200 && rangeOf(request.headers.range, body.length);
        if (range) {
            headers['Content-Range'] = `bytes ${range.first}-${range.last}/${body.length}`;
            body = body.subarray(range.first, range.last + 1);
        }
        if (status === 200) headers['Accept-Ranges'] = 'bytes';
        headers['Content-Length'] = body.length;
        response.writeHead(range ? 206 : status, headers);
        response.end(request.method === 'HEAD' ? undefined : body);
    }

    tell(event) {
        for (const each of this.#streams) each.write(event);
    }

    stop() {
        clearInterval(this.#timer);
        for (const each of this.#streams) each.destroy();
        this.server.close();
        this.server.closeAllConnections?.();
    }
}

// The path of a request's address; null if it is not valid.
function decoded(address) {
    try {
        return decodeURIComponent(address.split(/[?#]/)[0]);
    } catch {
        return null;
    }
}
