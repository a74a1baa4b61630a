#!/usr/bin/env node
// Runs the tool in a thread of its own, so that this one can serve and watch while the tool waits for what they report.
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { Host } from '../lib/host.js';

if (Number(process.versions.node.split('.')[0]) < 18) {
    console.error(`broadsheet: error: Node.js ${process.versions.node} is too old; install Node.js 18 or newer`);
    process.exit(1);
}

const host = new Host();
const worker = new Worker(fileURLToPath(new URL('../lib/tool.cjs', import.meta.url)), {
    argv: process.argv.slice(2),
    workerData: host.link,
    transferList: [host.link.port],
});
host.start(worker);
worker.on('error', error => {
    console.error(`broadsheet: error: the program failed: ${error?.stack ?? error}`);
    process.exitCode = 1;
});
worker.on('exit', code => {
    host.stop();
    process.exitCode ||= code;
});
