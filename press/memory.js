// The program's file system, which is in memory, as the worker uses it.

export class Memory {
    constructor(files) { this.files = files; }

    write(path, bytes) {
        this.files.mkdirTree(path.slice(0, path.lastIndexOf('/')));
        this.files.writeFile(path, bytes, { canOwn: true });
    }

    read(path) { return this.files.readFile(path); }

    // The names of all files below a folder, relative to it and sorted.
    names(folder) {
        const found = [];
        const walk = below => {
            for (const name of this.files.readdir(folder + below)) {
                if (name === '.' || name === '..') continue;
                const path = `${below}/${name}`;
                if (this.files.isDir(this.files.stat(folder + path).mode)) walk(path);
                else found.push(path.slice(1));
            }
        };
        if (this.files.analyzePath(folder).exists) walk('');
        return found.sort();
    }

    remove(folder) {
        if (!this.files.analyzePath(folder).exists) return;
        for (const name of this.files.readdir(folder)) {
            if (name === '.' || name === '..') continue;
            const path = `${folder}/${name}`;
            if (this.files.isDir(this.files.lstat(path).mode)) this.remove(path);
            else this.files.unlink(path);
        }
        this.files.rmdir(folder);
    }
}
