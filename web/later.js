// What a page can do without until it is drawn: searching, copying, news of other editions, the offer of another
// language, and what others mark and style.
import { copyMeaning } from './copy.js';
import { Edition } from './edition.js';
import { followHighlights } from './highlights.js';
import { Reference } from './reference.js';
import { Search } from './search.js';

export { offerLanguage } from './languages.js';
export { Reference };

// Gives the host what it has come without.
export function complete(host) {
    host.search = new Search(host);
    host.edition = new Edition(new URL('manifest.json', host.bundle), () => host.notices.words,
        text => host.notices.read(text));
    host.edition.known = host.manifest?.publish ?? null;
    followHighlights();
    document.addEventListener('copy', event => { if (!host.ended) copyMeaning(event, host.page); });
}
