// The worker that runs the tool, as promises.

export class Tool {
    #worker;
    #number = 0;
    #waiting = new Map();

    constructor(progress) { this.progress = progress; }

    start() {
        this.#worker ??= this.#make();
        return this.#worker;
    }

    restart() {
        this.#worker?.terminate();
        this.#worker = null;
        this.start();
    }

    // Sends a message that has its own way to be answered.
    send(message, transferred) { this.start().postMessage(message, transferred); }

    ask(kind, message = {}) {
        return new Promise((resolve, reject) => {
            const number = ++this.#number;
            this.#waiting.set(number, { resolve, reject });
            this.start().postMessage({ ...message, kind, number });
        });
    }

    #make() {
        const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
        worker.addEventListener('message', ({ data }) => {
            if (data.kind === 'progress') return this.progress(data);
            const { resolve, reject } = this.#waiting.get(data.number) ?? {};
            this.#waiting.delete(data.number);
            if (data.problem === undefined) resolve?.(data.value);
            else reject?.(new Error(data.problem));
        });
        worker.addEventListener('error', event => {
            for (const { reject } of this.#waiting.values()) reject(new Error(`The press stopped: ${event.message ?? 'unknown'}`));
            this.#waiting.clear();
        });
        return worker;
    }
}
