// Fetches the whole site to this device, and later only what a newer edition has changed. The edition that is there
// stays whole until the newer one is complete. Each file is kept as soon as it is there, so fetching can stop at any
// point and continues later.

import { Addresses } from './address.js';

const atOnce = 8;
const tries = 3;
const patience = 10000; // ms, for a host that does not answer
const retryDelay = 1000; // ms; grows with each try
const mostEditions = 20; // published while the site is fetched

class Stopped extends Error {}
// The site was published again, or the browser has removed files, while it was fetched.
class Replaced extends Error {}

// True for the error of a browser that has no more space for this site.
export const isFull = error => error?.name === 'QuotaExceededError';

export class Keeper {
    // `changed(status)` is called with { state, bytes, total, articles, secondsLeft }. `state` is one of: running, paused,
    // stopped (the host cannot be reached), full (no more space), elsewhere (another tab fetches), done, none.
    constructor(shelf, changed = () => {}) {
        this.shelf = shelf;
        this.changed = changed;
        this.control = null;
        this.name = `broadsheet keeper ${shelf.base}`; // of the lock, and of the channel between tabs
    }

    // Ends fetching, in whatever tab it is.
    stop() {
        this.control?.abort();
        const channel = new BroadcastChannel(this.name);
        channel.postMessage(null);
        channel.close();
    }

    // The list of the newest edition's files. Null if the host cannot be reached or does not offer it.
    async offer() {
        const manifest = await this.manifest();
        return manifest?.offline ? this.list(manifest.offline) : null;
    }

    async manifest() {
        const answer = await fetch(this.shelf.address('bundle/manifest.json'),
            { cache: 'no-cache', signal: AbortSignal.timeout(patience) }).catch(() => null);
        return answer?.ok && !answer.headers.has('x-from-device') ? answer.json().catch(() => null) : null;
    }

    async list(hash) {
        const answer = await fetch(this.shelf.address(`bundle/offline.${hash}.json`)).catch(() => null);
        return answer?.ok ? answer.json().catch(() => null) : null;
    }

    // Keeps the whole site. `width`: of pictures on this screen, 0 for none.
    async begin(width) {
        await navigator.storage?.persist?.().catch(() => {});
        this.wanted = { width };
        return this.start(this.wanted);
    }

    // Without space even for the wish, there is nothing to continue after a reload. In this tab, `resume` tries again.
    async start(keeping) {
        try {
            if (keeping) await this.shelf.write('keeping', keeping);
        } catch (error) {
            this.changed({ state: isFull(error) ? 'full' : 'stopped' });
            return null;
        }
        return this.run();
    }

    // Brings the edition that is kept up to date, or continues.
    async update() {
        const kept = await this.shelf.read('kept');
        const isNew = kept && !await this.shelf.read('keeping');
        return this.start(isNew ? { width: kept.width } : null);
    }

    async pause() {
        const keeping = await this.shelf.read('keeping');
        if (keeping) await this.shelf.write('keeping', { ...keeping, paused: true });
        this.stop();
    }

    async resume() {
        const keeping = await this.shelf.read('keeping') ?? this.wanted;
        return this.start(keeping && { ...keeping, paused: false, full: false });
    }

    // Gives up what is being fetched. An edition that is there as a whole stays.
    async cancel() {
        this.wanted = null;
        await this.shelf.write('keeping', null);
        this.stop();
        await this.shelf.tidy(true);
        this.changed({ state: 'none' });
    }

    async remove() {
        await this.shelf.write('keeping', null);
        await this.shelf.adopt().catch(() => {});
        await this.shelf.write('kept', null);
        this.stop();
        await this.shelf.tidy(true);
        this.changed({ state: 'none' });
    }

    async run() {
        if (!navigator.locks) return this.work();
        const channel = new BroadcastChannel(this.name);
        try {
            const isDone = await navigator.locks.request(this.name, { ifAvailable: true },
                async lock => lock && this.work(channel).then(() => true));
            if (isDone) return;
            // The other tab ends when it is done, paused or closed. Then what there is counts.
            this.changed({ state: 'elsewhere' });
            channel.onmessage = ({ data }) => { if (data) this.changed(data); };
            await navigator.locks.request(this.name, () => {});
        } finally {
            channel.close();
        }
        this.changed({ state: 'none' });
    }

