// Drivers for browsers that Playwright does not support as distributions ship them: Firefox by WebDriver BiDi,
// WebKitGTK by WebDriver. Both provide the same page object: open, evaluate, click, key, screenshot, resize.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import WebSocket from 'ws';

const answerPatience = 60000; // ms; a browser that does not answer for this long hangs, even on a busy machine
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
const late = (what, milliseconds = answerPatience) => new Promise((_, reject) =>
    setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s: ${what}`)), milliseconds).unref());

// What Firefox says of a picture that was loading when its page was left.
const leftPicture = /Failed to load .*\.webp.*A ServiceWorker intercepted the request/;

const pathOf = command => (process.env.PATH ?? '').split(':').map(folder => path.join(folder, command)).find(existsSync);

// A virtual screen. Without one, Firefox has no WebGL and WebKitGTK does not start.
class Screen {
    static found() {
        return pathOf('Xvfb');
    }

    static async open() {
        const screen = new Screen();
        screen.server = spawn(this.found(), ['-displayfd', '3', '-screen', '0', '2000x1400x24', '-nolisten', 'tcp'],
            { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
        const number = await Promise.race([late('Xvfb starts'),
            new Promise(resolve => screen.server.stdio[3].once('data', bytes => resolve(String(bytes).trim())))]);
        screen.environment = { ...process.env, DISPLAY: `:${number}`, LIBGL_ALWAYS_SOFTWARE: '1' };
        return screen;
    }

    close() {
        this.server.kill('SIGTERM');
    }
}

// The common part of both protocols. A driver adds start, navigate, run, perform, picture, setSize and quit.
class Page {
    static async launch(options = {}) {
        const page = new this();
        try {
            await page.start(options);
            return page;
        } catch (error) {
            await page.quit();
            throw error;
        }
    }

    // Firefox sometimes answers before it has left the old document (seen in 153 on a busy machine).
    async open(url) {
        await this.evaluate(() => { window.isLeft = true; }).catch(() => {});
        await this.navigate(url);
        await this.until(() => !window.isLeft && document.readyState === 'complete');
    }

    // Runs a function in the page and returns its result as JSON.
    async evaluate(work, value = null) {
        const answer = await this.run(`(async () => {
            try {
                return JSON.stringify({ value: await (${work})(${JSON.stringify(value)}) });
            } catch (error) {
                return JSON.stringify({ error: String(error), stack: error.stack });
            }
        })()`);
        const { value: result, error, stack } = JSON.parse(answer);
        if (error) throw new Error(`${error}\n${stack}`);
        return result;
    }

    async until(work, value = null, milliseconds = 30000) {
        for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(40)) {
            if (await this.evaluate(work, value).catch(() => false)) return;
        }
        throw new Error(`not within ${milliseconds / 1000} s: ${work} ${JSON.stringify(value)}`);
    }

    // Clicks the middle of the element that a selector finds, after scrolling to it.
    async click(selector) {
        const [x, y] = await this.evaluate(selector => {
            const element = document.querySelector(selector);
            if (!element) throw new Error(`nothing is ${selector}`);
            const seen = () => element.getClientRects()[0];
            if (seen().top < 0 || seen().bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top, width, height } = seen();
            return [Math.round(left + width / 2), Math.round(top + height / 2)];
        }, selector);
        await this.perform([{
            type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [
                { type: 'pointerMove', x, y, duration: 0 }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
        }]);
    }

    async key(...keys) {
        const named = { Escape: '\uE00C', Enter: '\uE007', Tab: '\uE004' };
        const actions = keys.map(key => named[key] ?? key).flatMap(value => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
        await this.perform([{ type: 'key', id: 'keys', actions }]);
    }

    type(text) {
        return this.key(...text);
    }

    async screenshot() {
        return Buffer.from(await this.picture(), 'base64');
    }

    // Resizes the window until the page is `width` × `height` CSS pixels.
    async resize(width, height) {
        await this.setSize(width, height);
        await this.until(([width, height]) => innerWidth === width && innerHeight === height, [width, height]);
    }
}

class Firefox extends Page {
    static found() {
        return Screen.found() ? process.env.FIREFOX ?? pathOf('firefox-esr') ?? pathOf('firefox') : undefined;
    }

    async start({ dark = false }) {
        this.profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
        const choices = {
            'webgl.force-enabled': true, 'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
            'browser.shell.checkDefaultBrowser': false, 'datareporting.policy.dataSubmissionEnabled': false,
            'app.update.enabled': false, 'network.captive-portal-service.enabled': false, 'network.connectivity-service.enabled': false,
            'browser.aboutwelcome.enabled': false, 'remote.active-protocols': 1,
        };
        writeFileSync(path.join(this.profile, 'user.js'),
            Object.entries(choices).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`).join(''));
        this.screen = await Screen.open();
        this.browser = spawn(Firefox.found(), ['--no-remote', '--remote-debugging-port=0', '--profile', this.profile],
            { stdio: ['ignore', 'ignore', 'pipe'], env: { ...this.screen.environment, MOZ_CRASHREPORTER_DISABLE: '1' } });
        const address = await Promise.race([late('Firefox starts', 60000), new Promise((resolve, reject) => {
            let said = '';
            this.browser.on('exit', code => reject(new Error(`Firefox ended with ${code}: ${said}`)));
            this.browser.stderr.on('data', bytes => {
                said += bytes;
                const [, found] = said.match(/BiDi listening on (ws:\S+)/) ?? [];
                if (found) resolve(found);
            });
        })]);
        this.waiting = new Map();
        this.complaints = [];
        this.socket = new WebSocket(`${address}/session`, { perMessageDeflate: false });
        this.socket.on('message', bytes => this.told(JSON.parse(bytes)));
        await new Promise((resolve, reject) => this.socket.on('open', resolve).on('error', reject));
        await this.send('session.new', { capabilities: {} });
        await this.send('session.subscribe', { events: ['log.entryAdded'] });
        this.context = (await this.send('browsingContext.getTree', {})).contexts[0].context;
    }

    told({ id, type, error, message, result, method, params }) {
        if (method === 'log.entryAdded' && params.level !== 'info' && params.level !== 'debug' && !leftPicture.test(params.text)) {
            this.complaints.push(`${params.level}: ${params.text}`);
        }
        const { resolve, reject } = this.waiting.get(id) ?? {};
        this.waiting.delete(id);
        if (type === 'error') reject?.(new Error(`${error}: ${message}`));
        else resolve?.(result);
    }

    send(method, params) {
        const id = this.next = (this.next ?? 0) + 1;
        const answer = new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
        this.socket.send(JSON.stringify({ id, method, params }));
        return Promise.race([answer, late(method)]);
    }

    navigate(url) {
        return this.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
    }

    async run(expression) {
        const answer = await this.send('script.evaluate', { expression, target: { context: this.context }, awaitPromise: true });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return answer.result.value;
    }

    perform(actions) {
        return this.send('input.performActions', { context: this.context, actions });
    }

    async picture() {
        return (await this.send('browsingContext.captureScreenshot', { context: this.context })).data;
    }

    setSize(width, height) {
        return this.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
    }

    async quit() {
        if (this.browser && this.browser.exitCode === null) {
            const ended = new Promise(resolve => this.browser.on('exit', resolve));
            this.browser.kill('SIGTERM');
            if (await Promise.race([ended, sleep(5000).then(() => 'late')]) === 'late') this.browser.kill('SIGKILL');
        }
        this.socket?.close();
        this.screen?.close();
        rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
}

