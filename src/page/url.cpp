#include <array>

#include "page/page.h"
#include "strings/ascii.h"
#include "strings/percent.h"

namespace broadsheet::page {

namespace {

// RFC 3986 pchar and '/', and '?' and '#' so that queries and fragments keep their meaning, and '%'
// because paths may contain escapes that an author wrote.
constexpr strings::KeptBytes kept("!#$%&'()*+,-./:;=?@_~");

}  // namespace

std::string url_of(std::string_view target, std::string_view base_path) {
    std::string out;
    out.reserve(target.size() + base_path.size());
    const bool site_path = target.starts_with('/') && !target.starts_with("//");
    if (site_path) {
        target.remove_prefix(1);
        while (target.starts_with("../") && base_path.size() > 1) {
            target.remove_prefix(3);
            base_path = base_path.substr(0, base_path.rfind('/', base_path.size() - 2) + 1);
        }
        out += base_path;
    }
    strings::append_percent_encoded(out, target, kept);
    return out;
}

Direction direction_of_language(std::string_view language) {
    static constexpr std::array<std::string_view, 12> right_to_left = {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku-arab", "ps", "sd", "ur", "yi"};
    const std::string lower = strings::lower_ascii(language);
    for (const std::string_view name : right_to_left) {
        if (lower == name || lower.starts_with(std::string(name) + "-")) {
            return Direction::right_to_left;
        }
    }
    return Direction::left_to_right;
}

}  // namespace broadsheet::page