    // `channel`: to the other tabs, which show the status and can stop this one.
    async work(channel) {
        const control = new AbortController();
        this.control = control;
        this.channel = channel;
        if (channel) channel.onmessage = ({ data }) => { if (!data) control.abort(); };
        try {
            for (let i = 0; ; i++) {
                try {
                    await this.fetchEdition();
                    break;
                } catch (error) {
                    if (!(error instanceof Replaced) || i === mostEditions) throw error;
                }
            }
            this.changed({ state: 'done' });
        } catch (error) {
            control.abort(); // files that are on their way
            const keeping = await this.shelf.read('keeping');
            const state = !keeping ? 'none' : keeping.paused ? 'paused' : isFull(error) ? 'full' : 'stopped';
            // Not written, it is tried again at the next visit, and found to be full again.
            if (state === 'full') await this.shelf.write('keeping', { ...keeping, paused: true, full: true }).catch(() => {});
            this.changed({ state });
        }
    }

    async fetchEdition() {
        const manifest = await this.manifest();
        if (!manifest?.offline) throw new Stopped();
        const list = await this.list(manifest.offline);
        const keeping = await this.shelf.read('keeping');
        if (!list || !keeping || keeping.paused) throw new Stopped();
        this.control.signal.throwIfAborted();
        const edition = { list: manifest.offline, publish: manifest.publish, width: keeping.width };
        await this.shelf.write('keeping', edition);
        const files = [];
        for (let i = 0; i < list.files.length; i += 2) files.push({ name: list.files[i], bytes: list.files[i + 1] });
        const isEntries = ({ name }) => /^bundle\/e[0-9a-f]{4}\./.test(name);
        const sum = of => of.reduce((bytes, file) => bytes + file.bytes, 0);
        this.status = {
            state: 'running', bytes: 0, total: sum(files) + picturesOf(list, edition.width), articles: 0,
            of: list.articles, began: performance.now(), fetched: 0,
        };
        const entryBytes = sum(files.filter(isEntries)) || 1;
        const cache = await this.shelf.cache('files');
        const there = await namesIn(cache);
        const arrived = (file, fetched) => {
            if (isEntries(file)) this.status.articles += list.articles * file.bytes / entryBytes;
            this.progress(file.bytes, fetched);
        };
        const missing = files.filter(file => {
            const isThere = there.has(this.shelf.address(file.name));
            if (isThere) arrived(file, false);
            return !isThere;
        });
        await this.forEach(missing, async file => {
            await this.take(cache, file);
            arrived(file, true);
        });
        if (edition.width) {
            const widths = list.pictures.filter((each, i) => i % 2 === 0);
            await this.fetchPictures(cache, files.filter(isEntries), edition.width, widths);
        }
        await this.confirm(edition, files);
        const older = await this.shelf.before(edition.publish);
        await this.shelf.write('kept', {
            ...edition, date: list.date, articles: list.articles, bytes: this.status.total, older,
        });
        await this.dropPages(older);
        await this.shelf.write('keeping', null);
        await this.shelf.tidy();
    }

    // Removes the HTML of pages that were not seen since the editions `older`. The edition that is kept has them too.
    async dropPages(older) {
        const lists = [...await this.shelf.read('visited') ?? [], ...await this.shelf.read('later') ?? []];
        const current = new Set(lists.filter(page => !older.includes(page.publish)).map(page => page.path));
        const pages = await this.shelf.cache('pages');
        const addresses = new Addresses(this.shelf.base);
        for (const { url } of await pages.keys()) {
            if (url !== this.shelf.address('offline/') && !current.has(addresses.path(new URL(url)))) await pages.delete(url);
        }
    }

    // What the browser or another tab has removed meanwhile is not kept.
    async confirm({ list }, files) {
        const keeping = await this.shelf.read('keeping');
        if (keeping?.list !== list || keeping.paused) throw new Stopped();
        const there = await namesIn(await this.shelf.cache('files'));
        if (!files.every(({ name }) => there.has(this.shelf.address(name)))) throw new Replaced();
    }

    progress(bytes, fetched) {
        const { status } = this;
        if (this.control.signal.aborted) return;
        status.bytes = Math.min(status.total, status.bytes + bytes);
        if (fetched) status.fetched += bytes;
        const seconds = (performance.now() - status.began) / 1000;
        const left = status.total - status.bytes;
        const shown = {
            state: 'running', bytes: status.bytes, total: status.total, of: status.of,
            articles: Math.min(status.of, Math.round(status.articles)),
            secondsLeft: seconds > 2 && status.fetched ? left * seconds / status.fetched : null,
        };
        this.changed(shown);
        this.channel?.postMessage(shown);
    }

