// What translators, extensions, user styles and privacy guards do to a page, as functions to run in it, and how the page takes it.
import assert from 'node:assert/strict';

// As browsers' translators do: text nodes become <font> elements.
export function translate() {
    const texts = [];
    const walker = document.createTreeWalker(document.querySelector('#page'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    window.replaced = texts.map(text => {
        const outer = document.createElement('font');
        const inner = document.createElement('font');
        inner.textContent = `«${text.data}»`;
        outer.append(inner);
        text.replaceWith(outer);
        return [outer, text];
    });
    document.documentElement.classList.add('translated-ltr');
    document.documentElement.lang = 'de';
}
export function showOriginal() {
    for (const [outer, text] of window.replaced) outer.replaceWith(text);
    document.documentElement.classList.remove('translated-ltr');
    document.documentElement.lang = 'en';
}

// Replaces each word of the first paragraphs by the nodes that `make(word, number)` returns.
function replaceWords(make) {
    const texts = [];
    for (const block of [...document.querySelectorAll('.prose > p')].slice(0, 3)) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) texts.push(walker.currentNode);
    }
    let number = 0;
    for (const text of texts) text.replaceWith(...text.data.split(/(\s+)/).flatMap(part => /\S/.test(part) ? make(part, number++) : [part]));
}

// Functions run in the page, so they must contain all that they call.
const eachWord = make => new Function(`(${replaceWords})(${make})`);

// Style sheets are texts.
export const changes = {
    'texts replaced in place': () => { document.querySelector('.prose p .l').firstChild.data = 'Andere Worte'; },
    'a paragraph of text replaced': () => { document.querySelector('.prose p').textContent = 'Andere Worte'; },
    'icons after links': () => document.querySelectorAll('.prose a').forEach(link => {
        const icon = document.createElement('img');
        icon.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
        icon.style.cssText = 'width:14px;height:14px';
        link.after(icon);
    }),
    'a note in the middle of a paragraph': () => {
        const note = document.createElement('div');
        note.textContent = 'A note';
        document.querySelector('.prose p .l').after(note);
    },
    'a link removed from a sentence': () => document.querySelector('.prose p .l').remove(),
    'text spacing of WCAG 1.4.12': '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    'another font': 'body,p{font-family:monospace!important}',
    'another size': 'p{font-size:26px!important}',
    'another colour': 'p{color:#060!important}',
    'another paper': 'body{background:#fffbe0!important}',
    'other colours by variables': ':root{--paper:#123!important;--ink:#fed!important}',
    'backgrounds of paragraphs': () => document.querySelectorAll('p').forEach(block => {
        block.style.setProperty('background-color', '#222', 'important');
        block.style.setProperty('color', '#eee', 'important');
    }),
    'the canvas hidden': 'canvas{display:none!important}',
    'letters filled with a colour': 'body *{-webkit-text-fill-color:#0a0!important}',
    'sizes and fonts of the paragraphs themselves': () => document.querySelectorAll('.prose p').forEach(block => {
        block.style.fontSize = '24px';
        block.style.fontFamily = 'monospace';
    }),
    'beginnings of words in bold': eachWord(word => {
        const bold = document.createElement('b');
        bold.style.fontWeight = '700';
        bold.textContent = word.slice(0, Math.ceil(word.length / 2));
        return [bold, word.slice(bold.textContent.length)];
    }),
    'words in colours': eachWord((word, number) => {
        const span = document.createElement('span');
        span.style.color = ['#00f', '#f00', '#000'][number % 3];
        span.textContent = word;
        return [span];
    }),
    'a hidden word': eachWord((word, number) => {
        const span = document.createElement('span');
        if (number === 3) span.style.visibility = 'hidden';
        span.textContent = word;
        return [span];
    }),
    'a bar that moves the page': () => {
        const bar = document.createElement('div');
        bar.style.cssText = 'height:65px;background:#222';
        document.body.prepend(bar);
    },
    'a faded text': 'p{opacity:.3!important}',
    'a faded article': () => {
        document.querySelector('.prose').style.opacity = 0.3;
    },
    'a filter over the page': 'html{filter:invert(1) hue-rotate(180deg)}',
    'a filter against itself': 'canvas,img{filter:invert(1)}',
};

