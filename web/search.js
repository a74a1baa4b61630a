// The search field in the page, and what it asks.
import { Searcher } from './searcher.js';

export class Search {
    constructor(host) {
        this.host = host;
        this.searcher = new Searcher(answer => {
            if (answer === null) this.fail();
            else this.host.call('search_answer', answer);
        });
        this.listen(host.page);
    }

    // Answers with the program's `search_answer`. The worker starts with the first request.
    ask(index, request) {
        this.asked = request;
        this.searcher.ask(new URL(index, this.host.bundle).href, request);
    }

    // An answer that nothing could be searched: the request, and outcome 2 (src/search/answer.h).
    fail() {
        queueMicrotask(() => this.host.call('search_answer', `${this.asked}2\x1f`));
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

    focus() {
        const field = this.field();
        field?.focus();
        field?.select();
    }

    listen(page) {
        const typed = field => {
            if (this.menu()?.contains(field)) this.host.call('search_typed', field.value);
        };
        page.addEventListener('input', event => {
            // What an input method is still composing is not yet a word.
            if (event.target.matches('.search-input') && !event.isComposing) typed(event.target);
        });
        page.addEventListener('compositionend', event => {
            if (event.target.matches('.search-input')) typed(event.target);
        });
        page.addEventListener('submit', event => {
            if (!event.target.matches('[role=search]') || this.host.ended || !this.host.presentedOnce) return;
            event.preventDefault();
            const words = event.target.querySelector('.search-input').value.trim();
            this.host.rememberScroll();
            this.host.call('open', `/search/${words ? `?q=${encodeURIComponent(words)}` : ''}`, '', 0, 0);
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

    // From the field through the results and back.
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
