// The browser's side of the reader: answers its calls (src/reader/host.h) and tells it what happens.
import { copyMeaning } from './copy.js';
import { Edition } from './edition.js';
import { MirrorLayer } from './mirror.js';
import { loadPicture } from './pictures.js';
import { Renderer } from './renderer.js';
import { Search } from './search.js';
import { styles } from './styles.js';
import { Text } from './text.js';

const idlePatience = 100; // ms until work for later is done, in browsers that do not say when they are idle
const contextPatience = 3000; // ms until a lost graphics context gives way to the HTML

const isPlainClick = event =>
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

export class Host {
    constructor({ base, bundle, early }) {
        Object.assign(this, { base, bundle, early, ended: false, framePending: false });
    }

    // The program is there: `memory` reaches into it.
    connect(memory) {
        this.memory = memory;
    }

    start() {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        this.page = document.getElementById('page');
        this.canvas = document.createElement('canvas');
        this.canvas.id = 'canvas';
        this.canvas.setAttribute('aria-hidden', 'true');
        this.page.before(this.canvas);
        this.announcer = document.createElement('div');
        this.announcer.className = 'announcer';
        this.announcer.setAttribute('role', 'status');
        document.body.append(this.announcer);
        this.mirror = new MirrorLayer(this.page);
        this.text = new Text();
        this.search = new Search(this);
        this.edition = new Edition(new URL('manifest.json', this.bundle), () => this.words,
            text => { this.announcer.textContent = text; });
        this.dark = matchMedia('(prefers-color-scheme: dark)');
        this.takeOverScroll();
        this.listen();
        // What the browser opened, say for a text that an address looks for, stays open.
        this.opened = [...this.page.querySelectorAll('.prose details[open][data-key]')].map(details => details.dataset.key);
        const view = this.viewport();
        this.text.ratio = view[3];
        const site = location.origin + this.base.replace(/\/$/, '');
        this.call('start', this.base, site, globalThis.broadsheetSettings?.text ?? '',
            this.dark.matches ? 1 : 0, navigator.share ? 1 : 0,
            this.path(location), this.fragment(location), scrollY, ...view);
    }

    // Calls the program; strings are handed over in its memory.
    call(name, ...values) {
        if (this.ended) return;
        const borrowed = [];
        const plain = values.map(value => {
            if (typeof value === 'number') return value;
            const bytes = typeof value === 'string' ? new TextEncoder().encode(`${value}\0`) : value;
            const pointer = this.memory.allocate(bytes.length);
            this.memory.HEAPU8().set(bytes, pointer);
            borrowed.push(pointer);
            return pointer;
        });
        const began = this.watch && performance.now();
        try {
            return this.memory.call(name, plain);
        } catch (error) {
            this.giveUp(error);
        } finally {
            this.watch?.(name, performance.now() - began, this);
            borrowed.forEach(pointer => this.memory.release(pointer));
        }
    }

    // Back to the readable HTML: the text shows itself again, and links load pages.
    giveUp(error) {
        if (this.ended) return;
        this.ended = true;
        if (error) console.warn('Broadsheet: the page stays as HTML.', error);
        document.documentElement.classList.remove('drawn');
        this.canvas?.remove();
    }

    // --- Where we are ---------------------------------------------------------------------------

    viewport() {
        const root = document.documentElement;
        const ratio = devicePixelRatio;
        if (ratio !== this.unitRatio) {
            this.unitRatio = ratio;
            this.layoutUnit = this.text.layoutUnit(ratio);
        }
        return [root.getBoundingClientRect().width, innerWidth, innerHeight, ratio, this.layoutUnit];
    }

    path(address) {
        const path = address.pathname.slice(this.base.length - 1).replace(/\/index\.html$/, '/');
        if (path === '/search/') return path + address.search;
        try {
            return decodeURIComponent(path);
        } catch {
            return path;
        }
    }

    fragment(address) {
        try {
            return decodeURIComponent(address.hash.slice(1));
        } catch {
            return '';
        }
    }

    // Between its pages the reader restores positions; between documents the browser does, while the
    // page is still the HTML it was sent as.
    takeOverScroll() {
        const saved = history.scrollRestoration === 'manual' ? history.state?.scroll : null;
        if (saved && !scrollY) scrollTo({ top: saved, behavior: 'instant' });
        this.watch = globalThis.broadsheetWatch; // tests and benchmarks: told of each call, its milliseconds, and us
        history.scrollRestoration = 'manual';
        addEventListener('pagehide', () => { history.scrollRestoration = 'auto'; });
        addEventListener('pageshow', () => { history.scrollRestoration = 'manual'; });
    }

