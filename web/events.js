// Forwards the reader's input to the program.
import { rememberLanguage } from './language-choice.js';

const isPlainClick = event =>
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

// The Tab key goes on from this element, as after a navigation by the browser, which does not move it back with the history
// where the scroll position is ours.
function goOnFrom(element) {
    if (!element) return;
    const index = element.getAttribute('tabindex');
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.blur();
    if (index === null) element.removeAttribute('tabindex');
    else element.setAttribute('tabindex', index);
}

export class Events {
    constructor(host) {
        const { page, addresses, notices } = host;
        Object.assign(this, { host, page, addresses, notices });
        this.listen();
    }

    listen() {
        addEventListener('scroll', () => {
            this.host.call('scrolled', scrollY);
            clearTimeout(this.scrollTimer);
            this.scrollTimer = setTimeout(() => this.host.rememberScroll(), 150);
        }, { passive: true });
        this.page.addEventListener('scroll', event => {
            const number = Number(event.target.dataset?.scroller);
            if (number) this.host.call('scrolled_sideways', number, event.target.scrollLeft);
        }, { passive: true, capture: true });
        const resized = () => {
            this.host.call('resized', ...this.host.screen.viewport());
        };
        addEventListener('resize', resized);
        new ResizeObserver(resized).observe(document.documentElement);
        // During a pinch, the browser scales the current canvas. Afterwards, the canvas is drawn at the new resolution.
        const { visualViewport } = globalThis;
        const magnified = () => {
            clearTimeout(this.magnifyTimer);
            if (visualViewport.scale === 1 && !this.isMagnified) return;
            this.magnifyTimer = setTimeout(() => {
                this.isMagnified = visualViewport.scale > 1;
                this.host.call('magnified', visualViewport.scale, visualViewport.pageLeft, visualViewport.pageTop,
                    visualViewport.width, visualViewport.height);
            }, 80);
        };
        for (const type of visualViewport ? ['resize', 'scroll'] : []) visualViewport.addEventListener(type, magnified);
        this.host.dark.addEventListener('change', () => this.host.call('color_scheme', this.host.dark.matches ? 1 : 0));
        addEventListener('popstate', event => {
            if (this.host.ended || this.host.away) {
                location.reload();
                return;
            }
            const path = this.addresses.path(location);
            if (path === this.host.shownPath) { // only the fragment changed
                const fragment = this.addresses.fragment(location);
                if (event.state) this.host.scrollTo(event.state.scroll);
                else this.host.scrollToFragment(fragment);
                goOnFrom(document.getElementById(fragment));
                return;
            }
            const opened = this.host.open(path, this.addresses.fragment(location), 2, event.state?.scroll ?? 0);
            if (!opened) location.reload();
        });
        document.addEventListener('click', event => this.clicked(event));
        this.page.addEventListener('toggle', event => {
            const { key } = event.target.dataset ?? {};
            if (!key || !this.host.presentedOnce) return;
            this.host.call('toggled', key, event.target.open ? 1 : 0);
            if (key === 'menu-search' && event.target.open) this.host.withSearch(search => search.focus());
        }, { capture: true });
        document.addEventListener('pointerdown', event => this.closeMenus(event.target));
        document.addEventListener('keydown', event => {
            if (event.key !== 'Escape') return;
            // Browsers would empty the field of the search.
            if (event.target.closest?.('details[data-pops-up][open]')) event.preventDefault();
            this.closeMenus(null);
        });
        // A page that failed to load offline loads by itself when the network is back.
        this.page.addEventListener('invalid', event => this.explain(event.target), true);
        this.page.addEventListener('input', event => event.target.setCustomValidity?.(''), true);
        addEventListener('message', event => this.told(event));
        addEventListener('online', () => {
            if (this.page.querySelector('[data-action=retry]')) this.host.call('button', 'retry', '');
        });
        // The HTML shows pictures that the canvas cannot show, with their alternative text.
        for (const type of ['error', 'load']) {
            this.page.addEventListener(type, event => event.target.toggleAttribute('data-failed', type === 'error'), true);
        }
        for (const type of ['mouseover', 'mouseout', 'mousedown', 'mouseup']) {
            this.page.addEventListener(type, event => this.pointed(event), { passive: true });
        }
    }

