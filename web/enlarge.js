// Shows a picture enlarged over the page. Escape, a click anywhere or the button closes it. Arrow keys, swipes and two
// buttons move through the pictures of a gallery.

const styles = `
.enlarged{position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none;padding:16px;overflow:auto;
overscroll-behavior:contain;background:var(--paper);color:var(--soft);cursor:zoom-out;touch-action:pan-x pan-y pinch-zoom}
.enlarged[open]{display:grid;grid-template-rows:44px minmax(0,1fr) auto;gap:12px;justify-items:center}
.enlarged div{display:flex;justify-self:stretch;align-items:center}
.enlarged button{min-width:44px;min-height:44px;padding:0 12px;color:var(--ink);cursor:pointer}
.enlarged button:last-child{margin-inline-start:auto}
.enlarged img{max-width:100%;max-height:100%;width:auto;height:auto;min-height:0;align-self:center;object-fit:contain}
.enlarged p{max-width:680px;text-align:center}
.enlarged button,.enlarged p{font-size:15px;line-height:22px}`;

let sheet = null;

const shortest_swipe = 50; // pixels

// `words`: { picture, close, previous, next }.
export function enlarge(link, words) {
    if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    const all = [...link.closest('.gallery')?.querySelectorAll('a.enlarge') ?? [link]];
    const dialog = document.createElement('dialog');
    dialog.className = 'enlarged family-sans';
    const buttonOf = (text, label, act) => {
        const button = document.createElement('button');
        button.textContent = text;
        if (label) button.setAttribute('aria-label', label);
        button.addEventListener('click', event => {
            event.stopPropagation();
            act();
        });
        return button;
    };
    const close = () => dialog.close();
    const bar = document.createElement('div');
    const count = document.createElement('span');

    const show = place => {
        link = all.at(place % all.length);
        const source = link.querySelector('img');
        const figure = link.closest('figure');
        const caption = figure?.querySelector('figcaption')?.textContent || source.alt;
        dialog.setAttribute('aria-label', source.alt || words.picture);
        count.textContent = `${all.indexOf(link) + 1} / ${all.length}`;
        const picture = new Image(source.getAttribute('width'), source.getAttribute('height'));
        picture.alt = source.alt;
        picture.sizes = '100vw';
        picture.srcset = source.dataset.srcset ?? source.srcset;
        picture.src = link.href;
        while (bar.nextSibling) bar.nextSibling.remove(); // the bar keeps the focus
        dialog.append(picture);
        if (!caption) return;
        const text = document.createElement('p');
        text.textContent = caption;
        if (caption === source.alt) text.setAttribute('aria-hidden', 'true'); // the picture already says it
        dialog.append(text);
    };
    const move = by => show(all.indexOf(link) + by);
    if (all.length > 1) {
        bar.append(buttonOf('\u2039', words.previous, () => move(-1)), count, buttonOf('\u203A', words.next, () => move(1)));
        const forward = getComputedStyle(document.documentElement).direction === 'rtl' ? -1 : 1;
        dialog.addEventListener('keydown', event => {
            const by = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
            if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            move(by);
        });
        let start = null;
        dialog.addEventListener('touchstart', event => {
            // A picture that is zoomed in is moved instead.
            start = event.touches.length === 1 && visualViewport.scale === 1 ? event.touches[0] : null;
        }, { passive: true });
        dialog.addEventListener('touchend', event => {
            const end = event.changedTouches[0];
            const [x, y] = start ? [end.clientX - start.clientX, end.clientY - start.clientY] : [0, 0];
            start = null;
            if (Math.abs(x) < shortest_swipe || Math.abs(x) < 2 * Math.abs(y)) return;
            event.preventDefault(); // no click, which would close it
            move(x < 0 ? forward : -forward);
        });
    }
    bar.append(buttonOf(words.close, '', close));

    dialog.addEventListener('click', close);
    addEventListener('popstate', close, { once: true });
    dialog.addEventListener('close', () => {
        removeEventListener('popstate', close);
        dialog.remove();
        link.focus({ preventScroll: true });
    }, { once: true });
    dialog.append(bar);
    show(all.indexOf(link));
    document.body.append(dialog);
    dialog.showModal();
}
