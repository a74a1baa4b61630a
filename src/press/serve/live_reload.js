// Runs only in pages that `broadsheet serve` sends. Reloads the page after a build, keeps the
// scroll position, shows build errors, and marks drafts.
const folder = new URL('.', import.meta.url);
const kept = 'broadsheet-serve';

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('live.css', folder);
document.head.append(style);

// Elements are added outside of <body>, which the reader replaces.
function put(id, make) {
    document.getElementById(id)?.remove();
    const element = make();
    if (!element) return;
    element.id = id;
    document.documentElement.append(element);
}

const element = (name, text, role) => {
    const result = document.createElement(name);
    result.textContent = text;
    if (role) result.setAttribute('role', role);
    return result;
};

function showProblems(text) {
    put('broadsheet-problems', () => {
        if (!text) return null;
        const box = element('div', '', 'alert');
        const hide = element('button', 'Hide');
        hide.addEventListener('click', () => box.remove());
        box.append(element('strong', 'The build failed. This is the last successful build.'), hide, element('pre', text));
        return box;
    });
}

let drafts = new Set();
function showDraft() {
    const isDraft = drafts.has(decodeURI(location.pathname));
    if (isDraft === Boolean(document.getElementById('broadsheet-draft'))) return;
    put('broadsheet-draft', () => isDraft ? element('div', 'Draft', 'status') : null);
}

function reload() {
    sessionStorage.setItem(kept, JSON.stringify({ path: location.pathname, top: scrollY }));
    location.reload();
}

// Browsers restore the scroll position only if the page is long enough when it loads. The reader's
// page may become long enough only after it is drawn.
function restorePlace() {
    const { path, top } = JSON.parse(sessionStorage.getItem(kept) ?? '{}');
    sessionStorage.removeItem(kept);
    if (path !== location.pathname) return;
    const place = () => { if (Math.abs(scrollY - top) > 1) scrollTo({ top, behavior: 'instant' }); };
    place();
    const root = document.documentElement;
    new MutationObserver((changes, observer) => {
        if (!root.classList.contains('drawn')) return;
        observer.disconnect();
        requestAnimationFrame(place);
    }).observe(root, { attributeFilter: ['class'] });
}

// The build that this page is from. A newer build may exist by the time the page loads.
const build = new URL(import.meta.url).searchParams.get('build');
const events = new EventSource(new URL('events', folder));
events.addEventListener('state', event => {
    const state = JSON.parse(event.data);
    if (build !== state.build) return reload();
    drafts = new Set(state.drafts.map(decodeURI));
    showProblems(state.problems);
    showDraft();
});
addEventListener('pagehide', () => events.close());
restorePlace();
// The reader changes pages without loading them.
setInterval(showDraft, 300);