    // Closes menus over the page when something else is used. The focus stays on a visible element.
    closeMenus(kept) {
        for (const menu of this.page.querySelectorAll('details[data-pops-up][open]')) {
            if (kept && menu.contains(kept)) continue;
            const focused = menu.contains(document.activeElement);
            menu.open = false;
            if (focused) menu.querySelector('summary').focus();
        }
    }

    clicked(event) {
        if (this.host.ended) return;
        const target = event.target.closest?.('a, button');
        if (!target || !this.page.contains(target) || event.defaultPrevented) return;
        if (this.host.ended || !this.host.presentedOnce) return; // plain HTML: links load pages
        if (target.dataset.action) {
            this.pressed(target);
            return;
        }
        if (isPlainClick(event) && target.matches('.enlarge')) {
            event.preventDefault();
            import('./enlarge.js').then(({ enlarge }) => enlarge(target, this.notices.words), () => this.host.leave(target.href));
            return;
        }
        if (target.hreflang) { // another edition, which is a site of its own
            rememberLanguage(target.hreflang);
            return;
        }
        if (this.host.away) return; // links load pages
        if (!isPlainClick(event) || target.origin !== location.origin || target.target) return;
        if (!target.pathname.startsWith(this.addresses.base)) return;
        if (target.pathname === location.pathname && target.hash) {
            this.host.rememberScroll();
            return;
        }
        // Paths with a file extension are files of the host.
        if (/\.[a-z0-9]+$/i.test(target.pathname) || (target.search && !target.pathname.endsWith('/search/'))) return;
        this.host.rememberScroll();
        if (this.host.open(this.addresses.path(target), this.addresses.fragment(target), 0, 0)) event.preventDefault();
    }

    // What is wrong with a field, in the language of the site instead of the browser's.
    explain(field) {
        const { fieldMissing, emailWrong } = this.notices.words;
        const { valueMissing, typeMismatch } = field.validity;
        field.setCustomValidity((valueMissing ? fieldMissing : typeMismatch && field.type === 'email' ? emailWrong : '') ?? '');
    }

    // The frame of live comments says how high it is.
    async told(event) {
        const frame = this.page.querySelector('iframe[data-comments]');
        if (!frame || event.source !== frame.contentWindow) return;
        const { heightIn } = await import('./comments.js');
        const height = heightIn(event.data);
        if (height && !this.host.ended && !this.host.away) this.host.call('button', 'comments-height', String(height));
    }

    pressed(button) {
        const { action, key = '' } = button.dataset;
        if (action === 'share') {
            navigator.share({ title: document.title, url: location.href }).catch(() => {});
        } else if (action === 'copy-link') {
            this.copy(location.href);
        } else if (action === 'keep-later') {
            this.host.offline?.keepLater(key && { path: key, title: button.closest('article').querySelector('h2').textContent });
        } else if (action === 'listen') {
            import('./listen.js').then(({ listen }) => listen(this.page, this.notices.words,
                this.page.querySelector('h1[lang]')?.lang ?? document.documentElement.lang)).catch(() => {});
        } else if (action === 'copy-code') {
            this.copy(button.parentElement.parentElement.querySelector('pre').textContent);
        } else {
            this.host.call('button', action, key);
            this.host.showChosen(button);
        }
    }

    async copy(text) {
        try {
            await navigator.clipboard.writeText(text);
            this.notices.announce(this.notices.words.copied);
        } catch {
            this.notices.announce(this.notices.words.copyRefused);
        }
    }

    // Tells the program which control is under the pointer. Movements within a control are not reported.
    pointed(event) {
        const control = event.type === 'mouseout' ? null : event.target.closest('a, button, summary');
        if (control === this.pointedAt && !event.type.startsWith('mouse' + 'd') && event.type !== 'mouseup') return;
        this.pointedAt = control;
        const place = control ? [event.pageX, event.pageY] : [-1, -1];
        this.host.call('pointer', ...place, event.type === 'mousedown' ? 1 : 0);
    }
}
