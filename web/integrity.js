// Answers one question: does the page over the canvas still look as the program drew it? Translators, extensions,
// user styles and browser settings change the text layer as they change any page. Changes that move nothing (wrapped
// words, icons in fields) are shown in place. Boxes that others add between those of the page, remove or hide are followed:
// the program makes room for them, or draws the page without them. For all other changes there is a cause, for which the
// page returns to HTML.
//
// Causes: 'translation' and 'text' (other words), 'removed' (a part is gone), 'style' (other fonts, sizes, spacing or
// colours), 'covered' (something hides the canvas), 'moved' (boxes are elsewhere than drawn).
//
// Nothing here runs while nobody changes the page: observers and transition events report changes.
const patience = 100; // ms between a change and the check of all places, so that several changes are checked at once
const tolerance = 3; // CSS pixels between a box and its place on the canvas
// Further down, roundings add up: at 1.1 device pixels per CSS pixel to 2 pixels in 1,000.
const toleranceAt = y => tolerance + Math.min(0.002 * y, 11);
// How far a box may be from the canvas before anybody has changed the page. Links further away would be clicked beside
// what is drawn.
const firstToleranceAt = y => 8 + 2 * toleranceAt(y);
const translatedClass = /(^|\s)translated-(ltr|rtl)(\s|$)/;
const clear = 'rgba(0, 0, 0, 0)';

// Of transitions of elements of the page, those that move or indent something.
const places = /^(transform|translate|rotate|scale|margin|text-indent)|-width$/;

function made(tag, ...content) {
    const element = document.createElement(tag);
    element.append(...content);
    return element;
}

const differs = (text, wanted, allowed) => Math.abs((parseFloat(text) || 0) - wanted) > allowed;

// A box of others that contains nothing of the page.
const isAdded = node => node instanceof Element && node.layerId === undefined &&
    ![...node.querySelectorAll('*')].some(inner => inner.layerId !== undefined) && !/^(inline|contents)/.test(getComputedStyle(node).display);

// The outermost boxes of others in a node of the page.
const addedIn = node => [...node.querySelectorAll('[data-foreign]')]
    .filter(element => isAdded(element) && !element.parentElement.closest('[data-foreign]'));

// The text of a node without what others have added in boxes of their own.
function ownText(node) {
    const added = addedIn(node);
    if (added.length === 0) return node.textContent;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    let text = '';
    while (walker.nextNode()) {
        if (!added.some(element => element.contains(walker.currentNode))) text += walker.currentNode.data;
    }
    return text;
}

// The text of the articles of a page, which only others change.
export const articleText = page => [...page.querySelectorAll('article')].map(article => article.textContent).join('\n');

