// Which files a page needs, and which pictures are kept with a site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { filesOf } = await load('shelf.js');
const { fitting, picturesIn, picturesOf } = await load('keeper.js');

test('a page needs the shards of its bucket', () => {
    // Buckets: /2025/07/14/lake/ f93c, /tag/wässer/ 2bc4, / 2bb2.
    const manifest = { entries: '000011111111f93c22222222f93d33333333', lists: '0000444444442bb3555555552bc566666666' };
    assert.deepEqual(filesOf(manifest, '/2025/07/14/lake/'),
        ['bundle/ef93c.22222222.json', 'bundle/l2bc5.66666666.json']);
    assert.deepEqual(filesOf(manifest, '/tag/wässer/'),
        ['bundle/e0000.11111111.json', 'bundle/l2bb3.55555555.json']);
    assert.deepEqual(filesOf(manifest, '/'), ['bundle/e0000.11111111.json', 'bundle/l0000.44444444.json']);
    assert.deepEqual(filesOf({ entries: '', headings: '000077777777' }, '/'), ['bundle/h0000.77777777.json']);
});

test('the pictures of entries and texts are found, others are not', () => {
    const shard = { entries: [{
        p: '/a/', i: ['/lake.jpg', 'Alt', '', 1600, 900], re: [{ i: ['/b.png', '', '', 400, 300] }],
        b: [['p', 'img', ['img', { to: '/c.webp', w: 900 }], ['img', { to: 'https://other.example/d.jpg' }], ['img', { to: '//x/e.jpg' }]]],
    }] };
    assert.deepEqual(picturesIn(shard), [
        { target: '/lake.jpg', width: 1600 }, { target: '/b.png', width: 400 }, { target: '/c.webp', width: 900 }]);
});

test('the narrowest file that is wide enough fits', () => {
    const widths = [192, 320, 480, 720, 1080, 1440, 1920];
    assert.equal(fitting({ target: '/lake.jpg', width: 1600 }, 680, widths), 'lake.jpg.720.webp');
    assert.equal(fitting({ target: '/lake.jpg', width: 700 }, 680, widths), 'lake.jpg');
    assert.equal(fitting({ target: '/plan.svg', width: 0 }, 680, widths), 'plan.svg');
});

test('the size of pictures is that of the next width', () => {
    const list = { pictures: [320, 10, 720, 30, 1920, 90] };
    assert.equal(picturesOf(list, 0), 0);
    assert.equal(picturesOf(list, 680), 30);
    assert.equal(picturesOf(list, 4000), 90);
    assert.equal(picturesOf({ pictures: [] }, 680), 0);
});
