// The same page in the other language editions of a site.
#pragma once

#include <string>
#include <vector>

#include "addresses/route.h"
#include "model/publication.h"

namespace broadsheet::addresses {

// The page of a route in all languages that have it, including its own: the translations of an
// entry or a list, and the pages that every edition has. Empty if there are no others. `entry` and
// `list` are those of the route, or null. Only the first pages of lists are translations of each
// other.
std::vector<model::Translation> translations_of(const model::Site& site, const Route& route,
                                                const model::Entry* entry, const model::List* list);

}  // namespace broadsheet::addresses
