// Applies the program's changes to the text layer (src/reader/text_layer.h defines the records).

export class TextLayer {
    constructor(container) {
        this.container = container;
        this.nodes = new Map([[0, container]]);
    }

    place(id, parent, before, node) {
        this.nodes.set(id, node);
        this.nodes.get(parent).insertBefore(node, before ? this.nodes.get(before) : null);
        node.layerId = id;
    }

    remove(id) {
        const node = this.nodes.get(id);
        node.remove();
        const forget = one => {
            this.nodes.delete(one.layerId);
            one.childNodes.forEach(forget);
        };
        forget(node);
    }

    set(node, name, value) {
        if (value === null) node.removeAttribute(name);
        else node.setAttribute(name, value);
        // After input, a field no longer follows its attribute. A field with the focus is not changed while the user
        // types.
        if (name === 'value' && node !== document.activeElement) node.value = value ?? '';
    }

    patch(operations) {
        for (const record of operations.split('\x1e')) {
            const [kind, first, ...rest] = record.split('\x1f');
            const id = Number(first);
            switch (kind) {
                case 'c': this.place(id, Number(rest[0]), Number(rest[1]), document.createElement(rest[2])); break;
                case 't': this.place(id, Number(rest[0]), Number(rest[1]), document.createTextNode(rest[2])); break;
                case 'u': this.nodes.get(id).data = rest[0]; break;
                case 'a': this.set(this.nodes.get(id), rest[0], rest[1]); break;
                case 'r': this.set(this.nodes.get(id), rest[0], null); break;
                case 's': this.nodes.get(id).style.setProperty(rest[0], rest[1]); break;
                case 'x': this.remove(id); break;
                case 'z': this.container.replaceChildren(); break;
                default: break;
            }
        }
    }
}
