// Classifies changes to an article, to decide what an incremental build must repeat.
#pragma once

#include "press/articles/article.h"

namespace broadsheet::press {

// True if at most the body, title, summary, picture and similar fields differ, which do not affect
// the lists that the article is in or its position in them.
bool is_same_but_text(const SourceArticle& left, const SourceArticle& right);

// True if, besides these, at most the date, tags, categories and authors differ, which determine
// the lists that the article is in and its position in them.
bool is_same_but_lists(const SourceArticle& left, const SourceArticle& right);

}  // namespace broadsheet::press
