#include "theme/faces.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

namespace broadsheet::theme {

namespace {

// A font that systems have. Widths are measured as press/fonts measures them, on the font itself or
// on one that is made to have the same widths (Liberation's and Nimbus').
struct InstalledFont {
    std::size_t kind;  // index of Theme::families: 0 serif, 1 sans, 2 mono
    std::string_view name;
    std::string_view bold_name;
    LetterWidths widths;
};

constexpr std::array<InstalledFont, 16> installed_fonts = {
    {{0, "Georgia", "Georgia Bold", {0.438, 0.510}},
     {0, "Noto Serif", "Noto Serif Bold", {0.477, 0.506}},
     {0, "Times New Roman", "Times New Roman Bold", {0.398, 0.424}},
     {0, "Liberation Serif", "Liberation Serif Bold", {0.398, 0.424}},
     {0, "DejaVu Serif", "DejaVu Serif Bold", {0.510, 0.563}},
     {1, "Arial", "Arial Bold", {0.439, 0.475}},
     {1, "Helvetica", "Helvetica Bold", {0.439, 0.475}},
     {1, "Roboto", "Roboto Bold", {0.438, 0.445}},
     {1, "Noto Sans", "Noto Sans Bold", {0.470, 0.501}},
     {1, "Liberation Sans", "Liberation Sans Bold", {0.439, 0.475}},
     {1, "DejaVu Sans", "DejaVu Sans Bold", {0.505, 0.570}},
     {2, "Menlo", "Menlo Bold", {0.602, 0.602}},
     {2, "Consolas", "Consolas Bold", {0.550, 0.550}},
     {2, "Courier New", "Courier New Bold", {0.600, 0.600}},
     {2, "Noto Sans Mono", "Noto Sans Mono Bold", {0.600, 0.600}},
     {2, "DejaVu Sans Mono", "DejaVu Sans Mono Bold", {0.602, 0.602}}}};

// Beyond these, a scaled font no longer reads like text.
constexpr double smallest_scale = 0.5;
constexpr double largest_scale = 2;

std::string stand_in_name(const Face& face, const InstalledFont& font) {
    return face.family + " (" + std::string(font.name) + ")";
}

// "104.55%"
std::string percent(double share) {
    const long long hundredths = std::llround(share * 10000);
    const std::string rest = std::to_string(100 + hundredths % 100);
    return std::to_string(hundredths / 100) + "." + rest.substr(1) + "%";
}

// The scale at which the installed font is as wide as the face. 0: none that is sensible.
double scale_of(double width, double installed_width) {
    const double scale = width / installed_width;
    return scale >= smallest_scale && scale <= largest_scale ? scale : 0;
}

void append_stand_in(std::string& out, const Face& face, const InstalledFont& font, int weight) {
    const bool bold = weight > 400;
    const double scale = bold ? scale_of(face.widths.bold, font.widths.bold)
                              : scale_of(face.widths.regular, font.widths.regular);
    if (scale == 0 || face.italic || !face.has_weight(weight)) return;
    out += "@font-face{font-family:\"" + stand_in_name(face, font) + "\";src:local(\"" +
           std::string(bold ? font.bold_name : font.name) +
           "\");font-weight:" + std::to_string(weight) + ";size-adjust:" + percent(scale) +
           ";ascent-override:" + percent(face.ascent / scale) +
           ";descent-override:" + percent(face.descent / scale) +
           ";line-gap-override:" + percent(face.line_gap / scale) + "}\n";
}

void append_face(std::string& out, const Face& face) {
    out += "@font-face{font-family:\"" + face.family + "\";src:url(\"" + face.url +
           "\") format(\"woff2\");font-weight:" + std::to_string(face.min_weight);
    if (face.max_weight > face.min_weight) out += ' ' + std::to_string(face.max_weight);
    if (face.italic) out += ";font-style:italic";
    if (!face.unicode_range.empty()) out += ";unicode-range:" + face.unicode_range;
    out += ";font-display:swap}\n";
}

bool has_stand_ins(const Face& face) {
    return !face.italic && face.has_weight(400) && face.widths.regular > 0;
}

std::string quoted(const std::string& name) { return '"' + name + '"'; }

// The first and last character of "U+26", "U+0-7F" or "U+4??".
std::pair<char32_t, char32_t> range_of(std::string_view text) {
    text.remove_prefix(std::min<std::size_t>(2, text.size()));
    const auto dash = text.find('-');
    const auto code = [](std::string_view digits, char in_place_of_wild) {
        std::string hexadecimal(digits);
        std::replace(hexadecimal.begin(), hexadecimal.end(), '?', in_place_of_wild);
        std::uint32_t value = 0;
        std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), value, 16);
        return static_cast<char32_t>(value);
    };
    const std::string_view last = dash == std::string_view::npos ? text : text.substr(dash + 1);
    return {code(text.substr(0, dash), '0'), code(last, 'F')};
}

bool is_generic(std::string_view name) {
    return name == "serif" || name == "sans-serif" || name == "monospace" || name == "cursive" ||
           name == "fantasy" || name == "system-ui" || name.starts_with("ui-");
}

}  // namespace

std::vector<std::string> font_names(const std::string& list) {
    std::vector<std::string> names;
    std::string name;
    const auto end_name = [&] {
        while (!name.empty() && name.back() == ' ') name.pop_back();
        if (!name.empty()) names.push_back(name);
        name.clear();
    };
    char quote = 0;
    for (const char c : list) {
        if (quote != 0 ? c == quote : c == '"' || c == '\'') {
            quote = quote == 0 ? c : '\0';
        } else if (c == ',' && quote == 0) {
            end_name();
        } else if (c != ' ' || !name.empty()) {
            name += c;
        }
    }
    end_name();
    return names;
}

bool has_character(const Face& face, char32_t character) {
    if (face.unicode_range.empty()) return true;
    std::string_view rest = face.unicode_range;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const auto [first, last] = range_of(rest.substr(0, comma));
        if (first <= character && character <= last) return true;
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return false;
}

std::string face_rules(const Theme& theme, const std::vector<Face>& faces) {
    std::string out;
    for (const Face& face : faces) append_face(out, face);
    for (std::size_t kind = 0; kind < theme.families.size(); ++kind) {
        const std::vector<std::string> names = font_names(theme.families[kind]);
        for (const Face& face : faces) {
            if (std::find(names.begin(), names.end(), face.family) == names.end()) continue;
            for (const InstalledFont& font : installed_fonts) {
                if (font.kind != kind) continue;
                append_stand_in(out, face, font, 400);
                append_stand_in(out, face, font, 700);
            }
        }
    }
    return out;
}

void add_stand_ins(Theme& theme, const std::vector<Face>& faces) {
    for (std::size_t kind = 0; kind < theme.families.size(); ++kind) {
        std::string list;
        bool changed = false;
        for (const std::string& name : font_names(theme.families[kind])) {
            list += (list.empty() ? "" : ",") + (is_generic(name) ? name : quoted(name));
            const auto face = std::find_if(faces.begin(), faces.end(), [&](const Face& each) {
                return each.family == name && has_stand_ins(each);
            });
            if (face == faces.end()) continue;
            changed = true;
            for (const InstalledFont& font : installed_fonts) {
                if (font.kind == kind) list += ',' + quoted(stand_in_name(*face, font));
            }
        }
        if (changed) theme.families[kind] = list;
    }
}

}  // namespace broadsheet::theme
