// The way to the worker that searches (search-worker.js).

export class Searcher {
    // `answered` is called with an answer's text (src/search/answer.h), or null where there is none.
    constructor(answered) {
        this.answered = answered;
        this.worker = null;
        this.index = '';
        this.root = null; // the bytes of the index's root, on their way
        this.questions = 0;
    }

    // `index`: the address of the index's root, which is fetched while the worker starts; `request`: an answer's text
    // up to its request. A newer question takes the place of one that waits.
    async ask(index, request) {
        const question = ++this.questions;
        try {
            this.worker ??= this.start();
        } catch {
            this.answered(null);
            return;
        }
        if (this.index !== index) this.root = this.fetchRoot(index);
        this.index = index;
        const root = await this.root;
        if (!root) this.index = ''; // fetched again for the next question
        if (question === this.questions) this.worker?.postMessage({ index, root, request });
    }

    start() {
        const worker = new Worker(new URL('./search-worker.js', import.meta.url), { type: 'module' });
        worker.addEventListener('message', event => this.answered(event.data));
        worker.addEventListener('error', () => {
            this.worker = null;
            this.answered(null);
        });
        return worker;
    }

    async fetchRoot(index) {
        try {
            const answer = await fetch(index);
            return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
        } catch {
            return null;
        }
    }
}
