// Short notices and the loading indicator.

export class Notices {
    constructor() {
        this.words = {};
        this.announcer = document.createElement('div');
        this.announcer.className = 'announcer';
        this.announcer.setAttribute('role', 'status');
        document.body.append(this.announcer);
    }

    // Announces text to screen readers only.
    read(text) {
        this.announcer.textContent = text;
    }

    // Shows a short notice and announces it to screen readers.
    announce(text) {
        this.read(text);
        const note = document.createElement('div');
        note.className = 'note';
        note.setAttribute('aria-hidden', 'true');
        note.textContent = text;
        document.body.append(note);
        setTimeout(() => note.remove(), Math.max(1800, text.length * 60));
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
}
