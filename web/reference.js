// Tells whether others have styled elements of the page, as no single property can tell: elements in the page, where all
// styles apply, are compared with the same elements in a shadow tree that has the theme's rules alone.

// What others may change where boxes stay as they are. Decorations that the text layer itself shows are not among them.
const compared = ['color', 'background-color', 'background-image', 'font-family', 'font-size', 'font-weight', 'font-style',
    'font-stretch', 'font-variant-caps', 'font-feature-settings', 'font-kerning', 'line-height', 'letter-spacing', 'word-spacing',
    'text-align', 'text-indent', 'text-transform', 'text-shadow', 'border-top', 'border-right', 'border-bottom', 'border-left',
    'border-top-left-radius', 'transform', 'translate', 'rotate', 'scale', 'opacity', 'filter', 'visibility', 'mix-blend-mode',
    '-webkit-text-stroke-width'];

// Letters and words that style sheets add or change, and that no element has.
const parts = { '::before': ['content'], '::after': ['content'], '::first-line': ['color', 'font-weight'], '::first-letter': ['color', 'font-size'] };

// The rules of a theme, with the root of the shadow tree as its root.
function copyOf({ sheet, href }) {
    const copy = new CSSStyleSheet({ baseURL: href });
    copy.replaceSync([...sheet.cssRules].map(rule => rule.cssText).join('\n').replaceAll(':root', '.root'));
    return copy;
}

const valuesOf = (element, part, names) => {
    const style = getComputedStyle(element, part);
    return names.map(name => style.getPropertyValue(name));
};
const stylesOf = element => [element, ...element.querySelectorAll('*')].flatMap(each =>
    [['', compared], ...Object.entries(parts)].flatMap(([part, names]) => valuesOf(each, part, names))).join();

export class Reference {
    // `sample`: one element of each kind.
    constructor(sample) {
        this.sample = sample;
        this.place = document.createElement('div');
        this.place.className = 'probe beside';
        this.place.setAttribute('aria-hidden', 'true');
        const host = document.createElement('div');
        host.setAttribute('aria-hidden', 'true');
        host.style.cssText = 'all:initial!important;position:fixed!important;contain:strict!important;left:-9px!important';
        const shadow = host.attachShadow({ mode: 'closed' });
        shadow.adoptedStyleSheets = [...document.querySelectorAll('link[rel=stylesheet][href*="/theme."]')].map(copyOf);
        this.root = document.createElement('html');
        this.body = document.createElement('body');
        this.root.append(this.body);
        shadow.append(this.root);
        document.body.append(this.place, host);
    }

    isOther() {
        const { attributes, className } = document.documentElement;
        for (const name of this.root.getAttributeNames()) this.root.removeAttribute(name);
        for (const { name, value } of attributes) if (name !== 'style') this.root.setAttribute(name, value);
        this.root.className = `${className} root`;
        const [theirs, own] = [this.place, this.body].map(place => {
            const prose = this.sample.cloneNode(true);
            prose.className = 'prose';
            prose.prepend(document.createElement('h1'));
            place.append(prose);
            return prose;
        });
        const result = stylesOf(theirs) !== stylesOf(own);
        theirs.remove();
        own.remove();
        return result;
    }
}
