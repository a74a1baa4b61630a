// Offers the page in the reader's language, if the site has it in another edition. The reader's choice is kept, and
// nobody is sent anywhere without being asked.
import { chosenLanguage, rememberLanguage } from './language-choice.js';

// The language to offer: the chosen one, or else the first that the browser prefers and the site has; null if that is the
// language of this edition. `available` are the languages of the editions.
export function languageToOffer(available, own, chosen, preferred) {
    const edition = wanted => available.find(each => each.toLowerCase() === wanted.toLowerCase())
        ?? available.find(each => each.split('-')[0] === wanted.toLowerCase().split('-')[0]);
    const found = chosen ? edition(chosen) : preferred.map(edition).find(Boolean);
    return found && found !== own ? found : null;
}

// `links`: those of the menu of languages, one for each edition. `page`: the element of the page. `close`: the label of the
// button without words.
export function offerLanguage(links, page, close) {
    const own = links.find(link => !link.hreflang)?.lang;
    const offered = languageToOffer(links.map(link => link.lang), own, chosenLanguage(), navigator.languages ?? []);
    const link = links.find(each => each.lang === offered);
    // In place of an article that is not translated there is only the front page, which is no offer.
    const isTranslated = page.querySelector(`.also-in [hreflang="${offered}"]`) || page.querySelector('.masthead-title h1, h1.masthead-title');
    if (!link || !isTranslated) return;
    const notice = document.createElement('aside');
    notice.className = 'edition family-sans';
    notice.lang = offered;
    notice.setAttribute('aria-label', link.textContent);
    const target = document.createElement('a');
    Object.assign(target, { href: link.href, textContent: link.textContent, lang: offered });
    target.addEventListener('click', () => rememberLanguage(offered));
    const button = document.createElement('button');
    button.textContent = '×';
    button.setAttribute('aria-label', close);
    button.addEventListener('click', () => {
        rememberLanguage(own);
        notice.remove();
    });
    notice.append(target, button);
    document.body.append(notice);
}
