// Converts the body of an article to a Document, resolves its links and derives its excerpt.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "press/articles/article.h"
#include "press/articles/picture_uses.h"
#include "press/articles/recorded_lookups.h"
#include "press/articles/site_index.h"

namespace broadsheet::press {

// What reading a body needs besides the article.
struct BodyContext {
    const SiteIndex& index;
    const ContentFolder& content;
    PictureUses& pictures;
    Severity broken_link = Severity::warning;  // severity of links to missing articles
    bool keep_text = false;                    // keep Article::text, to find positions in it later
    bool pack = false;                         // store the body as Article::packed
};

// Sets the title, body, excerpt, description, picture and reading time of `article`. Returns the
// lookups in the site index that the result depends on.
LookupRecord read_body(Article& article, const BodyContext& context);

}  // namespace broadsheet::press
