// Uses the browser's Canvas2D to measure text for the layout and to draw words for the atlas. Words are never read back
// from a canvas, so browsers that add noise to readback do not affect them. Only `drawsInk` reads pixels, once.

import { createElement, fillFormula } from './text-layer.js';

const families = ['serif', 'sans', 'mono'];
const stripHeight = 512; // rows of the scratch canvas, device pixels

export class Text {
    constructor() {
        this.fonts = [];
        this.ratio = 1; // device pixels per CSS pixel, for widths
        this.rasterRatio = 1; // the same for the canvas, which is higher under pinch zoom
        this.ruler = this.context(1, 1);
        this.scratch = this.context(2048, stripHeight);
        this.probe = document.createElement('div');
        this.probe.setAttribute('aria-hidden', 'true');
        this.probe.className = 'probe';
        // A canvas uses the language of the document, which determines the forms of Han characters.
        this.probe.append(this.ruler.canvas, this.scratch.canvas);
        document.body.append(this.probe);
    }

    context(width, height) {
        const canvas = document.createElement('canvas');
        canvas.width = width;
        canvas.height = height;
        return canvas.getContext('2d', { willReadFrequently: true });
    }

    // Returns the theme's font list from the style sheet.
    familyList(family) {
        const sample = document.createElement('span');
        sample.className = `family-${families[family]}`;
        this.probe.append(sample);
        const list = getComputedStyle(sample).fontFamily;
        sample.remove();
        return list;
    }

    familyOf(family) {
        this.lists ??= [];
        return this.lists[family] ??= this.familyList(family);
    }

    addFont(id, family, size, weight, italic, tracking, upper) {
        this.fonts[id] = {
            family: this.familyOf(family), size, weight, italic, tracking, upper: Boolean(upper),
        };
    }

    // Returns whether the canvas measures and draws words as they are. Privacy guards make some browsers answer with
    // other widths, or draw nothing.
    isUsable() {
        return this.measuresWell() && this.drawsInk();
    }

    // Compares the canvas with the document: noise of a few per cent is no obstacle.
    measuresWell() {
        const { shown, drawn } = this.widthsOf('The quick brown fox, 0123');
        return drawn > 0.8 * shown && drawn < 1.25 * shown;
    }

    // Returns whether the canvas has the figures that the style sheet asks for. In Firefox it has only the font's own.
    hasFigures() {
        const { fontVariantNumeric: figures } = getComputedStyle(this.ruler.canvas);
        if (figures === 'normal') return true;
        this.figures ??= new Map();
        if (!this.figures.has(figures)) {
            const { shown, drawn } = this.widthsOf('0123456789');
            this.figures.set(figures, Math.abs(shown - drawn) < 0.02 * shown);
        }
        return this.figures.get(figures);
    }

    // The widths of words in the document and on the canvas.
    widthsOf(words) {
        const line = document.createElement('span');
        line.className = 'family-serif';
        line.textContent = words;
        this.probe.append(line);
        // Users may have set spacing and a smallest size. Both sides use them.
        const { fontFamily, fontSize, letterSpacing, wordSpacing } = getComputedStyle(line);
        const range = document.createRange();
        range.selectNodeContents(line);
        const shown = range.getBoundingClientRect().width - words.length * (parseFloat(letterSpacing) || 0)
            - (words.split(' ').length - 1) * (parseFloat(wordSpacing) || 0);
        line.remove();
        this.ruler.font = `${fontSize} ${fontFamily}`;
        return { shown, drawn: this.ruler.measureText(words).width };
    }

    // Looks for a word's ink in a canvas. Browsers that hide pixels from scripts show other pixels than they draw: if
    // empty paper and a filled box are not as they must be, the pixels tell nothing.
    drawsInk() {
        const context = this.context(96, 32);
        context.fillRect(0, 0, 16, 16);
        context.font = '24px serif';
        context.fillText('MWM', 34, 26);
        let pixels;
        try {
            pixels = context.getImageData(0, 0, 96, 32).data;
        } catch {
            return true;
        }
        const opaque = (left, top, right, bottom) => {
            let count = 0;
            for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (pixels[4 * (96 * y + x) + 3] > 127) count++;
            return count;
        };
        const readable = opaque(1, 1, 15, 15) === 14 * 14 && opaque(0, 17, 30, 32) === 0;
        return !readable || opaque(32, 0, 96, 32) > 20;
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

    // Measures widths in CSS pixels, at the device's resolution.
    measure(texts, fonts, widths) {
        let used = -1;
        let font;
        texts.split('\x1f').forEach((text, i) => {
            if (fonts[i] !== used) font = this.useFont(this.ruler, used = fonts[i], this.ratio);
            widths[i] = this.ruler.measureText(this.shown(font, text)).width / this.ratio;
        });
    }

    // Measures formulas in the document, which lays them out: their widths, and how far they push the edges of their
    // line from its baseline. Firefox does not tell that as the height of an element.
    measureFormulas(formulas, sizes) {
        const fields = formulas.split('\x1f');
        const holder = document.createElement('div');
        const made = [];
        for (let i = 0; i < fields.length; i += 3) {
            const line = document.createElement('div');
            const mark = document.createElement('span');
            const formula = createElement('math');
            line.style.cssText = `width:max-content;font-size:${fields[i]}px;line-height:0`;
            mark.className = 'baseline';
            if (fields[i + 1] === '1') formula.setAttribute('display', 'block');
            if (fields[i + 1] === '2') formula.setAttribute('displaystyle', 'true');
            fillFormula(formula, fields[i + 2]);
            line.append(formula, mark);
            holder.append(line);
            made.push({ line, formula, mark, isBlock: fields[i + 1] === '1' });
        }
        this.probe.append(holder);
        made.forEach(({ line, formula, mark, isBlock }, i) => {
            const { width, height } = formula.getBoundingClientRect();
            const { top, bottom } = line.getBoundingClientRect();
            const baseline = mark.getBoundingClientRect().bottom;
            sizes.set(isBlock ? [width, height, 0] : [width, baseline - top, bottom - baseline], 3 * i);
        });
        holder.remove();
    }

    // Writes the byte offsets of word ends by the browser's dictionary. `text` contains only characters of three UTF-8
    // bytes.
    wordEnds(text, ends) {
        if (!Intl.Segmenter) return 0;
        this.segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
        let count = 0;
        for (const { index, segment } of this.segmenter.segment(text)) ends[count++] = 3 * (index + segment.length);
        return count;
    }

    // The length in CSS pixels to whose multiples the browser rounds lengths down: a 64th of a device pixel or of a CSS
    // pixel; 0 if neither.
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

    // Returns the browser's font size, in CSS pixels: a rem, which unlike computed sizes does not depend on a smallest
    // size of letters.
    fontSize() {
        const ruler = document.createElement('div');
        ruler.style.width = '100rem';
        this.probe.append(ruler);
        const { width } = ruler.getBoundingClientRect();
        ruler.remove();
        return width / 100 || 16;
    }

    // Returns the position of the browser's baseline in a line of this height.
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

    // Draws words into the scratch canvas, and passes the strip to `upload`.
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
