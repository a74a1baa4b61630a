// A host shows the page for unknown addresses of the usual edition at those of all language editions, but each has a page
// of its own. Otherwise the reader starts, unless the page is one that the site's author wrote.
const script = document.querySelector('script[data-editions]');
const { base, editions } = script.dataset;

async function show(address) {
    const answer = await fetch(address);
    const html = await answer.text();
    document.open();
    document.write(html);
    document.close();
}

const edition = editions.split(' ').find(each => location.pathname.startsWith(`${base}${each}/`));
if (edition) show(`${base}${edition}/404.html`).catch(() => {});
else if (script.dataset.manifest) import('./boot.js');
