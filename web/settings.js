// Applies the reading settings before the first paint. It is a separate short script, so that a page never appears with
// the wrong settings first. src/ui/settings.h defines the form of the text.
(() => {
    const names = ['scheme', 'text', 'face', 'measure', 'justify', 'hang', 'caps', 'indent', 'figures', 'contents', 'consent'];
    const root = document.documentElement;
    // Puts a large first letter on the baseline of its lines: a style sheet cannot ask for what the font has above and
    // below it.
    const raiseInitial = () => {
        const family = getComputedStyle(root).getPropertyValue('--initial');
        const context = family && document.createElement('canvas').getContext('2d');
        if (!context) return;
        context.font = `100px ${family}`;
        const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = context.measureText('H');
        if (above > 0) root.style.setProperty('--rise', (above - below) / 100);
    };
    const apply = text => {
        const { dataset } = root;
        const parts = new Map(text.split(';').map(part => part.split('=')));
        for (const name of names) {
            const value = parts.get(name);
            if (!value) delete dataset[name];
            else if (dataset[name] !== value) dataset[name] = value;
        }
        raiseInitial();
    };
    let text = '';
    try {
        text = localStorage.getItem('broadsheet') ?? '';
    } catch {
        // Storage is not available: the defaults apply.
    }
    apply(text);
    globalThis.broadsheetSettings = { text, apply };
    // The empty place of the sidebar is as high as the window, so that nothing that is seen moves when it is filled.
    root.classList.add('scripted');
})();
