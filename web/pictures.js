// Loads pictures for textures.

const patience = 5000; // ms to wait for an element of the page

// Whether this visit has fetched the file already. It is not asked for again, whatever the host says of its age.
const isKnown = url => performance.getEntriesByName(url, 'resource').length > 0;

// Waits for the element of the page that shows the same file, so that the host is asked once.
async function waitForElement(url) {
    const element = [...document.images].find(image => image.src === url && !image.complete);
    if (!element) return;
    element.loading = 'eager';
    await new Promise(resolve => {
        for (const type of ['load', 'error']) element.addEventListener(type, resolve, { once: true });
        setTimeout(resolve, patience);
    });
}

// Fetches, decodes and scales a picture off the main thread. Returns null if it cannot be loaded.
export async function loadPicture(address, width, height) {
    try {
        if (/\.svg$/i.test(address)) throw address; // browsers create bitmaps only from raster pictures
        const url = new URL(address, location.href).href;
        if (!isKnown(url)) await waitForElement(url);
        const answer = await fetch(url, { cache: isKnown(url) ? 'force-cache' : 'default' });
        if (!answer.ok) return null;
        return await createImageBitmap(await answer.blob(), {
            resizeWidth: width, resizeHeight: height, resizeQuality: 'high', premultiplyAlpha: 'premultiply',
        });
    } catch {
        return drawPicture(address, width, height).catch(() => null);
    }
}

// The same with functions that every browser supports.
async function drawPicture(address, width, height) {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    return canvas;
}
