// The browser's side of the reader: implements its calls (src/reader/host.h) and reports events.
import { Addresses } from './address.js';
import { Events } from './events.js';
import { replaceHead } from './head.js';
import { articleText, Integrity } from './integrity.js';
import { TextLayer } from './text-layer.js';
import { Notices } from './notices.js';
import { Screen } from './screen.js';
import { fillSidebar } from './sidebar.js';
import { styles } from './styles.js';
import { nextFrame, whenIdle } from './timing.js';
import { voices } from './voices.js';

const maxPostponed = 20; // checks of the page in a row that wait for a new layout
const maxLooks = 5; // at a page that is drawn again

export class Host {
    constructor({ base, bundle, early, asLoaded }) {
        // `asLoaded`: { language, text, hasContent } of the page before anybody changed it. `away`: why the page is HTML for now
        // (web/integrity.js); null: it is drawn.
        Object.assign(this, { bundle, early, asLoaded, ended: false, away: null, isReturning: false, framePending: false });
        this.postponed = 0;
        this.addresses = new Addresses(base);
        this.root = document.documentElement;
    }

    // Called when the program is ready; `memory` gives access to its memory.
    connect(memory) {
        this.memory = memory;
    }

    start() {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        this.page = document.getElementById('page');
        this.screen = new Screen(this.page, reason => this.giveUp(reason));
        if (!this.screen.text.isUsable()) {
            this.giveUp('this browser does not let a canvas show text');
            return;
        }
        this.notices = new Notices();
        this.textLayer = new TextLayer(this.page);
        this.integrity = new Integrity(this.page, this.textLayer, this.screen, this.asLoaded.language,
            cause => this.checked(cause));
        this.dark = matchMedia('(prefers-color-scheme: dark)');
        this.takeOverScroll();
        this.integrity.watch();
        this.events = new Events(this);
        this.screen.listen(() => this.call('surface'));
        this.languages = [...this.page.querySelectorAll('.menu-link[lang]')]; // a closed menu will have none
        // Details that the browser has opened, for example for a text fragment in the URL, stay open.
        this.opened = [...this.page.querySelectorAll('.prose details[open][data-key]')].map(details => details.dataset.key);
        const site = location.origin + this.addresses.base.replace(/\/$/, '');
        this.call('start', this.addresses.base, site, globalThis.broadsheetSettings?.text ?? '',
            this.dark.matches ? 1 : 0, navigator.share ? 1 : 0, voices(),
            this.addresses.path(location), this.addresses.fragment(location), scrollY, this.asLoaded.hasContent ? 1 : 0, ...this.screen.viewport());
        // The network is idle while the program prepares the page.
        this.complete().catch(() => {});
    }

    // Fetches and returns what the page has come without (web/later.js). If that fails, the next use tries again.
    complete() {
        this.completed ??= import('./later.js').then(later => {
            later.complete(this);
            return later;
        }).catch(error => {
            this.completed = null;
            throw error;
        });
        return this.completed;
    }

    // Calls `use` with the search as soon as it is there, or `fail` if it cannot be fetched.
    withSearch(use, fail = () => {}) {
        if (this.search) use(this.search);
        else this.complete().then(() => use(this.search), fail);
    }

    // Calls the program. Strings are passed in its memory.
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

    // Returns to the readable HTML: the text is visible again, and links load pages.
    giveUp(error) {
        if (this.ended) return;
        this.ended = true;
        if (error) console.warn('Broadsheet: the page stays as HTML.', error);
        this.root.classList.remove('drawn');
        this.root.classList.add('as-html');
        this.textLayer?.loosen();
        this.screen?.canvas.remove();
        fillSidebar(this.addresses.base);
    }

    // Called with the result of a check of the page.
    checked(cause) {
        // What is seen while the page is drawn again tells nothing: it is looked at before the canvas is shown.
        if (this.ended || !this.presentedOnce || this.isReturning) return;
        if (this.away) {
            if (this.integrity.isGone(this.away, cause)) this.draw();
            return;
        }
        // Fonts and places tell nothing while a new layout is on its way. It is not awaited for ever, because some
        // browsers count the width in another way.
        if ((cause === 'style' || cause === 'moved') && (this.framePending || this.screen.isResized())) {
            if (++this.postponed < maxPostponed) this.integrity.lookAtAll();
            return;
        }
        this.postponed = 0;
        if (cause && !this.follows(cause)) this.showHtml(cause);
    }

