// What this device keeps of the site, in four caches of the browser:
//
// - `files`: files with a hash in their name;
// - `pages`: HTML pages as they were seen, by address;
// - `pictures`: pictures as they were seen, or kept with the whole site (with the header `x-kept`);
// - `state`: JSON values under names:
//   - `latest`: the id of the last edition that was seen ("publish" in its manifest), and `manifest-ID`: its manifest;
//   - `visited`: visited pages, the last one first: [{ path, title, publish }];
//   - `later`: pages kept for later, likewise;
//   - `keeping`: the edition that is being fetched: { list, publish, width, paused, full }. `full`: paused because there was no
//     more space;
//   - `kept`: the edition that is there as a whole: { list, publish, width, date, articles, bytes, older }. `list` is the hash
//     in the name of the list of its files; `width` is that of its pictures, 0 for none; `date` is [year, month, day];
//     `older` are ids of editions before it.
//
// web/service-worker.js answers from them.
import { shardOf } from './shards.js';

const mostOlder = 50;

// The id of the edition in which a page is shown that was seen before: the one that is kept as a whole, if it is newer.
export const editionOf = (seen, kept) => seen && !kept?.older?.includes(seen.publish) ? seen.publish : kept?.publish;

export class Shelf {
    // `base`: path of the site on its host.
    constructor(base) {
        this.base = base;
        this.scope = new URL(base, location.href).href;
    }

    cache(part) {
        return caches.open(`broadsheet ${this.base} ${part}`);
    }

    address(name) {
        return this.scope + name;
    }

    async read(name) {
        const stored = await (await this.cache('state')).match(this.address(`offline/state/${name}`));
        return stored ? stored.json() : null;
    }

    async write(name, value) {
        const state = await this.cache('state');
        const address = this.address(`offline/state/${name}`);
        if (value === null) await state.delete(address);
        else await state.put(address, new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } }));
    }

    // The ids of editions that were seen before `publish`, as far as this device knows: those in which pages were seen, and
    // those that were kept. Only the edition that was seen last can be a newer one.
    async before(publish) {
        const former = await this.read('kept');
        const seen = [...await this.read('visited') ?? [], ...await this.read('later') ?? []].map(page => page.publish);
        const older = new Set([...former?.older ?? [], ...former ? [former.publish] : [], ...seen]);
        older.delete(publish);
        older.delete(await this.read('latest'));
        return [...older].slice(-mostOlder);
    }

    // The kept edition is about to be removed: pages that were seen before it keep its files.
    async adopt() {
        const kept = await this.read('kept');
        for (const list of ['visited', 'later']) {
            const pages = await this.read(list);
            if (kept && pages) await this.write(list, pages.map(page => ({ ...page, publish: editionOf(page, kept) })));
        }
    }

    // Removes files that no kept edition and no visited page needs any more. Others of the current edition stay, as they
    // may be seen again soon; unless `isRemoved`: readers who remove what they have kept want the space.
    async tidy(isRemoved = false) {
        const manifests = new Map();
        const manifestOf = async publish => {
            if (!manifests.has(publish)) manifests.set(publish, await this.read(`manifest-${publish}`));
            return manifests.get(publish);
        };
        const needed = new Set();
        const need = name => { if (name) needed.add(this.address(name)); };
        const latest = await this.read('latest');
        const current = await manifestOf(latest);
        const [kept, keeping] = [await this.read('kept'), await this.read('keeping')];
        const files = await this.cache('files');
        for (const edition of [kept, keeping]) {
            if (!edition) continue;
            await manifestOf(edition.publish);
            const name = `bundle/offline.${edition.list}.json`;
            need(name);
            const list = await (await files.match(this.address(name)))?.json();
            list?.files.forEach((each, i) => { if (i % 2 === 0) need(each); });
        }
        const front = { path: '/', publish: latest };
        for (const { path, publish } of [front, ...await this.read('visited') ?? [], ...await this.read('later') ?? []]) {
            if (kept?.older?.includes(publish)) continue;
            const manifest = await manifestOf(publish);
            if (!manifest) continue;
            need(`bundle/start.${manifest.start}.json`);
            for (const name of filesOf(manifest, path)) need(name);
        }
        const root = current?.search && await (await files.match(this.address(`bundle/search.${current.search}.json`)))?.text();
        const isCurrent = name => {
            const [, family, bucket, hash] = /^bundle\/([a-z])([0-9a-f]{4})\.(\w+)\.json$/.exec(name) ?? [];
            if (family && isRemoved) return false;
            if (family) return Object.values(current ?? {}).some(text => typeof text === 'string' && text.includes(bucket + hash));
            const [, single] = /^bundle\/(?:start|search|offline)\.(\w+)\.json$/.exec(name) ?? [];
            if (single) return [current?.start, current?.search, current?.offline].includes(single);
            const [, part] = /^bundle\/search\/\w(\w+)\.json$/.exec(name) ?? [];
            if (part) return !isRemoved && (root?.includes(part) ?? false);
            return true; // the reader: few, and needed by the pages that are kept
        };
        for (const { url } of await files.keys()) {
            if (!needed.has(url) && !isCurrent(url.slice(this.scope.length))) await files.delete(url);
        }
        const state = await this.cache('state');
        for (const { url } of await state.keys()) {
            const [, publish] = /\/manifest-(\w+)$/.exec(url) ?? [];
            if (publish && !manifests.has(publish)) await state.delete(url);
        }
        if (!kept?.width && !keeping?.width) {
            const pictures = await this.cache('pictures');
            for (const key of isRemoved ? await pictures.keys() : []) {
                if ((await pictures.match(key))?.headers.has('x-kept')) await pictures.delete(key);
            }
            await trim(pictures, 400);
        }
        await trim(await this.cache('pages'), 200, this.address('offline/'));
    }

    // Registers the service worker. It is active when this ends.
    async register() {
        const { serviceWorker } = navigator;
        const registration = await serviceWorker.register(this.address('sw.js'), { scope: this.scope, updateViaCache: 'none' });
        if (registration.active) return;
        // `ready` may be that of another edition, whose scope has this one in it.
        const worker = registration.installing ?? registration.waiting;
        await new Promise((resolve, reject) => {
            const look = () => {
                if (worker.state === 'activated') resolve();
                if (worker.state === 'redundant') reject(new Error('The service worker could not be installed.'));
            };
            worker.addEventListener('statechange', look);
            look();
        });
    }
}

async function trim(cache, most, except) {
    const keys = (await cache.keys()).filter(({ url }) => url !== except);
    for (const key of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(key);
}

// The files of an edition with the page at `path`.
export function filesOf(manifest, path) {
    return ['entries', 'lists', 'headings'].map(member => shardOf(manifest, member, path)).filter(Boolean)
        .map(name => `bundle/${name}`);
}
