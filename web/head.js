// Replaces the metadata of the page in <head>, for share sheets, reader views and read-later services.

const own = 'meta[name=description],meta[name=robots],meta[property],meta[name^="twitter:"],link[rel=canonical],' +
    'link[rel=alternate],script[type="application/ld+json"]';

// `elements`: as Host::show_document gets them (src/reader/host.h).
export function replaceHead(elements) {
    document.head.querySelectorAll(own).forEach(element => element.remove());
    for (const record of elements.split('\x1e')) {
        const [name, text, ...attributes] = record.split('\x1f');
        if (!name) continue;
        const element = document.createElement(name);
        for (let i = 0; i + 1 < attributes.length; i += 2) element.setAttribute(attributes[i], attributes[i + 1]);
        element.textContent = text;
        document.head.append(element);
    }
}
