// A publication whose host can be made to misbehave, and what a device has kept of it.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch, open, program, root, serve, tool } from './support.mjs';

export const readState = (page, name, base = '/news/') => page.evaluate(async ([name, base]) => {
    const cache = await caches.open(`broadsheet ${base} state`);
    return (await cache.match(`${base}offline/state/${name}`))?.json() ?? null;
}, [name, base]);

export async function waitForState(page, name, test, base) {
    for (const until = Date.now() + 60000; Date.now() < until; await page.waitForTimeout(200)) {
        const value = await readState(page, name, base).catch(() => null); // the page may be changing
        if (test(value)) return value;
    }
    const value = JSON.stringify(await readState(page, name, base));
    assert.fail(`no ${name} within 60 s at ${page.url()}: ${value}\n${page.complaints?.join('\n')}`);
}

export const hasVisited = (page, address, base) =>
    waitForState(page, 'visited', value => value?.some(each => each.path === address), base);

// For `meddle`: the host breaks the connection.
export const down = (address, request) => { request.socket.destroy(); return true; };

// Copies the sample publication to `folder`/content, builds it, and serves `out` below /news/, because the service worker must
// not leave the base path. `meddle`: what the host does instead of answering (`serve`). All ends with the file.
export async function stageDevice() {
    const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-device-'));
    const out = path.join(folder, 'site');
    const build = (...options) => execFileSync(tool, ['build', '--content', path.join(folder, 'content'), '--out', out,
        '--program', program, '--base-url', 'https://paper.example/news', ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
    build();
    const device = { folder, out, build, meddle: null };
    const server = await serve(out, { base: '/news/', meddle: (...values) => device.meddle?.(...values) });
    const browser = await launch();
    after(async () => {
        await browser.close();
        server.close();
        rmSync(folder, { recursive: true });
    });
    const url = (address = '/') => server.url(address);
    const openOnline = address => {
        device.meddle = null;
        return open(browser, url(address), { offline: true, drawn: address !== '/offline/' });
    };
    return Object.assign(device, { server, browser, url, openOnline });
}
