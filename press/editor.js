// A plain text area for the files of the site. What is typed is given to `write` after a short pause.
import { matching } from './sources.js';

const pause = 80; // ms without a key

// How the lines of a text end. A text area knows \n alone, and files must not change because they were looked at.
export const newlineOf = text => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

// Where a line begins and ends in a text. Lines count from 1; columns count code points.
export function rangeOfLine(text, line, column = 1) {
    let start = 0;
    for (let each = 1; each < line; ++each) {
        const end = text.indexOf('\n', start);
        if (end < 0) break;
        start = end + 1;
    }
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const before = [...text.slice(start, end)].slice(0, Math.max(0, column - 1)).join('').length;
    return [Math.min(start + before, end), end];
}

export class Editor {
    // `read(path)` resolves to a text, `write(path, text)` when it was taken.
    constructor({ select, find, area, state, read, write }) {
        Object.assign(this, { select, find, area, state, read, write });
        this.edited = new Set();
        select.addEventListener('change', () => this.open(select.value).then(() => area.focus()));
        find.addEventListener('input', () => this.#fill());
        find.addEventListener('keydown', event => {
            if (event.key === 'Enter' && select.value) this.open(select.value).then(() => area.focus());
        });
        area.addEventListener('input', () => {
            const { path, newline } = this;
            clearTimeout(this.timer);
            this.pending = () => this.#put(path, area.value.replaceAll('\n', newline));
            this.timer = setTimeout(() => this.flush(), pause);
        });
    }

    setFiles(paths) {
        this.paths = new Set(paths);
        this.path = null;
        this.find.value = '';
        this.#fill();
    }

    // Lists the files that are looked for.
    #fill() {
        const found = matching([...this.paths], this.find.value);
        this.select.replaceChildren(...found.map(path => new Option(path, path)));
        if (this.find.value === '' && this.path) this.select.value = this.path;
        else if (this.find.value) this.state.textContent = `${found.length} of ${this.paths.size} files. Enter opens the first.`;
    }

    // Opens a file, at a line if it is given.
    async open(path, line = 0, column = 1) {
        if (!this.paths.has(path)) {
            this.state.textContent = `${path} is no text file, so it cannot be edited here.`;
            return;
        }
        if (path !== this.path) {
            await this.flush();
            try {
                const text = await this.read(path);
                this.area.value = text;
                this.newline = newlineOf(text);
                this.area.readOnly = false;
                this.path = path;
                this.state.textContent = '';
            } catch (error) {
                this.area.value = '';
                this.area.readOnly = true;
                this.path = path;
                this.state.textContent = `${path} cannot be edited here: ${error.message}`;
            }
            this.find.value = '';
            this.#fill();
            this.area.setSelectionRange(0, 0);
            this.area.scrollTop = 0;
        }
        if (line > 0) this.#goTo(line, column);
    }

    #goTo(line, column) {
        const [start, end] = rangeOfLine(this.area.value, line, column);
        this.area.focus();
        // Browsers scroll to what is typed, not to what is selected.
        const { lineHeight } = getComputedStyle(this.area);
        this.area.scrollTop = Math.max(0, (line - 4) * parseFloat(lineHeight));
        this.area.setSelectionRange(start, Math.max(start, end));
    }

    async flush() {
        clearTimeout(this.timer);
        const { pending } = this;
        this.pending = null;
        await pending?.();
    }

    async #put(path, text) {
        this.edited.add(path);
        const start = performance.now();
        await this.write(path, text);
        this.state.textContent = `Taken in ${Math.round(performance.now() - start)} ms.`;
    }
}
