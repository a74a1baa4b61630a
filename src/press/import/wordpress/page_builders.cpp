#include "press/import/wordpress/page_builders.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "press/html/entity.h"
#include "press/import/exports/import_record.h"
#include "press/import/texts/paragraphs.h"
#include "strings/ascii.h"
#include "strings/one_of.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace {

using strings::trimmed;

template <std::size_t size>
bool has_word(std::string_view name, const std::array<std::string_view, size>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return name.find(word) != std::string_view::npos;
    });
}

// Page builders write signs in attributes that WordPress would take for the end of a shortcode.
std::string with_signs(std::string text) {
    static constexpr auto signs = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{"%22", "\""}, {"%91", "["}, {"%93", "]"}, {"`{`", "["}, {"`}`", "]"}, {"``", "\""}});
    for (const auto& [written, sign] : signs) replace_all(text, written, sign);
    return text;
}

std::string decoded_base64(std::string_view text) {
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto value = digits.find(c);
        if (value == std::string_view::npos) continue;
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(
            static_cast<unsigned char>((bits >> static_cast<unsigned>(count)) & 0xFFU));
    }
    return out;
}

bool is_address(std::string_view text) {
    const bool begins = text.starts_with("https://") || text.starts_with("http://") ||
                        text.starts_with('/') || text.starts_with('#') ||
                        text.starts_with("mailto:") || text.starts_with("tel:");
    return begins && text.find_first_of(" \t\n<>\"") == std::string_view::npos;
}

// "url:https%3A%2F%2Fpaper.example|title:Read|target:_blank", or an address as it is.
std::string link_of(const Shortcode& code) {
    std::string written = code.first_of(
        {"link", "url", "button_url", "button_link", "link_url", "href", "linkurl", "btn_link"});
    constexpr std::string_view mark = "url:";
    if (written.starts_with(mark)) {
        written = written.substr(mark.size(), written.find('|') - mark.size());
        written = strings::percent_decoded(written);
    }
    return is_address(written) ? written : std::string();
}

std::string element_html(std::string_view name, const std::string& text) {
    if (text.empty()) return {};
    std::string html = "<" + std::string(name) + ">";
    append_escaped(html, text);
    return html.append("</").append(name).append(">\n");
}

std::string anchor_html(const std::string& address, const std::string& html) {
    if (address.empty()) return html;
    std::string out = "<a href=\"";
    append_escaped(out, address);
    return out.append("\">").append(html).append("</a>");
}

std::string picture_html(const std::string& address, const std::string& alternative_text,
                         const std::string& link) {
    std::string image = "<img src=\"";
    append_escaped(image, address);
    image += "\" alt=\"";
    append_escaped(image, alternative_text);
    return "<figure>" + anchor_html(link, image + "\" />") + "</figure>\n";
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789, ") == std::string_view::npos;
}

// Pictures by address, or by their numbers in the library.
std::string pictures_of(const Shortcode& code, const TextContext& context,
                        const std::string& link) {
    std::string written =
        code.first_of({"image", "image_url", "images", "img", "photo", "picture", "portrait_url",
                       "image_id", "include", "ids", "gallery_ids", "src"});
    const std::string alternative_text = with_signs(code.first_of({"alt", "title_text"}));
    if (is_address(written)) return picture_html(written, alternative_text, link);
    if (!is_number(written)) return {};
    std::string html;
    while (!written.empty()) {
        const std::string first(trimmed(written.substr(0, written.find(','))));
        written.erase(0, std::min(written.find(','), written.size() - 1) + 1);
        const MediaFile* file = context.media(number_of(first));
        if (file == nullptr) continue;
        html += picture_html(file->address,
                             alternative_text.empty() ? file->alternative_text : alternative_text,
                             link);
    }
    return html;
}

