// The thread of the tool. It waits for messages of the other thread without an event loop, because the tool is one long
// call: `signal` counts the messages sent, and the thread sleeps until the count changes.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const { receiveMessageOnPort, workerData } = require('node:worker_threads');
const hostCalls = require('./host-calls.cjs');
const paths = require('./paths.cjs');
const createProgram = require('./program.cjs');

const { port, signal } = workerData;

function wait() {
    for (;;) {
        const seen = Atomics.load(signal, 0);
        const received = receiveMessageOnPort(port);
        if (received) return JSON.stringify(received.message);
        Atomics.wait(signal, 0, seen);
    }
}

function send(json, body) {
    port.postMessage({ ...JSON.parse(json), body }, [body.buffer]);
}

// Node.js may have made the standard streams pipes that do not block. While their reader is slow, a write fails and is
// repeated, because the program takes a failed write for the end of the stream.
function waitForReaders() {
    const write = fs.writeSync;
    const never = new Int32Array(new SharedArrayBuffer(4));
    fs.writeSync = (...values) => {
        for (;;) {
            try {
                return write(...values);
            } catch (error) {
                if (error.code !== 'EAGAIN') throw error;
                Atomics.wait(never, 0, 0, 5);
            }
        }
    };
}

const programFile = path.join(__dirname, 'program.wasm.br');
const wasmBinary = zlib.brotliDecompressSync(fs.readFileSync(programFile));
paths.adaptFileSystem(fs, process);
waitForReaders();
paths.showPaths(fs, process);
createProgram({
    wasmBinary,
    arguments: process.argv.slice(2).map(each => paths.toTool(each)),
    host: { ...hostCalls, programFile: paths.fromSystem(programFile), send, wait },
    preRun: [program => Object.assign(program.ENV, paths.environment(process.env))],
});
