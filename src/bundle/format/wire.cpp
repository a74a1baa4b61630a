#include "bundle/format/wire.h"

#include "addresses/paths.h"
#include "addresses/slug.h"

namespace broadsheet::bundle {

model::Path default_path(std::string_view title, model::Day day) {
    return addresses::day_path(day) + addresses::slugify(title) + "/";
}

std::string short_path(std::string_view path, std::string_view title, model::Day day) {
    const model::Path below = addresses::day_path(day);
    if (!path.starts_with(below) || !path.ends_with('/') || path.size() == below.size()) {
        return std::string(path);
    }
    std::string_view rest = path.substr(below.size());
    const std::string slug = addresses::slugify(title);
    if (rest.starts_with('+')) return std::string(path);
    if (slug.empty() || !rest.starts_with(slug) || rest.ends_with("//")) return std::string(rest);
    rest.remove_prefix(slug.size());
    rest.remove_suffix(1);
    return "+" + std::string(rest);
}

model::Path full_path(std::string_view text, std::string_view title, model::Day day) {
    if (text.starts_with('/')) return std::string(text);
    if (!text.starts_with('+')) return addresses::day_path(day) + std::string(text);
    return addresses::day_path(day) + addresses::slugify(title) + std::string(text.substr(1)) + "/";
}

}  // namespace broadsheet::bundle
