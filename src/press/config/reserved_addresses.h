// The addresses that no article and page can have, because the site writes lists and files there.
#pragma once

#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

// True for the addresses of lists, and of other pages and files that the program cannot do without.
// `taxonomies` are those of Site. Does not know the folders of editions.
bool is_reserved_address(std::string_view path,
                         const std::vector<model::TermReference>& taxonomies);

}  // namespace broadsheet::press
