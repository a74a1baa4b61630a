// Our search beside Pagefind's: judged queries on a real blog, queries made from the articles of several sites, then
// bytes, requests and time on a site of 24,925 articles in the same Chromium. `ARTICLES` and `QUERIES` take fewer.
// `CORPORA` (folders of content, separated by colons), `SEEDS` and `MADE` (queries of each kind) make other queries.
// `ONLY` chooses a part: judged, made, hosts or race.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built, goBlog, launch, open, program, root, serve, tool } from '../browser/support.mjs';
import { print, quantile } from '../browser/table.mjs';
import { brotli, filesOf, isOfSearch, newsroom, timed } from './shared/measure.mjs';
import { articlesOf, madeQueries, mean, score } from './shared/queries.mjs';

const articles = Number(process.env.ARTICLES ?? 24925);
const queryCount = Number(process.env.QUERIES ?? 200);
const scratch = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const pagefind = path.join(scratch, 'node_modules/.bin/pagefind');
const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', scratch, 'pagefind@1.6.0'], { stdio: 'ignore' }).status === 0
    && existsSync(pagefind);
if (!installed) console.log('Pagefind is not to be installed from here: its columns are left out.');

const build = (name, content) => {
    const out = path.join(scratch, name);
    const run = timed([tool, 'build', '--content', content, '--out', out, '--pages', 'articles', '--program', program, '--no-cache']);
    const index = installed ? timed([pagefind, '--site', out, '--root-selector', 'main', '--exclude-selectors', '.related-bar,.neighbours']) : undefined;
    return { out, run, index };
};
const rootOf = site => path.join(site, 'bundle', `search.${JSON.parse(readFileSync(path.join(site, 'bundle/manifest.json'))).search}.json`);

// An empty page on the site's host: both searches are asked there as a program asks them, without an interface.
const blank = 'search-bench.html';
const idleWorker = 'search-bench.js';
// A page with Pagefind's own interface and nothing else. It waits for more letters after each; `?pause=0` does not.
const theirInterface = 'search-bench-interface.html';
const addTheirInterface = site => {
    writeFileSync(path.join(site, theirInterface), `<!DOCTYPE html><title>Search</title><link rel="stylesheet" href="/pagefind/pagefind-ui.css">
        <div id="search"></div><script src="/pagefind/pagefind-ui.js"></script><script src="/search-bench-interface.js"></script>`);
    writeFileSync(path.join(site, 'search-bench-interface.js'), `const pause = new URLSearchParams(location.search).get('pause');
        new PagefindUI({ element: '#search', showImages: false, ...pause && { debounceTimeoutMs: Number(pause) } });`);
};
const addBlankPage = site => {
    writeFileSync(path.join(site, blank), '<!DOCTYPE html><title>Search</title>');
    writeFileSync(path.join(site, idleWorker), `onmessage = async ({ data: [file, rounds, together] }) => {
        for (let i = 0; i < rounds; ++i) await Promise.all(Array.from({ length: together }, () => fetch(file, { cache: 'no-store' }).then(answer => answer.text())));
        postMessage(0);
    };`);
};
async function openBlank(context, host) {
    const page = await context.newPage();
    await page.goto(host.url(`/${blank}`));
    return page;
}

// As many hits as the interface shows while someone types.
const askOurs = (page, names, query) => page.evaluate(async ([{ searcher, index }, text]) => {
    const began = performance.now();
    const { Searcher } = await import(searcher);
    globalThis.searcher ??= new Searcher(answer => globalThis.answered(answer));
    const request = [text, 0, 5, 0, 1, 0, ''].join('\x1f');
    const answer = await new Promise(resolve => {
        globalThis.answered = resolve;
        globalThis.searcher.ask(new URL(index, location.href).href, request);
    });
    if (answer === null) throw new Error(`no answer to "${text}"`);
    return { milliseconds: performance.now() - began };
}, [names, query]);
const askPagefind = (page, query, data = 5) => page.evaluate(async ([text, count]) => {
    const began = performance.now();
    const { default: _, ...pagefind } = await import('/pagefind/pagefind.js');
    const answer = await pagefind.search(text);
    const shown = await Promise.all(answer.results.slice(0, count).map(one => one.data()));
    return { milliseconds: performance.now() - began, urls: shown.map(one => one.url), total: answer.results.length };
}, [query, data]);

