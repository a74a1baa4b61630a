// Copies text from the drawn page without the spans of its lines. The copy keeps links, emphasis and headings, and is
// not transparent. Formulas are copied as their TeX.

const kept = { A: ['href'], IMG: ['src', 'alt', 'width', 'height'], OL: ['start'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan'] };
const around = 'a,em,strong,code,del,mark,kbd,sub,sup,h1,h2,h3,h4,h5,h6,blockquote,pre';

// A long formula is several elements in one, and the first of them has the TeX.
const formulas = 'span.formula,math:not(span.formula>*)';

const texOf = formula => {
    const sign = formula.getAttribute('display') === 'block' ? '$$' : '$';
    return sign + formula.querySelector('annotation').textContent + sign;
};

function clean(element) {
    if (element.matches(formulas)) {
        element.replaceWith(texOf(element));
        return;
    }
    for (const child of [...element.children]) clean(child);
    if (element.matches('button, wbr, input, .skip-link, details:not([open])>:not(summary)')) {
        element.remove();
        return;
    }
    if (element.matches('span')) {
        element.replaceWith(...element.childNodes);
        return;
    }
    // The properties `href` and `src` contain absolute URLs.
    const values = (kept[element.tagName] ?? []).map(name => [name, element.getAttribute(name) && (element[name] || element.getAttribute(name))]);
    for (const name of element.getAttributeNames()) if (name !== 'lang' && name !== 'dir') element.removeAttribute(name);
    for (const [name, value] of values) if (value) element.setAttribute(name, value);
}

// The range without parts of formulas.
function withWholeFormulas(range) {
    const whole = range.cloneRange();
    const formulaAt = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(formulas);
    const first = formulaAt(range.startContainer);
    const last = formulaAt(range.endContainer);
    if (first) whole.setStartBefore(first);
    if (last) whole.setEndAfter(last);
    return whole;
}

// Returns the selection as text, as the browser writes it around formulas.
function text(selection, page) {
    const selected = [...page.querySelectorAll(formulas)].filter(each => selection.containsNode(each, true));
    if (selected.length === 0) return selection.toString();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    const range = withWholeFormulas(selection.getRangeAt(0));
    const rest = range.cloneRange();
    const parts = [];
    const take = () => {
        selection.removeAllRanges();
        selection.addRange(rest);
        parts.push(selection.toString());
    };
    for (const formula of selected) {
        rest.setEndBefore(formula);
        take();
        const isBlock = formula.getAttribute('display') === 'block';
        parts.push(isBlock ? `\n\n${texOf(formula)}\n\n` : texOf(formula));
        rest.setEnd(range.endContainer, range.endOffset);
        rest.setStartAfter(formula);
    }
    take();
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    return parts.join('').replace(/\n{3,}/g, '\n\n');
}

// Returns the selection as HTML.
function fragment(selection) {
    const holder = document.createElement('div');
    for (let i = 0; i < selection.rangeCount; i++) {
        const range = withWholeFormulas(selection.getRangeAt(i));
        let content = range.cloneContents();
        // cloneContents() does not include the elements around the selection.
        const { commonAncestorContainer: whole } = range;
        for (let outer = whole.nodeType === 1 ? whole : whole.parentElement; outer && outer.id !== 'page'; outer = outer.parentElement) {
            if (!outer.matches(around)) continue;
            const copy = outer.cloneNode(false);
            copy.append(content);
            content = copy;
        }
        holder.append(content);
    }
    for (const child of [...holder.children]) clean(child);
    holder.normalize();
    return holder.innerHTML;
}

export function copyMeaning(event, page) {
    const selection = getSelection();
    if (selection.isCollapsed || event.target.closest?.('input, textarea') || !selection.containsNode(page, true)) return;
    event.clipboardData.setData('text/plain', text(selection, page));
    event.clipboardData.setData('text/html', fragment(selection));
    event.preventDefault();
}
