// A page that has become HTML: its menus work, and it is drawn again when what others did is gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addStyle, assertReadable, becomes, furthest, isDrawn, pause, showOriginal, translate, watchHost } from './interfere.mjs';
import { article, open, stage, waitUntilDrawn } from './support.mjs';

const { server, browser } = await stage();

const others = {
    'a translation': translate,
    'a replaced word': () => { document.querySelector('.prose p .l').firstChild.data = 'Andere Worte'; },
};
for (const [name, change] of Object.entries(others)) {
    for (const phone of [false, true]) {
        test(`all menus have their contents${phone ? ' on a phone' : ''}, after ${name}`, async () => {
            const page = await open(browser, server.url(article), { phone, ...phone && { width: 390, height: 844 } });
            await page.evaluate(change);
            await assertReadable(page);
            let seen = 0;
            for (const menu of await page.locator('details[data-pops-up]').all()) {
                const summary = menu.locator('> summary');
                if (!await summary.isVisible()) continue;
                await summary.click();
                await menu.locator('a, button, input').first().waitFor({ state: 'visible' });
                seen++;
                await page.keyboard.press('Escape');
            }
            assert.ok(seen >= 2, `only ${seen} menus`);
            await assertReadable(page);
            await page.done();
        });
    }
    test(`settings and search work after ${name}`, async () => {
        const page = await open(browser, server.url(article));
        await page.evaluate(change);
        await assertReadable(page);
        await page.locator('details[data-key=menu-settings] > summary').click();
        await page.locator('button[data-action=scheme-dark]').click();
        await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor === 'rgb(22, 22, 20)');
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[data-action^=scheme]')].map(each => each.ariaPressed)),
            ['false', 'false', 'true']);
        await page.keyboard.press('/');
        await page.keyboard.type('lake');
        await page.keyboard.press('Enter');
        await page.waitForFunction(() => location.pathname === '/search/' && document.querySelector('main h2 a'));
        await waitUntilDrawn(page);
        await page.done();
    });
}

test('a page that is no longer drawn keeps its menus', async () => {
    const page = await open(browser, server.url(article), { before: watchHost });
    await page.evaluate(() => window.lastHost.giveUp('a test'));
    await assertReadable(page);
    await page.locator('details[data-key=menu-language] > summary').click();
    assert.ok(await page.locator('details[data-key=menu-language] a').first().isVisible());
    await page.done();
});

// What comes and goes: the page is drawn again.
const passing = {
    'a sidebar beside the page': [() => { document.body.style.marginRight = '400px'; }, () => { document.body.style.marginRight = ''; }],
    'a bar above the page': [
        () => {
            window.bar = document.createElement('div');
            window.bar.style.height = '65px';
            document.body.prepend(window.bar);
        }, () => window.bar.remove(),
    ],
    'a style that fills letters': [
        () => {
            window.own = new CSSStyleSheet();
            window.own.replaceSync('body *{-webkit-text-fill-color:#0a0!important}');
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.own];
        }, () => window.own.replaceSync(''),
    ],
    'a hidden canvas': [
        () => document.querySelector('#canvas').style.setProperty('display', 'none', 'important'),
        () => {
            document.querySelector('#canvas').style.removeProperty('display');
            dispatchEvent(new Event('focus'));
        },
    ],
};
for (const [name, [come, go]] of Object.entries(passing)) {
    test(`drawn again without ${name}`, async () => {
        const page = await open(browser, server.url(article), { before: watchHost });
        for (let times = 0; times < 2; times++) {
            await page.evaluate(come);
            if (name === 'a hidden canvas') await page.evaluate(() => dispatchEvent(new Event('focus')));
            await assertReadable(page);
            await pause(page);
            await assertReadable(page);
            await page.evaluate(go);
            await becomes(page, 'drawn');
            await pause(page);
            assert.ok(await isDrawn(page));
            assert.ok(await furthest(page) <= 4);
        }
        assert.deepEqual(page.complaints, []);
        await page.done();
    });
}

test('a cause that stays is not tried again and again', async () => {
    const page = await open(browser, server.url(article), { before: watchHost });
    await page.evaluate(addStyle, '.prose > p{margin-top:60px!important}');
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await assertReadable(page);
    await page.evaluate(() => {
        window.attempts = 0;
        const { draw } = window.lastHost;
        window.lastHost.draw = function () {
            window.attempts++;
            return draw.call(this);
        };
    });
    for (let times = 0; times < 6; times++) {
        await page.evaluate(() => document.body.setAttribute('class', String(Math.random())));
        await page.waitForTimeout(250);
    }
    await assertReadable(page);
    assert.ok(await page.evaluate(() => window.attempts) <= 1);
    await page.done();
});

test('a layout that comes late does not leave the page as HTML', async () => {
    const page = await open(browser, server.url(article), { before: watchHost });
    await page.evaluate(addStyle, 'p{font-style:italic!important}');
    await assertReadable(page);
    await page.evaluate(() => {
        const { integrity } = window.lastHost;
        const { cause } = integrity;
        const { classList } = document.documentElement;
        window.looks = 0;
        integrity.cause = function (colors) {
            const isReturning = !classList.contains('as-html') && !classList.contains('drawn');
            return isReturning && ++window.looks < 3 ? 'moved' : cause.call(this, colors);
        };
        document.adoptedStyleSheets.at(-1).replaceSync('');
    });
    await becomes(page, 'drawn');
    await pause(page);
    assert.ok(await isDrawn(page));
    // A check that was on its way when the page was drawn again may look, too.
    assert.ok(await page.evaluate(() => window.looks) >= 3);
    await page.done();
});

test('a look at the print leaves the page drawn', async () => {
    const page = await open(browser, server.url(article));
    await page.emulateMedia({ media: 'print' });
    await pause(page);
    await page.emulateMedia({ media: 'screen' });
    await pause(page);
    assert.ok(await isDrawn(page));
    await page.done();
});

test('the original text is drawn in a window of another size than its translation', async () => {
    const page = await open(browser, server.url(article), { before: watchHost });
    await page.evaluate(translate);
    await assertReadable(page);
    await page.setViewportSize({ width: 700, height: 900 });
    await pause(page);
    await page.evaluate(showOriginal);
    await becomes(page, 'drawn');
    await pause(page);
    assert.ok(await isDrawn(page));
    assert.ok(await furthest(page) <= 4);
    await page.done();
});
