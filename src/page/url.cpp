#include <array>
#include <cctype>

#include "page/page.h"

namespace broadsheet::page {

namespace {

// RFC 3986 pchar and '/', with '?' and '#' so that a query or fragment keeps its meaning, and '%'
// because site paths may carry escapes that an author wrote.
constexpr auto stands_as_is = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0x21; byte < 0x7f; ++byte) {
        const auto c = static_cast<char>(byte);
        table[byte] = std::string_view("\"<>\\^`{|}[]").find(c) == std::string_view::npos;
    }
    return table;
}();

}  // namespace

std::string url_of(std::string_view target, std::string_view base_path) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(target.size() + base_path.size());
    const bool site_path = target.starts_with('/') && !target.starts_with("//");
    if (site_path) {
        out += base_path;
        target.remove_prefix(1);
    }
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (stands_as_is[byte]) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

Direction direction_of_language(std::string_view language) {
    static constexpr std::array<std::string_view, 12> right_to_left = {
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku-arab", "ps", "sd", "ur", "yi"};
    std::string lower;
    for (const char c : language) {
        lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    for (const std::string_view name : right_to_left) {
        if (lower == name || lower.starts_with(std::string(name) + "-")) {
            return Direction::right_to_left;
        }
    }
    return Direction::left_to_right;
}

}  // namespace broadsheet::page