    url(path, fragment) {
        if (path.startsWith('/search/?')) return this.base + path.slice(1);
        const encoded = path.slice(1).split('/').map(encodeURIComponent).join('/');
        return this.base + encoded + (fragment ? `#${encodeURIComponent(fragment)}` : '');
    }

    // --- What happens ----------------------------------------------------------------------------

    listen() {
        addEventListener('scroll', () => {
            this.call('scrolled', scrollY);
            clearTimeout(this.scrollTimer);
            this.scrollTimer = setTimeout(() => this.rememberScroll(), 150);
        }, { passive: true });
        this.page.addEventListener('scroll', event => {
            const number = Number(event.target.dataset?.scroller);
            if (number) this.call('scrolled_sideways', number, event.target.scrollLeft);
        }, { passive: true, capture: true });
        const resized = () => {
            const view = this.viewport();
            this.text.ratio = view[3];
            this.call('resized', ...view);
        };
        addEventListener('resize', resized);
        new ResizeObserver(resized).observe(document.documentElement);
        // While fingers move, what is drawn is magnified as it is; then it is drawn finer.
        const { visualViewport } = globalThis;
        const magnified = () => {
            clearTimeout(this.magnifyTimer);
            if (visualViewport.scale === 1 && !this.isMagnified) return;
            this.magnifyTimer = setTimeout(() => {
                this.isMagnified = visualViewport.scale > 1;
                this.call('magnified', visualViewport.scale, visualViewport.pageLeft, visualViewport.pageTop,
                    visualViewport.width, visualViewport.height);
            }, 80);
        };
        for (const type of visualViewport ? ['resize', 'scroll'] : []) visualViewport.addEventListener(type, magnified);
        this.dark.addEventListener('change', () => this.call('color_scheme', this.dark.matches ? 1 : 0));
        addEventListener('popstate', event => {
            if (this.ended) {
                location.reload();
                return;
            }
            const path = this.path(location);
            if (path === this.shownPath) { // only the fragment changed
                if (event.state) this.scrollTo(event.state.scroll);
                else this.scrollToFragment(this.fragment(location));
                return;
            }
            this.call('open', path, this.fragment(location), 2, event.state?.scroll ?? 0);
        });
        document.addEventListener('click', event => this.clicked(event));
        document.addEventListener('copy', event => { if (!this.ended) copyMeaning(event, this.page); });
        this.page.addEventListener('toggle', event => {
            const { key } = event.target.dataset ?? {};
            if (!key || !this.presentedOnce) return;
            this.call('toggled', key, event.target.open ? 1 : 0);
            if (key === 'menu-search' && event.target.open) this.search.focus();
        }, { capture: true });
        document.addEventListener('pointerdown', event => this.closeMenus(event.target));
        document.addEventListener('keydown', event => {
            if (event.key === 'Escape') this.closeMenus(null);
        });
        // What the canvas cannot show either shows itself, with its text.
        for (const type of ['error', 'load']) {
            this.page.addEventListener(type, event => event.target.toggleAttribute('data-failed', type === 'error'), true);
        }
        for (const type of ['mouseover', 'mouseout', 'mousedown', 'mouseup']) {
            this.page.addEventListener(type, event => this.pointed(event), { passive: true });
        }
        document.fonts?.addEventListener('loadingdone', () => this.call('surface'));
        this.canvas.addEventListener('webglcontextlost', event => {
            event.preventDefault();
            document.documentElement.classList.remove('drawn');
            this.lostTimer = setTimeout(() => this.giveUp('the graphics context was lost'), contextPatience);
        });
        this.canvas.addEventListener('webglcontextrestored', () => {
            clearTimeout(this.lostTimer);
            this.renderer.restore();
            this.call('surface');
            if (!this.ended) document.documentElement.classList.add('drawn');
        });
    }

    // Menus over the page close when something else is used; the focus stays where it can be seen.
    closeMenus(kept) {
        for (const menu of this.page.querySelectorAll('details[data-pops-up][open]')) {
            if (kept && menu.contains(kept)) continue;
            const focused = menu.contains(document.activeElement);
            menu.open = false;
            if (focused) menu.querySelector('summary').focus();
        }
    }