std::string video_html(const Shortcode& code) {
    std::string address = code.first_of({"link", "src", "url", "video", "id", "video_url", "0"});
    const bool is_id = !address.empty() && !is_address(address);
    if (is_id && address.find_first_of(" <>\"") != std::string::npos) return {};
    if (is_id && code.name.find("youtube") != std::string::npos) {
        address.insert(0, "https://www.youtube.com/watch?v=");
    } else if (is_id && code.name.find("vimeo") != std::string::npos) {
        address.insert(0, "https://vimeo.com/");
    } else if (is_id) {
        return {};
    }
    const std::string_view path = std::string_view(address).substr(0, address.find('?'));
    if (!path.ends_with(".mp4") && !path.ends_with(".webm") && !path.ends_with(".m4v")) {
        return address.empty() ? std::string() : embed_html(address);
    }
    std::string out = "<p><video src=\"";
    append_escaped(out, address);
    return out + "\"></video></p>\n";
}

// A quotation with whom it is from.
std::string quote_html(const Shortcode& code, std::string_view inner) {
    std::string html = "<blockquote>" + std::string(trimmed(inner)) + "\n\n";
    const std::string from = with_signs(code.first_of({"cite", "author", "name"}));
    append_escaped(html, from.empty() ? from : "— " + from);
    return html + "</blockquote>";
}

// Words that no other part of the shortcode says.
std::string words_html(const Shortcode& code) {
    static constexpr auto people =
        std::to_array<std::string_view>({"person", "member", "testimonial", "team"});
    std::string html;
    if (has_word(code.name, people)) {
        html += element_html("h3", with_signs(code.first_of({"name", "author"})));
        html += element_html("p", with_signs(code.first_of({"position", "job_title", "company"})));
    }
    html +=
        element_html("p", with_signs(code.first_of({"subtitle", "subhead", "subheading", "h4"})));
    return html + element_html("p", with_signs(code.first_of(
                                        {"text", "content", "description", "desc", "caption"})));
}

constexpr auto button_words = std::to_array<std::string_view>({"button", "btn"});

std::string button_label(const Shortcode& code, std::string_view inner) {
    if (!trimmed(inner).empty()) return std::string(trimmed(inner));
    std::string label;
    append_escaped(
        label,
        with_signs(code.first_of({"button_text", "title", "text", "label", "btn_text", "value"})));
    return label;
}

}  // namespace

BuilderKind builder_kind(std::string_view name) {
    static constexpr auto beginnings = std::to_array<std::string_view>(
        {"vc_", "et_pb_", "fusion_", "av_", "su_", "cs_", "x_", "mk_", "nectar_", "ult_"});
    static constexpr auto names = std::to_array<std::string_view>(
        {"row",        "row_inner",  "column",      "columns",      "col",
         "one_half",   "one_third",  "one_fourth",  "one_fifth",    "one_sixth",
         "two_third",  "two_thirds", "two_fifth",   "three_fourth", "three_fifth",
         "four_fifth", "five_sixth", "half",        "third",        "tabs",
         "tab",        "tabgroup",   "accordion",   "accordions",   "accordion_item",
         "toggle",     "toggles",    "toggle_item", "spoiler",      "item",
         "panel",      "faq",        "collapse",    "expand",       "button",
         "btn",        "section",    "container",   "box",          "content_box",
         "callout",    "cta",        "divider",     "clear",        "spacer",
         "quote",      "blockquote", "pullquote",   "one_quarter",  "accordion_section"});
    // These stand within lines.
    static constexpr auto inline_parts = std::to_array<std::string_view>(
        {"highlight", "dropcap", "tooltip", "popover", "icon", "label", "fontawesome", "lightbox"});
    constexpr std::string_view last = "_last";
    if (name.ends_with(last)) name.remove_suffix(last.size());
    if (strings::is_one_of(names, name)) return BuilderKind::usual_name;
    const bool is_builder =
        !has_word(name, inline_parts) &&
        std::any_of(beginnings.begin(), beginnings.end(),
                    [&](std::string_view each) { return name.starts_with(each); });
    return is_builder ? BuilderKind::builder : BuilderKind::none;
}

