// Starts the tool and calls it. This is the other end of src/press/base/node/host.h in a browser: the file system is in
// memory, and there is one program, so nothing has to be kept apart.
import createProgram from './program.js';

async function program(imports) {
    const packed = await fetch(new URL('./program.wasm.gz', import.meta.url));
    if (!packed.ok) throw new Error(`the program could not be fetched (${packed.status})`);
    const stream = packed.body.pipeThrough(new DecompressionStream('gzip'));
    const answer = new Response(stream, { headers: { 'content-type': 'application/wasm' } });
    return WebAssembly.instantiateStreaming(answer, imports);
}

const nanoseconds = time => BigInt(time.getTime()) * 1000000n;

export class Program {
    // `progress` gets { what, done, of } during long calls.
    static async start(progress) {
        const result = new Program();
        result.module = await new Promise((resolve, reject) => {
            createProgram({
                host: result.#host(progress),
                print: text => console.debug(text),
                printErr: text => console.debug(text),
                instantiateWasm(imports, done) {
                    program(imports).then(({ instance, module }) => done(instance, module), reject);
                    return {};
                },
            }).then(resolve, reject);
        });
        return result;
    }

    get files() { return this.module.FS; }

    // Returns the program's answer, with its bytes as `body`.
    call(request) {
        this.answer = null;
        this.module.ccall('press_call', null, ['string'], [JSON.stringify(request)]);
        if (this.answer.kind === 'failed') throw new Error(this.answer.problem);
        return this.answer;
    }

    #host(progress) {
        return {
            processId: 1,
            isWindows: false, // the files are in memory
            programFile: '/press',
            isTerminal: () => false,
            link: () => false,
            isRunning: () => false,
            peakMemory: () => this.module.HEAPU8?.length ?? 0,
            stamp: path => {
                try {
                    const { mtime, ctime, size, ino } = this.files.stat(path);
                    return [nanoseconds(mtime), nanoseconds(ctime), BigInt(size), BigInt(ino)];
                } catch {
                    return null;
                }
            },
            send: (json, body) => {
                const message = JSON.parse(json);
                if (message.kind === 'progress') progress(message);
                else this.answer = { ...message, body };
            },
        };
    }
}