    rememberScroll() {
        history.replaceState({ ...history.state, scroll: scrollY }, '');
    }

    clicked(event) {
        if (this.ended) return;
        const target = event.target.closest?.('a, button');
        if (!target || !this.page.contains(target) || event.defaultPrevented) return;
        if (this.ended || !this.presentedOnce) return; // plain HTML: links load pages
        if (target.dataset.action) {
            this.pressed(target);
            return;
        }
        if (isPlainClick(event) && target.matches('.enlarge')) {
            event.preventDefault();
            import('./enlarge.js').then(({ enlarge }) => enlarge(target, this.words), () => this.leave(target.href));
            return;
        }
        if (!isPlainClick(event) || target.origin !== location.origin || target.target) return;
        if (!target.pathname.startsWith(this.base)) return;
        if (target.pathname === location.pathname && target.hash) {
            this.rememberScroll();
            return;
        }
        // What has an ending is a file of the host's.
        if (/\.[a-z0-9]+$/i.test(target.pathname) || (target.search && !target.pathname.endsWith('/search/'))) return;
        event.preventDefault();
        this.rememberScroll();
        this.call('open', this.path(target), this.fragment(target), 0, 0);
    }

    pressed(button) {
        const { action } = button.dataset;
        if (action === 'share') {
            navigator.share({ title: document.title, url: location.href }).catch(() => {});
        } else if (action === 'copy-link') {
            this.copy(location.href);
        } else if (action === 'copy-code') {
            this.copy(button.parentElement.parentElement.querySelector('pre').textContent);
        } else {
            this.call('button', action);
        }
    }

    async copy(text) {
        try {
            await navigator.clipboard.writeText(text);
            this.announce(this.words.copied);
        } catch {
            this.announce(this.words.copyRefused);
        }
    }

    // A short word for everyone: shown, and read out.
    announce(text) {
        this.announcer.textContent = text;
        const note = document.createElement('div');
        note.className = 'note';
        note.setAttribute('aria-hidden', 'true');
        note.textContent = text;
        document.body.append(note);
        setTimeout(() => note.remove(), 1800);
    }

    // The program draws what is under the pointer; it need not know every step of the way there.
    pointed(event) {
        const control = event.type === 'mouseout' ? null : event.target.closest('a, button, summary');
        if (control === this.pointedAt && !event.type.startsWith('mouse' + 'd') && event.type !== 'mouseup') return;
        this.pointedAt = control;
        const place = control ? [event.pageX, event.pageY] : [-1, -1];
        this.call('pointer', ...place, event.type === 'mousedown' ? 1 : 0);
    }

    // --- What the program asks for ---------------------------------------------------------------

    font(...values) { this.text.addFont(...values); }
    measure(texts, fonts, widths) { this.text.measure(texts, fonts, widths); }
    wordEnds(text, ends) { return this.text.wordEnds(text, ends); }
    baseline(font, lineHeight) { return this.text.baseline(font, lineHeight); }

    today() {
        const now = new Date();
        return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
    }

    async fetch(request, file) {
        let bytes = null;
        try {
            const options = file === 'manifest.json' ? { cache: 'no-cache' } : {};
            const answer = await (this.early.get(file) ?? fetch(new URL(file, this.bundle), options));
            if (answer.ok) bytes = new Uint8Array(await answer.arrayBuffer());
            if (bytes && file === 'manifest.json') this.edition.known = JSON.parse(new TextDecoder().decode(bytes)).publish;
        } catch {
            // The program says what is missing.
        }
        this.early.delete(file);
        this.call('file', request, bytes ? 1 : 0, bytes ?? new Uint8Array(1), bytes?.length ?? 0);
    }

    requestFrame() {
        if (this.framePending) return;
        this.framePending = true;
        requestAnimationFrame(() => {
            this.framePending = false;
            this.call('frame');
        });
    }

    requestStep(whenIdle) {
        if (whenIdle) {
            (globalThis.requestIdleCallback ?? (work => setTimeout(work, idlePatience)))(() => this.call('step'));
            return;
        }
        if (!this.steps) {
            this.steps = new MessageChannel();
            this.steps.port1.onmessage = () => this.call('step');
        }
        this.steps.port2.postMessage(0);
    }

