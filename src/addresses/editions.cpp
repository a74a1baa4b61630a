#include "addresses/editions.h"

namespace broadsheet::addresses {

namespace {

// True for pages that every edition has at the same path.
bool is_in_each(const Route& route) {
    if (route.kind == RouteKind::search) return true;
    return route == Route{RouteKind::list, "/", 1};
}

}  // namespace

std::vector<model::Translation> translations_of(const model::Site& site, const Route& route,
                                                const model::Entry* entry,
                                                const model::List* list) {
    if (entry != nullptr && !entry->translations.empty()) return entry->translations;
    const bool is_first = route.page <= 1 && !route.block;
    if (list != nullptr && is_first && !list->translations.empty()) return list->translations;
    std::vector<model::Translation> all;
    if (site.editions.empty() || !is_in_each(route)) return all;
    const model::Path path = route.kind == RouteKind::search ? "/search/" : route.path;
    for (const model::EditionLink& edition : site.editions) {
        all.push_back({edition.language, edition.path + path.substr(1)});
    }
    return all;
}

}  // namespace broadsheet::addresses
