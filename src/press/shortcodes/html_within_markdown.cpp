// HTML that can stand in Markdown; see shortcode_run.h.
#include <algorithm>

#include "press/shortcodes/shortcode_run.h"

namespace broadsheet::press {

namespace {

bool keeps_lines(std::string_view name) { return name == "pre" || name == "textarea"; }

// The name of the tag at `open`, with '/' in front if it closes.
std::string tag_name(std::string_view html, std::size_t open) {
    std::string name;
    for (std::size_t i = open + 1; i < html.size(); ++i) {
        const char c = html[i];
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || (c == '/' && name.empty());
        if (!is_letter) break;
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return name;
}

std::size_t tag_end(std::string_view html, std::size_t open) {
    char quote = '\0';
    for (std::size_t i = open; i < html.size(); ++i) {
        const char c = html[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::string html_within_markdown(std::string_view html) {
    constexpr std::string_view signs = "*_`[]\\~|!:@$";
    constexpr std::string_view signs_at_start = "#-+=>0123456789";
    std::string out;
    bool at_start = true;  // of a line, but for white space, which is left out
    int within_pre = 0;
    for (std::size_t i = 0; i < html.size();) {
        const char c = html[i];
        if (html.substr(i).starts_with("<!--")) {
            const auto end = html.find("-->", i + 4);
            i = end == std::string_view::npos ? html.size() : end + 3;
            continue;
        }
        const std::string name = c == '<' ? tag_name(html, i) : std::string();
        if (!name.empty() && name != "/") {
            const std::size_t end = tag_end(html, i);
            if (end == std::string_view::npos) break;  // a tag that is not closed gives nothing
            if (keeps_lines(name)) ++within_pre;
            if (name[0] == '/' && keeps_lines(name.substr(1)) && within_pre > 0) --within_pre;
            std::string tag(html.substr(i, end - i));
            std::replace(tag.begin(), tag.end(), '\n', ' ');
            out += tag;
            at_start = false;
            i = end;
            continue;
        }
        ++i;
        if (c == '\n' || c == '\r') {
            if (within_pre > 0) {
                if (c == '\n') out += "&#10;";
            } else if (!at_start) {
                out += '\n';
                at_start = true;
            }
        } else if (at_start && within_pre == 0 && (c == ' ' || c == '\t')) {
            continue;
        } else if (c == '<') {
            out += "&lt;";
            at_start = false;
        } else if (signs.find(c) != std::string_view::npos ||
                   (at_start && signs_at_start.find(c) != std::string_view::npos)) {
            out += "&#" + std::to_string(static_cast<int>(c)) + ";";
            at_start = false;
        } else {
            out += c;
            at_start = false;
        }
    }
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

}  // namespace broadsheet::press
