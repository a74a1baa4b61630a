// Counts views of pages with the service that site.toml names. It sends the page's address without its query, its title,
// the address that led here and the width of the screen, and nothing else: no cookie, no name for the reader. Each view
// is one request. It does not count readers who ask not to be tracked, programs, and copies of the site on other hosts.

const { dataset } = document.querySelector('script[data-counter]');

// How each service wants a view: its address and, if it wants one, its body.
const services = {
    goatcounter: ({ path, title, referrer, width }) =>
        [`${dataset.url}?${new URLSearchParams({ p: path, t: title, r: referrer, s: width })}`],
    plausible: ({ address, referrer }) =>
        [dataset.url, { name: 'pageview', url: address, domain: dataset.id || location.hostname, referrer }],
    umami: ({ path, title, referrer, width }) => [dataset.url, {
        type: 'event',
        payload: { website: dataset.id, hostname: location.hostname, url: path, title, referrer, screen: `${width}x0` },
    }],
    matomo: ({ address, title, referrer, width }) => [`${dataset.url}?${new URLSearchParams({
        idsite: dataset.id, rec: 1, send_image: 0, url: address, action_name: title, urlref: referrer, res: `${width}x0`,
    })}`],
};

// True for readers and machines that must not be counted.
function isExcluded({ doNotTrack, globalPrivacyControl, webdriver }) {
    return globalPrivacyControl === true || webdriver === true || doNotTrack === '1' || doNotTrack === 'yes';
}

let counted = null; // the path of the last view
let before = ''; // its address

function count() {
    const path = location.pathname;
    if (path === counted) return;
    const address = location.origin + path;
    const referrer = counted === null ? document.referrer : before;
    [counted, before] = [path, address];
    const [target, body] = services[dataset.counter]({ path, address, title: document.title, referrer, width: screen.width });
    // Umami takes no other type than JSON, and browsers ask the service first whether it may be sent.
    const asks = dataset.counter === 'umami';
    fetch(target, {
        method: 'POST', keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer', mode: asks ? 'cors' : 'no-cors',
        ...body && { body: JSON.stringify(body), headers: { 'Content-Type': asks ? 'application/json' : 'text/plain' } },
    }).catch(() => {}); // a view that cannot be counted is not the reader's concern
}

// A page that is prepared but not yet seen is counted when it is seen.
function countWhenSeen() {
    if (document.prerendering) {
        document.addEventListener('prerenderingchange', countWhenSeen, { once: true });
    } else if (document.hidden) {
        document.addEventListener('visibilitychange', countWhenSeen, { once: true });
    } else {
        count();
    }
}

const isLocal = /^(localhost|127\.|\[::1\]|.*\.localhost$)/.test(location.hostname);
const isOwn = dataset.host ? location.host === dataset.host : !isLocal;
if (isOwn && !isExcluded(navigator)) {
    countWhenSeen();
    // The reader has moved to another page.
    document.addEventListener('broadsheet:page', countWhenSeen);
}
