#include "strings/language_tag.h"

#include <algorithm>

#include "strings/ascii.h"

namespace broadsheet::strings {

std::string language_tag(std::string_view code) {
    // Locales of operating systems end in a character set or a variant.
    code = code.substr(0, code.find_first_of(".@"));
    std::string tag;
    std::size_t last = 0;  // the length of the last part
    while (!code.empty()) {
        const auto end = std::min(code.find_first_of("-_"), code.size());
        const std::string_view part = code.substr(0, end);
        code.remove_prefix(std::min(end + 1, code.size()));
        constexpr std::size_t longest = 8;
        const bool letters =
            std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c); });
        const bool valid = !part.empty() && part.size() <= longest &&
                           std::all_of(part.begin(), part.end(),
                                       [](char c) { return is_letter(c) || is_digit(c); });
        const bool first = tag.empty();
        // Languages have two or three letters; longer names are not registered.
        if (!valid || (first && (!letters || part.size() < 2 || part.size() > 3))) return {};
        last = part.size();
        std::string shown = lower_ascii(part);
        const bool after_singleton = tag.size() > 1 && tag[tag.size() - 2] == '-';
        if (!first && !after_singleton && letters && part.size() == 2) {
            for (char& c : shown) c = static_cast<char>(c - 'a' + 'A');
        } else if (!first && !after_singleton && letters && part.size() == 4) {
            shown[0] = static_cast<char>(shown[0] - 'a' + 'A');
        }
        if (!first) tag += '-';
        tag += shown;
    }
    return last == 1 ? std::string() : tag;  // a single letter announces more parts
}

}  // namespace broadsheet::strings
