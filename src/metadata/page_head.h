// The metadata in a page's <head>: links to feeds, neighbours and translations, link previews (Open
// Graph, Twitter cards), and structured data for search engines (JSON-LD as Google documents
// NewsArticle, BreadcrumbList, WebSite and ProfilePage). The tool writes it into each page. The
// reader replaces it when it moves to another page, for share sheets and read-later services.
#pragma once

#include <string>

#include "addresses/route.h"
#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::metadata {

// The picture for link previews of a page of a list: its own, or that of the newest article on the
// page that has one; null if there is none.
const model::Picture* preview_picture(const model::List& list, int page, int page_size);

// The head of a page. `page` is the view of `route`. If the site has no base URL, the head contains
// only what works with paths.
page::Head page_head(const model::Publication& publication, const addresses::Route& route,
                     const page::Page& page);

// The head of the page of an entry of which `publication` may have only a part.
page::Head page_head(const model::Publication& publication, const model::Entry& whole,
                     const page::Page& page);

}  // namespace broadsheet::metadata