// Letter by letter, as a quick writer types, into a search that is open: the time from the last letter to the answer in
// the page.
const type = (page, who, query) => page.evaluate(async ([who, text]) => {
    const find = selector => document.querySelector(selector);
    const [field, shows] = {
        ours: ['[data-key="menu-search"] .search-input', () => {
            const all = find('[data-key="menu-search"] .search-all');
            return all ? new URL(all.href).searchParams.get('q') === text : find('[data-key="menu-search"] [role=status]').textContent === 'No result';
        }],
        theirs: ['.pagefind-ui__search-input', () => {
            const message = find('.pagefind-ui__message')?.textContent.trim() ?? '';
            const found = /^\d.* results? for (.*)$/.exec(message)?.[1];
            return message.startsWith(`No results for ${text}`) || (found === text && find('.pagefind-ui__result-link') && !find('.pagefind-ui__result .pagefind-ui__loading'));
        }],
    }[who];
    const pause = () => new Promise(resolve => setTimeout(resolve, 100));
    const input = find(field);
    const write = value => {
        input.value = value;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    for (let i = 1; i < text.length; ++i) {
        write(text.slice(0, i));
        await pause();
    }
    const began = performance.now();
    write(text);
    if (!shows()) {
        await new Promise(resolve => {
            const observer = new MutationObserver(() => {
                if (shows()) resolve(observer.disconnect());
            });
            observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        });
    }
    return { milliseconds: performance.now() - began };
}, [who, query]);
// What an opened search fetches ahead is there by then.
const loaded = () => new Promise(resolve => setTimeout(resolve, 700));

// The paths of the first ten results, of ours and of Pagefind's.
async function pathsFound(site, queries) {
    const shell = filesOf(path.join(built, 'native')).find(file => path.basename(file) === 'search_shell');
    const answers = execFileSync(shell, [rootOf(site)], { input: queries.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n');
    const ours = answers.map(line => JSON.parse(line)).map(found => [...found.hits, ...found.others].map(hit => decodeURI(hit.path)));
    if (!installed) return { ours };
    const theirs = [];
    const host = await serve(site);
    addBlankPage(site);
    const browser = await launch();
    const page = await openBlank(browser, host);
    for (const query of queries) theirs.push((await askPagefind(page, query, 10)).urls.map(url => decodeURI(new URL(url, host.origin).pathname)));
    await browser.close();
    host.close();
    return { ours, theirs };
}

// A row for each kind of query, and one for all of them.
function printScores(title, queries, { ours, theirs }) {
    console.log(`\n${title}`);
    console.log(`  ${'class'.padEnd(34)} queries   ours: MRR  recall${theirs ? '   Pagefind: MRR  recall' : ''}`);
    for (const kind of [...new Set(queries.map(each => each.kind)), 'all']) {
        const chosen = queries.map((each, i) => i).filter(i => kind === 'all' || queries[i].kind === kind);
        const column = lists => {
            const scores = chosen.map(i => score(lists[i], queries[i].wanted));
            return `${mean(scores.map(one => one.reciprocal)).toFixed(3)}   ${mean(scores.map(one => one.recall)).toFixed(3)}`;
        };
        console.log(`  ${kind.padEnd(34)} ${String(chosen.length).padStart(7)}       ${column(ours)}${theirs ? `           ${column(theirs)}` : ''}`);
    }
}

async function judge() {
    if (!existsSync(goBlog)) return console.log('The blog that the judged queries are about is not here.');
    const site = build('go-blog', goBlog);
    const judged = readFileSync(path.join(root, 'tests/search/judged_queries.tsv'), 'utf8').split('\n')
        .filter(line => line && !line.startsWith('#')).map(line => line.split('\t'))
        .map(([kind, query, wanted]) => ({ kind, query, wanted: wanted.split(',') }));
    const last = address => address.replace(/\/$/, '').split('/').at(-1);
    const found = await pathsFound(site.out, judged.map(each => each.query));
    const named = lists => lists?.map(paths => paths.map(last));
    printScores('Judged queries on the Go blog: mean reciprocal rank and recall among the first ten', judged,
        { ours: named(found.ours), theirs: named(found.theirs) });
}

async function compareMade() {
    const corpora = process.env.CORPORA?.split(':') ?? [goBlog, path.join(path.dirname(goBlog), 'jekyll-site')];
    const all = corpora.filter(existsSync).map(content => [path.basename(content), content]);
    const small = process.env.CORPORA ? undefined : newsroom(path.join(scratch, 'small'), 2000);
    if (small) all.push(['newsroom of 2,000', small]);
    const seeds = (process.env.SEEDS ?? '11,12,13').split(',').map(Number);
    for (const [name, content] of all) {
        const { out } = build(`made-${name.replaceAll(/\W/g, '-')}`, content);
        const articles = articlesOf(out);
        const queries = seeds.flatMap(seed => madeQueries(articles, seed, Number(process.env.MADE ?? 150)));
        printScores(`Queries made from ${articles.length} articles of ${name}, seeds ${seeds}: mean reciprocal rank and recall`,
            queries, await pathsFound(out, queries.map(each => each.query)));
    }
}

// Words of the site by how many articles have them; the same queries in every run.
function queriesOf(content) {
    const articlesWith = new Map();
    const texts = filesOf(content).filter(file => file.endsWith('.md')).sort();
    const step = Math.max(1, Math.floor(texts.length / 3000));
    const bodies = texts.filter((_, i) => i % step === 0).map(file => readFileSync(file, 'utf8').split('---\n').slice(2).join(' '));
    const sample = bodies.map(body => [...new Set(body.toLowerCase().match(/[a-z]{4,}/g))]);
    for (const words of sample) for (const word of words) articlesWith.set(word, (articlesWith.get(word) ?? 0) + 1);
    let seed = 1;
    const random = limit => (seed = seed * 48271 % 2147483647) % limit;
    const among = (least, most) => {
        const words = [...articlesWith].filter(([, count]) => count >= least && count < most).map(([word]) => word).sort();
        return () => words[random(words.length)];
    };
    const rare = among(2, 4);
    const common = among(sample.length / 12, sample.length / 3);
    const together = count => {
        const words = sample[random(sample.length)].filter(word => articlesWith.get(word) < sample.length / 3);
        return Array.from({ length: count }, () => words[random(words.length)]).join(' ');
    };
    const long = among(3, 40);
    const misspelt = () => {
        const word = long();
        const at = 1 + random(word.length - 2);
        return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
    };
    const phrase = () => {
        const neighbours = bodies[random(bodies.length)].match(/\b[a-z]{4,} [a-z]{4,}\b/g);
        return `"${neighbours[random(neighbours.length)]}"`;
    };
    const kinds = { rare, common, 'two words': () => together(2), 'three words': () => together(3), phrase, prefix: () => long().slice(0, 4), misspelt, none: () => `zqx${rare()}qzx` };
    const names = Object.keys(kinds);
    return Array.from({ length: queryCount }, (_, i) => ({ kind: names[i % names.length], query: kinds[names[i % names.length]]() }));
}

// What the browser and the server take here without any search: no answer comes sooner.
async function floor(browser, host) {
    const rows = [];
    for (let i = 0; i < 15; ++i) {
        const context = await browser.newContext();
        const page = await openBlank(context, host);
        rows.push(await page.evaluate(async ([worker, file]) => {
            const timed = async work => {
                const began = performance.now();
                await work();
                return performance.now() - began;
            };
            const idle = new Worker(worker, { type: 'module' });
            const asked = message => new Promise(resolve => {
                idle.onmessage = resolve;
                idle.postMessage([new URL(file, location.href).href, ...message]);
            });
            return [await timed(() => asked([0, 0])), await timed(() => asked([1, 1])), await timed(() => asked([3, 1])), await timed(() => asked([1, 5]))];
        }, [`/${idleWorker}`, `/${blank}`]));
        await context.close();
    }
    const names = ['a worker that does nothing, to its first answer', 'a request', 'three requests, one after another', 'five requests at once'];
    print('Without any search, the same page', names.map((name, i) => [`${name}: median ms`, quantile(rows.map(row => row[i]), 0.5)]));
}

// The large site, and what is known of its files.
function prepare() {
    const content = newsroom(scratch, articles);
    if (!content) return undefined;
    const site = build('newsroom', content);
    addBlankPage(site.out);
    const sizes = new Map();
    // What files weigh on the way: Pagefind's are compressed already, and parts of files are not.
    const weight = name => {
        const parts = / ([\d,-]+)$/.exec(name)?.[1].split(',').map(each => each.split('-'));
        // Several parts come with a head for each.
        if (parts) return parts.reduce((sum, [first, last]) => sum + (last - first + 1) + (parts.length > 1 ? 110 : 0), 0);
        if (!sizes.has(name)) {
            const bytes = readFileSync(path.join(site.out, name));
            sizes.set(name, /\.(pf_\w+|pagefind)$/.test(name) ? bytes.length : brotli(bytes));
        }
        return sizes.get(name);
    };
    const counted = async (host, isSearch, ask) => {
        host.requests.length = 0;
        const answer = await ask();
        const names = host.requests.filter(isSearch);
        return { ...answer, requests: names.length, bytes: names.reduce((sum, name) => sum + weight(name), 0) };
    };
    const ourFile = name => isOfSearch(name) || /reader\.[0-9a-f]+\/search/.test(name);
    // On a site, the module and those that it imports are parts of another script.
    const searcher = path.join(path.dirname(filesOf(site.out).find(file => file.endsWith('/search-worker.js'))), 'search.js');
    for (const name of ['search.js', 'passages.js', 'shards.js']) copyFileSync(path.join(root, 'web', name), path.join(path.dirname(searcher), name));
    const names = { searcher: `/${path.relative(site.out, searcher)}`,
        index: `/${path.relative(site.out, rootOf(site.out))}` };
    return { content, site, weight, counted, ourFile, names };
}

// What our search fetches from hosts that support ranges in different ways. The first answer is counted with and without
// the program.
async function hosts() {
    const prepared = prepare();
    if (!prepared) return;
    const { content, site, counted, ourFile, names } = prepared;
    const queries = queriesOf(content);
    const browser = await launch();
    const kinds = { 'several parts of a file at once': {}, 'one part at a time': { joined: false }, 'whole files only': { parts: false } };
    for (const [name, options] of Object.entries(kinds)) {
        const host = await serve(site.out, options);
        const rows = [];
        const all = { first: [], index: [], later: [] };
        const warm = await openBlank(browser, host);
        await askOurs(warm, names, 'warm');
        for (const { kind, query } of queries) {
            const context = await browser.newContext();
            const page = await openBlank(context, host);
            const ask = isSearch => counted(host, isSearch, () => askOurs(page, names, query));
            all.first.push({ kind, ...await ask(ourFile) });
            all.index.push({ kind, requests: host.requests.filter(isOfSearch).length });
            await context.close();
            all.later.push({ kind, ...await counted(host, ourFile, () => askOurs(warm, names, query)) });
        }
        for (const kind of [...new Set(queries.map(each => each.kind)), 'all']) {
            const values = (list, member) => list.filter(each => kind === 'all' || each.kind === kind).map(each => each[member]);
            rows.push([`${kind}: first answer, requests for the index: median`, quantile(values(all.index, 'requests'), 0.5)],
                [`${kind}: the same, worst`, Math.max(...values(all.index, 'requests'))],
                [`${kind}: with the program, median requests`, quantile(values(all.first, 'requests'), 0.5)],
                [`${kind}: median bytes`, quantile(values(all.first, 'bytes'), 0.5)],
                [`${kind}: median ms`, quantile(values(all.first, 'milliseconds'), 0.5)],
                [`${kind}: a later answer, median requests`, quantile(values(all.later, 'requests'), 0.5)],
                [`${kind}: a later answer, median bytes`, quantile(values(all.later, 'bytes'), 0.5)]);
        }
        print(`A host that sends ${name}, ${queries.length} queries`, rows);
        await warm.close();
        host.close();
    }
    await browser.close();
}

async function race() {
    const prepared = prepare();
    if (!prepared) return;
    const { content, site, weight, counted, ourFile, names } = prepared;
    const host = await serve(site.out);
    addTheirInterface(site.out);
    const pagefindFile = name => name.startsWith('/pagefind/');
    const openOurs = async () => {
        const page = await open(browser, host.url('/'));
        await page.waitForFunction(() => document.documentElement.classList.contains('drawn'));
        await page.keyboard.press('/');
        await loaded();
        return page;
    };
    const openTheirs = async pause => {
        const page = await (await browser.newContext()).newPage();
        await page.goto(host.url(`/${theirInterface}${pause}`));
        await page.focus('.pagefind-ui__search-input');
        await loaded();
        return page;
    };
    const interfaces = {
        Broadsheet: { who: 'ours', isSearch: ourFile, open: openOurs },
        ...installed && {
            Pagefind: { who: 'theirs', isSearch: pagefindFile, open: () => openTheirs('') },
            'Pagefind without its pause for more letters': { who: 'theirs', isSearch: pagefindFile, open: () => openTheirs('?pause=0') },
        },
    };
    const queries = queriesOf(content);
    const browser = await launch();
    const measured = { ours: { cold: [], warm: [] }, pagefind: { cold: [], warm: [] } };
    const typed = Object.fromEntries(Object.keys(interfaces).map(name => [name, []]));
    const who = { ours: [ourFile, (page, query) => askOurs(page, names, query)], ...installed && { pagefind: [pagefindFile, askPagefind] } };
    const warm = {};
    for (const [name, [, ask]] of Object.entries(who)) await ask(warm[name] = await openBlank(browser, host), 'warm');
    for (const { kind, query } of queries) {
        for (const [name, [isSearch, ask]] of Object.entries(who)) {
            const context = await browser.newContext();
            const fresh = await openBlank(context, host);
            measured[name].cold.push({ kind, ...await counted(host, isSearch, () => ask(fresh, query)) });
            await context.close();
            measured[name].warm.push({ kind, ...await counted(host, isSearch, () => ask(warm[name], query)) });
        }
        for (const [name, { who, isSearch, open }] of Object.entries(interfaces)) {
            let page;
            typed[name].push({ kind, ...await counted(host, isSearch, async () => type(page = await open(), who, query)) });
            await page.context().close();
        }
    }
    await floor(browser, host);
    await browser.close();
    host.close();
    const indexBytes = files => files.reduce((sum, file) => sum + weight(path.relative(site.out, file)), 0);
    const text = filesOf(content).filter(file => file.endsWith('.md')).reduce((sum, file) => sum + readFileSync(file).length, 0);
    const ownFiles = filesOf(path.join(site.out, 'bundle')).filter(isOfSearch);
    const ownBytes = indexBytes(ownFiles);
    const index = [['our whole build with its index', site.run.seconds, undefined, 's'], ['our memory for it', site.run.memory / 1e6, undefined, 'MB'],
        ['our index: files', ownFiles.length], ['our index, brotli', ownBytes, undefined, 'bytes'], ['our index over the text', ownBytes / text, 0.35]];
    if (installed) {
        const theirs = filesOf(path.join(site.out, 'pagefind'));
        index.push(['Pagefind, its index alone', site.index.seconds, undefined, 's'], ['its memory', site.index.memory / 1e6, undefined, 'MB'],
            ['its index: files', theirs.length], ['its index', indexBytes(theirs), undefined, 'bytes']);
    }
    print(`The index, ${articles.toLocaleString('en')} articles`, index);
    const kinds = [...new Set(queries.map(each => each.kind)), 'all'];
    const isOf = (kind, each) => kind === 'all' || each.kind === kind;
    for (const temperature of ['cold', 'warm']) {
        const rows = [];
        for (const kind of kinds) {
            for (const [unit, name] of [['bytes', 'bytes'], ['requests', 'requests'], ['ms', 'milliseconds']]) {
                const values = who => measured[who][temperature].filter(each => isOf(kind, each)).map(each => each[name]);
                const own = values('ours');
                const limits = { cold: { bytes: 80000, requests: 4 }, warm: { bytes: 40000 } }[temperature];
                rows.push([`${kind}: median ${unit}`, quantile(own, 0.5), limits[name]], [`${kind}: worst ${unit}`, Math.max(...own), limits[name]]);
                if (installed) rows.push([`${kind}: Pagefind, median ${unit}`, quantile(values('pagefind'), 0.5)], [`${kind}: ours over Pagefind's, medians`, quantile(own, 0.5) / Math.max(quantile(values('pagefind'), 0.5), 1e-9)]);
            }
        }
        print(`${temperature === 'cold' ? 'A first query in a new page' : 'Further queries in one page'}, ${queries.length} queries`, rows);
    }
    const rows = [];
    for (const kind of kinds) {
        for (const [name, all] of Object.entries(typed)) {
            const median = unit => quantile(all.filter(each => isOf(kind, each)).map(each => each[unit]), 0.5);
            rows.push([`${kind}: ${name}, bytes`, median('bytes')], [`${kind}: ${name}, requests`, median('requests')],
                [`${kind}: ${name}, ms from the last letter`, median('milliseconds')]);
        }
    }
    print('Typed into the interfaces as they come, a letter each 100 ms, from opening the search: medians', rows);
}

const parts = { judged: judge, made: compareMade, hosts, race };
for (const [name, run] of Object.entries(parts)) {
    if ((process.env.ONLY ?? name) === name) await run();
}
