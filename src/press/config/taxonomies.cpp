#include "press/config/taxonomies.h"

#include <algorithm>
#include <array>

#include "addresses/route.h"
#include "addresses/slug.h"
#include "press/values/value.h"

namespace broadsheet::press {

bool is_built_in_taxonomy(std::string_view field) {
    static constexpr std::array<std::string_view, 8> names = {
        "category", "categories", "tag", "tags", "keywords", "author", "authors", "by"};
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return equal_ignoring_case(name, field); });
}

bool can_be_taxonomy(std::string_view field) {
    // A name without letters and digits has the slug of an empty one.
    if (addresses::slugify(field) == addresses::slugify("")) return false;
    const model::Path path = taxonomy_path(field);
    static constexpr std::array<std::string_view, 4> others = {"/assets/", "/bundle/", "/page/",
                                                               "/search/"};
    return std::find(others.begin(), others.end(), path) == others.end() &&
           addresses::parse_route(path + "x/").kind == addresses::RouteKind::entry &&
           addresses::parse_route(path).kind == addresses::RouteKind::entry;
}

void add_taxonomy(const std::string& field, SiteConfig& config) {
    const bool known = std::any_of(
        config.taxonomies.begin(), config.taxonomies.end(),
        [&](const std::string& each) { return taxonomy_path(each) == taxonomy_path(field); });
    if (!known) config.taxonomies.push_back(field);
}

model::Path taxonomy_path(std::string_view field) { return "/" + addresses::slugify(field) + "/"; }

model::Path term_path(std::string_view field, std::string_view name) {
    return taxonomy_path(field) + addresses::term_slug(name) + "/";
}

bool is_taxonomy_path(std::string_view path, const SiteConfig& config) {
    return std::any_of(config.taxonomies.begin(), config.taxonomies.end(),
                       [&](const std::string& field) { return taxonomy_path(field) == path; });
}

std::vector<model::TermReference> taxonomies_of(const SiteConfig& config) {
    std::vector<model::TermReference> taxonomies;
    for (const std::string& field : config.taxonomies) {
        std::string name = field;
        std::replace_if(
            name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
        if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
        taxonomies.push_back({std::move(name), taxonomy_path(field)});
    }
    return taxonomies;
}

}  // namespace broadsheet::press
