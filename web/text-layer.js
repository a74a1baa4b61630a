// Applies the program's changes to the text layer (src/reader/text_layer.h defines the records).

const mathml = 'http://www.w3.org/1998/Math/MathML';

export const createElement = tag => tag === 'math' ? document.createElementNS(mathml, tag) : document.createElement(tag);

const element = (tag, ...content) => {
    const made = document.createElementNS(mathml, tag);
    made.append(...content);
    return made;
};

// Without a font for formulas, Chromium draws no sign for roots.
let drawsRoots;

function seesRoots() {
    const letter = element('mi', 'x');
    const root = element('msqrt', letter);
    const formula = element('math', root);
    document.body.append(formula);
    const result = root.getBoundingClientRect().width > letter.getBoundingClientRect().width + 1;
    formula.remove();
    return result;
}

// A root of letters and a line.
function plainRoot(parts, index) {
    const content = element('mrow', ...parts);
    content.setAttribute('class', 'radicand');
    return element('mrow', ...index ? [element('msup', element('mrow'), index)] : [], element('mo', '√'), content);
}

// Copies elements as elements of MathML, which run, load and link nothing without these attributes.
function copyOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    const parts = [...node.childNodes].map(copyOf);
    if (node.localName === 'msqrt' && !drawsRoots) return plainRoot(parts);
    if (node.localName === 'mroot' && !drawsRoots) return plainRoot(parts.slice(0, 1), parts[1]);
    const copy = element(node.localName, ...parts);
    for (const { name, value } of node.attributes) {
        if (!/^on|^style$|href|src/i.test(name)) copy.setAttribute(name, value);
    }
    return copy;
}

// `content`: XML of the site's own data files.
export function fillFormula(formula, content) {
    drawsRoots ??= seesRoots();
    const { documentElement: source } = new DOMParser().parseFromString(`<math>${content}</math>`, 'text/xml');
    formula.replaceChildren(...[...source.childNodes].map(copyOf));
}

// Writes a text, and remembers it.
function written(node, text) {
    node.data = text;
    node.layerText = text;
    return node;
}

export class TextLayer {
    constructor(container) {
        this.container = container;
        this.places = []; // where the canvas shows nodes: { node, x, y, width, height, font }, from top to bottom
        this.tampered = false; // others added, moved or changed nodes
        this.isLoose = false; // lines may break where the browser likes
        this.clear();
    }

    clear() {
        this.nodes = new Map([[0, this.container]]);
    }

    place(id, parent, before, node) {
        this.nodes.set(id, node);
        this.nodes.get(parent).insertBefore(node, before ? this.nodes.get(before) : null);
        node.layerId = id;
    }

    remove(id) {
        const node = this.nodes.get(id);
        node.remove();
        this.forget(node);
    }

    // The node may stay in the browser's tree.
    forget(node) {
        this.nodes.delete(node.layerId);
        delete node.layerId;
        node.childNodes.forEach(child => this.forget(child));
    }

    // The nodes that others have removed, without those in them.
    removed() {
        return [...this.nodes.values()].filter(node => !node.isConnected && node.parentNode?.layerId === undefined);
    }

    set(node, name, value) {
        if (name === 'mathml') return fillFormula(node, value);
        if (value === null) node.removeAttribute(name);
        else node.setAttribute(name, value);
        // After input, a field no longer follows its attribute. A field with the focus is not changed while the user
        // types.
        if (name === 'value' && node !== document.activeElement) node.value = value ?? '';
    }

    style(node, name, value) {
        if (this.isLoose && !node.matches('img, iframe, video')) return;
        (node.layerStyles ??= new Set()).add(name);
        node.style.setProperty(name, value);
    }

    addPlace([x, y, width, height, family, size, leading, tracking], node) {
        const font = family
            ? { family: Number(family), size: Number(size), leading: Number(leading), tracking: Number(tracking) } : null;
        this.places.push({ node, x: Number(x), y: Number(y), width: Number(width), height: Number(height), font });
    }

    // Returns whether all nodes that the operations build on are where the program has put them.
    canPatch(records) {
        if (!this.tampered) return true;
        const made = new Set();
        for (const record of records) {
            const [kind, first, parent, before] = record.split('\x1f');
            if (kind === 'z') return true;
            const needed = kind === 'c' || kind === 't' ? [parent, before] : kind === 'b' ? [] : [first];
            for (const id of needed.map(Number)) {
                if (id && !made.has(id) && !this.nodes.get(id)?.isConnected) return false;
            }
            // Others may have divided a text, for example to mark words.
            const text = kind === 'u' && this.nodes.get(Number(first));
            if (text && text.data !== text.layerText) return false;
            if (kind !== 'c' && kind !== 't') continue;
            made.add(Number(first));
            const next = this.nodes.get(Number(before));
            if (Number(before) && !made.has(Number(before)) && next.parentNode !== this.nodes.get(Number(parent))) return false;
        }
        return true;
    }

    // Returns false, without any change, if the layer must be made again.
    patch(operations) {
        const records = operations.split('\x1e');
        if (!this.canPatch(records)) return false;
        this.places = [];
        for (const record of records) {
            const [kind, first, ...rest] = record.split('\x1f');
            const id = Number(first);
            switch (kind) {
                case 'c': this.place(id, Number(rest[0]), Number(rest[1]), createElement(rest[2])); break;
                case 't': this.place(id, Number(rest[0]), Number(rest[1]), written(document.createTextNode(''), rest[2])); break;
                case 'u': written(this.nodes.get(id), rest[0]); break;
                case 'a': this.set(this.nodes.get(id), rest[0], rest[1]); break;
                case 'r': this.set(this.nodes.get(id), rest[0], null); break;
                case 's': this.style(this.nodes.get(id), rest[0], rest[1]); break;
                case 'x': this.remove(id); break;
                case 'b': this.addPlace(rest, this.nodes.get(id)); break;
                case 'z':
                    this.container.replaceChildren();
                    this.clear();
                    this.tampered = false;
                    break;
                default: break;
            }
        }
        return true;
    }

    // Lets the browser break lines and size boxes, as in the prerendered HTML.
    loosen() {
        this.isLoose = true;
        for (const node of this.nodes.values()) {
            if (node === this.container || !(node instanceof Element) || node.matches('img, iframe, video')) continue;
            // Others may have set some, too.
            for (const name of node.layerStyles ?? []) node.style.removeProperty(name);
            node.layerStyles?.clear();
            if (node.style.length === 0) node.removeAttribute('style');
        }
    }
}
