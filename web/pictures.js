// Loads pictures for textures.

// Whether this visit has fetched the file already. It is not asked for again, whatever the host says of its age.
const isKnown = address => performance.getEntriesByName(new URL(address, location.href).href, 'resource').length > 0;

// Fetches, decodes and scales a picture off the main thread. Returns null if it cannot be loaded.
export async function loadPicture(address, width, height) {
    try {
        if (/\.svg$/i.test(address)) throw address; // browsers create bitmaps only from raster pictures
        const answer = await fetch(address, { cache: isKnown(address) ? 'force-cache' : 'default' });
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
