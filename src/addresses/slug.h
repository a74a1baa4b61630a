// Converts names to URL segments.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::addresses {

// Converts a name to a slug: lower case, with the letters and digits of every script. Latin letters
// lose their diacritics ("Brasília" → "brasilia"). Every run of other characters becomes one
// hyphen, except at the ends. The result is never empty: a name without letters or digits gives
// "untitled".
std::string slugify(std::string_view name);

}  // namespace broadsheet::addresses
