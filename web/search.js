// The search field in the page, and the connection to the search worker (search-worker.js).
import { Passages } from './passages.js';

export class Searcher {
    // `answered` is called with an answer's text (src/search/answer/answer.h), or null if there is no answer; `passed` with
    // { request, path, passage } for each text given to `findPassage`.
    constructor(answered, passed = () => {}) {
        this.answered = answered;
        this.passed = passed;
        this.worker = null;
        this.index = '';
        this.root = null; // promise of the bytes of the index's root
        this.questions = 0;
    }

    // `index`: the URL of the index's root, which is fetched while the worker starts; `request`: an answer's text up to
    // its request. A newer question replaces a waiting one.
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
        worker.addEventListener('message', ({ data }) => data?.path === undefined ? this.answered(data) : this.passed(data));
        worker.addEventListener('error', () => {
            this.worker = null;
            this.answered(null);
        });
        return worker;
    }

    // Finds the part of the text of the result with this path that has words of the answered request.
    findPassage(request, path, text) {
        this.worker?.postMessage({ request, path, text });
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

export class Search {
    constructor(host) {
        this.host = host;
        this.passages = new Passages(host, (...text) => this.searcher.findPassage(...text),
            answer => this.host.call('search_answer', answer));
        this.searcher = new Searcher(answer => this.take(answer), found => this.passages.found(found));
        this.indexes = new Map(); // names of newer indexes, by those that they replace
        this.listen(host.page);
    }

    async take(answer) {
        const { asked, index } = this;
        if (!answer || Number(answer.split('\x1f')[6]) > 0) {
            const newer = await this.newerIndex();
            if (asked !== this.asked) return; // a newer question waits
            if (newer && newer !== index) {
                this.indexes.set(index, newer).delete(newer);
                this.ask(index, asked);
                return;
            }
        }
        if (answer) this.passages.answer(answer);
        else this.host.failSearch(asked);
    }

    // Files that are missing often mean that the site was published again.
    async newerIndex() {
        const { search } = await this.host.edition.ask() ?? {};
        return search ? `search.${search}.json` : null;
    }

    // Calls the program's `search_answer` with the result. The worker starts with the first request.
    ask(index, request) {
        while (this.indexes.has(index)) index = this.indexes.get(index);
        this.asked = request;
        this.index = index;
        this.searcher.ask(new URL(index, this.host.bundle).href, request);
    }

    menu() {
        return this.host.page.querySelector('details[data-key="menu-search"]');
    }

    field() {
        return this.host.page.querySelector('main .search-input') ?? this.menu()?.querySelector('.search-input');
    }

    open() {
        const menu = this.menu();
        if (menu && !this.host.page.querySelector('main .search-input')) menu.open = true;
        this.focus();
    }

    // A menu's `toggle` comes late: letters that were typed since stay.
    focus() {
        const field = this.field();
        if (!field || field === document.activeElement) return;
        field.focus();
        field.select();
    }

    listen(page) {
        const typed = field => {
            if (this.menu()?.contains(field)) this.host.call('search_typed', field.value);
        };
        page.addEventListener('input', event => {
            // Text that an input method is still composing is ignored.
            if (event.target.matches('.search-input') && !event.isComposing) typed(event.target);
        });
        page.addEventListener('compositionend', event => {
            if (event.target.matches('.search-input')) typed(event.target);
        });
        page.addEventListener('submit', event => {
            if (!event.target.matches('[role=search]') || !this.host.presentedOnce) return;
            const words = event.target.querySelector('.search-input').value.trim();
            this.host.rememberScroll();
            const path = `/search/${words ? `?q=${encodeURIComponent(words)}` : ''}`;
            if (this.host.open(path, '', 0, 0)) event.preventDefault();
        });
        document.addEventListener('keydown', event => this.pressed(event));
    }

    pressed(event) {
        if (event.isComposing || this.host.ended || !this.host.presentedOnce) return;
        const writing = event.target.closest?.('input, textarea, select, [contenteditable]');
        const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !writing;
        const command = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
        if (slash || command) {
            event.preventDefault();
            this.open();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            this.step(event);
        }
    }

    // Moves the focus between the field and the results.
    step(event) {
        const menu = this.menu();
        if (!menu?.open || !menu.contains(event.target)) return;
        const stops = [menu.querySelector('.search-input'), ...menu.querySelectorAll('a')];
        const at = stops.indexOf(event.target);
        if (at < 0) return;
        event.preventDefault();
        const next = at + (event.key === 'ArrowDown' ? 1 : -1);
        stops[(next + stops.length) % stops.length].focus();
    }
}
