// The press in browsers other than Chromium, if they are installed.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { noPress, servePress } from './support.mjs';

const { engines } = noPress ? { engines: { Firefox: null, WebKitGTK: null } } : await import('../browser/engines.mjs');
let server;
before(async () => { server = await servePress(); });
after(() => server.close());

for (const [name, engine] of Object.entries(engines)) {
    const skip = noPress || (engine.found() ? false : `no ${name} here; ./dev setup installs it`);
    test(`${name}: a site opens, is drawn, and shows an edit`, { skip }, async t => {
        const page = await engine.launch();
        t.after(() => page.quit());
        await page.open(server.url);
        await page.until(() => document.documentElement.dataset.ready === 'yes');
        await page.evaluate(() => { document.getElementById('example').click(); });
        await page.until(() => document.getElementById('preview').contentDocument?.documentElement.classList.contains('drawn'), null, 60000);
        assert.equal(await page.evaluate(() => document.getElementById('problem').hidden), true);
        await page.evaluate(() => {
            const area = document.getElementById('text');
            area.value = area.value.replace(/title: .*/, 'title: Changed by hand');
            area.dispatchEvent(new Event('input'));
        });
        await page.until(() => document.getElementById('preview').contentDocument?.body?.textContent.includes('Changed by hand'));
        const part = await page.evaluate(async () => {
            const answer = await document.getElementById('preview').contentWindow.fetch('feed.xml', { headers: { range: 'bytes=2-4' } });
            return [answer.status, await answer.text()];
        });
        assert.deepEqual(part, [206, 'xml']);
        assert.equal(await page.evaluate(() => fetch('http://127.0.0.1:9/').then(() => 'let out', () => 'refused')), 'refused');
    });
}