class WebKit extends Page {
    // Finds the driver and the browser that it starts.
    static found() {
        const libraries = '/usr/lib';
        const browser = readdirSync(libraries).filter(name => name.endsWith('-linux-gnu'))
            .flatMap(name => ['4.1', '4.0'].map(version => path.join(libraries, name, `webkit2gtk-${version}`, 'MiniBrowser'))).find(existsSync);
        const driver = pathOf('WebKitWebDriver');
        return browser && driver && Screen.found() ? { browser, driver } : undefined;
    }

    async start({ dark = false }) {
        const { browser, driver } = WebKit.found();
        this.complaints = [];
        this.screen = await Screen.open();
        const port = await freePort();
        this.driver = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], {
            stdio: 'ignore', env: { ...this.screen.environment, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' },
        });
        this.address = `http://127.0.0.1:${port}/session`;
        for (let tries = 0; ; tries++) {
            try {
                await fetch(`http://127.0.0.1:${port}/status`);
                break;
            } catch (error) {
                if (tries === 100) throw error;
                await sleep(50);
            }
        }
        const args = ['--automation', ...dark ? ['--dark-mode'] : []];
        const { sessionId } = await this.ask('POST', '', {
            capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args } } },
        });
        this.address += `/${sessionId}`;
        await this.ask('POST', '/timeouts', { script: answerPatience, pageLoad: answerPatience, implicit: 0 });
    }

    async ask(method, command, body) {
        const answer = await fetch(this.address + command, {
            method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(answerPatience + 10000),
        });
        const { value } = await answer.json();
        if (value?.error) throw new Error(`${value.error}: ${value.message}`);
        return value;
    }

    navigate(url) {
        return this.ask('POST', '/url', { url });
    }

    run(expression) {
        return this.ask('POST', '/execute/async', { script: `(${expression}).then(arguments[arguments.length - 1]);`, args: [] });
    }

    perform(actions) {
        return this.ask('POST', '/actions', { actions });
    }

    picture() {
        return this.ask('GET', '/screenshot');
    }

    // The window is larger than the page.
    async setSize(width, height) {
        for (let tries = 0; tries < 3; tries++) {
            const rect = await this.ask('GET', '/window/rect');
            const [innerWidth, innerHeight] = await this.evaluate(() => [window.innerWidth, window.innerHeight]);
            if (innerWidth === width && innerHeight === height) return;
            await this.ask('POST', '/window/rect', { width: rect.width + width - innerWidth, height: rect.height + height - innerHeight });
            await sleep(200);
        }
    }

    async quit() {
        if (this.address) await this.ask('DELETE', '').catch(() => {});
        this.driver?.kill('SIGTERM');
        this.screen?.close();
    }
}

async function freePort() {
    const server = createServer();
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();
    await new Promise(resolve => server.close(resolve));
    return port;
}

export const engines = { 'Firefox': Firefox, 'WebKitGTK': WebKit };
