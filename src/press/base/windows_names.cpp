#include "press/base/windows_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

constexpr auto one_of_a_kind =
    std::to_array<std::string_view>({"con", "prn", "aux", "nul", "conin$", "conout$"});
// Windows reads superscript digits as digits here.
constexpr auto numbers = std::to_array<std::string_view>(
    {"1", "2", "3", "4", "5", "6", "7", "8", "9", "\u00B9", "\u00B2", "\u00B3"});

// A device has its name with any extension, too: "con.md", "nul.tar.gz", "aux .txt".
bool is_device(std::string_view name) {
    std::string_view stem = name.substr(0, name.find('.'));
    stem = stem.substr(0, stem.find_last_not_of(' ') + 1);
    const std::string lower = strings::lower_ascii(stem);
    if (strings::is_one_of(one_of_a_kind, lower)) return true;
    const bool is_port = lower.starts_with("com") || lower.starts_with("lpt");
    return is_port && strings::is_one_of(numbers, std::string_view(lower).substr(3));
}

// In units of UTF-16, which Windows counts.
std::size_t units_of(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0U ? 2 : 1;
    }
    return units;
}

}  // namespace

std::string windows_name_fault(std::string_view name) {
    constexpr std::size_t longest = 255;
    if (name.empty() || name == "." || name == "..") return {};
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    if (std::any_of(name.begin(), name.end(), is_control)) return "it has a control character";
    if (const auto at = name.find_first_of("<>:\"|?*\\"); at != std::string_view::npos) {
        return std::string("it has a ") +
               (name[at] == '"' ? "quotation mark" : strings::in_quotes(name.substr(at, 1)));
    }
    if (name.back() == '.') return "it ends with a dot";
    if (name.back() == ' ') return "it ends with a space";
    if (is_device(name)) return "it is the name of a device there";
    if (units_of(name) > longest) return "it has more than 255 characters";
    return {};
}

WindowsFault windows_path_fault(std::string_view path) {
    while (!path.empty()) {
        const std::string_view name = path.substr(0, path.find('/'));
        if (std::string why = windows_name_fault(name); !why.empty()) {
            return {std::string(name), std::move(why)};
        }
        path.remove_prefix(std::min(name.size() + 1, path.size()));
    }
    return {};
}

}  // namespace broadsheet::press