// The letters of an element of others are seen over those of the canvas, so they must be alike, unless a background covers
// these.
function hasOtherLetters(element, computed) {
    const style = getComputedStyle(element);
    const around = getComputedStyle(element.parentElement);
    const alike = ['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'visibility', 'textTransform'];
    if (alike.some(name => style[name] !== around[name])) return true;
    const own = style.getPropertyValue('--own').trim();
    return own !== '' && style.backgroundColor === clear && style.color !== clear && style.color !== computed(own);
}

// An element of others among the words of the page. Without words of its own, it may move them: an icon, for example.
function isAmongWords(element) {
    const { display, position, float } = getComputedStyle(element);
    return display.startsWith('inline') && !/absolute|fixed/.test(position) && float === 'none' &&
        (element.textContent === '' || element.textContent.trim() !== '') && element.parentElement.layerId !== undefined;
}

function isFiltered(element) {
    const { filter, opacity, mixBlendMode } = getComputedStyle(element);
    return (filter && filter !== 'none') || opacity !== '1' || mixBlendMode !== 'normal';
}

const isInvisible = element => getComputedStyle(element).visibility !== 'visible' && !element.closest('details:not([open])');

const isShown = element => element.getClientRects().length > 0;

// The next element of the page in a direction.
function sibling(element, direction) {
    let found = element[direction];
    while (found && found.layerId === undefined) found = found[direction];
    return found;
}

export class Integrity {
    // `layer`: the text layer. `screen`: the canvas. `changed(cause)`: called after each check that a change of the page
    // has caused; null if the page is still as drawn.
    // `language`: of the page as it was loaded.
    constructor(page, layer, screen, language, changed) {
        Object.assign(this, { page, layer, screen, language, changed, colorsChanged: false, isForeign: false });
        this.told = ''; // added and removed boxes of this page, as the program knows them
        this.hidden = new Set(); // elements that a style hides, and that the page is drawn without
    }

    watch() {
        const root = document.documentElement;
        this.mutations = new MutationObserver(records => this.take(records));
        this.mutations.observe(this.page, {
            subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'style', 'hidden'],
        });
        this.mutations.observe(root, { attributes: true, attributeFilter: ['class', 'style', 'lang', 'dir'] });
        this.mutations.observe(document.body, { childList: true, attributes: true, attributeFilter: ['class', 'style'] });
        this.mutations.observe(document.head, { subtree: true, childList: true, characterData: true });
        this.sizes = new ResizeObserver(() => this.schedule());
        this.watchStyles();
    }

    // Style sheets of users cannot be observed, but a change of style starts a transition.
    watchStyles() {
        this.sample = document.createElement('div');
        this.sample.className = 'probe sample';
        this.sample.setAttribute('aria-hidden', 'true');
        this.sample.append(made('div', made('h2'), made('p', made('a'), made('em'), made('strong'), made('span')),
            made('ul', made('li')), made('figure', made('img'), made('figcaption')),
            made('blockquote', made('p')), made('table', made('tr', made('th'), made('td')))));
        document.body.append(this.sample);
        // Other styles are seen when the reader comes back from the menu of an extension.
        const look = () => this.lookAtAll();
        addEventListener('focus', look);
        document.documentElement.addEventListener('mouseenter', look);
        document.addEventListener('transitionrun', ({ target, propertyName }) => {
            const { documentElement: root, body } = document;
            // A page has one h1, so that of the page stands for itself.
            const isWatched = this.sample.contains(target) || [root, body, this.page, this.screen.canvas].includes(target) ||
                (target.layerId && target.localName === 'h1');
            if (isWatched || (target.layerId && places.test(propertyName))) look();
        });
        // Where even these transitions are not allowed, styles are looked at when the page is used.
        const lookIfDeaf = () => {
            if (getComputedStyle(this.sample).transitionDuration === '0s') look();
        };
        for (const type of ['pointerdown', 'keydown', 'scrollend']) addEventListener(type, lookIfDeaf, { passive: true });
    }

    // `reference`: tells whether others have styled the page (web/reference.js).
    compareWith(reference) {
        this.reference = reference;
        this.lookAtAll();
    }

    lookAtAll() {
        this.colorsChanged = true;
        this.schedule();
    }

    // Runs a change of the page by the program itself. Changes that others made before it are handled first.
    ours(work) {
        this.take(this.mutations?.takeRecords() ?? []);
        try {
            return work();
        } finally {
            this.mutations?.takeRecords();
        }
    }

    // Called when another page is asked for.
    forget() {
        this.told = '';
        this.hidden.clear();
    }

    // Called after the layer was changed: its places are new.
    placed() {
        if (!this.sizes) return;
        this.offsets = null;
        this.isForeign = false;
        this.sizes.disconnect();
        this.sizes.observe(this.page);
        this.sizes.observe(this.screen.canvas);
        const foreign = this.page.querySelectorAll('[data-foreign]');
        for (const place of this.layer.places) {
            place.text = foreign.length > 0 ? ownText(place.node) : place.node.textContent;
            if (place.font) this.sizes.observe(place.node);
        }
        foreign.forEach(node => this.sizes.observe(node));
    }

    take(records) {
        let foreign = false;
        for (const { type, target, addedNodes } of records) {
            if (type === 'childList' && this.page.contains(target)) this.mark(addedNodes);
            if (target instanceof Element && target.closest('.island') && type === 'attributes') continue;
            if (type === 'attributes' || document.head.contains(target)) this.colorsChanged = true;
            // Bars over the page are no part of it, but may move it.
            if (target === document.body && type === 'childList') {
                this.schedule();
                continue;
            }
            foreign = true;
            if (type !== 'attributes' && this.page.contains(target)) this.layer.tampered = true;
        }
        if (!foreign) return;
        this.isForeign = true;
        const cause = this.otherWords();
        if (cause) this.changed(cause);
        else this.schedule();
    }

    // Elements of others are visible over the canvas, with their own decoration.
    mark(nodes) {
        for (const node of nodes) {
            if (!(node instanceof Element) || node.layerId !== undefined) continue;
            node.setAttribute('data-foreign', '');
            this.sizes?.observe(node);
        }
    }

    schedule() {
        this.timer ??= setTimeout(() => {
            this.timer = null;
            const colors = this.colorsChanged;
            this.colorsChanged = false;
            this.changed(this.cause(colors));
        }, patience);
    }

    // Handles changes that were made just now, before they would be reported.
    look() {
        this.take(this.mutations.takeRecords());
    }

    // Returns why the page is no longer as drawn; null: it is. Colours can be compared only while the text is not
    // transparent, so `colors` makes it visible for the duration of the call. On a page that is HTML they always count:
    // otherwise a check for another reason would draw it again, although its colours are still of others.
    cause(colors) {
        this.look();
        const words = this.otherWords();
        if (words) return words;
        const root = document.documentElement;
        if (root.classList.contains('drawn') && this.isCovered(colors)) return 'covered';
        const drawn = colors && root.classList.contains('drawn');
        if (drawn) root.classList.replace('drawn', 'looked'); // without transitions
        const styled = this.otherStyle(colors || root.classList.contains('as-html'));
        if (drawn) root.classList.replace('looked', 'drawn');
        this.mutations.takeRecords();
        if (styled) return 'style';
        const printed = matchMedia('print').matches; // without the canvas
        return !this.layer.isLoose && !printed && this.otherPlace() ? 'moved' : null;
    }

    // Returns whether the cause for which the page is HTML is gone. `cause`: that of a check just now. Where it cannot
    // tell, the page is to be drawn, and looked at before the canvas is shown.
    isGone(away, cause) {
        // Sizes may be those of another width of the window.
        if (away === 'translation' || away === 'text') return !this.otherWords();
        if (cause) return false;
        if (away === 'covered') return !this.wouldBeCovered();
        return away === 'moved' ? this.isBack() : away === 'style';
    }

    wouldBeCovered() {
        const { classList } = document.documentElement;
        return this.ours(() => {
            classList.replace('as-html', 'drawn');
            const covered = this.isCovered(true);
            classList.replace('drawn', 'as-html');
            return covered;
        });
    }

    // Called when the page has become HTML.
    noteBox() {
        this.noted = [innerWidth, ...this.boxOfPage()].join();
    }

    boxOfPage() {
        const { left, top, width, height } = this.page.getBoundingClientRect();
        return [left + scrollX, top + scrollY, width, height].map(Math.round);
    }

    // True if the page has another box than when it became HTML, and is where the canvas shows it. In a window of another
    // width, the box is noted anew.
    isBack() {
        const box = this.boxOfPage();
        const [wide, ...noted] = this.noted.split(',').map(Number);
        if (wide !== innerWidth) this.noteBox();
        const { x, y, width } = this.layer.places[0];
        return wide === innerWidth && box.join() !== noted.join() &&
            [x, y, width].every((wanted, side) => Math.abs(box[side] - wanted) <= tolerance);
    }

    isTranslated() {
        return this.saysTranslated() || Boolean(this.page.querySelector('font'));
    }

    saysTranslated() {
        const root = document.documentElement;
        return translatedClass.test(root.className) || root.lang !== this.language;
    }

    otherWords() {
        if (this.isTranslated()) return 'translation';
        const has = ({ node, text }) => node.textContent === text || ownText(node) === text;
        const [page, ...blocks] = this.layer.places;
        if (!blocks.every(block => has(block) || !block.node.isConnected)) return 'text';
        if (!page || (has(page) && blocks.every(({ node }) => node.isConnected))) return null;
        return this.layer.removed().length > 0 ? 'removed' : 'text';
    }

    // Tells the program where others have added or removed boxes, by `tell` (Reader::boxes_changed has the records).
    // Returns false if the changes are of another kind, or if the program knows them and the page is still not as drawn.
    follow(tell) {
        const records = this.boxChanges();
        if (records === null || records === this.told) return false;
        this.told = records;
        tell(records);
        this.isForeign = true; // the next check compares with the canvas itself
        this.schedule();
        return true;
    }

    // Null: not all changes can be followed.
    boxChanges() {
        if (this.isShownAgain()) return 'f';
        const gone = [...this.layer.removed(), ...this.hiddenParts()];
        if (!gone.every(node => node instanceof Element && node.layerId)) return null;
        const records = gone.map(node => ['x', node.layerId]);
        gone.forEach(node => this.layer.forget(node));
        const boxes = addedIn(this.page).filter(element => !/absolute|fixed/.test(getComputedStyle(element).position));
        const spots = boxes.map(element => this.spotOf(element));
        if (spots.includes(null)) return null;
        // A style may still count a hidden element among the others, for example in the space between paragraphs.
        spots.push(...[...this.hidden].filter(element => element.isConnected).map(element => this.spotOf(element)).filter(Boolean));
        records.push(...new Map(spots.map(spot => [spot.slice(0, 4).join(), spot])).values());
        return records.map(fields => fields.map(field => `${field}\x1f`).join('')).join('\x1e');
    }

    // The outermost elements that a style hides, as content blockers do. They stay where they are, but the program does
    // not know them any more.
    hiddenParts() {
        const parts = new Set();
        for (const { node, height } of this.layer.places.slice(1)) {
            if (height <= 0 || !node.isConnected || isShown(node)) continue;
            let part = null;
            for (let each = node; each !== this.page; each = each.parentElement) {
                if (getComputedStyle(each).display === 'none') part = each;
            }
            if (part) parts.add(part);
        }
        for (const part of parts) this.hidden.add(part);
        if (parts.size > 0) this.layer.tampered = true;
        return parts;
    }

    // True if a hidden element can be seen again. The program then makes the whole page again.
    isShownAgain() {
        if (![...this.hidden].some(isShown)) return false;
        this.ours(() => this.hidden.forEach(node => node.remove()));
        this.hidden.clear();
        return true;
    }

    // Where an added box makes room: the nodes that it is in, after and before, and their distance. Null: it is where the
    // program cannot make room.
    spotOf(element) {
        const block = this.layer.places.find(({ node }, index) => index > 0 && node.contains(element));
        if (block && (element.parentNode !== block.node || sibling(element, 'nextSibling'))) return null;
        const box = block?.node ?? element;
        const before = block ? box : sibling(box, 'previousElementSibling');
        const after = sibling(box, 'nextElementSibling');
        const parent = box.parentElement;
        if (parent.layerId === undefined || !(before || after)) return null;
        const around = parent.getBoundingClientRect();
        const start = before?.getBoundingClientRect();
        const top = block ? start.top + block.height : start ? start.bottom : around.top;
        const bottom = after ? after.getBoundingClientRect().top : around.bottom;
        return ['r', parent.layerId, before?.layerId ?? 0, after?.layerId ?? 0, Math.round(100 * (bottom - top))];
    }

    // True where the browser shows the text itself.
    isPlain() {
        return matchMedia('(forced-colors: active), print').matches;
    }

    // True if the canvas cannot be seen, or (with `colors`) if something lies over it that should be transparent. Only for a
    // page that is drawn.
    isCovered(colors) {
        if (this.isPlain()) return false;
        const { display, visibility } = getComputedStyle(this.screen.canvas);
        if (display === 'none' || visibility !== 'visible') return true;
        return colors && this.elements().some(element => {
            const { backgroundColor, backgroundImage, webkitTextFillColor = clear } = getComputedStyle(element);
            return backgroundColor !== clear || backgroundImage !== 'none' || webkitTextFillColor !== clear;
        });
    }

    // The elements of the page that the canvas shows.
    elements() {
        return [...this.layer.nodes.values()].filter(node => node instanceof HTMLElement && node !== this.page &&
            node.isConnected && !node.closest('.island, .skip-link, [data-failed], details:not([open]) > :not(summary)'));
    }

    otherStyle(colors) {
        const forced = this.isPlain();
        const body = getComputedStyle(document.body);
        const filtered = [document.documentElement, document.body, this.page, this.screen.canvas].some(isFiltered);
        if (filtered || !this.screen.text.hasFigures()) return true;
        if ([...this.page.querySelectorAll('[data-foreign]')].some(element => isAmongWords(element) &&
            (element.textContent === '' ? element.getBoundingClientRect().width > 1
                : hasOtherLetters(element, color => this.computed(color))))) {
            return true;
        }
        if (colors && !forced && this.hasOtherGround()) return true;
        if (colors && !forced && this.reference?.isOther()) return true;
        if (colors && !forced && this.elements().some(element => isFiltered(element) || isInvisible(element))) return true;
        if (!forced && this.screen.ground !== undefined && this.number(body.backgroundColor) !== this.screen.ground) return true;
        return this.layer.places.some(place => place.font && this.hasOtherStyle(place, colors && !forced));
    }

    // The page and its main part are as transparent as the theme has them.
    hasOtherGround() {
        const parts = [this.page, ...this.page.querySelectorAll('main, .prose')].map(part => getComputedStyle(part));
        return parts.some(({ backgroundColor }) => backgroundColor !== clear) ||
            [getComputedStyle(document.body), ...parts].some(({ backgroundImage }) => backgroundImage !== 'none');
    }

    hasOtherStyle({ node, font }, colors) {
        const style = getComputedStyle(node);
        if (isInvisible(node)) return true;
        if (differs(style.fontSize, font.size, 0.1) || differs(style.lineHeight, font.leading, 0.1)) return true;
        if (differs(style.letterSpacing, font.tracking, 0.05) || differs(style.wordSpacing, 0, 0.05)) return true;
        if (style.fontFamily !== this.screen.text.familyOf(font.family)) return true;
        if (!colors || node.matches(':hover')) return false;
        const own = style.getPropertyValue('--own').trim();
        return own !== '' && this.number(style.color) !== this.number(this.computed(own));
    }

    // The colour as browsers write computed colours.
    computed(color) {
        this.swatch ??= this.screen.text.probe.appendChild(document.createElement('div'));
        this.swatch.style.setProperty('transition', 'none', 'important');
        this.swatch.style.setProperty('color', color, 'important');
        return getComputedStyle(this.swatch).color;
    }

    // 0xRRGGBB of an opaque computed colour; otherwise its text.
    number(color) {
        const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(color);
        return parts ? (Number(parts[1]) << 16) + (Number(parts[2]) << 8) + Number(parts[3]) : color;
    }

    // The first check after a patch notes how far boxes are from the canvas, which may be some pixels (some more where
    // an engine rounds in its own way). Later checks compare with that. A foreign change before the first check counts
    // from the canvas itself.
    otherPlace() {
        const known = this.offsets;
        const offsets = this.layer.places.map(({ node, x, y, width, height }) => {
            const box = node.getBoundingClientRect();
            return [box.left + scrollX - x, box.top + scrollY - y, box.width - width, box.height - height];
        });
        if (!known && !this.isForeign) {
            const isMoved = this.layer.places.some(({ node, y, height }, index) => {
                if (!node.textContent.trim() || height <= 0) return false;
                const [dx, dy, , dh] = offsets[index];
                const allowed = firstToleranceAt(y);
                return dh === -height || Math.abs(dx) > allowed || Math.abs(dy) > allowed;
            });
            if (!isMoved) this.offsets = offsets;
            return isMoved;
        }
        return this.layer.places.some(({ node, y, height }, index) => {
            // A picture that did not load is its alternative text.
            if (node.tagName === 'IMG' && !node.naturalWidth) return false;
            const grows = index > 0 && isAdded(node.lastChild);
            const [dx, dy, dw, dh] = offsets[index].map((offset, side) => Math.abs(offset - (known?.[index][side] ?? 0)));
            return dx > tolerance || dy > toleranceAt(y) || (!grows && dh > toleranceAt(height)) || dw > 2 * tolerance;
        });
    }
}