    showAddress(path, fragment, change) {
        this.shownPath = path;
        const address = this.url(path, fragment);
        if (change === 0) {
            history.pushState({ scroll: 0 }, '', address);
        } else if (change === 1) {
            history.replaceState(history.state, '', address);
        }
    }

    showDocument(title, language, rightToLeft) {
        document.title = title;
        const root = document.documentElement;
        const direction = rightToLeft ? 'rtl' : 'ltr';
        // To set what is already so would make the browser work out all styles again, and so would the focus on
        // what is about to be removed; it moves to the new heading.
        if (root.lang !== language) root.lang = language;
        if (root.dir !== direction) root.dir = direction;
        if (this.presentedOnce) document.activeElement?.blur();
    }

    keepSettings(settings) {
        globalThis.broadsheetSettings?.apply(settings);
        try {
            localStorage.setItem('broadsheet', settings);
        } catch {
            // Kept until the page is left.
        }
    }

    markSection(fragment) {
        for (const link of this.page.querySelectorAll('.contents a')) {
            if (fragment && this.fragment(link) === fragment) link.setAttribute('aria-current', 'true');
            else link.removeAttribute('aria-current');
        }
    }

    leave(target) {
        location.assign(target.startsWith('/') ? this.url(target, '') : target);
    }

    takeWords(words) {
        const [copied, copyRefused, loading, picture, close, newEdition, showEdition] = words.split('\u001f');
        this.words = { copied, copyRefused, loading, picture, close, newEdition, showEdition };
    }

    showLoading(loading) {
        if (!loading) {
            this.progress?.remove();
            this.progress = null;
        } else if (!this.progress && document.documentElement.classList.contains('drawn')) {
            this.progress = document.createElement('div');
            this.progress.className = 'progress';
            this.progress.setAttribute('role', 'progressbar');
            this.progress.setAttribute('aria-label', this.words.loading);
            document.body.append(this.progress);
        }
    }

    pageChanged(title) {
        this.announcer.textContent = title;
        const heading = this.page.querySelector('h1');
        if (heading) {
            heading.tabIndex = -1;
            heading.focus({ preventScroll: true });
        }
    }

    scrollTo(y) {
        scrollTo({ top: y, behavior: 'instant' });
        this.call('scrolled', scrollY);
    }

    scrollToFragment(fragment) {
        document.getElementById(fragment)?.scrollIntoView({ behavior: 'instant' });
        this.call('scrolled', scrollY);
    }

    searchFor(index, request) { this.search.ask(index, request); }
    patchMirror(operations) { this.mirror.patch(operations); }

    placeCanvas(left, top, width, height, ratio) {
        const { canvas } = this;
        this.text.rasterRatio = ratio;
        const columns = Math.round(width * ratio);
        const rows = Math.round(height * ratio);
        if (canvas.width !== columns || canvas.height !== rows) {
            canvas.width = columns;
            canvas.height = rows;
        }
        canvas.style.width = `${columns / ratio}px`;
        canvas.style.height = `${rows / ratio}px`;
        canvas.style.left = `${left}px`;
        canvas.style.top = `${top}px`;
        if (this.renderer) return;
        // Only now: to change its size would wait until the browser has made it ready.
        this.renderer = Renderer.create(canvas);
        if (!this.renderer) this.giveUp(); // no WebGL2
    }

    resizeAtlas(width, height) {
        this.text.scratch.canvas.width = width;
        this.renderer.allocate(0, width, height);
    }

    raster(texts, fonts, colors, positions, y, height) {
        this.text.raster(texts, fonts, colors, positions, y, height, (...strip) => this.renderer.update(0, ...strip));
    }

    async loadPicture(id, target, width, height) {
        const address = /^\/(?!\/)/.test(target) ? this.base + target.slice(1) : target;
        const picture = await loadPicture(address, width, height);
        if (picture) this.renderer.upload(id, picture);
        picture?.close?.();
        this.call('picture', id, picture ? 1 : 0);
    }

    dropPicture(id) { this.renderer.drop(id); }
    reducesMotion() { return matchMedia('(prefers-reduced-motion:reduce)').matches ? 1 : 0; }

    present(vertices, indices, commands, ground) {
        this.renderer.draw(vertices, indices, commands, ground);
    }

    handOver() {
        document.documentElement.classList.add('drawn');
        this.presentedOnce = true;
        performance.mark('broadsheet-drawn');
        for (const key of this.opened) this.call('toggled', key, 1);
    }
}
