#include "press/import/items/seo_title.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "strings/escape.h"

namespace broadsheet::press {

namespace {

std::string with_single_spaces(std::string_view text) {
    constexpr std::string_view spaces = " \t\n\r";
    std::string words;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find_first_of(spaces));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (!word.empty()) words.append(words.empty() ? "" : " ").append(word);
    }
    return words;
}

// Yoast writes %%name%%, Rank Math %name%, and All in One SEO #name.
bool has_placeholder(std::string_view text) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    for (auto at = text.find_first_of("%#"); at != std::string_view::npos;
         at = text.find_first_of("%#", at + 1)) {
        auto end = at + 1;
        while (end < text.size() && is_letter(text[end])) ++end;
        const bool is_closed = end < text.size() && (text[end] == '%' || text[end] == '(');
        const bool has_name = end - at > 2;
        if (has_name && (is_closed || (text[at] == '#' && text.substr(at, end - at).find('_') !=
                                                              std::string_view::npos))) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string seo_title(const ImportRecord& item, const std::string& title,
                      const std::string& site_title) {
    // "%%title%%" contains "%title%", so it is first.
    const std::array<std::pair<std::string_view, std::string_view>, 11> placeholders = {{
        {"%%title%%", title},
        {"%%sitename%%", site_title},
        {"%%sep%%", "–"},
        {"%%page%%", ""},
        {"%title%", title},
        {"%sitename%", site_title},
        {"%sep%", "–"},
        {"%page%", ""},
        {"#post_title", title},
        {"#site_title", site_title},
        {"#separator_sa", "–"},
    }};
    const std::string with_site = std::string(title).append(" – ").append(site_title);
    for (const std::string_view name :
         {"_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"}) {
        std::string text = item.meta(name);
        for (const auto& [placeholder, value] : placeholders) {
            strings::replace_all(text, placeholder, value);
        }
        text = with_single_spaces(text);
        const bool is_usual = text == title || text == with_site;
        if (!text.empty() && !is_usual && !has_placeholder(text)) return text;
    }
    return {};
}

}  // namespace broadsheet::press
