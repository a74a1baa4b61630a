// Shows what the device has kept: on the page /offline/, and in place of pages that are not on the device. The words are
// those of the element #device, in the language of the site.
import { Addresses } from './address.js';
import { Keeper, picturesOf } from './keeper.js';
import { Shelf } from './shelf.js';

const shortestDelay = 5000; // ms, between looks whether the host is back
const longestDelay = 300000;
const mostLater = 2000; // pages in a list for later; nobody keeps more by hand

const styles = `
#page .device{display:grid;gap:18px;margin-block:24px 40px;text-align:start;hyphens:manual}
#page .device .device{margin-block:0}
#page .device h2{margin-block:30px 0}
#page .device p{margin:0}
#page .device-row{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:center}
#page .device :is(button,.device-button){min-height:44px;padding:0 18px;border:1px solid var(--ink);background:none;color:var(--ink);
font:inherit;font-size:16px;line-height:24px;cursor:pointer;display:inline-flex;align-items:center;box-sizing:border-box}
#page .device button.main{background:var(--ink);color:var(--paper)}
#page .device :is(button,a,progress,.device-choice input):focus-visible,
#page .device .device-button:focus-within{outline:3px solid var(--accent);outline-offset:2px}
#page .device-choice{display:inline-flex;gap:10px;align-items:center;min-height:44px;cursor:pointer}
#page .device-choice input{width:20px;height:20px;accent-color:var(--accent);margin:0}
#page .device progress{width:100%;height:8px;appearance:none;border:0;background:var(--wash)}
#page .device progress::-webkit-progress-bar{background:var(--wash)}
#page .device progress::-webkit-progress-value{background:var(--accent)}
#page .device progress::-moz-progress-bar{background:var(--accent)}
#page .device-pages{list-style:none;margin:0;padding:0;display:grid;gap:0}
#page .device-pages li{display:flex;gap:12px;align-items:center;justify-content:space-between;margin:0;padding:0;
border-bottom:1px solid var(--rule)}
#page .device-pages li::before,#page .device-pages li::marker{content:none}
#page .device-pages a{display:block;flex:1;padding-block:10px;line-height:26px;min-height:46px;box-sizing:border-box;text-decoration:none}
#page .device .device-pages button{border:0;padding:0 10px;font-size:22px;color:var(--soft);min-width:44px;justify-content:center}
#page .device-file{position:absolute;opacity:0;width:1px;height:1px}`;

// An element with properties and children.
function make(name, properties = {}, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
}

export function showDevice(place, base) {
    const prose = document.querySelector('#page .prose');
    if (!prose) return;
    new DevicePage(place, base, prose).begin();
}

class DevicePage {
    constructor(place, base, prose) {
        this.words = JSON.parse(place.dataset.words);
        this.prose = prose;
        this.shelf = new Shelf(base);
        this.addresses = new Addresses(base);
        this.isOwnPage = location.pathname === `${base}offline/`;
        this.keeper = new Keeper(this.shelf, status => this.showStatus(status));
        this.delay = shortestDelay;
    }

    // The page says that this browser cannot keep the site, until it is known that it can.
    get isUsable() {
        return 'serviceWorker' in navigator && 'caches' in globalThis && Boolean(globalThis.WebGL2RenderingContext);
    }

    async begin() {
        const [explained, unavailable] = this.prose.querySelectorAll('p');
        if (!this.isOwnPage) this.sayMissing(explained, unavailable);
        if (!this.isUsable) return;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        this.panel = make('div', { className: 'device' });
        this.status = make('div', { className: 'device' });
        this.lists = make('div', { className: 'device' });
        this.panel.append(this.status, this.lists);
        if (this.isOwnPage) await this.shelf.register().catch(() => {});
        if (this.isOwnPage && !await navigator.serviceWorker.getRegistration(this.shelf.scope)) return;
        if (this.isOwnPage) unavailable?.remove();
        this.prose.append(this.panel);
        await this.showLists();
        if (this.isOwnPage) await this.showState();
    }

    // The page stands in for one that is not on the device.
    sayMissing(explained, unavailable) {
        const title = document.querySelector('#page h1');
        document.title = this.words.offline;
        if (title) title.textContent = this.words.offline;
        explained.textContent = this.words.offline_missing;
        const retry = make('a', { href: location.href, className: 'tag-link', textContent: this.addresses.path(location) });
        unavailable?.replaceChildren(retry);
        addEventListener('online', () => { if (this.prose.isConnected) location.reload(); });
    }

    // "{1} of {2}" with the values in place.
    say(name, ...values) {
        return this.words[name].replace(/\{(\d)\}/g, (all, number) => values[number - 1] ?? all);
    }

