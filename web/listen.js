// Reads an article aloud with a voice of the device, sentence by sentence. The sentence is marked on the page and stays
// in view. A bar at the bottom has the controls.

const styles = `
::highlight(spoken){background:color-mix(in srgb,var(--accent) 22%,transparent)}
.listen{position:fixed;inset-inline:0;bottom:0;z-index:4;display:flex;flex-wrap:wrap;justify-content:center;gap:4px;
padding:6px max(12px,env(safe-area-inset-left)) calc(6px + env(safe-area-inset-bottom));background:var(--ink);color:var(--paper)}
.listen button{min-width:44px;min-height:44px;padding:0 12px;font-size:16px;color:inherit;background:none;border:0}
.listen button:focus-visible{outline:2px solid var(--paper);outline-offset:-4px}
@media print{.listen{display:none}}`;

const speeds = [1, 1.25, 1.5, 2, 0.8];
const parts = ':is(h1,h2,h3,h4,h5,h6,p,li,dt,dd,blockquote,td,th,figcaption,.standfirst)';
const own = 'h1,.standfirst,.prose'; // not tags, the author and related articles
const silent = 'button,pre,.share,.comment-list,[aria-hidden=true],sup,.island:not(math),annotation,nav';

let current = null;

// `words`: as Notices.words. Called again, it stops.
export function listen(page, words, language) {
    if (current) {
        current.end();
        return;
    }
    const sentences = sentencesOf(page.querySelector('article') ?? page, language);
    if (sentences.length) current = new Speech(page, words, sentences, language);
}

// The sentences of an article in reading order: { text, range }.
export function sentencesOf(article, language) {
    const found = [];
    const split = new Intl.Segmenter(language, { granularity: 'sentence' });
    for (const part of article.querySelectorAll(parts)) {
        if (!part.closest(own) || part.closest(silent) || part.querySelector(parts)) continue;
        const nodes = [];
        let text = '';
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            if (walker.currentNode.parentElement.closest(silent)) continue;
            nodes.push({ node: walker.currentNode, from: text.length });
            text += walker.currentNode.data;
        }
        const place = offset => {
            const at = nodes.findLast(each => each.from <= offset);
            return [at.node, Math.min(offset - at.from, at.node.length)];
        };
        for (const { segment, index } of split.segment(text)) {
            const spoken = segment.trim();
            if (!/[\p{L}\p{N}]/u.test(spoken)) continue;
            const range = document.createRange();
            const from = index + segment.indexOf(spoken);
            range.setStart(...place(from));
            range.setEnd(...place(from + spoken.length));
            found.push({ text: spoken, range });
        }
    }
    return found;
}

class Speech {
    constructor(page, words, sentences, language) {
        const [listenWord, back, pause, resume, on, speed] = words.listen;
        Object.assign(this, { page, sentences, language, at: 0, speed: 0, words: { pause, resume, speed } });
        // A voice of the device works offline, one of a service does not.
        const fits = speechSynthesis.getVoices().filter(voice => voice.lang.toLowerCase().startsWith(language.split('-')[0].toLowerCase()));
        this.voice = fits.find(voice => voice.localService && voice.lang.toLowerCase() === language.toLowerCase()) ??
            fits.find(voice => voice.localService) ?? fits[0] ?? null;
        this.sheet = new CSSStyleSheet();
        this.sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
        this.bar = document.createElement('div');
        this.bar.className = 'listen family-sans';
        this.bar.setAttribute('role', 'toolbar');
        this.bar.setAttribute('aria-label', listenWord);
        this.button('«', back, () => this.go(-1));
        this.turn = this.button(pause, '', () => this.pauseOrResume());
        this.button('»', on, () => this.go(1));
        this.pace = this.button('', '', () => this.faster());
        this.showSpeed();
        this.button('×', words.close, () => this.end());
        document.body.append(this.bar);
        this.turn.focus({ preventScroll: true });
        // Another page ends it.
        this.watcher = new MutationObserver(() => { if (!sentences[0].range.startContainer.isConnected) this.end(); });
        this.watcher.observe(page, { childList: true, subtree: true });
        this.leave = () => this.end();
        addEventListener('pagehide', this.leave);
        this.say();
    }

    button(text, label, act) {
        const button = document.createElement('button');
        button.textContent = text;
        if (label) button.setAttribute('aria-label', label);
        button.addEventListener('click', act);
        this.bar.append(button);
        return button;
    }

    say() {
        speechSynthesis.cancel();
        const sentence = this.sentences[this.at];
        if (!sentence) {
            this.end();
            return;
        }
        this.show(sentence.range);
        const utterance = new SpeechSynthesisUtterance(sentence.text);
        Object.assign(utterance, { lang: this.language, voice: this.voice, rate: speeds[this.speed] });
        // What is cancelled reports its end too.
        utterance.onend = () => { if (this.utterance === utterance && !this.paused) this.go(1); };
        utterance.onerror = ({ error }) => { if (this.utterance === utterance && error !== 'interrupted' && error !== 'canceled') this.end(); };
        this.utterance = utterance;
        speechSynthesis.speak(utterance);
    }

    show(range) {
        globalThis.CSS?.highlights?.set('spoken', new Highlight(range));
        const { top, bottom } = range.getBoundingClientRect();
        if (top >= 80 && bottom <= innerHeight - 80) return;
        scrollBy({ top: top - innerHeight / 3, behavior: matchMedia('(prefers-reduced-motion:reduce)').matches ? 'instant' : 'smooth' });
    }

    go(step) {
        this.at = Math.max(0, this.at + step);
        this.setPaused(false);
        this.say();
    }

    // Some voices cannot pause within a sentence, so a sentence begins again.
    pauseOrResume() {
        this.setPaused(!this.paused);
        if (this.paused) speechSynthesis.cancel();
        else this.say();
    }

    setPaused(paused) {
        this.paused = paused;
        this.turn.textContent = paused ? this.words.resume : this.words.pause;
    }

    faster() {
        this.speed = (this.speed + 1) % speeds.length;
        this.showSpeed();
        if (!this.paused) this.say();
    }

    showSpeed() {
        this.pace.textContent = `${speeds[this.speed]}×`;
        this.pace.setAttribute('aria-label', this.words.speed.replace('{1}', String(speeds[this.speed])));
    }

    end() {
        if (current === this) current = null;
        this.utterance = null;
        speechSynthesis.cancel();
        this.watcher.disconnect();
        removeEventListener('pagehide', this.leave);
        globalThis.CSS?.highlights?.delete('spoken');
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.sheet);
        const focused = this.bar.contains(document.activeElement);
        this.bar.remove();
        if (focused) this.page.querySelector('[data-action=listen]')?.focus({ preventScroll: true });
    }
}
