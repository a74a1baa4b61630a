import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './load.mjs';

const { heightIn } = await load('comments.js');

test("the height of a frame is read from each provider's messages, and from nothing else", () => {
    for (const [data, height] of [
        [{ giscus: { resizeHeight: 812 } }, 812],
        [{ type: 'resize', height: 300.4 }, 301],
        ['{"name":"resize","data":{"height":420}}', 420],
        ['{"remarkIframeHeight":155}', 155],
        [{ remarkIframeHeight: '155' }, 155],
        [{ height: 640 }, 640],
        [{ broadsheetHeight: 99 }, 99],
        [{ giscus: { error: 'not found' } }, 0],
        [{ type: 'scroll', height: 300 }, 0],
        [{ broadsheetHeight: -5 }, 0],
        [{ broadsheetHeight: 'a' }, 0],
        ['not JSON', 0],
        ['null', 0],
        [null, 0],
        [undefined, 0],
        [7, 0],
    ]) assert.equal(heightIn(data), height, JSON.stringify(data));
});
