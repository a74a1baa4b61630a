// Published as sw.js by sites that browsers do not keep: removes an earlier service worker, and all that it has kept.
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => {
    const { pathname } = new URL(registration.scope);
    event.waitUntil((async () => {
        for (const name of await caches.keys()) {
            if (name.startsWith(`broadsheet ${pathname} `)) await caches.delete(name);
        }
        await registration.unregister();
    })());
});
