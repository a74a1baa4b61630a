// Others may mark text without changing the page (CSS.highlights). Such a mark paints its background over the canvas, where the
// text is transparent, so it gets the text's own colour; any colour that its owner gives is stronger. The browser tells nobody
// about marks, so they are looked at when the page is used, which costs nothing where there are none.
let sheet;
let known = '';

function follow() {
    const selectors = [...CSS.highlights.keys()].map(name => `.drawn ::highlight(${CSS.escape(name)})`).join();
    if (selectors === known) return;
    known = selectors;
    if (!sheet) document.adoptedStyleSheets.push(sheet = new CSSStyleSheet());
    sheet.replaceSync(selectors && `@layer{${selectors}{color:var(--own)}}`);
}

export function followHighlights() {
    if (!globalThis.CSS?.highlights) return;
    for (const type of ['pointerover', 'pointerup', 'keyup', 'focus', 'scrollend']) addEventListener(type, follow, { passive: true });
    follow();
}
