// What the program asks of Node.js (src/press/base/node). Paths are the tool's.
'use strict';

const fs = require('node:fs');
const tty = require('node:tty');
const { onWindows, toSystem } = require('./paths.cjs');

module.exports = {
    processId: process.pid,
    isWindows: onWindows,
    isTerminal: file => tty.isatty(file),
    link(from, to) {
        try {
            fs.linkSync(toSystem(from), toSystem(to));
            return true;
        } catch {
            return false;
        }
    },
    peakMemory: () => process.resourceUsage().maxRSS * 1024,
    isRunning(number) {
        try {
            process.kill(number, 0);
            return true;
        } catch (error) {
            return error.code === 'EPERM';
        }
    },
    // When a file was written and changed, in nanoseconds, its size and its number.
    stamp(path) {
        try {
            const { mtimeNs, ctimeNs, size, ino } = fs.statSync(toSystem(path), { bigint: true });
            return [mtimeNs, ctimeNs, size, ino];
        } catch {
            return null;
        }
    },
};
