// Detects that a newer edition was published while a page was open, and offers to load it. It checks when the reader
// returns to the page or uses it, never on a timer, so that an idle page stays idle.

const patience = 5 * 60 * 1000; // ms between two checks

export class Edition {
    // `words()`: { newEdition, showEdition }; `announce`: announces text to screen readers.
    constructor(manifest, words, announce) {
        Object.assign(this, { manifest, words, announce, looked: performance.now(), known: null });
        const look = () => this.look();
        document.addEventListener('visibilitychange', look);
        addEventListener('pageshow', event => { if (event.persisted) look(); });
        addEventListener('online', look);
        for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, look, { passive: true });
    }

    async look() {
        if (document.hidden || this.notice || performance.now() - this.looked < patience) return;
        this.looked = performance.now();
        await this.ask();
    }

    // Returns the newest manifest, and offers its edition if that is a newer one. null: there is no connection.
    async ask() {
        try {
            const answer = await fetch(this.manifest, { cache: 'no-cache' });
            if (!answer.ok) return null;
            const manifest = await answer.json();
            // The device may answer with the manifest of an older edition.
            if (!answer.headers.has('x-from-device')) this.compare(manifest.publish);
            return manifest;
        } catch {
            return null;
        }
    }

    // The first edition that is known is the one being read.
    compare(publish) {
        this.known ??= publish;
        if (publish !== this.known && !this.notice) this.offer();
    }

    // Called when the page goes on with an edition.
    reads(publish) {
        this.known = publish;
        this.notice?.remove();
        this.notice = null;
    }

    offer() {
        const { newEdition, showEdition } = this.words();
        this.notice = document.createElement('aside');
        this.notice.className = 'edition family-sans';
        this.notice.setAttribute('aria-label', newEdition);
        const button = document.createElement('button');
        button.textContent = showEdition;
        button.addEventListener('click', () => location.reload());
        const text = document.createElement('span');
        text.textContent = newEdition;
        this.notice.append(text, button);
        document.body.append(this.notice);
        this.announce(newEdition);
    }
}
