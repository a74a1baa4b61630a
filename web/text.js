// Text by the browser's own Canvas2D: widths for the layout, and words for the atlas. Nothing is
// read back from a canvas, so that browsers which add noise to readback do not disturb it.

const families = ['serif', 'sans', 'mono'];
const stripHeight = 512; // rows of the scratch canvas, device pixels

export class Text {
    constructor() {
        this.fonts = [];
        this.ratio = 1; // device pixels to a CSS pixel, for widths
        this.rasterRatio = 1; // the same of the canvas, which pinch zoom makes finer
        this.ruler = this.context(1, 1);
        this.scratch = this.context(2048, stripHeight);
        this.probe = document.createElement('div');
        this.probe.setAttribute('aria-hidden', 'true');
        this.probe.className = 'probe';
        // Canvases take the language of the document, which chooses between forms of Han characters.
        this.probe.append(this.ruler.canvas, this.scratch.canvas);
        document.body.append(this.probe);
    }

    context(width, height) {
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        return canvas.getContext('2d', { willReadFrequently: true });
    }

    // The theme's font lists, as the style sheet has them.
    familyList(family) {
        const sample = document.createElement('span');
        sample.className = `family-${families[family]}`;
        this.probe.append(sample);
        const list = getComputedStyle(sample).fontFamily;
        sample.remove();
        return list;
    }

    addFont(id, family, size, weight, italic, tracking, upper) {
        this.fonts[id] = {
            family: this.familyList(family), size, weight, italic, tracking, upper: Boolean(upper),
        };
    }

    useFont(context, id, ratio) {
        const font = this.fonts[id];
        context.font = `${font.italic ? 'italic ' : ''}${font.weight} ${font.size * ratio}px ${font.family}`;
        if ('letterSpacing' in context) context.letterSpacing = `${font.tracking * ratio}px`;
        if ('textRendering' in context) context.textRendering = 'geometricPrecision';
        context.fontKerning = document.documentElement.lang.startsWith('ja') ? 'none' : 'normal';
        return font;
    }

    shown(font, text) {
        return font.upper ? text.toLocaleUpperCase(document.documentElement.lang || undefined) : text;
    }

    // Widths in CSS pixels, measured at the device's size.
    measure(texts, fonts, widths) {
        let used = -1;
        let font;
        texts.split('\x1f').forEach((text, i) => {
            if (fonts[i] !== used) font = this.useFont(this.ruler, used = fonts[i], this.ratio);
            widths[i] = this.ruler.measureText(this.shown(font, text)).width / this.ratio;
        });
    }

    // Where words end by the browser's dictionary, in bytes of UTF-8; `text` holds none but characters of
    // three bytes.
    wordEnds(text, ends) {
        if (!Intl.Segmenter) return 0;
        this.segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
        let count = 0;
        for (const { index, segment } of this.segmenter.segment(text)) ends[count++] = 3 * (index + segment.length);
        return count;
    }

    // The length, CSS pixels, that the browser cuts others to a multiple of: a 64th of a device pixel or
    // of a CSS pixel; 0 where it is neither.
    layoutUnit(ratio) {
        const height = 31.3371;
        const stack = document.createElement('div');
        for (let i = 0; i < 20; i++) {
            const part = document.createElement('div');
            part.style.height = `${height}px`;
            stack.append(part);
        }
        this.probe.append(stack);
        const seen = stack.getBoundingClientRect().height / 20;
        stack.remove();
        const units = [1 / 64 / ratio, 1 / 64];
        return units.find(unit => Math.abs(Math.floor(height / unit) * unit - seen) < 1e-4) ?? 0;
    }

    // Where the browser itself puts the baseline in a line of this height.
    baseline(id, lineHeight) {
        const font = this.fonts[id];
        const line = document.createElement('div');
        line.style.font = `${font.italic ? 'italic ' : ''}${font.weight} ${font.size}px/${lineHeight}px ${font.family}`;
        const mark = document.createElement('span');
        mark.className = 'baseline';
        line.append('x', mark);
        this.probe.append(line);
        const result = mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
        line.remove();
        return result;
    }

    // Draws words into the scratch canvas, strip by strip, and gives each strip to `upload`.
    raster(texts, fonts, colors, positions, y, height, upload) {
        const list = texts.split('\x1f');
        const { canvas } = this.scratch;
        if (canvas.height < height) {
            canvas.height = height;
        } else {
            this.scratch.clearRect(0, 0, canvas.width, height);
        }
        this.scratch.textBaseline = 'alphabetic';
        this.scratch.textAlign = 'left';
        let usedFont = -1;
        let usedColor = -1;
        let font;
        list.forEach((text, i) => {
            if (fonts[i] !== usedFont) {
                font = this.useFont(this.scratch, (usedFont = fonts[i]) & 0x7fff, this.rasterRatio);
                this.scratch.direction = usedFont & 0x8000 ? 'rtl' : 'ltr';
            }
            if (colors[i] !== usedColor) {
                usedColor = colors[i];
                this.scratch.fillStyle = `#${usedColor.toString(16).padStart(6, '0')}`;
            }
            this.scratch.fillText(this.shown(font, text), positions[2 * i], positions[2 * i + 1]);
        });
        upload(y, canvas.width, height, canvas);
    }
}
