// Finds front matter that is treated as text, although an author meant it as front matter.
#pragma once

#include "press/articles/article.h"

namespace broadsheet::press {

// Reports it as an error where the article might be published although its author keeps it back,
// otherwise as a warning.
void report_front_matter_mistakes(SourceArticle& article);

}  // namespace broadsheet::press
