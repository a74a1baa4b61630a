// The tool knows paths as Linux writes them. On Windows, C:\site is /C:/site to the tool, and \\server\share is
// /unc:/server/share. This is where both meet: in arguments, in the environment, in each call of the file system, and in what
// is printed. Elsewhere nothing changes.
'use strict';

const { existsSync } = require('node:fs');
const os = require('node:os');
const { win32 } = require('node:path');

const onWindows = process.platform === 'win32';

// Titles may have backslashes, too. What has spaces is a path if it, or the folder that it would be in, is there.
const isPath = (text, exists) => /^[A-Za-z]:[\\/]|^\.{0,2}\\|^\/\/[^/]+\/[^/]|^[^:/ ]*\\[^ ]*$/.test(text) ||
    (text.includes('\\') && (exists(text) || exists(win32.dirname(text))));

// The name that the tool uses for a path of the system.
function fromSystem(name, windows = onWindows) {
    if (!windows) return name;
    const slashes = name.replaceAll('\\', '/').replace(/^\/\/[?.]\/(?:UNC(\/))?/i, (whole, server) => server ? '//' : '');
    if (/^\/\/[^/]/.test(slashes)) return `/unc:${slashes.slice(1)}`;
    return /^[A-Za-z]:(\/|$)/.test(slashes) ? `/${slashes}` : slashes;
}

// An argument as the tool reads it. Options such as --out=C:\site are arguments too.
function toTool(text, windows = onWindows, exists = existsSync) {
    if (!windows) return text;
    const [, option, value] = /^(--[\w-]+=)?([^]*)$/.exec(text);
    return isPath(value, exists) ? (option ?? '') + fromSystem(value, windows) : text;
}

// The name that the system uses for a path of the tool.
function toSystem(name, windows = onWindows) {
    if (!windows || typeof name !== 'string') return name;
    // Servers are no folders, but the tool may look for those above its own.
    if (/^\/unc:(\/[^/]*)?\/?$/.test(name)) return '/';
    return name.replace(/^\/unc:\//, '//').replace(/^\/([A-Za-z]:)(?=\/|$)/, '$1').replace(/^([A-Za-z]:)$/, '$1/');
}

// A text for a person: its paths are those of the system, with slashes, which all programs of Windows read.
const shown = text => text.replace(/(^|[\s"'(=[])\/(?:([A-Za-z]:)(?=[/\s"']|$)|unc:(?=\/))/g, (whole, before, drive) => before + (drive ?? '/'));

// Makes what the program prints a text for a person. A path may be cut in two when it arrives; its beginning waits.
function showPaths(fs, process, windows = onWindows) {
    if (!windows) return;
    const write = fs.writeSync;
    const last = [' ', ' ', ' ']; // characters that were printed: a path begins after a space, not where a text happens to be cut
    const waiting = ['', '', ''];
    const put = (file, text) => {
        const bytes = Buffer.from(text, 'latin1'); // each byte is a character, whatever the text's encoding is
        for (let done = 0; done < bytes.length;) done += write(file, bytes, done, bytes.length - done);
    };
    fs.writeSync = (file, bytes, from = 0, length = bytes.length - from, ...rest) => {
        if (file !== 1 && file !== 2) return write(file, bytes, from, length, ...rest);
        const text = last[file] + waiting[file] + Buffer.from(bytes.buffer, bytes.byteOffset + from, length).toString('latin1');
        const cut = /(?<=[\s"'(=[])\/(?:[A-Za-z]:?|unc?:?)?$/.exec(text)?.index ?? text.length;
        put(file, shown(`.${text.slice(0, cut)}`).slice(2));
        last[file] = text.slice(0, cut).slice(-1);
        waiting[file] = text.slice(cut);
        return length;
    };
    process.on('exit', () => [1, 2].forEach(file => put(file, shown(` ${waiting[file]}`).slice(1))));
}

// Calls of the file system that take one or two paths first.
const onePath = ['openSync', 'statSync', 'lstatSync', 'readdirSync', 'mkdirSync', 'rmdirSync', 'unlinkSync', 'chmodSync', 'utimesSync',
    'truncateSync', 'readlinkSync', 'realpathSync', 'accessSync', 'existsSync', 'readFileSync'];
const twoPaths = ['renameSync', 'linkSync', 'symlinkSync', 'copyFileSync'];

// Lets the tool's paths work in `fs` and in process.cwd() and chdir().
function adaptFileSystem(fs, process, windows = onWindows) {
    if (!windows) return;
    for (const name of onePath) {
        const call = fs[name];
        fs[name] = (path, ...rest) => call(toSystem(path, windows), ...rest);
    }
    for (const name of twoPaths) {
        const call = fs[name];
        fs[name] = (from, to, ...rest) => call(toSystem(from, windows), toSystem(to, windows), ...rest);
    }
    const cwd = process.cwd.bind(process);
    process.cwd = () => fromSystem(cwd(), windows);
    const chdir = process.chdir.bind(process);
    process.chdir = path => chdir(toSystem(path, windows));
}

// The environment with the names that the tool reads.
function environment(variables, windows = onWindows) {
    const result = { ...variables };
    if (!windows) return result;
    result.HOME = fromSystem(os.homedir(), windows);
    result.TMPDIR = fromSystem(os.tmpdir(), windows);
    if (variables.LOCALAPPDATA) result.XDG_CACHE_HOME = fromSystem(variables.LOCALAPPDATA, windows);
    return result;
}

module.exports = { adaptFileSystem, environment, fromSystem, onWindows, showPaths, shown, toSystem, toTool };
