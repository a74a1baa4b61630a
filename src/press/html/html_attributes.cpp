#include "press/html/html_attributes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

// Names that scripts of the page use without `window.` or `document.`. An element with such an
// identifier could take their place.
bool is_name_of_scripts(std::string_view text) {
    static constexpr auto names = std::to_array<std::string_view>({"Module",
                                                                   "alert",
                                                                   "anchors",
                                                                   "attributes",
                                                                   "body",
                                                                   "caches",
                                                                   "childNodes",
                                                                   "children",
                                                                   "close",
                                                                   "closed",
                                                                   "constructor",
                                                                   "cookie",
                                                                   "createElement",
                                                                   "crypto",
                                                                   "customElements",
                                                                   "document",
                                                                   "documentElement",
                                                                   "domain",
                                                                   "event",
                                                                   "external",
                                                                   "fetch",
                                                                   "forms",
                                                                   "frames",
                                                                   "getElementById",
                                                                   "getSelection",
                                                                   "hasOwnProperty",
                                                                   "head",
                                                                   "history",
                                                                   "images",
                                                                   "implementation",
                                                                   "indexedDB",
                                                                   "length",
                                                                   "links",
                                                                   "localStorage",
                                                                   "location",
                                                                   "name",
                                                                   "navigator",
                                                                   "open",
                                                                   "opener",
                                                                   "origin",
                                                                   "parent",
                                                                   "performance",
                                                                   "print",
                                                                   "prototype",
                                                                   "querySelector",
                                                                   "querySelectorAll",
                                                                   "referrer",
                                                                   "screen",
                                                                   "scripts",
                                                                   "self",
                                                                   "sessionStorage",
                                                                   "status",
                                                                   "stop",
                                                                   "styleSheets",
                                                                   "toString",
                                                                   "top",
                                                                   "valueOf",
                                                                   "window",
                                                                   "write",
                                                                   "__proto__"});
    return std::find(names.begin(), names.end(), text) != names.end();
}

}  // namespace

std::string element_name(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data == nullptr ? "" : std::string(piece.data, piece.length));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return name;
}

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboElement& element, const char* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

int number_attribute(const GumboElement& element, const char* name, int fallback, int min,
                     int max) {
    const std::string text(attribute(element, name));
    if (text.empty() || text.size() > 9) return fallback;
    char* end = nullptr;
    const long value = std::strtol(text.c_str(), &end, 10);
    if (*end != '\0' && std::string_view(end) != "px") return fallback;
    return value < min || value > max ? fallback : static_cast<int>(value);
}

std::string prefixed(std::string identifier) {
    if (is_name_of_scripts(identifier)) identifier.insert(0, "user-content-");
    return identifier;
}

std::string clean_identifier(std::string_view text) {
    constexpr std::size_t longest = 200;
    if (text.size() > longest) return {};
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) out += c;
    }
    return prefixed(std::move(out));
}

std::string clean_language(std::string_view text) {
    const bool well_formed = text.size() <= 35 && std::all_of(text.begin(), text.end(), [](char c) {
                                 return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                        (c >= '0' && c <= '9') || c == '-';
                             });
    return well_formed ? std::string(text) : std::string();
}

namespace {

// The value of a property in a style attribute; empty if it has none.
std::string_view style_value(std::string_view style, std::string_view property) {
    while (!style.empty()) {
        const std::string_view one = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), one.size() + 1));
        const auto colon = one.find(':');
        if (colon == std::string_view::npos) continue;
        if (strings::trimmed(one.substr(0, colon)) != property) continue;
        const std::string_view value = strings::trimmed(one.substr(colon + 1));
        return strings::trimmed(value.substr(0, value.find('!')));
    }
    return {};
}

}  // namespace

bool is_of_letters(std::string_view name) {
    static constexpr auto names =
        std::to_array<std::string_view>({"span", "font", "b", "strong", "i", "em"});
    return strings::is_one_of(names, name);
}

std::optional<Letters> letters_of(const GumboElement& element, model::NodeKind usual) {
    static constexpr auto bold_weights =
        std::to_array<std::string_view>({"bold", "bolder", "600", "700", "800", "900"});
    static constexpr auto normal_weights =
        std::to_array<std::string_view>({"normal", "lighter", "100", "200", "300", "400", "500"});
    const std::string style = strings::lower_ascii(attribute(element, "style"));
    const std::string_view weight = style_value(style, "font-weight");
    const std::string_view slant = style_value(style, "font-style");
    if (weight.empty() && slant.empty()) return std::nullopt;
    Letters letters{usual == model::NodeKind::strong && !strings::is_one_of(normal_weights, weight),
                    usual == model::NodeKind::emphasis && slant != "normal"};
    if (strings::is_one_of(bold_weights, weight)) letters.bold = true;
    if (slant == "italic" || slant == "oblique") letters.italic = true;
    return letters;
}

}  // namespace broadsheet::press
