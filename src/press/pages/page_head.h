// What a page says in its head beyond what is drawn (features A12): feeds, neighbours and
// translations, previews of links (Open Graph, Twitter), and data for search engines (JSON-LD as
// Google documents NewsArticle, BreadcrumbList, WebSite and ProfilePage).
#pragma once

#include <string>

#include "addresses/route.h"
#include "model/publication.h"
#include "page/page.h"
#include "press/articles/translations.h"

namespace broadsheet::press {

struct HeadContext {
    const model::Publication& publication;
    const Translations& translations;
    bool feeds_of_lists = true;  // not only the site's
    std::string logo;            // path of the site's picture; may be empty
};

// What stands for a list where links to it are previewed; null where it has none.
const model::Picture* preview_picture(const model::List& list);

// `page` is the view of `route`. Without a site's address only what works by paths is said.
page::Head page_head(const HeadContext& context, const addresses::Route& route,
                     const page::Page& page);

}  // namespace broadsheet::press
