// Everything that a person does on the page of the press, and what follows.
import { Editor } from './editor.js';
import { fromDrop, fromHandle, fromInput } from './intake.js';
import { kindOf, noMarkdown, tooMuch, wanted } from './judge.js';
import { Messages, summaryOf } from './messages.js';
import { Preview } from './preview.js';
import { joined } from './reports.js';
import { sourceOf } from './sources.js';
import { Tool } from './tool.js';

export class Press {
    constructor({ $, say, complain }) {
        Object.assign(this, { $, say, complain });
        this.tool = new Tool(message => this.#progress(message));
        this.preview = new Preview({
            frame: $('preview'), where: $('where'), link: $('open'),
            ask: (message, transferred) => this.tool.send(message, transferred),
            moved: address => this.#offerSource(address),
        });
        this.messages = new Messages($('messages'), message => {
            this.#view('write');
            return message.opens ? this.editor.open(message.opens) : this.editor.open(message.path, message.line, message.column);
        });
        this.editor = new Editor({
            select: $('file'), find: $('find'), area: $('text'), state: $('state'),
            read: async path => (await this.tool.ask('read', { path })).text,
            write: async (path, text) => {
                this.saved = false;
                this.#report(await this.tool.ask('write', { path, text }));
            },
        });
        this.ready = Preview.ready();
        this.ready.then(() => this.tool.start(), () => {});
        const narrow = matchMedia('(max-width: 52rem)'); // as in style.css
        const place = () => narrow.matches ? $('panel').prepend($('save')) : $('actions').insertBefore($('save'), $('more'));
        narrow.addEventListener('change', place);
        place();
        $('choose-folder').hidden = !globalThis.showDirectoryPicker && !('webkitdirectory' in $('folder'));
        this.#listenToStart();
        this.#listenToWork();
    }

    #listenToStart() {
        const { $ } = this;
        $('choose-folder').addEventListener('click', () => this.#do(async () => {
            if (!globalThis.showDirectoryPicker) return $('folder').click();
            const handle = await showDirectoryPicker({ id: 'broadsheet' });
            this.#busy('Looking at the folder');
            await this.#take(await fromHandle(handle), handle.name, handle);
        }));
        $('choose-files').addEventListener('click', () => $('files').click());
        for (const input of [$('folder'), $('files')]) {
            input.addEventListener('change', () => {
                const { files, name } = fromInput(input.files);
                input.value = '';
                if (files.length) this.#do(() => this.#take(files, name));
            });
        }
        $('example').addEventListener('click', () => this.#do(() => this.#open('example')));
        const drop = $('drop');
        addEventListener('dragover', event => {
            event.preventDefault();
            drop.classList.add('over');
        });
        addEventListener('dragleave', event => { if (!event.relatedTarget) drop.classList.remove('over'); });
        addEventListener('drop', event => {
            event.preventDefault();
            drop.classList.remove('over');
            if ($('start').hidden) return this.complain('A site is open. Choose More, then Start over, to open another one.');
            const given = fromDrop(event.dataTransfer);
            this.#do(async () => {
                this.#busy('Looking at the files');
                const { files, name, handle } = await given;
                await this.#take(files, name, handle);
            });
        });
    }

    #listenToWork() {
        const { $ } = this;
        $('pack-site').addEventListener('click', () => this.#do(async () => {
            this.#busy('Making all pages');
            await this.editor.flush();
            const packed = await this.#pack('packSite', { url: this.#address() });
            if (!packed) return;
            this.#download(packed.blob, 'site.zip');
            this.say(`Downloaded: ${packed.files} files.`);
        }));
        $('pack-articles').addEventListener('click', () => this.#do(async () => {
            await this.editor.flush();
            const packed = await this.#pack('packArticles');
            if (!packed) return;
            this.#download(packed.blob, 'articles.zip');
            this.saved = true;
        }));
        $('save').addEventListener('click', () => this.#do(() => this.#save()));
        $('again').addEventListener('click', () => {
            if (!this.#wouldLose() || confirm('Your edits are only in this page. Start over without them?')) location.reload();
        });
        $('edit').addEventListener('click', () => {
            this.#view('write');
            this.editor.open(this.source).then(() => $('text').focus());
        });
        for (const button of $('views').children) button.addEventListener('click', () => this.#view(button.dataset.view));
        addEventListener('beforeunload', event => { if (this.#wouldLose()) event.preventDefault(); });
        document.addEventListener('keydown', event => { if (event.key === 'Escape') $('more').open = false; });
        document.addEventListener('click', event => { if (!$('more').contains(event.target)) $('more').open = false; });
    }

    async #take(all, name, handle = null) {
        const files = wanted(all);
        const problem = tooMuch(files, 'This folder') || (kindOf(files) ? '' : noMarkdown);
        if (problem) throw new Error(problem);
        this.handle = handle;
        await this.#open('take', { files, name });
    }

    async #open(kind, message = {}) {
        const { $ } = this;
        this.#busy('Starting');
        await this.ready;
        const result = await this.tool.ask(kind, { ...message, url: this.preview.url }).catch(error => {
            this.tool.restart(); // what was read up to then is of no use
            throw error;
        });
        $('start').hidden = true;
        $('work').hidden = $('actions').hidden = false;
        $('save').hidden = !this.handle && !globalThis.showDirectoryPicker;
        $('save').textContent = this.handle ? 'Save into this folder' : 'Save into a folder';
        this.editor.setFiles(result.texts);
        this.imported = result.imported ?? [];
        this.#report(result);
        const first = result.messages.find(each => each.severity === 'error') ?? { path: firstOf(result.texts) };
        this.#view(first.severity ? 'write' : 'read');
        await this.editor.open(first.path, first.line, first.column);
        this.preview.show();
        document.title = `${message.name ?? 'Example'} – Broadsheet press`;
        if (!first.severity) $('summary').focus(); // the button that was pressed is gone
        this.say(`The site is open. ${$('summary').textContent}`);
    }

    #report({ articles, messages: built }) {
        const messages = joined([...this.imported, ...built]);
        this.messages.show(messages);
        const broken = messages.some(each => each.severity === 'error');
        const summary = `${articles.toLocaleString('en')} article${articles === 1 ? '' : 's'}, ${summaryOf(messages)}`;
        const text = broken ? `Not built: ${summaryOf(messages)}` : summary;
        if (text !== this.$('summary').textContent) this.say(text);
        this.$('summary').textContent = text;
        this.$('pack-site').disabled = broken;
        this.$('save').disabled = broken;
    }

    // Resolves to nothing if the person does not want an archive that Windows cannot unpack.
    async #pack(kind, message = {}) {
        const packed = await this.tool.ask(kind, message);
        if (!packed.names) return packed;
        if (!confirm(`${packed.names}, or the archive can be unpacked on other systems only. Download it all the same?`)) return null;
        return this.tool.ask(kind, { ...message, anyNames: true });
    }

    // What came out of a folder goes back there: edited files and the site. All else goes into a folder as a whole.
    async #save() {
        const handle = this.handle ?? await showDirectoryPicker({ id: 'broadsheet-out', mode: 'readwrite' });
        if (await handle.requestPermission({ mode: 'readwrite' }) !== 'granted') {
            throw new Error('The browser may not write into this folder, so nothing was saved. “Download site” needs no permission.');
        }
        this.#busy('Making all pages');
        await this.editor.flush();
        const edited = this.handle ? [...this.editor.edited] : null;
        const { files } = await this.tool.ask('save', { handle, edited, url: this.#address() });
        this.saved = true;
        this.say(`Saved: ${files} files in ${handle.name}/public.`);
        this.$('state').textContent = `Saved: ${edited ? 'your edits' : 'all articles'}, and ${files} files of the site in ${handle.name}/public.`;
    }

    // Whether there are edits that are in this page alone.
    #wouldLose() { return this.editor.edited.size > 0 && !this.saved; }

    #offerSource(address) {
        this.source = sourceOf(address, [...this.editor.paths]);
        this.$('edit').hidden = !this.source;
    }

    #address() {
        const field = this.$('address');
        if (field.value === '' || (field.checkValidity() && /^https?:/.test(field.value))) return field.value;
        throw new Error(`“${field.value}” is not an address; write it as https://paper.example/`);
    }

    #view(name) {
        this.$('work').dataset.view = name;
        for (const each of this.$('views').children) each.setAttribute('aria-pressed', String(each.dataset.view === name));
    }

    #download(blob, name) {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }

    // Runs what a person asked for, and says what went wrong.
    async #do(work) {
        if (this.isBusy) return;
        this.isBusy = true;
        this.complain('');
        try {
            await work();
        } catch (error) {
            if (error.name !== 'AbortError') this.complain(error.message); // else: no folder was chosen
        }
        this.#busy('');
        this.isBusy = false;
    }

    #busy(text) {
        const { $ } = this;
        $('working').hidden = text === '';
        $('doing').textContent = text;
        $('bar').removeAttribute('value');
        if (text) this.say(text);
    }

    #progress({ what, done, of }) {
        const { $ } = this;
        if ($('working').hidden) return;
        if (!$('doing').textContent.startsWith(what)) this.say(what);
        $('doing').textContent = of > 1 ? `${what}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}` : what;
        $('bar').max = Math.max(of, 1);
        $('bar').value = done;
    }
}

// The file that an author most likely wants to see first: an article.
const firstOf = texts => texts.find(each => /\.(md|markdown)$/i.test(each) && !/(^|\/)_?(index|readme)\./i.test(each)) ?? texts[0];
