#include "theme/custom.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace broadsheet::theme {

namespace {

// In the order of Ink; "none" cannot be changed.
constexpr std::array<std::string_view, ink_count> color_names = {
    "ink",    "soft", "rule", "hairline", "wash",   "paper",
    "accent", "link", "",     "keyword",  "string", "comment"};
constexpr std::array<std::string_view, 3> family_names = {"serif", "sans", "mono"};
constexpr std::string_view dark_prefix = "dark-";

// "#9b1c2e" or "#912".
std::optional<Color> read_color(std::string_view text) {
    if ((text.size() != 7 && text.size() != 4) || text[0] != '#') return std::nullopt;
    std::array<int, 6> digits{};
    const std::size_t repeat = text.size() == 4 ? 2 : 1;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const char c = text[1 + i / repeat];
        if (c >= '0' && c <= '9') {
            digits[i] = c - '0';
        } else if (c >= 'a' && c <= 'f') {
            digits[i] = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'F') {
            digits[i] = c - 'A' + 10;
        } else {
            return std::nullopt;
        }
    }
    const auto part = [&](std::size_t i) {
        return static_cast<std::uint8_t>(digits[i] * 16 + digits[i + 1]);
    };
    return Color{part(0), part(2), part(4)};
}

// Font lists are inserted into a style sheet, so they must not contain characters that end the
// declaration.
bool is_font_list(std::string_view text) {
    constexpr std::size_t longest = 300;
    return !text.empty() && text.size() <= longest &&
           text.find_first_of("{};<>\\@()/*\n\r") == std::string_view::npos &&
           std::count(text.begin(), text.end(), '"') % 2 == 0;
}

// The relative luminance of WCAG 2.
double luminance(const Color& color) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(const Color& one, const Color& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

template <typename Names>
std::optional<std::size_t> index_of(const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (name.empty() || found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<std::size_t> color_of(std::string_view name) {
    if (name.starts_with(dark_prefix)) name.remove_prefix(dark_prefix.size());
    return index_of(color_names, name);
}

}  // namespace

const std::vector<std::string_view>& change_names() {
    static const std::vector<std::string> dark = [] {
        std::vector<std::string> made;
        for (const std::string_view name : color_names) {
            if (!name.empty()) made.push_back(std::string(dark_prefix) + std::string(name));
        }
        return made;
    }();
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> made = {"sidebar", "masthead"};
        made.insert(made.end(), family_names.begin(), family_names.end());
        for (const std::string_view name : color_names) {
            if (!name.empty()) made.push_back(name);
        }
        made.insert(made.end(), dark.begin(), dark.end());
        return made;
    }();
    return names;
}

bool is_font_name(std::string_view text) {
    return is_font_list(text) && text.find_first_of("\"',") == std::string_view::npos &&
           text.front() != ' ' && text.back() != ' ';
}

std::string check_change(std::string_view name, std::string_view value) {
    const std::string shown = "\"" + std::string(value) + "\"";
    if (color_of(name)) {
        return read_color(value) ? std::string() : shown + " is not a colour such as \"#9b1c2e\"";
    }
    if (index_of(family_names, name)) {
        return is_font_list(value) ? std::string() : shown + " is not a list of font names";
    }
    if (name == "sidebar") {
        return value == "end" || value == "start" || value == "none"
                   ? std::string()
                   : "sidebar is " + shown + ", not \"end\", \"start\" or \"none\"";
    }
    if (name == "masthead") {
        return value == "center" || value == "start"
                   ? std::string()
                   : "masthead is " + shown + ", not \"center\" or \"start\"";
    }
    return "unknown key \"" + std::string(name) + "\" in [look]";
}

std::vector<PoorContrast> poor_contrasts(const std::map<std::string, std::string>& changes) {
    constexpr int enough = 45;
    static constexpr auto texts = std::to_array<Ink>({Ink::ink, Ink::soft, Ink::accent, Ink::link});
    const Theme theme = customised(changes);
    std::vector<PoorContrast> found;
    for (const bool dark : {false, true}) {
        const std::string prefix(dark ? dark_prefix : std::string_view());
        const Palette& palette = dark ? theme.dark : theme.light;
        const std::string paper = prefix + "paper";
        for (const Ink text : texts) {
            const auto index = static_cast<std::size_t>(text);
            const std::string name = prefix + std::string(color_names[index]);
            if (!changes.contains(name) && !changes.contains(paper)) continue;
            const int tenths = static_cast<int>(
                10 * contrast(palette[index], palette[static_cast<std::size_t>(Ink::paper)]));
            if (tenths >= enough) continue;
            found.push_back({name, changes.contains(name) ? name : paper, tenths});
        }
    }
    return found;
}

Theme customised(const std::map<std::string, std::string>& changes) {
    Theme theme = default_theme();
    for (const auto& [name, value] : changes) {
        if (!check_change(name, value).empty()) continue;
        if (const auto color = color_of(name)) {
            Palette& palette = name.starts_with(dark_prefix) ? theme.dark : theme.light;
            palette[*color] = *read_color(value);
        } else if (const auto family = index_of(family_names, name)) {
            theme.families[*family] = value;
        }
    }
    return theme;
}

}  // namespace broadsheet::theme
