// What the press needs of a browser. The rest of the page is loaded only where all of it is there.

// A function with a try block: the smallest program with exceptions of WebAssembly.
const exceptions = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11]);

// The names of what is missing.
export function missing(browser = globalThis) {
    const result = [];
    if (!browser.isSecureContext) result.push('a secure address (https, or localhost)');
    else if (!browser.navigator?.serviceWorker) result.push('service workers (a private window may have turned them off)');
    if (!browser.WebAssembly?.validate(exceptions)) result.push('WebAssembly with exceptions');
    if (!browser.DecompressionStream) result.push('unpacking by the browser (DecompressionStream)');
    return result;
}

export const whatWorks = 'It works in Chrome and Edge 95, Firefox 114, Safari 16.4, and newer ones. ' +
    'Without a browser, the tool does the same on your machine.';
