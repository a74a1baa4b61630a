// The requests whose answers the search views show. The reader sends these requests.
#pragma once

#include <string_view>

#include "addresses/route.h"
#include "model/publication.h"
#include "search/answer/answer.h"

namespace broadsheet::views {

// The key of the search menu in the reader's state.
inline constexpr std::string_view search_menu_key = "menu-search";

bool is_blank(std::string_view text);

// The request while the reader types into the menu's search field.
search::Request typing_request(std::string_view typed);
// The request for the page of search results.
search::Request results_request(const model::Site& site, const addresses::Route& route);

}  // namespace broadsheet::views