std::string built_link(const Shortcode& code, std::string_view inner) {
    if (!has_word(code.name, button_words)) return {};
    const std::string link = link_of(code);
    return link.empty() ? link : anchor_html(link, button_label(code, inner));
}

BuiltPart built_part(const Shortcode& code, std::string_view inner, const TextContext& context) {
    static constexpr auto videos = std::to_array<std::string_view>({"video", "youtube", "vimeo"});
    static constexpr auto quotes = std::to_array<std::string_view>({"quote", "testimonial"});
    static constexpr auto forms = std::to_array<std::string_view>({"form", "field", "input"});
    static constexpr auto frames = std::to_array<std::string_view>(
        {"row", "column", "section", "container", "tabs", "accordion", "toggles", "divider",
         "separator", "clear", "spacer", "space", "half", "third", "fourth", "fifth", "sixth"});
    static constexpr auto headings = std::to_array<std::string_view>({"heading", "fusion_title"});
    const std::string& name = code.name;
    BuiltPart part;
    if (name == "vc_raw_html" || name == "fusion_code") {
        part.html = decoded_base64(trimmed(inner));
        if (name == "vc_raw_html") part.html = strings::percent_decoded(part.html);
        part.has_inner = true;
        return part;
    }
    if (name == "vc_raw_js" || has_word(name, forms)) {
        part.is_unknown = true;
        part.has_inner = name == "vc_raw_js";
        return part;
    }
    const std::string link = link_of(code);
    if (has_word(name, videos)) {
        part.html = video_html(code);
        part.is_unknown = part.html.empty() && inner.empty();
        return part;
    }
    if (has_word(name, button_words)) {
        const std::string label = button_label(code, inner);
        if (!label.empty()) part.html = "<p>" + anchor_html(link, label) + "</p>\n";
        part.has_inner = true;
        return part;
    }
    if (has_word(name, quotes) && !inner.empty() && inner.find('[') == std::string_view::npos) {
        part.html = pictures_of(code, context, {}) + quote_html(code, inner);
        part.has_inner = true;
        return part;
    }
    // [fusion_imageframe]ADDRESS[/fusion_imageframe]
    if (is_address(trimmed(inner)) && name.find("image") != std::string::npos) {
        part.html = picture_html(std::string(trimmed(inner)), code.first_of({"alt"}), link);
        part.has_inner = true;
        return part;
    }
    const bool is_heading = has_word(name, headings);
    // [fusion_title size="3"]Words[/fusion_title]
    if (is_heading && !trimmed(inner).empty() && inner.find('[') == std::string_view::npos &&
        inner.find("<h") == std::string_view::npos) {
        const ItemNumber level = number_of(code.first_of({"size"}));
        const std::string tag = "h" + std::to_string(level >= 2 && level <= 6 ? level : 2);
        part.html =
            "<" + tag + ">" + anchor_html(link, std::string(trimmed(inner))) + "</" + tag + ">\n";
        part.has_inner = true;
        return part;
    }
    const std::string title =
        with_signs(code.first_of({"title", "heading", "question", "header", "h2"}));
    const std::string text = with_signs(code.first_of({"text"}));
    const std::string pictures = pictures_of(code, context, title.empty() ? link : std::string());
    const std::string label = with_signs(code.first_of({"button_text", "link_text", "linktext"}));
    if (is_heading && title.empty()) {
        std::string head;
        append_escaped(head, text);
        part.html = head.empty() ? head : "<h2>" + anchor_html(link, head) + "</h2>\n";
    } else {
        std::string head;
        append_escaped(head, title);
        const bool is_link = label.empty() && !head.empty();
        if (!head.empty()) part.html = "<h3>" + anchor_html(is_link ? link : "", head) + "</h3>\n";
        part.html = pictures + part.html + words_html(code);
    }
    if (!label.empty() && !link.empty()) {
        std::string words;
        append_escaped(words, label);
        part.html += "<p>" + anchor_html(link, words) + "</p>\n";
    }
    part.is_unknown = part.html.empty() && inner.empty() && !has_word(name, frames);
    return part;
}

}  // namespace broadsheet::press
