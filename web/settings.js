// Applies the reading settings before the first paint. It is a separate short script, so that a page never appears with
// the wrong settings first. src/ui/settings.h defines the form of the text.
(() => {
    const names = ['scheme', 'text', 'face', 'measure', 'justify', 'contents', 'consent'];
    const apply = text => {
        const { dataset } = document.documentElement;
        names.forEach(name => delete dataset[name]);
        text.split(';').forEach(part => {
            const [name, value] = part.split('=');
            if (value && names.includes(name)) dataset[name] = value;
        });
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
    document.documentElement.classList.add('scripted');
})();
