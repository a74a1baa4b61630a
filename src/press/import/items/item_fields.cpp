#include "press/import/items/item_fields.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

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
    if (language.empty()) language = item.meta("_wpml_import_language_code");
    std::replace(language.begin(), language.end(), '_', '-');
    const bool is_tag = std::all_of(language.begin(), language.end(), [](char c) {
        return strings::is_letter(c) || strings::is_digit(c) || c == '-';
    });
    return is_tag ? language : std::string();
}

std::string translation_key_of(const ImportRecord& item) {
    const std::string key = first_term_of(item, "post_translations");
    return key.empty() ? item.meta("_wpml_import_translation_group") : key;
}

bool is_prose(std::string_view value) {
    const std::string_view text = strings::trimmed(value);
    const auto space = text.find(' ');
    if (space == std::string_view::npos || text.find("://") < space) return false;
    // Values of PHP and JSON.
    const bool is_packed = text[0] == '{' || text[0] == '[' || (text[1] == ':' && text[0] != '"');
    return !is_packed && std::any_of(text.begin(), text.end(), [](char c) {
        return strings::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
}

std::string text_elsewhere(const ImportRecord& item) {
    static constexpr auto builders = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"_elementor_data", "Elementor"},
         {"_bricks_page_content_2", "Bricks"},
         {"panels_data", "SiteOrigin"},
         {"_fl_builder_data", "Beaver Builder"},
         {"ct_builder_shortcodes", "Oxygen"},
         {"_ct_builder_json", "Oxygen"},
         {"_cornerstone_data", "Cornerstone"},
         {"tve_updated_post", "Thrive"},
         {"brizy", "Brizy"}});
    for (const auto& [field, builder] : builders) {
        if (item.meta(field).empty()) continue;
        return "it is in the field " + std::string(field) + " of " + std::string(builder) +
               ", which is not read; copy it from the old page";
    }
    return "look at the old page";
}

std::string canonical_address_of(const ImportRecord& item) {
    for (const std::string_view name :
         {"_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseop_custom_link",
          "_aioseo_canonical_url", "_seopress_robots_canonical", "_genesis_canonical_uri"}) {
        std::string address(strings::trimmed(item.meta(name)));
        const bool is_address =
            !address.empty() && address.find_first_of(" \"<>\n") == std::string::npos;
        if (is_address && address != item.text("link")) return address;
    }
    return {};
}

bool is_hidden_from_engines(const ImportRecord& item) {
    const auto is = [&](std::string_view name, std::string_view value) {
        return item.meta(name) == value;
    };
    return is("_yoast_wpseo_meta-robots-noindex", "1") || is("_aioseop_noindex", "on") ||
           is("_seopress_robots_index", "yes") || is("_genesis_noindex", "1") ||
           is("_aioseo_noindex", "1") ||
           (is("_aioseo_robots_noindex", "1") && !is("_aioseo_robots_default", "1")) ||
           item.meta("rank_math_robots").find("noindex") != std::string::npos;
}

std::string unkept_fields(const ImportRecord& item) {
    std::string all;
    const auto add = [&](std::string_view what, const std::string& value) {
        if (!value.empty()) all.append(all.empty() ? "" : "; ").append(what).append(value);
    };
    for (const std::string_view name : {"_yoast_wpseo_opengraph-image", "rank_math_facebook_image",
                                        "_seopress_social_fb_img", "_social_image_url"}) {
        if (item.meta(name).empty()) continue;
        add("picture for link previews ", item.meta(name));
        break;
    }
    // Of "Page Links To" and of Yoast: readers of the old site never saw the text.
    add("leads to ", item.meta("_links_to"));
    add("leads to ", item.meta("_yoast_wpseo_redirect"));
    return all;
}

}  // namespace broadsheet::press
