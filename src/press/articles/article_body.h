// From an article's Markdown to its Document, its excerpt and its links.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "press/articles/article.h"
#include "press/articles/lookups.h"
#include "press/articles/picture_uses.h"
#include "press/articles/site_index.h"

namespace broadsheet::press {

struct BodyContext {
    const SiteIndex& index;
    const ContentFolder& content;
    PictureUses& pictures;
    Severity broken_link = Severity::warning;  // of a link to an article that is not there
    bool keep_text = false;  // of the articles, for what looks for places in it later
    bool pack = false;       // the bodies
};

// Fills the title, body, excerpt, description, picture and reading time of `article`, and tells
// what that depends on beside the article itself.
Asked read_body(Article& article, const BodyContext& context);

}  // namespace broadsheet::press