    // Calls `work` for all, some at once. Stops at the first error.
    async forEach(all, work) {
        let next = 0;
        let failed = false;
        const run = async () => {
            while (next < all.length && !failed) {
                this.control.signal.throwIfAborted();
                try {
                    await work(all[next++]);
                } catch (error) {
                    failed = true;
                    throw error;
                }
            }
        };
        await Promise.all(Array.from({ length: atOnce }, run));
    }

    // Fetches a file and keeps it. The length is compared because a broken connection can look like the end of a file.
    async take(cache, { name, bytes }) {
        const address = this.shelf.address(name);
        for (let i = 1; ; i++) {
            const { signal } = this.control;
            signal.throwIfAborted();
            const answer = await fetch(address, { cache: 'no-store', signal }).catch(() => null);
            const body = answer?.status === 200 ? await answer.arrayBuffer().catch(() => null) : null;
            if (body?.byteLength === bytes) {
                const type = answer.headers.get('content-type') ?? 'application/octet-stream';
                await cache.put(address, new Response(body, { headers: { 'content-type': type } }));
                return;
            }
            signal.throwIfAborted();
            const manifest = answer && await this.manifest();
            const { list } = await this.shelf.read('keeping') ?? {};
            if (manifest?.offline && manifest.offline !== list) throw new Replaced();
            if (i === tries) throw new Stopped();
            await new Promise(resolve => setTimeout(resolve, i * retryDelay));
        }
    }

    async fetchPictures(files, entries, width, widths) {
        const cache = await this.shelf.cache('pictures');
        const there = await namesIn(cache);
        for (const { name } of entries) {
            const shard = await (await files.match(this.shelf.address(name)))?.json();
            if (!shard) throw new Replaced();
            const names = new Set(picturesIn(shard).map(picture => fitting(picture, width, widths)));
            await this.forEach([...names], async picture => {
                const address = this.shelf.address(encodeURI(picture));
                if (there.has(address)) return;
                there.add(address);
                await this.takePicture(cache, address);
            });
        }
    }

    // A picture that the host does not have, or only a part of it, is left out.
    async takePicture(cache, address) {
        const { signal } = this.control;
        for (let i = 1; ; i++) {
            const answer = await fetch(address, { cache: 'no-store', signal }).catch(() => null);
            const type = answer?.headers.get('content-type') ?? '';
            const body = answer?.ok && !/html/.test(type) ? await answer.arrayBuffer().catch(() => null) : null;
            signal.throwIfAborted();
            if (body) {
                await cache.put(address, new Response(body, { headers: { 'content-type': type, 'x-kept': '1' } }));
                this.progress(body.byteLength, true);
                return;
            }
            if (answer && !answer.ok && answer.status < 500) return;
            if (i === tries) {
                if (answer) return;
                throw new Stopped();
            }
            await new Promise(resolve => setTimeout(resolve, i * retryDelay));
        }
    }
}

const namesIn = async cache => new Set((await cache.keys()).map(({ url }) => url));

// The bytes of all pictures that are `width` pixels wide. The list has the widths and bytes in turn.
export function picturesOf(list, width) {
    if (!width || !list.pictures?.length) return 0;
    for (let i = 0; i < list.pictures.length; i += 2) if (list.pictures[i] >= width) return list.pictures[i + 1];
    return list.pictures.at(-1);
}

// The pictures of a shard: { target, width }. They are the members "i" of entries, and the nodes "img" of texts
// (src/bundle/FORMAT.md).
export function picturesIn(value, found = []) {
    const add = (target, width) => {
        if (typeof target === 'string' && /^\/(?!\/)/.test(target)) found.push({ target, width: width ?? 0 });
    };
    if (Array.isArray(value)) {
        if (value[0] === 'img') add(value[1]?.to, value[1]?.w);
        for (const each of value) picturesIn(each, found);
    } else if (value && typeof value === 'object') {
        if (Array.isArray(value.i)) add(value.i[0], value.i[3]);
        for (const each of Object.values(value)) picturesIn(each, found);
    }
    return found;
}

// The narrowest file of a picture that is at least `wanted` pixels wide, without the leading slash. `widths`: those of
// its smaller copies.
export function fitting({ target, width }, wanted, widths) {
    const name = target.slice(1);
    if (!/\.(jpe?g|png|webp)$/i.test(name)) return name;
    const fits = widths.find(each => each >= wanted && each < width);
    return fits ? `${name}.${fits}.webp` : name;
}
