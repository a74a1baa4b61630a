// Watches folders and all below them, and reports what changed after a pause, because editors save in several steps.
import fs from 'node:fs';
import path from 'node:path';

const quiet = 25; // ms, as in the native tool
const partialMark = '.partial-'; // as in src/press/base/file_changes.h
const isUnwatched = name => name.startsWith('.') || name === 'node_modules';

export class Watch {
    #excluded;
    #report;
    #watchers = new Map();
    #files = new Set();
    #allNamed = true;
    #timer;

    constructor(folders, excluded, report) {
        this.#excluded = excluded && path.resolve(excluded);
        this.#report = report;
        for (const each of folders) this.#watch(each);
    }

    stop() {
        clearTimeout(this.#timer);
        for (const each of this.#watchers.values()) each.close();
    }

    // True for the output folder and its unfinished successors: each build writes them, so reporting them would build forever.
    #isOutput(file) {
        const whole = path.resolve(file);
        return Boolean(this.#excluded) && (whole === this.#excluded || whole.startsWith(this.#excluded + partialMark));
    }

    // Folder by folder: Node.js watches whole trees on some systems only.
    #watch(folder, depth = 0) {
        const deepest = 64;
        if (depth > deepest || this.#watchers.has(folder) || this.#isOutput(folder)) return;
        try {
            const watcher = fs.watch(folder, (event, name) => this.#changed(folder, name));
            watcher.on('error', () => this.#forget(folder));
            this.#watchers.set(folder, watcher);
            for (const each of fs.readdirSync(folder, { withFileTypes: true })) {
                if (each.isDirectory() && !isUnwatched(each.name)) this.#watch(path.join(folder, each.name), depth + 1);
            }
        } catch {
            this.#forget(folder);
        }
    }

    #forget(folder) {
        this.#watchers.get(folder)?.close();
        this.#watchers.delete(folder);
    }

    #changed(folder, name) {
        if (name === null) {
            this.#allNamed = false;
        } else {
            const file = path.join(folder, name);
            const known = this.#watchers.has(file);
            const isFolder = fs.statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
            if (isUnwatched(name) || this.#isOutput(file)) return;
            if (isFolder) this.#watch(file);
            if (known && !isFolder) this.#forget(file);
            // A change inside of a known folder is reported by its own watcher.
            if (isFolder && known) return;
            if (isFolder || known) this.#allNamed = false;
            this.#files.add(file);
        }
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#flush(), quiet);
    }

    #flush() {
        const files = [...this.#files];
        const allNamed = this.#allNamed;
        this.#files.clear();
        this.#allNamed = true;
        this.#report({ files, all_named: allNamed });
    }
}
