#include "press/config/look_settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "press/base/nearest_name.h"
#include "strings/ascii.h"
#include "theme/custom.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view fonts_key = "fonts";

// An entry of [[look.fonts]] as written, before validation.
struct WrittenFont {
    std::string family;
    std::string file;
    std::string weight = "400";
    std::string style = "normal";
    std::string unicode_range;
};

const std::vector<Setting<WrittenFont>>& font_settings() {
    using Written = WrittenFont;
    static const std::vector<Setting<Written>> settings = {
        text_setting("family", &Written::family, "text",
                     "a typeface of the site's own; name it in serif, sans or mono"),
        text_setting("file", &Written::file, "/fonts/x.woff2", "its WOFF2 file"),
        text_setting("weight", &Written::weight, "1 to 1000, or \"100 900\"",
                     "its weight, or the range of a variable font (default: 400)"),
        text_setting("style", &Written::style, "normal or italic", "its style (default: normal)"),
        text_setting("unicode_range", &Written::unicode_range, "U+0-FF, U+131",
                     "the characters that it is for (default: all)"),
    };
    return settings;
}

std::optional<int> read_weight(std::string_view text) {
    if (text == "normal") return 400;
    if (text == "bold") return 700;
    int weight = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (weight < 1 || weight > 1000) return std::nullopt;
    return weight;
}

// "400", "bold" or "100 900".
bool read_weights(std::string_view text, FontConfig& font) {
    const auto space = text.find(' ');
    const auto from = read_weight(text.substr(0, space));
    const auto to = space == std::string_view::npos
                        ? from
                        : read_weight(text.substr(text.find_first_not_of(' ', space)));
    if (!from || !to || *to < *from) return false;
    font.min_weight = *from;
    font.max_weight = *to;
    return true;
}

// One range of CSS' unicode-range: "U+26", "U+0-7F" or "U+4??".
bool is_unicode_range(std::string_view text) {
    if (text.size() < 3 || (text[0] != 'U' && text[0] != 'u') || text[1] != '+') return false;
    text.remove_prefix(2);
    const auto dash = text.find('-');
    const bool wild = dash == std::string_view::npos;
    const auto is_code = [](std::string_view digits, bool may_be_wild) {
        if (digits.empty() || digits.size() > 6) return false;
        while (may_be_wild && !digits.empty() && digits.back() == '?') digits.remove_suffix(1);
        return std::all_of(digits.begin(), digits.end(), [](char c) {
            return strings::is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        });
    };
    return is_code(text.substr(0, dash), wild) && (wild || is_code(text.substr(dash + 1), false));
}

// The ranges without spaces. Nothing if one is not a range.
std::optional<std::string> read_unicode_ranges(std::string_view text) {
    std::string ranges;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const std::string_view range = strings::trimmed(text.substr(0, comma));
        if (!is_unicode_range(range)) return std::nullopt;
        if (!ranges.empty()) ranges += ',';
        ranges += range;
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return ranges;
}

void read_font(SettingReader& reader, const Value& item, SiteConfig& config) {
    WrittenFont written;
    read_settings(reader, item, "a font", font_settings(), written);
    const auto at = [&](std::string_view name) -> const Value& {
        const Value* value = item.find(name);
        return value == nullptr ? item : *value;
    };
    FontConfig font;
    font.position = item.position;
    if (!theme::is_font_name(written.family)) {
        return reader.error(at("family"),
                            written.family.empty()
                                ? "the font has no family"
                                : "\"" + written.family + "\" is not the name of a font family",
                            "add family = \"Literata\", and the same name to serif, sans or mono");
    }
    font.family = written.family;
    if (written.file.empty()) {
        return reader.error(item, "the font has no file", "add file = \"/fonts/literata.woff2\"");
    }
    font.file = written.file;
    if (!read_weights(written.weight, font)) {
        return reader.error(at("weight"), "\"" + written.weight + "\" is not a weight",
                            "use a number from 1 to 1000, or a range such as \"100 900\"");
    }
    if (written.style != "normal" && written.style != "italic") {
        return reader.wrong_kind(at("style"), "style", "\"normal\" or \"italic\"");
    }
    font.italic = written.style == "italic";
    const auto ranges = read_unicode_ranges(written.unicode_range);
    if (!ranges) {
        return reader.error(at("unicode_range"),
                            "\"" + written.unicode_range + "\" is not a list of ranges",
                            "use ranges such as \"U+0-FF, U+131, U+4??\"");
    }
    font.unicode_range = *ranges;
    config.fonts.push_back(std::move(font));
}

void read_fonts(SettingReader& reader, const Value& list, SiteConfig& config) {
    reader.each_table(list, "look.fonts", "a list of tables: [[look.fonts]]",
                      [&](const Value& item) { read_font(reader, item, config); });
}

void read_change(SettingReader& reader, const Value& value, SiteConfig& config) {
    if (!value.is_scalar()) return reader.wrong_kind(value, value.name, "text or a number");
    const std::string problem = theme::check_change(value.name, value.text);
    if (problem.empty()) {
        config.look[value.name] = value.text;
        return;
    }
    const auto nearest = nearest_name(lower_ascii(value.name), theme::change_names());
    reader.error(value, problem,
                 nearest && *nearest != value.name ? "did you mean \"" + *nearest + "\"?"
                                                   : "see [look] in the manual");
}

void warn_of_contrasts(SettingReader& reader, const Value& look, const SiteConfig& config) {
    for (const theme::PoorContrast& each : theme::poor_contrasts(config.look)) {
        const Value* at = look.find(each.changed);
        const bool dark = each.name.starts_with("dark-");
        reader.warning(at == nullptr ? look : *at,
                       "the contrast of " + each.name + " on " + (dark ? "dark-paper" : "paper") +
                           " is " + std::to_string(each.tenths / 10) + "." +
                           std::to_string(each.tenths % 10) +
                           " : 1, which is hard to read for many",
                       "choose colours with a contrast of at least 4.5 : 1");
    }
}

void read_look(SettingReader& reader, const Value& look, SiteConfig& config) {
    if (look.kind != ValueKind::table) return reader.wrong_kind(look, "look", "a table");
    for (const Value& value : look.members) {
        if (equal_ignoring_case(value.name, fonts_key)) {
            read_fonts(reader, value, config);
        } else {
            read_change(reader, value, config);
        }
    }
    warn_of_contrasts(reader, look, config);
}

}  // namespace

Setting<SiteConfig> look_setting() {
    Setting<SiteConfig> look = {
        "look",
        read_look,
        {{"[look]", "NAME", "colour, font or place",
          "accent, ink, paper, link, dark-accent, …; serif, sans, mono; sidebar, masthead"}}};
    for (SettingText& text : texts_under("[[look.fonts]]", font_settings())) {
        look.texts.push_back(std::move(text));
    }
    return look;
}

}  // namespace broadsheet::press
