// The reader's settings, before the first paint: a short script of its own, so that a page is never
// seen first as it is not wanted. src/ui/settings.h has the form of the text.
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
        // Storage is shut: the usual look.
    }
    apply(text);
    globalThis.broadsheetSettings = { text, apply };
})();
