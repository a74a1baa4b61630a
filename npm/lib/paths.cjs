// The tool knows paths as Linux writes them. On Windows, C:\site is /c:/site to the tool, and this is where the two
// meet: in arguments, in the environment, and in each call of the file system. Elsewhere nothing changes.
'use strict';

const { existsSync } = require('node:fs');
const os = require('node:os');
const { win32 } = require('node:path');

const onWindows = process.platform === 'win32';

// Titles may have backslashes, too. What has spaces is a path if it, or the folder that it would be in, is there.
const isPath = (text, exists) => /^[A-Za-z]:[\\/]|^\.{0,2}\\|^[^:/ ]*\\[^ ]*$/.test(text) ||
    (text.includes('\\') && (exists(text) || exists(win32.dirname(text))));

// The name that the tool uses for a path of the system. Options such as --out=C:\site are arguments too.
function toTool(text, windows = onWindows, exists = existsSync) {
    if (!windows) return text;
    const [, option, value] = /^(--[\w-]+=)?([^]*)$/.exec(text);
    if (!isPath(value, exists)) return text;
    const slashes = value.replaceAll('\\', '/');
    return (option ?? '') + (/^[A-Za-z]:/.test(slashes) ? `/${slashes}` : slashes);
}

// The name that the system uses for a path of the tool.
function toSystem(name, windows = onWindows) {
    return windows && typeof name === 'string' ? name.replace(/^\/([A-Za-z]:)(?=\/|$)/, '$1').replace(/^([A-Za-z]:)$/, '$1/') : name;
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
    process.cwd = () => toTool(cwd(), windows);
    const chdir = process.chdir.bind(process);
    process.chdir = path => chdir(toSystem(path, windows));
}

// The environment with the names that the tool reads.
function environment(variables, windows = onWindows) {
    const result = { ...variables };
    if (!windows) return result;
    result.HOME = toTool(os.homedir(), windows);
    result.TMPDIR = toTool(os.tmpdir(), windows);
    if (variables.LOCALAPPDATA) result.XDG_CACHE_HOME = toTool(variables.LOCALAPPDATA, windows);
    return result;
}

module.exports = { adaptFileSystem, environment, onWindows, toSystem, toTool };