// Style sheets that come without a node, as those of extensions do.
export const sheets = [
    'body{margin-top:60px!important}', 'body{padding-top:40px!important}', 'html{margin-top:40px!important}', 'html{transform:translateY(40px)}',
    'html{opacity:.9}', '#page{transform:scale(.9);transform-origin:0 0}', '#page{margin-left:40px!important}',
    'h1{font-size:80px!important}', 'h1{visibility:hidden!important}', 'h1{text-transform:uppercase!important}',
    'h1{font-weight:300!important}', 'h1{letter-spacing:4px!important}', 'h2{color:red!important}',
    'p{color:#060!important}', 'p{font-style:italic!important}', 'p{text-align:center!important}', 'p{text-indent:2em!important}',
    'p{text-shadow:2px 2px 2px red}', 'p{border-left:4px solid red!important}', 'p{font-variant:small-caps!important}',
    '.prose p{transform:translateX(30px)}', '.prose p{text-indent:2em!important}', 'em{font-style:normal!important}',
    'em,strong{background:linear-gradient(transparent 60%,#ff0 0)!important}', 'a{background:yellow!important}', 'a{font-weight:bold!important}',
    'img{opacity:.2!important}', 'img{visibility:hidden!important}', 'img{border-radius:50%!important}', 'img{border:4px solid red!important}',
    'img{filter:grayscale(1)!important}', 'figcaption{font-size:24px!important}', 'figcaption{color:red!important}',
    'body{text-transform:uppercase}', 'blockquote{background:#fee!important}', 'td{color:red!important}',
];
// Those that start no transition: they are seen when the reader comes back from the menu of an extension.
export const silentSheets = [
    'body{background-image:linear-gradient(#eef,#fee)!important}', '#page{background:#fee!important}', 'main{background:#fee!important}',
    '#page{mix-blend-mode:difference}', '.prose a::after{content:" ↗"}', 'em::before{content:"✓"}', '.prose p::first-line{color:green!important}',
];

// Boxes that the drawn page makes room for, or leaves out.
export const boxes = {
    'a translation below each paragraph': () => document.querySelectorAll('.prose > p').forEach(block => {
        const line = document.createElement('div');
        line.textContent = 'Eine Zeile in einer anderen Sprache';
        block.append(line);
    }),
    'a box between paragraphs': () => {
        const box = document.createElement('div');
        box.style.height = '60px';
        document.querySelector('.prose > p').after(box);
    },
    'a box with margins and words before a heading': () => {
        const box = document.createElement('section');
        box.style.cssText = 'margin:30px 0;border:3px solid red';
        box.textContent = 'A summary of this article, by a machine';
        document.querySelector('.prose > :is(h2,h3)').before(box);
    },
    'two boxes beside each other': () => {
        for (const height of [30, 45]) {
            const box = document.createElement('div');
            box.style.height = `${height}px`;
            document.querySelector('.prose > p:nth-of-type(2)').after(box);
        }
    },
    'a box at the end of the text': () => {
        const box = document.createElement('div');
        box.textContent = 'Translated by a machine';
        document.querySelector('.prose').append(box);
    },
    'a box in the sidebar': () => {
        const box = document.createElement('div');
        box.style.height = '80px';
        document.querySelector('aside section').after(box);
    },
    'a part removed': () => document.querySelector('.prose > p').remove(),
    'a picture removed': () => document.querySelector('article figure').remove(),
    'the sidebar removed': () => document.querySelector('aside').remove(),
    'a paragraph hidden by its style': () => { document.querySelector('.prose > p').style.display = 'none'; },
    'the sidebar hidden by a style sheet': 'aside{display:none!important}',
    'pictures hidden by a style sheet': 'article figure{display:none!important}',
    'related articles and a list of tags hidden by a style sheet': '.related,.tags{display:none!important}',
};
export function addStyle(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

// Run before the page's own scripts.
export const guards = {
    'measureText answers 0': () => {
        const original = CanvasRenderingContext2D.prototype.measureText;
        CanvasRenderingContext2D.prototype.measureText = function (text) {
            const result = original.call(this, text);
            Object.defineProperty(result, 'width', { value: 0 });
            return result;
        };
    },
    'all letters measure the same': () => {
        CanvasRenderingContext2D.prototype.measureText = text => ({ width: 400 * text.length });
    },
    'fillText paints nothing': () => { CanvasRenderingContext2D.prototype.fillText = () => {}; },
};

export const isDrawn = page => page.evaluate(() => document.documentElement.classList.contains('drawn'));
export const becomes = (page, name) => page.waitForFunction(wanted =>
    document.documentElement.classList.contains(wanted), name, { timeout: 15000 });
// Enough time for a check and for what would follow.
export const pause = page => page.waitForTimeout(400);

const paragraphColor = page => page.evaluate(() => getComputedStyle(document.querySelector('.prose p')).color);
export async function assertReadable(page) {
    await becomes(page, 'as-html');
    assert.notEqual(await paragraphColor(page), 'rgba(0, 0, 0, 0)');
    assert.equal(await page.locator('#canvas').isVisible(), false);
}

// How far texts are from where they can be clicked: what the canvas shows against the boxes of the page.
export const furthest = page => page.evaluate(() => {
    const { places } = window.lastHost.textLayer;
    return Math.max(...places.filter(({ node }) => node.textContent.trim()).map(({ node, x, y }) => {
        const box = node.getBoundingClientRect();
        return Math.max(Math.abs(box.left + scrollX - x), Math.abs(box.top + scrollY - y));
    }));
});
export const watchHost = page => page.addInitScript(() => { window.broadsheetWatch = (name, ms, host) => { window.lastHost = host; }; });

// As blockers do it: the style is there before the page is.
export const styledFromTheStart = css => page => page.addInitScript(text => addEventListener('DOMContentLoaded', () => {
    window.blocker = new CSSStyleSheet();
    window.blocker.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.blocker];
}), css);
