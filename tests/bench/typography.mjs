// The spaces of justified text in Chromium, beside the browser's own justified text, at three widths; and what justified
// text costs. Spaces of last lines do not count.
import { existsSync } from 'node:fs';
import { article, buildSite, goBlog, launch, open, openPlain, otherArticle, serve, settle } from '../browser/support.mjs';
import { print, quantile } from '../browser/table.mjs';

const widths = [1280, 768, 390];
const justified = 'justify=on;consent=refused';

// Runs in the page. Returns for each paragraph its lines: { spaces in em, hyphen, words, share of the width, last }.
function measureLines() {
    const range = document.createRange();
    const linesOf = paragraph => {
        const em = parseFloat(getComputedStyle(paragraph).fontSize);
        const box = paragraph.getBoundingClientRect();
        const lines = [];
        let line = null;
        let before = '';
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode;
            for (let i = 0; i < node.data.length; ++i) {
                range.setStart(node, i);
                range.setEnd(node, i + 1);
                const rect = range.getClientRects()[0];
                const letter = node.data[i];
                if (!rect && /\s/.test(letter)) before = letter;
                if (!rect || (rect.width === 0 && !/\s/.test(letter))) continue;
                if (/\s/.test(letter)) {
                    if (line && rect.width > 0 && Math.abs(rect.top - line.top) < em) line.pending = rect.width / em;
                    before = letter;
                    continue;
                }
                if (!line || rect.top - line.top > em) {
                    if (line) line.hyphen = /\p{L}/u.test(before) && /\p{L}/u.test(letter);
                    line = { top: rect.top, left: rect.left, right: rect.right, spaces: [], words: 1, pending: 0 };
                    lines.push(line);
                } else if (line.pending) {
                    line.spaces.push(line.pending);
                    ++line.words;
                }
                line.pending = 0;
                line.right = Math.max(line.right, rect.right);
                before = letter;
            }
        }
        const width = Math.max(...lines.map(each => each.right)) - box.left;
        return lines.map((each, i) => ({
            spaces: each.spaces, hyphen: Boolean(each.hyphen), words: each.words,
            share: (each.right - each.left) / width, last: i === lines.length - 1,
        }));
    };
    // Preformatted and mixed paragraphs would blur the comparison.
    return [...document.querySelectorAll('.prose p')].filter(each => !each.querySelector('code, img, br, sup'))
        .map(linesOf).filter(lines => lines.length > 2);
}

function describe(paragraphs) {
    const spaces = paragraphs.flat().filter(line => !line.last).flatMap(line => line.spaces);
    const mean = spaces.reduce((sum, each) => sum + each, 0) / spaces.length;
    const sigma = Math.sqrt(spaces.reduce((sum, each) => sum + (each - mean) ** 2, 0) / spaces.length);
    let row = 0;
    let mostHyphens = 0;
    let hyphens = 0;
    for (const lines of paragraphs) {
        row = 0;
        for (const line of lines) {
            row = line.hyphen ? row + 1 : 0;
            hyphens += line.hyphen ? 1 : 0;
            mostHyphens = Math.max(mostHyphens, row);
        }
    }
    const lines = paragraphs.flat();
    const lasts = lines.filter(line => line.last);
    return {
        spaces: spaces.length, sigma: sigma * 100, mean: mean * 100,
        wide: spaces.filter(each => each > 0.505).length / spaces.length * 100,
        narrow: spaces.filter(each => each < 0.195).length / spaces.length * 100,
        ragged: lines.filter(line => !line.last && !line.hyphen && line.share < 0.97).length / lines.length * 100,
        hyphens: hyphens / lines.length * 100, mostHyphens,
        lost: lasts.filter(line => line.words < 2 || line.share < 1 / 8).length,
    };
}

const browser = await launch();

async function compare(name, host, paths) {
    for (const width of widths) {
        const figures = {};
        for (const [kind, opener] of [['browser', openPlain], ['drawn', open]]) {
            const paragraphs = [];
            for (const path of paths) {
                const page = await opener(browser, host.url(path), { width, settings: justified });
                await settle(page);
                paragraphs.push(...await page.evaluate(measureLines));
                await page.done();
            }
            figures[kind] = describe(paragraphs);
        }
        const { browser: theirs, drawn: ours } = figures;
        const share = width < 500 ? 0.5 : 0.45;
        print(`${name} at ${width} px: ${ours.spaces} spaces, on average ${ours.mean.toFixed(1)} % of an em (browser: ${theirs.mean.toFixed(1)})`, [
            ['word spaces, σ in % of an em (browser)', theirs.sigma],
            ['word spaces, σ in % of an em', ours.sigma, theirs.sigma * share],
            ['over half an em (browser)', theirs.wide, undefined, '%'],
            ['over half an em', ours.wide, 0.1, '%'],
            ['under a fifth of an em', ours.narrow, 0.1, '%'],
            ['lines that stay ragged', ours.ragged, undefined, '%'],
            ['lines that end with a hyphen', ours.hyphens, undefined, '%'],
            ['hyphens in a row, at most', ours.mostHyphens, 2],
            ['last lines of one word or under an eighth (browser)', theirs.lost],
            ['last lines of one word or under an eighth', ours.lost, 0],
        ]);
    }
}

// The milliseconds of a layout of an article with its first frame, after changes of width.
async function costOf(host, path, settings) {
    const page = await open(browser, host.url(path), {
        settings, before: each => each.addInitScript(() => {
            window.calls = [];
            window.broadsheetWatch = (name, time) => window.calls.push([name, time]);
        }),
    });
    const times = [];
    for (let i = 0; i < 16; ++i) {
        await page.evaluate(() => window.calls.length = 0);
        await page.setViewportSize({ width: i % 2 ? 1280 : 1270, height: 900 });
        await settle(page);
        times.push(await page.evaluate(() => Math.max(...window.calls.filter(([name]) => name === 'frame').map(([, time]) => time))));
    }
    await page.done();
    return quantile(times.slice(4), 0.5);
}

const paper = await serve(buildSite('content'));
await compare('The paper', paper, [article, otherArticle]);
if (existsSync(goBlog)) {
    const blog = await serve(buildSite(goBlog));
    const list = await open(browser, blog.url('/2023/'), { drawn: false });
    const paths = await list.evaluate(() => [...document.querySelectorAll('#page h2 a')].map(each => each.pathname));
    await list.done();
    await compare('The Go blog', blog, paths.slice(0, 6));
    blog.close();
}
const ragged = await costOf(paper, article, 'consent=refused');
print('Layout and frame of an article after a change of width', [
    ['ragged', ragged, undefined, 'ms'],
    ['justified', await costOf(paper, article, justified), ragged * 1.25, 'ms'],
]);
paper.close();
await browser.close();
