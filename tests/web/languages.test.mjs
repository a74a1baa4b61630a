import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { languageToOffer } = await load('languages.js');

test('a language is offered if the reader chose it or the browser prefers it, and the site has it', () => {
    const site = ['en', 'de', 'pt-BR'];
    for (const [own, chosen, preferred, offered] of [
        ['en', null, ['de-AT', 'en'], 'de'],
        ['en', null, ['fr', 'pt'], 'pt-BR'],
        ['en', null, ['en-GB', 'de'], null],
        ['en', 'de', ['en'], 'de'],
        ['en', 'en', ['de'], null],
        ['de', 'pt-BR', ['de'], 'pt-BR'],
        ['en', 'fr', ['de'], null],
        ['en', null, ['fr', 'ja'], null],
        ['en', null, [], null],
    ]) assert.equal(languageToOffer(site, own, chosen, preferred), offered, `${own} ${chosen} ${preferred}`);
});
