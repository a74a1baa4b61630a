// What the thread of the tool leaves to Node.js: serving and watching. src/press/base/node/host.h has the other end.
import { MessageChannel } from 'node:worker_threads';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Server } from './server.js';
import { Watch } from './watch.js';

const { fromSystem, toSystem } = createRequire(import.meta.url)('./paths.cjs');

export class Host {
    #channel = new MessageChannel();
    #signal = new Int32Array(new SharedArrayBuffer(4));
    #server;
    #watch;

    // What the thread of the tool gets.
    get link() { return { port: this.#channel.port2, signal: this.#signal }; }

    // Must not be the reason that the process goes on.
    start(worker) {
        this.worker = worker;
        this.#channel.port1.on('message', message => this.#handle(message));
        this.#channel.port1.unref();
    }

    stop() {
        this.#server?.stop();
        this.#watch?.stop();
        this.#channel.port1.close();
    }

    #send(message) {
        this.#channel.port1.postMessage(message);
        Atomics.add(this.#signal, 0, 1);
        Atomics.notify(this.#signal, 0);
    }

    #handle(message) {
        switch (message.kind) {
        case 'watch':
            this.#stopOnSignals(toSystem(message.excluded));
            this.#watch = new Watch(message.folders.map(each => toSystem(each)), toSystem(message.excluded),
                changes => this.#send({ kind: 'changes', ...changes, files: changes.files.map(each => fromSystem(each)) }));
            break;
        case 'listen':
            this.#server = new Server((number, path) => this.#send({ kind: 'request', number, path }));
            this.#server.listen(message.host, message.port).then(
                port => this.#send({ kind: 'listening', port }),
                error => this.#send({ kind: 'failed', problem: error.message }));
            break;
        case 'answer': this.#server.answer(message); break;
        case 'state': Server.lastState = message.event; this.#server?.tell(message.event); break;
        }
    }

    // The tool may be in the middle of a build, which nothing interrupts. Then its thread ends, and its temporary folder
    // is removed here.
    #stopOnSignals(folder) {
        const stop = () => {
            this.#send({ kind: 'stop' });
            setTimeout(async () => {
                await this.worker.terminate();
                const isTemporary = path.basename(folder).startsWith('broadsheet-serve-');
                if (isTemporary) fs.rmSync(folder, { recursive: true, force: true });
                process.exit(0);
            }, 1000).unref();
        };
        process.once('SIGINT', stop);
        process.once('SIGTERM', stop);
    }
}
