// Names as parts of addresses.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::addresses {

// Lower case; letters and digits of every script kept; Latin letters lose their diacritics
// ("Brasília" → "brasilia"); everything else becomes single hyphens, none at the ends.
// Never empty: a name without letters or digits gives "untitled".
std::string slugify(std::string_view name);

}  // namespace broadsheet::addresses