    // Draws the page with the boxes that others have added, and without those that they have removed or hidden.
    follows(cause) {
        return (cause === 'moved' || cause === 'removed') && !this.away &&
            this.integrity.follow(records => this.call('boxes_changed', records));
    }

    // Shows the text layer instead of the canvas, until its cause is gone. The line being read stays where it is. Links
    // load pages.
    showHtml(cause) {
        if (this.away) return;
        this.away = cause;
        const spot = this.spot();
        this.integrity.ours(() => {
            this.root.classList.remove('drawn');
            this.root.classList.add('as-html');
            // Translators know the nodes that they have changed, so those stay.
            if (this.original && (cause === 'style' || this.changedEarly)) this.restoreOriginal();
            else this.textLayer.loosen();
        });
        this.original = null;
        this.keep(spot);
        this.integrity.noteBox();
    }

    // The prerendered HTML is needed again if the page cannot be drawn. Others may already have changed it.
    keepOriginal() {
        this.original = [...this.page.childNodes];
        this.changedEarly = this.earlyChange();
    }

    // What others have done to the page as it was loaded; null: nothing that its drawing would undo.
    earlyChange() {
        // The page of what the device has kept is filled by our own script.
        if (document.getElementById('device')) return null;
        if (this.integrity.saysTranslated()) return 'translation';
        if (articleText(this.page) !== this.asLoaded.text) return 'text';
        return this.page.querySelector('article [style]') ? 'style' : null;
    }

    // The prerendered HTML, which has the colours of code and all sizes of pictures, and what others changed early.
    restoreOriginal() {
        this.page.replaceChildren(...this.original);
        this.textLayer.tampered = true;
        fillSidebar(this.addresses.base, change => this.integrity.ours(change));
    }

    // Draws the page again.
    async draw() {
        this.away = null;
        this.isReturning = true;
        const spot = this.spot();
        this.integrity.ours(() => this.root.classList.remove('as-html'));
        this.textLayer.isLoose = false;
        this.call('text_layer_lost');
        this.call('resized', ...this.screen.viewport());
        this.call('scrolled', scrollY);
        this.call('surface');
        const cause = await this.causeNow();
        this.isReturning = false;
        if (!this.ended && this.unveil(cause)) this.keep(spot);
    }

    // Why the page cannot be drawn again: there may be another cause, which could not be seen in the HTML. A layout may
    // still be on its way, so the page is looked at several times.
    async causeNow() {
        for (let looks = 1; ; looks++) {
            await nextFrame().then(nextFrame);
            if (this.ended) return null;
            const cause = this.integrity.cause(true);
            if (looks === maxLooks || (cause !== 'style' && cause !== 'moved')) return cause;
        }
    }

    // Shows the canvas, unless there is a cause not to.
    unveil(cause) {
        if (cause && !this.follows(cause)) this.showHtml(cause);
        if (this.away) return false;
        this.integrity.ours(() => this.root.classList.add('drawn'));
        if (this.integrity.isCovered(true)) this.showHtml('covered');
        return !this.away;
    }

    // A visible part of the page and its place in the window.
    spot() {
        for (const y of [80, 160, 240]) {
            const node = document.elementFromPoint(innerWidth / 2, y)?.closest('#page p,#page h1,#page h2,#page h3,#page li,#page td');
            if (node) return { node, top: node.getBoundingClientRect().top };
        }
        return null;
    }

    keep(spot) {
        if (!spot?.node.isConnected || scrollY === 0) return;
        scrollBy({ top: spot.node.getBoundingClientRect().top - spot.top, behavior: 'instant' });
    }

    // A site without a list of files is not kept by browsers; one that was kept before is removed. Nothing is fetched for
    // it where no service worker can run: in private windows of some browsers, and where the host has no HTTPS.
    async keepOffline() {
        const { serviceWorker } = navigator;
        if (this.offline || !this.manifest || !serviceWorker) return;
        try {
            if (this.manifest.offline) {
                const { Offline } = await import('./offline.js');
                this.offline = new Offline(this, this.manifest);
                await this.offline.begin();
            } else {
                const known = await serviceWorker.getRegistration(this.addresses.base);
                await known?.update();
            }
        } catch (error) {
            console.info('Broadsheet: this browser does not keep the site.', error);
        }
    }

