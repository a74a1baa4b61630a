#include "strings/hyphen_languages.h"

#include "strings/ascii.h"

namespace broadsheet::strings {

namespace {

// The patterns of languages whose tags begin alike.
struct Patterns {
    std::string_view name;
    std::string_view tag;
};

constexpr Patterns all_patterns[] = {
#define HYPHENS(name, tag, package, before, after) {#name, #tag},
#include "strings/hyphen_languages.def"
#undef HYPHENS
};

bool covers(std::string_view tag, std::string_view language) {
    return language.starts_with(tag) &&
           (language.size() == tag.size() || language[tag.size()] == '-');
}

}  // namespace

std::string_view hyphenation_patterns(std::string_view language) {
    const std::string lower = lower_ascii(language);
    Patterns best{};
    for (const Patterns& each : all_patterns) {
        if (covers(each.tag, lower) && each.tag.size() > best.tag.size()) best = each;
    }
    return best.name;
}

}  // namespace broadsheet::strings
