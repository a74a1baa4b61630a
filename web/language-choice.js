// The language that the reader chose among the site's editions.

const key = 'broadsheet-language';

// Null if none was chosen.
export function chosenLanguage() {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

export function rememberLanguage(language) {
    try {
        localStorage.setItem(key, language);
    } catch {
        // Without storage, the choice lasts for this page.
    }
}