    async offerLanguage() {
        const links = this.languages;
        this.languages = null; // they would keep the whole HTML of the first page
        if (!links.some(link => link.hreflang)) return;
        try {
            const { offerLanguage } = await this.complete();
            offerLanguage(links, this.page, this.notices.words.close);
        } catch {
            // The menu has the languages too.
        }
    }

    // Opens a page. Returns false if the browser must load it.
    open(path, fragment, change, scroll) {
        this.integrity.look();
        if (this.away || this.ended || path === '/offline/') return false;
        this.asked = { path, fragment, change };
        this.integrity.forget();
        // The next page must not contain anything that others added to this one.
        if (this.textLayer.tampered) this.call('text_layer_lost');
        this.call('open', path, fragment, change, scroll);
        return true;
    }

    // A change of the page has failed half-way. The browser loads the page that was asked for.
    loadInstead(error) {
        console.warn('Broadsheet: the page is loaded instead.', error);
        this.ended = true;
        addEventListener('pageshow', () => location.reload()); // back from it, this page could not go on
        const { path, fragment, change } = this.asked ?? {};
        if (path === undefined || change !== 0) location.reload();
        else location.assign(this.addresses.url(path, fragment));
    }

    // The reader restores scroll positions between its pages. The browser restores them between documents, while the
    // page is still the original HTML.
    takeOverScroll() {
        const saved = history.scrollRestoration === 'manual' ? history.state?.scroll : null;
        if (saved && !scrollY) scrollTo({ top: saved, behavior: 'instant' });
        this.watch = globalThis.broadsheetWatch; // for tests: called with each call, its ms, and this host
        history.scrollRestoration = 'manual';
        addEventListener('pagehide', () => { history.scrollRestoration = 'auto'; });
        addEventListener('pageshow', () => { history.scrollRestoration = 'manual'; });
    }

    rememberScroll() {
        history.replaceState({ ...history.state, scroll: scrollY }, '');
    }

    // --- Calls of the program --------------------------------------------------------------------

    font(...values) { this.screen.text.addFont(...values); }
    measure(texts, fonts, widths) { this.screen.text.measure(texts, fonts, widths); }
    measureFormulas(formulas, sizes) { this.screen.text.measureFormulas(formulas, sizes); }
    wordEnds(text, ends) { return this.screen.text.wordEnds(text, ends); }
    baseline(font, lineHeight) { return this.screen.text.baseline(font, lineHeight); }

    today() {
        const now = new Date();
        return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
    }

    async fetch(request, file) {
        let bytes = null;
        let answer = null;
        try {
            const options = file === 'manifest.json' ? { cache: 'no-cache' } : {};
            // Hyphenation patterns are part of the program.
            const folder = file.startsWith('hyphens-') ? import.meta.url : this.bundle;
            answer = await this.early(file) ?? await fetch(new URL(file, folder), options);
            if (answer.ok) bytes = new Uint8Array(await answer.arrayBuffer());
            if (bytes && file === 'manifest.json') {
                this.manifest = JSON.parse(new TextDecoder().decode(bytes));
                this.edition?.reads(this.manifest.publish);
                if (this.offline) this.offline.manifest = this.manifest;
            }
        } catch {
            // The program reports the missing file.
        }
        const unreachable = !answer;
        if (unreachable && this.asked && await this.offline?.hasOther(this.asked.path).catch(() => false)) {
            this.loadInstead('the device has another edition of it');
            return;
        }
        this.call('file', request, bytes ? 1 : unreachable ? 2 : 0, bytes ?? new Uint8Array(1), bytes?.length ?? 0);
    }

    requestFrame() {
        if (this.framePending) return;
        this.framePending = true;
        requestAnimationFrame(() => {
            this.framePending = false;
            this.call('frame');
        });
    }

    requestStep(mayWait) {
        if (mayWait) {
            whenIdle(() => this.call('step'));
            return;
        }
        if (!this.steps) {
            this.steps = new MessageChannel();
            this.steps.port1.onmessage = () => this.call('step');
        }
        this.steps.port2.postMessage(0);
    }

    showAddress(path, fragment, change) {
        if (this.ended) return;
        this.shownPath = path;
        const address = this.addresses.url(path, fragment);
        if (change === 0) {
            history.pushState({ scroll: 0 }, '', address);
        } else if (change === 1) {
            history.replaceState(history.state, '', address);
        }
    }

    showDocument(title, language, rightToLeft, head) {
        if (this.ended) return;
        this.integrity.ours(() => {
            this.nameDocument(title, language, rightToLeft);
            if (head) replaceHead(head);
        });
    }

