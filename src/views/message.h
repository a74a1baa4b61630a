// A message instead of content, with a link to the front page.
#pragma once

#include <string_view>

#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::views {

// Returns the main region with the message.
page::Node message_view(const model::Site& site, std::string_view title, std::string_view message);

}  // namespace broadsheet::views
