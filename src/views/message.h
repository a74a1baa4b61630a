// A message in place of content, with a way to the front page.
#pragma once

#include <string_view>

#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::views {

page::Node message_view(const model::Site& site, std::string_view title, std::string_view message);

}  // namespace broadsheet::views
