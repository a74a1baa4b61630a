// Copies text from the drawn page without the spans of its lines. The copy keeps links, emphasis and headings, and is
// not transparent.

const kept = { A: ['href'], IMG: ['src', 'alt', 'width', 'height'], OL: ['start'], TD: ['colspan', 'rowspan'], TH: ['colspan', 'rowspan'] };
const around = 'a,em,strong,code,del,mark,kbd,sub,sup,h1,h2,h3,h4,h5,h6,blockquote,pre';

function clean(element) {
    for (const child of [...element.children]) clean(child);
    if (element.matches('button, wbr, input, .skip-link')) {
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

// Returns the selection as HTML.
function fragment(selection) {
    const holder = document.createElement('div');
    for (let i = 0; i < selection.rangeCount; i++) {
        const range = selection.getRangeAt(i);
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
    event.clipboardData.setData('text/plain', selection.toString());
    event.clipboardData.setData('text/html', fragment(selection));
    event.preventDefault();
}
