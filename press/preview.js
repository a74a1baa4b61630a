// The site beside the editor. It is served by the service worker, which asks this page, which asks the worker.

const patience = 8000; // ms to wait for the service worker

const leave = () => new Promise(() => location.reload());

export class Preview {
    // `ask(message, transferred)` sends a message to the worker. `moved(address)` learns which page is shown.
    constructor({ frame, where, link, ask, moved }) {
        Object.assign(this, { frame, where, link, moved });
        this.id = crypto.randomUUID().slice(0, 8);
        this.url = new URL(`preview/${this.id}/`, location.href).href;
        navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }) => {
            if (data.kind !== 'answer') return;
            if (data.id === this.id) ask({ kind: 'answer', path: data.path, port }, [port]);
            else port.postMessage({ other: true });
        });
        frame.addEventListener('load', () => this.#leadOut());
        setInterval(() => { if (!document.hidden && frame.src) this.#look(); }, 500);
        // Browsers end a service worker that has nothing to do, and with it what it tells to open pages.
        setInterval(() => navigator.serviceWorker.controller?.postMessage('stay'), 20000);
    }

    // Resolves once the service worker answers for this page.
    static async ready() {
        const { serviceWorker } = navigator;
        const controlled = new Promise(resolve => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
        await serviceWorker.register(new URL('service-worker.js', import.meta.url), { updateViaCache: 'none' });
        const { active } = await serviceWorker.ready;
        if (serviceWorker.controller) return;
        active.postMessage('claim');
        const { status, headers } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
        await Promise.race([controlled, new Promise(resolve => setTimeout(resolve, patience))]);
        if (!serviceWorker.controller) throw new Error('The browser has not started the service worker. Load this page once more.');
        // Hosts give all pages of a site its policy, which may forbid what this page does. From now on the service worker
        // gives this page its own.
        if (status === 200 && headers.has('content-security-policy')) await leave();
    }

    show() {
        this.frame.src = this.url;
        this.#look();
    }

    get #address() {
        try {
            const { href } = this.frame.contentWindow.location;
            return href.startsWith(this.url) ? href : this.url;
        } catch {
            return this.url;
        }
    }

    #look() {
        const address = this.#address;
        if (this.link.href === address) return;
        this.link.href = address;
        const below = address.slice(this.url.length - 1);
        this.where.textContent = decodeURI(below);
        this.moved(below);
    }

    // Links to other sites open in a tab of their own; the policy forbids them in the frame.
    #leadOut() {
        let inside;
        try {
            inside = this.frame.contentWindow;
            inside.addEventListener('click', event => {
                const link = event.target.closest?.('a[href]');
                if (!link || link.href.startsWith(this.url) || !/^https?:/.test(link.href)) return;
                event.preventDefault();
                event.stopPropagation();
                open(link.href, '_blank', 'noopener');
            }, true);
        } catch {
            // The frame shows no page of the site.
        }
        this.#look();
    }
}
