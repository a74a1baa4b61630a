// Runs the script of Isso or Commento in the site's page of comments, which is shown in a frame. Its policy allows nothing
// but this script and that server.
const { provider, server } = document.querySelector('script[data-provider]').dataset;
const asked = new URLSearchParams(location.search);
const path = asked.get('path') ?? '/';
const language = asked.get('language') ?? 'en';
const root = document.documentElement;
root.lang = language;
root.style.colorScheme = asked.get('theme') || 'light dark';
document.title = asked.get('title') ?? document.title;

const place = document.createElement('section');
const script = document.createElement('script');
if (provider === 'isso') {
    place.id = 'isso-thread';
    place.dataset.issoId = path;
    place.dataset.title = document.title;
    script.src = `${server}/js/embed.min.js`;
    script.dataset.isso = `${server}/`;
    script.dataset.issoLang = language;
} else {
    place.id = 'commento';
    script.src = `${server}/js/commento.js`;
    script.dataset.pageId = path;
}
document.body.append(place, script);

if (parent !== window) {
    const tell = () => parent.postMessage({ broadsheetHeight: root.getBoundingClientRect().height }, location.origin);
    new ResizeObserver(tell).observe(document.body);
}