    // Of a site in several languages, each edition is kept by itself: says which one is meant.
    ofEdition(words) {
        return this.words.edition ? `${words} (${this.words.edition})` : words;
    }

    amount(bytes) {
        const unit = bytes < 1e6 ? 'kilobyte' : 'megabyte';
        const number = bytes / (unit === 'kilobyte' ? 1e3 : 1e6);
        return new Intl.NumberFormat(this.words.language, { style: 'unit', unit, maximumFractionDigits: number < 10 ? 1 : 0 })
            .format(number).replace(' ', '\u00a0');
    }

    duration(seconds) {
        const unit = seconds < 60 ? 'second' : 'minute';
        const number = Math.max(1, Math.round(unit === 'second' ? seconds : seconds / 60));
        return new Intl.NumberFormat(this.words.language, { style: 'unit', unit, unitDisplay: 'long' }).format(number);
    }

    number(value) {
        return new Intl.NumberFormat(this.words.language).format(value);
    }

    day([year, month, day]) {
        return new Intl.DateTimeFormat(this.words.language, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, day));
    }

    // The width of pictures on this screen.
    get pictureWidth() {
        return Math.min(1920, Math.round(Math.min(innerWidth, 680) * devicePixelRatio));
    }

    async showState() {
        const [kept, keeping] = [await this.shelf.read('kept'), await this.shelf.read('keeping')];
        if (keeping && !keeping.paused) {
            this.showStatus({ state: 'running', bytes: 0, total: 1 });
            this.keeper.run();
        } else if (keeping) this.showStatus({ state: keeping.full ? 'full' : 'paused' });
        else if (kept) this.showKept(kept);
        else await this.showOffer();
    }

    async showOffer() {
        const list = await this.keeper.offer();
        const said = make('p', { role: 'status' });
        if (!list) {
            said.textContent = this.words.device_stopped;
            this.status.replaceChildren(said);
            this.whenBack(() => said.isConnected, () => this.showState());
            return;
        }
        const text = list.files.reduce((sum, each, i) => i % 2 ? sum + each : sum, 0);
        const pictures = picturesOf(list, this.pictureWidth);
        const choice = make('input', { type: 'checkbox' });
        const show = () => { said.textContent = this.say('device_size', this.amount(text + (choice.checked ? pictures : 0))); };
        choice.addEventListener('change', show);
        show();
        const keep = this.button('device_keep', () => {
            this.showStatus({ state: 'running', bytes: 0, total: 1 });
            this.keeper.begin(choice.checked ? this.pictureWidth : 0);
        }, 'main');
        keep.textContent = this.ofEdition(keep.textContent);
        const row = make('div', { className: 'device-row' }, keep);
        if (pictures) row.append(make('label', { className: 'device-choice' }, choice, this.words.device_pictures));
        this.status.replaceChildren(row, said);
    }

    // The host may come back while the browser was online all the time.
    whenBack(isWaiting, act) {
        const look = async () => {
            clearTimeout(this.looking);
            if (!isWaiting()) return;
            const isBack = await this.keeper.manifest();
            if (!isWaiting()) return;
            if (isBack) {
                this.delay = Math.min(2 * this.delay, longestDelay); // grows if only a part of the site is back
                act();
            } else this.looking = setTimeout(look, this.delay);
        };
        clearTimeout(this.looking);
        this.looking = setTimeout(look, this.delay);
        addEventListener('online', look, { once: true });
    }

    showKept(kept) {
        const said = this.ofEdition(
            this.say('device_edition', kept.date ? this.day(kept.date) : '', this.number(kept.articles), this.amount(kept.bytes)));
        this.status.replaceChildren(make('p', { role: 'status', textContent: said }),
            make('div', { className: 'device-row' }, this.button('device_remove', async () => {
                await this.keeper.remove();
            })));
    }

    // The buttons stay while only numbers change, so that they keep the focus.
    showStatus(status) {
        if (!this.isOwnPage || !this.status) return;
        const { state } = status;
        if (state === 'done' || state === 'none') {
            this.shown = null;
            this.showState();
            return;
        }
        if (this.shown !== state) {
            this.shown = state;
            const isRunning = state === 'running' || state === 'elsewhere';
            this.bar = make('progress', { max: 1, value: this.bar?.value ?? 0, ariaLabel: this.words.device_keep });
            this.said = make('p', { className: 'device-said', textContent: state === 'paused' && this.fetched || '' });
            const turn = isRunning ? this.button('pause', () => this.keeper.pause())
                : this.button('resume', () => {
                    this.showStatus({ state: 'running', bytes: 0, total: 1 });
                    this.keeper.resume();
                }, 'main');
            this.status.replaceChildren(this.bar, this.said,
                make('div', { className: 'device-row' }, turn, this.button('device_cancel', () => this.keeper.cancel())));
            if (state === 'stopped') {
                const { said } = this;
                this.whenBack(() => said.isConnected, () => {
                    this.showStatus({ state: 'running', bytes: 0, total: 1 });
                    this.keeper.resume();
                });
            }
            const words = { stopped: 'device_stopped', full: 'device_full' }[state];
            if (words) this.said.replaceChildren(make('span', { role: 'alert', textContent: this.words[words] }));
        }
        if (state !== 'running' || status.total <= 1) return;
        this.bar.value = status.bytes / status.total;
        this.fetched = [
            this.say('device_progress', this.amount(status.bytes), this.amount(status.total)),
            this.say('device_progress', this.number(status.articles), this.number(status.of)),
        ].join(' · ');
        this.said.textContent = this.fetched +
            (status.secondsLeft ? ` · ${this.say('device_left', this.duration(status.secondsLeft))}` : '');
    }

    button(word, act, className = '') {
        const button = make('button', { type: 'button', className, textContent: this.words[word] });
        button.addEventListener('click', act);
        return button;
    }

    async showLists() {
        const [later, visited] = [await this.shelf.read('later') ?? [], await this.shelf.read('visited') ?? []];
        const link = page => make('a', { href: this.addresses.url(page.path, ''), textContent: page.title });
        const empty = () => make('p', { textContent: this.words.device_nothing });
        const kept = make('ul', { className: 'device-pages' }, ...later.map(page => {
            const remove = make('button', { type: 'button', textContent: '×', ariaLabel: `${this.words.device_remove}: ${page.title}` });
            remove.addEventListener('click', async () => {
                await this.shelf.write('later', (await this.shelf.read('later') ?? []).filter(each => each.path !== page.path));
                await this.showLists();
            });
            return make('li', {}, link(page), remove);
        }));
        const seen = make('ul', { className: 'device-pages' }, ...visited.map(page => make('li', {}, link(page))));
        this.lists.replaceChildren(make('h2', { textContent: this.words.kept_for_later }), later.length ? kept : empty(),
            this.fileButtons(later), make('h2', { textContent: this.words.device_visited }), visited.length ? seen : empty());
        if (visited.length) {
            this.lists.append(make('div', { className: 'device-row' }, this.button('device_forget', async () => {
                await this.shelf.write('visited', null);
                await this.shelf.tidy();
                await this.showLists();
            })));
        }
    }

    // The list for later as a file, to take it to another device.
    fileButtons(later) {
        const row = make('div', { className: 'device-row' });
        if (later.length) {
            row.append(this.button('device_save', () => {
                const text = JSON.stringify({ broadsheet: 'later', pages: later.map(({ path, title }) => ({ path, title })) }, null, 1);
                const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
                make('a', { href: address, download: 'later.json' }).click();
                setTimeout(() => URL.revokeObjectURL(address), 1000);
            }));
        }
        const field = make('input', { type: 'file', accept: '.json,application/json', className: 'device-file' });
        const said = make('span', { role: 'status' });
        field.addEventListener('change', async () => {
            const pages = await readPages(field.files[0]);
            if (!pages) {
                said.textContent = this.words.device_bad_file;
                return;
            }
            const publish = await this.shelf.read('latest');
            const all = new Map((await this.shelf.read('later') ?? []).map(page => [page.path, page]));
            for (const page of pages) if (!all.has(page.path)) all.set(page.path, { ...page, publish });
            if (all.size > mostLater) {
                said.textContent = this.words.device_bad_file;
                return;
            }
            try {
                await this.shelf.write('later', [...all.values()]);
            } catch {
                said.textContent = this.words.device_full;
                return;
            }
            await this.showLists();
        });
        row.append(make('label', { className: 'device-button' }, field, this.words.device_load), said);
        return row;
    }
}

// The pages of a saved list: { path, title }. Null if the file is not one. Anybody can make such a file.
export async function readPages(file) {
    try {
        const list = JSON.parse(await file.text());
        if (list.broadsheet !== 'later') return null;
        const isPath = text => typeof text === 'string' && /^\/(?![/\\])[^\p{Cc}]{0,1000}$/u.test(text) && isWritable(text);
        return list.pages.filter(page => isPath(page?.path) && typeof page.title === 'string' && /\S/.test(page.title))
            .map(({ path, title }) => ({ path, title: title.slice(0, 300) }));
    } catch {
        return null;
    }
}

// Half a character cannot be part of an address.
function isWritable(text) {
    try {
        return Boolean(encodeURI(text));
    } catch {
        return false;
    }
}
