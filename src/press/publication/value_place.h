// Where an article's front matter has a value, for messages about values that concern other
// articles too.
#pragma once

#include <string_view>

#include "press/articles/article.h"

namespace broadsheet::press {

// A diagnostic without a message at a value of the front matter, such as a tag. Reads the file
// again if its text is no longer in memory.
Diagnostic place_of_value(const SourceArticle& article, std::string_view value,
                          const SiteInput& input);

}  // namespace broadsheet::press
