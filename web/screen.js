// The canvas under the page: its size, its position, and what is drawn on it.
import { loadPicture } from './pictures.js';
import { Renderer } from './renderer.js';
import { Text } from './text.js';

const contextPatience = 3000; // ms before a lost graphics context causes a return to HTML

export class Screen {
    // `page`: the element over the canvas; `unusable(reason)`: called if nothing can be drawn.
    constructor(page, unusable) {
        this.unusable = unusable;
        this.canvas = document.createElement('canvas');
        this.canvas.id = 'canvas';
        this.canvas.setAttribute('aria-hidden', 'true');
        page.before(this.canvas);
        this.text = new Text();
    }

    // `changed`: called when everything must be measured and drawn again.
    listen(changed) {
        document.fonts?.addEventListener('loadingdone', changed);
        this.canvas.addEventListener('webglcontextlost', event => {
            event.preventDefault();
            document.documentElement.classList.remove('drawn');
            this.lostTimer = setTimeout(() => this.unusable('the graphics context was lost'), contextPatience);
        });
        this.canvas.addEventListener('webglcontextrestored', () => {
            clearTimeout(this.lostTimer);
            this.renderer.restore();
            changed();
            if (this.canvas.isConnected) document.documentElement.classList.add('drawn');
        });
    }

    // Returns the widths of the page and for media queries, the height, the device pixels per CSS pixel, the layout unit,
    // and the factor of the browser's font size.
    viewport() {
        const root = document.documentElement;
        const ratio = devicePixelRatio;
        this.text.ratio = ratio;
        if (ratio !== this.unitRatio) {
            this.unitRatio = ratio;
            this.layoutUnit = this.text.layoutUnit(ratio);
        }
        this.lastWidth = innerWidth;
        return [root.getBoundingClientRect().width, innerWidth, innerHeight, ratio, this.layoutUnit,
            this.text.fontSize() / 16];
    }

    // Returns whether the page has another width or resolution than the program knows. While a phone is turned, the
    // style sheet may follow before or after the window.
    isResized() {
        const { lastWidth } = this;
        return innerWidth !== lastWidth || devicePixelRatio !== this.unitRatio
            || !matchMedia(`(min-width:${lastWidth - 1}px) and (max-width:${lastWidth + 1}px)`).matches;
    }

    placeCanvas(left, top, width, height, ratio) {
        const { canvas } = this;
        this.text.rasterRatio = ratio;
        const columns = Math.round(width * ratio);
        const rows = Math.round(height * ratio);
        if (canvas.width !== columns || canvas.height !== rows) {
            canvas.width = columns;
            canvas.height = rows;
        }
        canvas.style.width = `${columns / ratio}px`;
        canvas.style.height = `${rows / ratio}px`;
        canvas.style.left = `${left}px`;
        canvas.style.top = `${top}px`;
        if (this.renderer) return;
        // Created only now, because resizing the canvas would otherwise wait until the context is ready.
        this.renderer = Renderer.create(canvas);
        if (!this.renderer) this.unusable(); // no WebGL2
    }

    resizeAtlas(width, height) {
        this.text.scratch.canvas.width = width;
        this.renderer.allocate(0, width, height);
    }

    raster(texts, fonts, colors, positions, y, height) {
        this.text.raster(texts, fonts, colors, positions, y, height, (...strip) => this.renderer.update(0, ...strip));
    }

    // Returns whether the picture could be loaded.
    async loadPicture(id, address, width, height) {
        const picture = await loadPicture(address, width, height);
        if (picture) this.renderer.upload(id, picture);
        picture?.close?.();
        return Boolean(picture);
    }

    dropPicture(id) { this.renderer.drop(id); }

    present(vertices, indices, commands, ground) {
        this.ground = ground; // colour of the paper, 0xRRGGBB
        this.renderer.draw(vertices, indices, commands, ground);
    }
}
