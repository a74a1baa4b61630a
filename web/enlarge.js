// Shows a picture enlarged over the page. Escape, a click anywhere or the button closes it.

const styles = `
.enlarged{position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;padding:16px;overflow:auto;
overscroll-behavior:contain;background:var(--paper);color:var(--soft);cursor:zoom-out;touch-action:pan-x pan-y pinch-zoom}
.enlarged[open]{display:grid;grid-template-rows:44px minmax(0,1fr) auto;gap:12px;justify-items:center}
.enlarged button{justify-self:end;min-width:44px;padding:0 12px;color:var(--ink);cursor:pointer}
.enlarged img{max-width:100%;max-height:100%;width:auto;height:auto;min-height:0;align-self:center;object-fit:contain}
.enlarged p{max-width:680px;text-align:center}
.enlarged button,.enlarged p{font-size:15px;line-height:22px}`;

let sheet = null;

// `words`: { picture, close }.
export function enlarge(link, words) {
    if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    const source = link.querySelector('img');
    const caption = link.closest('figure')?.querySelector('figcaption')?.textContent || source.alt;

    const dialog = document.createElement('dialog');
    dialog.className = 'enlarged family-sans';
    dialog.setAttribute('aria-label', source.alt || words.picture);
    const button = document.createElement('button');
    button.textContent = words.close;
    const picture = new Image(source.getAttribute('width'), source.getAttribute('height'));
    picture.alt = source.alt;
    picture.sizes = '100vw';
    picture.srcset = source.dataset.srcset ?? source.srcset;
    picture.src = link.href;
    dialog.append(button, picture);
    if (caption) {
        const text = document.createElement('p');
        text.textContent = caption;
        if (caption === source.alt) text.setAttribute('aria-hidden', 'true'); // the picture already says it
        dialog.append(text);
    }

    const close = () => dialog.close();
    dialog.addEventListener('click', close);
    addEventListener('popstate', close, { once: true });
    dialog.addEventListener('close', () => {
        removeEventListener('popstate', close);
        dialog.remove();
        link.focus({ preventScroll: true });
    }, { once: true });
    document.body.append(dialog);
    dialog.showModal();
}
