import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { Addresses } = await load('address.js');
const at = url => new URL(url, 'https://a.example');

for (const base of ['/', '/paper/']) {
    const addresses = new Addresses(base);
    const url = rest => at(base + rest);

    test(`paths below ${base}`, () => {
        assert.equal(addresses.path(url('')), '/');
        assert.equal(addresses.path(url('2024/01/02/a/')), '/2024/01/02/a/');
        assert.equal(addresses.path(url('2024/index.html')), '/2024/');
        assert.equal(addresses.path(url('tag/%E6%B0%B4/?from=x')), '/tag/水/');
        assert.equal(addresses.path(url('search/?q=a%20b')), '/search/?q=a%20b');
        assert.equal(addresses.path(url('bad%E6/')), '/bad%E6/');
    });

    test(`URLs of paths below ${base}`, () => {
        assert.equal(addresses.url('/', ''), base);
        assert.equal(addresses.url('/tag/水/', 'Überblick'), `${base}tag/%E6%B0%B4/#%C3%9Cberblick`);
        assert.equal(addresses.url('/search/?q=a%20b', ''), `${base}search/?q=a%20b`);
        for (const path of ['/', '/a b/', '/c++/', '/50%/', '/page.html']) {
            assert.equal(addresses.path(at(addresses.url(path, ''))), path);
        }
    });
}

test('fragments', () => {
    const addresses = new Addresses('/');
    assert.equal(addresses.fragment(at('/a/#%C3%BC')), 'ü');
    assert.equal(addresses.fragment(at('/a/#%E6')), '');
    assert.equal(addresses.fragment(at('/a/')), '');
});
