// Queries made from the articles of any site, and how well a search finds the articles that they were made from.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './measure.mjs';

const word = /[\p{L}\p{M}\p{N}]+/gu;
// Words that a person would type: not numbers, not in scripts without spaces.
const plain = /^(?!.*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}])\p{L}[\p{L}\p{M}]{3,19}$/u;
const shortest_unfinished = 4;
const least_missing = 2;

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const decode = text => text.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (whole, hex, number, name) =>
    number ? String.fromCodePoint(parseInt(number, hex ? 16 : 10)) : entities[name] ?? whole);
const textOf = html => decode(html.replace(/<[^>]*>/g, ''));
const wordsOf = text => (text.toLowerCase().match(word) ?? []);

// The articles of a built site: path, title, and paragraphs.
export function articlesOf(site) {
    const articles = [];
    for (const file of filesOf(site).filter(name => name.endsWith('index.html')).sort()) {
        const html = readFileSync(file, 'utf8');
        const title = /<h1 class="article-title">(.*?)<\/h1>/s.exec(html)?.[1];
        const prose = html.split('<div class="prose">')[1]?.split(/<ul class="article-tags">|<section |<nav |<\/article>/)[0];
        if (!title || !prose || !html.includes('<meta property="og:type" content="article">')) continue;
        const paragraphs = [...prose.matchAll(/<p>(.*?)<\/p>/gs)].map(found => textOf(found[1])).filter(text => wordsOf(text).length > 5);
        if (paragraphs.length === 0) continue;
        articles.push({ path: `/${path.relative(site, path.dirname(file))}/`, title: textOf(title), paragraphs });
    }
    return articles;
}

// Numbers that look random; the same for the same seed on every machine.
export function randomNumbers(seed) {
    let state = seed % 2147483646 + 1;
    for (let i = 0; i < 10; ++i) state = state * 48271 % 2147483647;
    return limit => (state = state * 48271 % 2147483647) % limit;
}

function misspell(text, random) {
    const at = 1 + random(text.length - 2);
    const letters = [...text].filter(letter => letter !== text[at]);
    const other = letters[random(letters.length)] ?? 'x';
    return [
        () => text.slice(0, at) + text.slice(at + 1),
        () => text.slice(0, at) + other + text.slice(at),
        () => text.slice(0, at) + other + text.slice(at + 1),
        () => text[at] === text[at + 1] ? text.slice(0, at) + text.slice(at + 1)
            : text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2),
    ][random(4)]();
}

// `count` queries of each class, as { kind, query, wanted } with the path of the article that each was made from.
export function madeQueries(articles, seed, count) {
    const random = randomNumbers(seed);
    const articlesWith = new Map();
    for (const each of articles) {
        each.titleWords = wordsOf(each.title);
        each.words = new Set([each.title, ...each.paragraphs].flatMap(wordsOf));
        for (const one of each.words) articlesWith.set(one, (articlesWith.get(one) ?? 0) + 1);
    }
    const rareIn = (words, how) => [...new Set(words)].filter(one => plain.test(one))
        .sort((a, b) => articlesWith.get(a) - articlesWith.get(b)).slice(0, how);
    const inOrder = (words, chosen) => words.filter((one, i) => chosen.includes(one) && words.indexOf(one) === i);
    const rareTitle = article => {
        const rare = rareIn(article.titleWords, 2);
        return rare.length < 2 ? undefined : inOrder(article.titleWords, rare);
    };
    const unfinished = text => {
        const most = text.length - least_missing - shortest_unfinished;
        return most < 0 ? undefined : text.slice(0, shortest_unfinished + random(most + 1));
    };
    const among = (words, length) => {
        const first = random(words.length - length + 1);
        return words.slice(first, first + length);
    };
    const kinds = {
        'two rare words of a title': article => rareTitle(article)?.join(' '),
        'the same, one letter wrong': article => {
            const words = rareTitle(article);
            const long = words?.filter(one => one.length > 4) ?? [];
            if (long.length === 0) return undefined;
            const wrong = long[random(long.length)];
            return words.map(one => one === wrong ? misspell(one, random) : one).join(' ');
        },
        'an unfinished word': article => {
            const [rarest] = rareIn(article.titleWords, 1);
            return rarest && unfinished(rarest);
        },
        'two words, the last unfinished': article => {
            const words = rareTitle(article);
            const begun = words && unfinished(words[1]);
            return begun && `${words[0]} ${begun}`;
        },
        'five words of a body': article => {
            const words = [...new Set(article.paragraphs.flatMap(wordsOf))]
                .filter(one => plain.test(one) && articlesWith.get(one) <= articles.length / 3);
            if (words.length < 5) return undefined;
            return Array.from({ length: 5 }, () => words.splice(random(words.length), 1)[0]).join(' ');
        },
        'three words of a title in a row': article => article.titleWords.length < 3 ? undefined : among(article.titleWords, 3).join(' '),
        'the same, in quotes': article => article.titleWords.length < 3 ? undefined : `"${among(article.titleWords, 3).join(' ')}"`,
        'four words of a body in quotes': article => {
            const words = wordsOf(article.paragraphs[random(article.paragraphs.length)]);
            const chosen = among(words, 4);
            return chosen.every(one => one.length > 1) ? `"${chosen.join(' ')}"` : undefined;
        },
    };
    return Object.entries(kinds).flatMap(([kind, make]) => {
        const queries = [];
        for (let tries = 0; queries.length < count && tries < count * 20; ++tries) {
            const article = articles[random(articles.length)];
            const query = make(article);
            if (query) queries.push({ kind, query, wanted: [article.path] });
        }
        return queries;
    });
}

export const mean = values => values.reduce((a, b) => a + b, 0) / values.length;

// The place of the first wanted path among the first ten, as a reciprocal; the share of the wanted ones among them.
export function score(paths, wanted) {
    const first = paths.slice(0, 10);
    const place = first.findIndex(each => wanted.includes(each));
    return { reciprocal: place < 0 ? 0 : 1 / (place + 1), recall: wanted.filter(each => first.includes(each)).length / Math.min(10, wanted.length) };
}
