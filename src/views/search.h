// What the views of the search ask for, so that reader and views agree.
#pragma once

#include <string_view>

#include "addresses/route.h"
#include "model/publication.h"
#include "search/answer/answer.h"

namespace broadsheet::views {

inline constexpr std::string_view search_menu_key = "menu-search";

bool is_blank(std::string_view text);

// While the reader is typing into the field over the page.
search::Request typing_request(std::string_view typed);
// For the page of results.
search::Request results_request(const model::Site& site, const addresses::Route& route);

}  // namespace broadsheet::views