    nameDocument(title, language, rightToLeft) {
        this.offline?.saw();
        document.title = title;
        const { root } = this;
        const direction = rightToLeft ? 'rtl' : 'ltr';
        // Setting an unchanged value would make the browser recalculate all styles. So would leaving the focus on an
        // element that is about to be removed. The focus moves to the new heading.
        this.integrity.language = language;
        if (root.lang !== language) root.lang = language;
        if ((root.dir || 'ltr') !== direction) root.dir = rightToLeft ? direction : '';
        if (this.presentedOnce) document.activeElement?.blur();
    }

    keepSettings(settings) {
        globalThis.broadsheetSettings?.apply(settings);
        try {
            localStorage.setItem('broadsheet', settings);
        } catch {
            // Without storage, settings last until the page is left.
        }
    }

    markSection(fragment) {
        for (const link of this.page.querySelectorAll('.contents a')) {
            if (fragment && this.addresses.fragment(link) === fragment) link.setAttribute('aria-current', 'true');
            else link.removeAttribute('aria-current');
        }
    }

    leave(target) {
        const fragment = target === this.asked?.path ? this.asked.fragment : '';
        location.assign(target.startsWith('/') ? this.addresses.url(target, fragment) : target);
    }

    setPhrases(words) {
        const [copied, copyRefused, loading, picture, close, newEdition, showEdition, keptForLater, notKept, previous, next, fieldMissing, emailWrong, ...listen] = words.split('\u001f');
        this.notices.words = {
            copied, copyRefused, loading, picture, close, newEdition, showEdition, keptForLater, notKept, previous, next, fieldMissing,
            emailWrong, listen,
        };
    }

    showLoading(loading) { this.notices.showLoading(loading); }

    pageChanged(title) {
        this.notices.read(title);
        document.dispatchEvent(new Event('broadsheet:page'));
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

    searchFor(index, request) {
        this.withSearch(search => search.ask(index, request), () => this.failSearch(request));
    }

    // Reports that the search is unavailable: outcome 2 (src/search/answer/answer.h).
    failSearch(request) { queueMicrotask(() => this.call('search_answer', `${request}2\x1f`)); }

    patchTextLayer(operations) {
        // What others put into the page stays until it is drawn again, which makes the whole layer. Menus open without a
        // change: their content is always there.
        if (this.ended || (this.away && this.textLayer.tampered)) return;
        if (!this.original && !this.presentedOnce) this.keepOriginal();
        try {
            this.integrity.ours(() => {
                if (this.textLayer.patch(operations)) return;
                this.call('text_layer_lost');
                this.call('surface');
            });
            this.integrity.placed();
            this.search?.passages.watch();
        } catch (error) {
            this.loadInstead(error);
        }
    }

    // Shows which of some buttons was pressed last, on a page that the program no longer changes.
    showChosen(button) {
        const before = button.parentElement.querySelector('[aria-pressed=true]');
        if (!this.away || !this.textLayer.tampered || !before || !button.ariaPressed) return;
        this.integrity.ours(() => {
            [before.className, button.className] = [button.className, before.className];
            before.ariaPressed = 'false';
            button.ariaPressed = 'true';
        });
    }

    placeCanvas(...area) { this.screen.placeCanvas(...area); }
    resizeAtlas(width, height) { this.screen.resizeAtlas(width, height); }
    raster(...words) { this.screen.raster(...words); }
    dropPicture(id) { this.screen.dropPicture(id); }
    present(...frame) { this.screen.present(...frame); }

    async loadPicture(id, target, width, height) {
        const address = /^\/(?!\/)/.test(target) ? this.addresses.base + target.slice(1) : target;
        const loaded = await this.screen.loadPicture(id, address, width, height);
        this.call('picture', id, loaded ? 1 : 0);
    }

    reducesMotion() { return matchMedia('(prefers-reduced-motion:reduce)').matches ? 1 : 0; }

    handOver() {
        this.presentedOnce = true;
        whenIdle(() => this.offerLanguage());
        whenIdle(() => this.complete().then(({ Reference }) => this.integrity.compareWith(new Reference(this.integrity.sample.firstChild)))
            .catch(() => {}));
        if (!this.unveil(this.changedEarly ?? this.integrity.cause(true))) return;
        this.original = null;
        performance.mark('broadsheet-drawn');
        whenIdle(() => this.keepOffline());
        for (const key of this.opened) this.call('toggled', key, 1);
    }
}
