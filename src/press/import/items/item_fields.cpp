#include "press/import/items/item_fields.h"

#include <algorithm>
#include <string_view>

#include "press/media/recording.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

std::string first_term_of(const ImportRecord& item, std::string_view taxonomy) {
    for (const TermUse& use : item.terms) {
        if (use.taxonomy == taxonomy) return use.slug;
    }
    return {};
}

}  // namespace

// WordPress and PowerPress: "ADDRESS\nBYTES\nTYPE". Seriously Simple Podcasting: an address.
std::string recording_of(const ImportRecord& item) {
    for (const std::string_view name : {"enclosure", "audio_file"}) {
        const std::string& value = item.meta(name);
        const std::string address(strings::trimmed(value.substr(0, value.find('\n'))));
        if (recording_kind(address) == RecordingKind::none) continue;
        // WordPress also encloses each film that a text shows.
        const bool is_film = recording_kind(address) == RecordingKind::video;
        const bool is_shown = item.text("content:encoded").find(address) != std::string::npos;
        if (!is_film || !is_shown) return address;
    }
    return {};
}

std::string language_of(const ImportRecord& item) {
    std::string language = first_term_of(item, "language");
    std::replace(language.begin(), language.end(), '_', '-');
    const bool is_tag = std::all_of(language.begin(), language.end(), [](char c) {
        return strings::is_letter(c) || strings::is_digit(c) || c == '-';
    });
    return is_tag ? language : std::string();
}

std::string translation_key_of(const ImportRecord& item) {
    return first_term_of(item, "post_translations");
}

std::string unkept_fields(const ImportRecord& item) {
    std::string all;
    const auto add = [&](std::string_view what) {
        all.append(all.empty() ? "" : "; ").append(what);
    };
    for (const std::string_view name :
         {"_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseop_custom_link",
          "_aioseo_canonical_url", "_seopress_robots_canonical", "_genesis_canonical_uri"}) {
        const std::string& address = item.meta(name);
        if (address.empty() || address == item.text("link")) continue;
        add("canonical address " + address);
        break;
    }
    const auto is = [&](std::string_view name, std::string_view value) {
        return item.meta(name) == value;
    };
    const bool is_hidden = is("_yoast_wpseo_meta-robots-noindex", "1") ||
                           is("_aioseop_noindex", "on") || is("_seopress_robots_index", "yes") ||
                           is("_genesis_noindex", "1") || is("_aioseo_noindex", "1") ||
                           item.meta("rank_math_robots").find("noindex") != std::string::npos;
    if (is_hidden) add("hidden from search engines (noindex)");
    return all;
}

}  // namespace broadsheet::press
