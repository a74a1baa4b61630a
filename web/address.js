// Converts between the program's paths and the browser's URLs.

// Queries that addresses of WordPress have.
const wordpress = /[?&](p|page_id|attachment_id|cat|author|author_name|category_name|tag|pagename|m|s|paged|feed)=/;

export class Addresses {
    // `base`: the path of the site's root, with a trailing '/'.
    constructor(base) {
        this.base = base;
    }

    path(address) {
        const path = address.pathname.slice(this.base.length - 1).replace(/\/index\.html$/, '/');
        if (path === '/search/' || path === '/' && wordpress.test(address.search)) return path + address.search;
        try {
            return decodeURIComponent(path);
        } catch {
            return path;
        }
    }

    fragment(address) {
        try {
            return decodeURIComponent(address.hash.slice(1));
        } catch {
            return '';
        }
    }

    url(path, fragment) {
        if (/^\/(search\/)?\?/.test(path)) return this.base + path.slice(1);
        const encoded = path.slice(1).split('/').map(encodeURIComponent).join('/');
        return this.base + encoded + (fragment ? `#${encodeURIComponent(fragment)}` : '');
    }
}
