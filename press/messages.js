// The tool's messages, each leading to its file and line.

const few = 50; // messages shown at first

export const placeOf = ({ path, line, column }) => line ? `${path}:${line}${column ? `:${column}` : ''}` : path;
const order = { error: 0, warning: 1, note: 2 };

// Errors first; the tool's order otherwise.
export const sorted = messages => messages.map((message, index) => ({ message, index }))
    .sort((one, other) => order[one.message.severity] - order[other.message.severity] || one.index - other.index)
    .map(each => each.message);

export function summaryOf(messages) {
    const count = kind => messages.reduce((sum, each) => sum + (each.severity === kind ? each.places?.length ?? 1 : 0), 0);
    const parts = [['error', count('error')], ['warning', count('warning')], ['note', count('note')]]
        .filter(([, number]) => number > 0).map(([kind, number]) => `${number} ${kind}${number === 1 ? '' : 's'}`);
    return parts.length ? parts.join(', ') : 'no warnings';
}

export class Messages {
    constructor(box, open) {
        this.box = box;
        this.list = box.querySelector('ol');
        this.all = box.querySelector(':scope > button');
        this.open = open;
        this.all.addEventListener('click', () => this.#fill(this.messages.length));
    }

    show(messages) {
        this.messages = sorted(messages);
        this.box.hidden = messages.length === 0;
        this.#fill(few);
    }

    #fill(count) {
        this.list.replaceChildren(...this.messages.slice(0, count).map(each => this.#row(each)));
        this.all.hidden = this.messages.length <= count;
        this.all.textContent = `Show all ${this.messages.length} messages`;
    }

    #row(message) {
        const row = document.createElement('li');
        row.className = message.severity;
        const button = document.createElement('button');
        button.type = 'button';
        const part = (name, text) => {
            const result = document.createElement('span');
            result.className = name;
            result.textContent = text;
            return result;
        };
        // Each click leads to the next of several places.
        const places = message.places ?? [message];
        let next = 0;
        const place = part('place', placeOf(message));
        button.append(part('kind', `${message.severity}: `), part('what', message.remedy ? `${message.what}; ${message.remedy}` : message.what),
            place);
        button.addEventListener('click', () => {
            const at = places[next++ % places.length];
            place.textContent = placeOf(at);
            return this.open(at);
        });
        row.append(button);
        return row;
    }
}
