// Fills the sidebar of a page that stays HTML. Its prerendered place is empty, because the sidebar changes with every
// article; the front page has it. A failure leaves the place empty: the footer leads to the same pages.

// `change` runs the change of the page.
export async function fillSidebar(base, change = run => run()) {
    const place = document.querySelector('div.sidebar');
    if (!place) return;
    const answer = await fetch(base).catch(() => null);
    if (!answer?.ok) return;
    const front = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const sidebar = front.querySelector('aside.front-sidebar');
    if (!sidebar || !place.isConnected) return;
    sidebar.className = 'sidebar';
    change(() => place.replaceWith(document.adoptNode(sidebar)));
}
