// Lets the browser keep what is read (web/service-worker.js), and remembers which pages were visited. Started when the
// first page is drawn and the browser is idle.
import { Shelf, editionOf, filesOf } from './shelf.js';

const mostVisited = 100;
const isFile = /\/(assets\/(reader|theme|icon-\d+)\.|bundle\/)|\.(webp|avif|jpe?g|png|gif|svg)$/i;

export class Offline {
    // `manifest`: of the edition that is shown.
    constructor(host, manifest) {
        this.host = host;
        this.manifest = manifest;
        this.shelf = new Shelf(host.addresses.base);
        this.writing = Promise.resolve();
    }

    async begin() {
        const isFirst = !this.isControlled();
        await this.shelf.register();
        if (isFirst) await this.takeFirst();
        this.saw();
        const [kept, keeping] = [await this.shelf.read('kept'), await this.shelf.read('keeping')];
        if ((kept && kept.list !== this.manifest.offline) || (keeping && !keeping.paused)) {
            const { Keeper } = await import('./keeper.js');
            await new Keeper(this.shelf).update();
        }
        await this.shelf.tidy();
    }

    // The pages of another edition may come by way of the service worker of the usual one, which keeps nothing for it.
    isControlled() {
        return navigator.serviceWorker.controller?.scriptURL === this.shelf.address('sw.js');
    }

    // The first page arrived before there was a service worker. The browser still has its files.
    async takeFirst() {
        while (!this.isControlled()) {
            await new Promise(resolve => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
        }
        const address = location.origin + location.pathname;
        const page = await fetch(address, { cache: 'force-cache' });
        if (page.ok && !page.redirected) await (await this.shelf.cache('pages')).put(address, page);
        await fetch(this.shelf.address('bundle/manifest.json'), { cache: 'no-cache' });
        for (const { name } of performance.getEntriesByType('resource')) {
            if (name.startsWith(this.shelf.scope) && isFile.test(name)) await (await fetch(name)).arrayBuffer();
        }
    }

    // Changes a list of pages in the state. Returns false if it could not be written.
    change(list, change) {
        this.writing = this.writing.then(async () => {
            const pages = await this.shelf.read(list) ?? [];
            await this.shelf.write(list, change(pages));
            return true;
        }).catch(() => false);
        return this.writing;
    }

    title() {
        return document.querySelector('#page h1')?.textContent || document.title;
    }

    // A page was shown. What is left at once was not visited.
    saw() {
        clearTimeout(this.seeing);
        this.seeing = setTimeout(() => {
            const path = this.host.addresses.path(location);
            if (path === '/' || path.startsWith('/search/') || path.includes('?')) return;
            if (document.querySelector('#page main.notice')) return; // there is no such page, or it is not on the device
            const page = { path, title: this.title(), publish: this.manifest.publish };
            this.change('visited', pages => [page, ...pages.filter(each => each.path !== path)].slice(0, mostVisited));
        }, 1000);
    }

    // Keeps a page, or no longer. By default the one that is shown, whose files are there already. Readers rely on what they
    // are told here, so they are told if there is no space.
    async keepLater(other) {
        const { words } = this.host.notices;
        const { path, title } = other || { path: this.host.addresses.path(location), title: this.title() };
        let isKept = false;
        const without = pages => pages.filter(each => each.path !== path);
        const isWritten = await this.change('later', pages => {
            isKept = !pages.some(each => each.path === path);
            return isKept ? [{ path, title, publish: this.manifest.publish }, ...without(pages)] : without(pages);
        });
        const isTaken = isWritten && (!isKept || await this.takePage(path, Boolean(other)).catch(() => true));
        if (isWritten && !isTaken) await this.change('later', without);
        this.host.notices.announce(!isTaken ? await this.noSpace() : isKept ? words.keptForLater : words.notKept);
    }

    // Fetches a page, and if asked its part of the bundle and its pictures: the service worker keeps the files that pass it.
    // Returns false if there is no space for the page.
    async takePage(path, withFiles) {
        const address = new URL(this.host.addresses.url(path, ''), location.origin).href;
        const pages = await this.shelf.cache('pages');
        if (!withFiles && await pages.match(address)) return true;
        const answer = await fetch(address);
        if (!answer.ok || answer.redirected) return true;
        const html = await answer.clone().text();
        try {
            await pages.put(address, answer);
        } catch {
            return false;
        }
        if (withFiles) this.takeFiles(path, new DOMParser().parseFromString(html, 'text/html'), address).catch(() => {});
        return true;
    }

    async takeFiles(path, page, address) {
        const pictures = [...page.querySelectorAll('main img')].map(image => new URL(image.getAttribute('src'), address).href);
        const files = filesOf(this.manifest, path).map(name => this.shelf.address(name));
        for (const each of [...files, ...pictures.filter(picture => picture.startsWith(this.shelf.scope))]) {
            await (await fetch(each)).arrayBuffer();
        }
    }

    // The sentence for a full device, in the words of the page that shows what is kept.
    async noSpace() {
        const address = this.shelf.address('offline/');
        const answer = await (await this.shelf.cache('pages')).match(address) ?? await fetch(address);
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        return JSON.parse(page.getElementById('device').dataset.words).device_full;
    }

    // True if the page is on the device, but in another edition than the one that is shown: the browser then loads it.
    async hasOther(path) {
        const pages = [...await this.shelf.read('visited') ?? [], ...await this.shelf.read('later') ?? []];
        const edition = editionOf(pages.find(each => each.path === path), await this.shelf.read('kept'));
        return Boolean(edition) && edition !== this.manifest.publish;
    }
}
