#include "press/punctuation/french_spaces.h"

#include <algorithm>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// The space that a French text has before a sign, or nothing if what begins here is none.
std::string_view french_space(std::string_view rest) {
    constexpr std::string_view narrow = "\u202F";
    if (rest.starts_with("\u00BB")) return narrow;
    const bool colon = rest.starts_with(':');
    const auto run = colon ? 1 : std::min(rest.find_first_not_of("!?;%"), rest.size());
    if (run == 0) return {};
    // Signs of code, as in "a != b", and faces stay as they are.
    const std::string_view following = colon ? " \n" : " \n)]\"',.";
    const bool ends = run == rest.size() || static_cast<unsigned char>(rest[run]) >= 0x80 ||
                      following.find(rest[run]) != std::string_view::npos;
    if (!ends) return {};
    return colon ? "\u00A0" : narrow;
}

}  // namespace

bool is_french(std::string_view language) {
    const std::string lower = strings::lower_ascii(language);
    return lower == "fr" || lower.starts_with("fr-");
}

std::string with_french_spaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string_view space;
        if (text[i] == ' ') {
            space = out.ends_with("\u00AB") ? std::string_view("\u202F")
                                            : french_space(text.substr(i + 1));
        }
        if (space.empty()) space = text.substr(i, 1);
        out += space;
    }
    return out;
}

void set_french_spaces(std::vector<model::Node>& nodes, std::string_view language) {
    for (model::Node& node : nodes) {
        const std::string_view own = node.language.empty() ? language : node.language;
        if (node.kind == model::NodeKind::text && is_french(own))
            node.text = with_french_spaces(node.text);
        set_french_spaces(node.children, own);
    }
}

}  // namespace broadsheet::press
