// A person's first visit to a page, over a slow network on a slow device: which files Chromium asks for until the page is
// drawn, and when.

// Slow 4G: bytes per second, and ms until an answer begins.
export const slow4G = { throughput: 1.6e6 / 8, latency: 150 };

// Opens `url` in a new context and waits until it is drawn. Returns { requests, bytes, painted, drawn, shift }: the requests
// in their order with { name, start, end, bytes, by }; all their bytes as sent; ms to the first paint and to the canvas;
// and how much of the page moved. `network`: like slow4G, or null; `slower`: how many times slower the processor is.
export async function firstVisit(browser, url, { network = slow4G, slower = 4 } = {}) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
    const page = await context.newPage();
    await page.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver(list => {
            for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
        }).observe({ type: 'layout-shift', buffered: true });
    });
    const session = await context.newCDPSession(page);
    const requests = await record(session);
    await session.send('Network.clearBrowserCache');
    if (network) {
        const { throughput, latency } = network;
        await session.send('Network.emulateNetworkConditions',
            { offline: false, latency, downloadThroughput: throughput, uploadThroughput: throughput });
    }
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(url, { waitUntil: 'commit', timeout: 60000 });
    await page.waitForFunction(() => performance.getEntriesByName('broadsheet-drawn').length, null, { timeout: 60000 });
    const { painted, drawn, shift } = await page.evaluate(() => ({
        painted: performance.getEntriesByName('first-contentful-paint')[0].startTime,
        drawn: performance.getEntriesByName('broadsheet-drawn')[0].startTime,
        shift: window.shift,
    }));
    const before = [...requests.values()].filter(({ start }) => start <= drawn);
    await context.close();
    return { requests: before, bytes: before.reduce((sum, each) => sum + each.bytes, 0), painted, drawn, shift };
}

// Records requests that the host gets by their id, with ms since the first one.
async function record(session) {
    const requests = new Map();
    let began = null;
    const since = timestamp => (timestamp - began) * 1000;
    session.on('Network.requestWillBeSent', ({ requestId, request, initiator, timestamp }) => {
        if (request.url.startsWith('data:') || request.url.startsWith('blob:')) return;
        began ??= timestamp;
        const { pathname } = new URL(request.url);
        const by = initiator.url ?? initiator.stack?.callFrames[0]?.url ?? initiator.type;
        requests.set(requestId, { name: pathname, start: since(timestamp), end: null, bytes: 0, by: by.replace(/^.*\//, '') || initiator.type });
    });
    const forget = requestId => requests.delete(requestId);
    session.on('Network.requestServedFromCache', ({ requestId }) => forget(requestId));
    session.on('Network.responseReceived', ({ requestId, response }) => { if (response.fromDiskCache) forget(requestId); });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
        const request = requests.get(requestId);
        if (request) Object.assign(request, { end: since(timestamp), bytes: encodedDataLength });
    });
    await session.send('Network.enable');
    return requests;
}
