#include "press/import/wordpress/block_words.h"

#include <nlohmann/json.hpp>

#include "press/import/texts/paragraphs.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

// The attributes of a block; no object if there are none, or if they are damaged.
nlohmann::json parsed_attributes(const BlockComment& block) {
    return nlohmann::json::parse(block.attributes, nullptr, false);
}

// The attributes of a block; empty if they are damaged.
nlohmann::json attributes_of(const BlockComment& block) {
    auto json = parsed_attributes(block);
    return json.is_object() ? json : nlohmann::json::object();
}

std::string escaped_words(std::string_view text) {
    std::string out;
    strings::append_html(out, text);
    return out;
}

const nlohmann::json* member_of(const nlohmann::json& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

const std::string* words_of(const nlohmann::json& object, const char* name) {
    const nlohmann::json* value = member_of(object, name);
    return value != nullptr && value->is_string() ? value->get_ptr<const std::string*>() : nullptr;
}

char upper_initial(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string link_of_network(const BlockComment& block) {
    const std::string address = text_attribute(block, "url");
    if (address.find("://") == std::string::npos && !address.starts_with("mailto:")) return {};
    std::string words = text_attribute(block, "label");
    if (words.empty()) {
        words = text_attribute(block, "service");
        if (!words.empty()) words[0] = upper_initial(words[0]);
    }
    if (words.empty()) words = address;
    std::string html = "<li><a href=\"";
    html += escaped_words(address);
    html += "\">";
    html += escaped_words(words);
    html += "</a></li>";
    return html;
}

std::string track_of_playlist(const BlockComment& block) {
    const std::string address = text_attribute(block, "src");
    if (address.empty()) return {};
    std::string words;
    for (const char* part : {"title", "artist", "album"}) {
        const std::string text = text_attribute(block, part);
        if (!words.empty() && !text.empty()) words += ", ";
        words += text;
    }
    std::string html = "<li><p>";
    html += words;  // HTML, as in captions
    html += "</p><audio controls src=\"";
    html += escaped_words(address);
    html += "\"></audio></li>";
    return html;
}

// Replaces the value of an attribute in the first tag that has such a name.
void set_attribute(std::string& html, std::string_view tag, std::string_view name,
                   const std::string& value) {
    const auto begin = html.find(tag);
    const auto end = begin == std::string::npos ? begin : html.find('>', begin);
    if (end == std::string::npos) return;
    std::string mark = " ";
    mark += name;
    mark += "=\"";
    const auto at = html.find(mark, begin);
    if (at < end) {
        const auto from = at + mark.size();
        const auto quote = html.find('"', from);
        if (quote != std::string::npos) html.replace(from, quote - from, escaped_words(value));
        return;
    }
    mark += escaped_words(value);
    mark += '"';
    html.insert(begin + tag.size(), mark);
}

// Replaces what is between the first tag that begins so, and the last end of such an element.
void set_content(std::string& html, std::string_view tag, const std::string& content) {
    const auto begin = html.find(tag);
    const auto from = begin == std::string::npos ? begin : html.find('>', begin);
    if (from == std::string::npos) return;
    const auto name_end = html.find_first_of(" >\n", begin);
    std::string close = "</";
    close += html.substr(begin + 1, name_end - begin - 1);
    close += '>';
    const auto end = html.rfind(close);
    if (end != std::string::npos && end > from) html.replace(from + 1, end - from - 1, content);
}

std::string overridden(std::string html, const nlohmann::json& values) {
    if (const auto* words = words_of(values, "content")) set_content(html, "<", *words);
    if (const auto* words = words_of(values, "text")) set_content(html, "<a", *words);
    if (const auto* address = words_of(values, "url")) {
        const bool is_picture = html.find("<img") != std::string::npos;
        set_attribute(html, is_picture ? "<img" : "<a", is_picture ? "src" : "href", *address);
    }
    if (const auto* words = words_of(values, "alt")) set_attribute(html, "<img", "alt", *words);
    return html;
}

// The values for a block; null if the article leaves it as it is.
const nlohmann::json* values_for(const BlockComment& block, const nlohmann::json& overrides) {
    const auto attributes = attributes_of(block);
    const nlohmann::json* metadata = member_of(attributes, "metadata");
    if (metadata == nullptr) return nullptr;
    for (const char* key : {"name", "id"}) {  // "id" until WordPress 6.5
        const std::string* name = words_of(*metadata, key);
        const nlohmann::json* values = name ? member_of(overrides, name->c_str()) : nullptr;
        if (values == nullptr) continue;
        const nlohmann::json* inner = member_of(*values, "values");
        return inner != nullptr ? inner : values;
    }
    return nullptr;
}

std::string overridden_pattern(std::string_view pattern, const nlohmann::json& overrides) {
    std::string out;
    std::size_t at = 0;
    for (auto block = next_block(pattern, 0); block; block = next_block(pattern, at)) {
        out += pattern.substr(at, block->end - at);
        at = block->end;
        if (block->closes || block->is_single) continue;
        const nlohmann::json* values = values_for(*block, overrides);
        if (values == nullptr) continue;
        const auto close = closing_comment(pattern, *block);
        if (!close) break;
        out += overridden(std::string(pattern.substr(at, close->begin - at)), *values);
        at = close->begin;
    }
    out += pattern.substr(at);
    return out;
}

}  // namespace

bool has_attributes(const BlockComment& block) { return parsed_attributes(block).is_object(); }

std::string text_attribute(const BlockComment& block, const char* name) {
    const auto attributes = attributes_of(block);
    const auto found = attributes.find(name);
    return found != attributes.end() && found->is_string() ? found->get<std::string>()
                                                           : std::string();
}

ItemNumber number_attribute(const BlockComment& block, const char* name) {
    const auto attributes = attributes_of(block);
    const auto found = attributes.find(name);
    return found != attributes.end() && found->is_number_integer() ? found->get<ItemNumber>() : 0;
}

std::string html_of_attributes(const BlockComment& block) {
    if (block.name == "social-link") return link_of_network(block);
    if (block.name == "playlist-track") return track_of_playlist(block);
    return {};
}

std::string html_before(const BlockComment& block) {
    if (block.name != "tab") return {};
    const std::string label = text_attribute(block, "label");
    if (label.empty()) return {};
    std::string html = "<p><strong>";
    html += label;  // HTML, as in headings
    html += "</strong></p>";
    return html;
}

std::string words_of_fields(const BlockComment& block) {
    const auto attributes = attributes_of(block);
    const auto data = attributes.find("data");
    std::string html;
    if (!block.name.starts_with("acf/")) return html;
    if (data == attributes.end() || !data->is_object()) return html;
    for (const auto& [name, value] : data->items()) {
        if (name.starts_with('_') || !value.is_string()) continue;
        const auto& words = value.template get_ref<const std::string&>();
        if (words.find(' ') == std::string::npos || words.find("://") < words.find(' ')) {
            continue;
        }
        html += "<div>" + with_paragraphs(words) + "</div>\n";
    }
    return html;
}

std::string with_overrides(std::string_view pattern, const BlockComment& block) {
    const auto attributes = attributes_of(block);
    std::string text(pattern);
    for (const char* name : {"content", "overrides"}) {  // the second until WordPress 6.5
        const nlohmann::json* overrides = member_of(attributes, name);
        if (overrides != nullptr) text = overridden_pattern(text, *overrides);
    }
    return text;
}

}  // namespace broadsheet::press
