// The metadata in a page's <head>: links to feeds, neighbours and translations, link previews (Open
// Graph, Twitter cards), and structured data for search engines (JSON-LD as Google documents
// NewsArticle, BreadcrumbList, WebSite and ProfilePage).
#pragma once

#include <string>

#include "addresses/route.h"
#include "model/publication.h"
#include "page/page.h"
#include "press/articles/translations.h"

namespace broadsheet::press {

// The site's data that all heads share. The references must outlive it.
struct HeadContext {
    const model::Publication& publication;
    const Translations& translations;
    bool feeds_of_lists = true;  // lists other than the front page have feeds
    std::string logo;            // path of the site's logo; may be empty
};

// The picture for link previews of a list; null if it has none.
const model::Picture* preview_picture(const model::List& list);

// The head of a page. `page` is the view of `route`. If the site has no base URL, the head contains
// only what works with paths.
page::Head page_head(const HeadContext& context, const addresses::Route& route,
                     const page::Page& page);

}  // namespace broadsheet::press
