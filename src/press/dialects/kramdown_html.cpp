#include "press/dialects/kramdown_html.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t code_indentation = 4;

std::string name_of_tag(std::string_view text) {
    std::string name;
    for (const char c : text) {
        constexpr std::size_t longest = 12;
        if (name.size() > longest || (!strings::is_letter(c) && !strings::is_digit(c))) break;
        name += strings::lower_ascii(c);
    }
    return name;
}

bool is_block_element(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"address", "article",  "aside",   "blockquote", "center", "details", "div",
         "dl",      "fieldset", "figure",  "footer",     "form",   "h1",      "h2",
         "h3",      "h4",       "h5",      "h6",         "header", "main",    "nav",
         "ol",      "p",        "section", "table",      "ul"});
    return strings::is_one_of(names, name);
}

// Elements whose content is no text to read.
bool is_media_element(std::string_view name) {
    return name == "audio" || name == "object" || name == "picture" || name == "svg" ||
           name == "video";
}

bool is_text_element(std::string_view name) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"a",   "abbr", "b",    "big", "br",    "cite", "del",    "dfn", "em",  "font", "i",  "img",
         "ins", "kbd",  "mark", "q",   "small", "span", "strong", "sub", "sup", "time", "tt", "u"});
    return strings::is_one_of(names, name);
}

// True for a line of one start tag.
bool is_lone_tag(std::string_view line) {
    line = strings::trimmed(line);
    return line.starts_with('<') && line.find('>') == line.size() - 1;
}

// Where each element of a block ends, by where its start tag begins.
class ElementEnds {
  public:
    explicit ElementEnds(std::string_view text) {
        FenceTracker fences;
        for (std::size_t start = 0; start < text.size();) {
            const std::string_view line = line_at(text, start);
            if (!fences.is_code(line)) read_line(text, start, start + line.size());
            start += line.size() + 1;
        }
    }

    // npos if the element has no end.
    std::size_t end_of(std::size_t begin) const {
        const auto found = ends_.find(begin);
        return found == ends_.end() ? std::string_view::npos : found->second;
    }

  private:
    void read_line(std::string_view text, std::size_t at, std::size_t line_end) {
        while (at < line_end) {
            if (text[at] == '`') {
                at = end_of_code_span(text, at);
                continue;
            }
            if (text[at] == '<') read_tag(text, at);
            ++at;
        }
    }

    void read_tag(std::string_view text, std::size_t at) {
        const bool closes = text.substr(at).starts_with("</");
        const std::string name = name_of_tag(text.substr(at + (closes ? 2 : 1)));
        if (!is_block_element(name) && !is_media_element(name)) return;
        std::vector<std::size_t>& open = open_[name];
        if (!closes) {
            open.push_back(at);
        } else if (!open.empty()) {
            ends_[open.back()] = std::min(text.find('>', at), text.size() - 1) + 1;
            open.pop_back();
        }
    }

    std::map<std::string, std::vector<std::size_t>> open_;
    std::map<std::size_t, std::size_t> ends_;
};

// The offset of the next line that is not blank, from the start of a line.
std::size_t after_blank_lines(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(line_at(text, at))) at += line_at(text, at).size() + 1;
    return std::min(at, text.size());
}

// Writes an element with a comment in each blank line before HTML or indented text.
void put_joined(std::string_view element, std::string_view indent, std::string& out) {
    const bool is_media = is_media_element(name_of_tag(element.substr(indent.size() + 1)));
    for (std::size_t start = 0; start < element.size();) {
        const std::string_view line = line_at(element, start);
        const std::size_t next = std::min(start + line.size() + 1, element.size());
        if (!is_blank(line)) {
            out += element.substr(start, next - start);
            start = next;
            continue;
        }
        const std::size_t shown = after_blank_lines(element, start);
        const std::string_view after = line_at(element, shown);
        const auto first = std::min(after.find_first_not_of(" \t"), after.size());
        const bool is_html = first < after.size() && after[first] == '<';
        const bool is_indented =
            first >= code_indentation || after.substr(0, first).find('\t') != std::string::npos;
        const std::string_view blank = element.substr(start, shown - start);
        if (is_html || is_indented || is_media) {
            for (auto i = std::count(blank.begin(), blank.end(), '\n'); i > 0; --i) {
                out.append(indent).append("<!---->\n");
            }
        } else {
            out += blank;
        }
        start = shown;
    }
}

}  // namespace

std::string join_html_elements(std::string_view text) {
    if (text.find('<') == std::string_view::npos) return std::string(text);
    constexpr std::string_view attribute = " markdown=";
    const ElementEnds ends(text);
    std::size_t next_attribute = text.find(attribute);
    std::string out;
    FenceTracker fences;
    for (std::size_t start = 0; start < text.size();) {
        const std::string_view line = line_at(text, start);
        const std::size_t next = std::min(start + line.size() + 1, text.size());
        const auto indent = std::min(line.find_first_not_of(' '), line.size());
        const bool may_begin = !fences.is_code(line) && line.substr(indent).starts_with('<') &&
                               !is_indented_code(text, start);
        const std::string_view after_line = strings::trimmed(line_at(text, next));
        const bool is_before_text = !after_line.empty() && after_line[0] != '<';
        if (may_begin && is_before_text && is_lone_tag(line)) {
            const std::string name = name_of_tag(line.substr(indent + 1));
            if (is_text_element(name) || name == "hr") {
                out += line;
                // In CommonMark, such a tag alone begins a block of HTML; not so with a comment.
                out += name == "hr" ? "\n" : "<!---->";
                if (next > start + line.size()) out += '\n';
                start = next;
                continue;
            }
        }
        const auto end = may_begin ? ends.end_of(start + indent) : std::string_view::npos;
        if (next_attribute < start) next_attribute = text.find(attribute, start);
        if (end == std::string_view::npos || next_attribute < end) {
            out += text.substr(start, next - start);
            start = next;
            continue;
        }
        put_joined(text.substr(start, end - start), line.substr(0, indent), out);
        start = end;
        const std::string_view rest = line_at(text, start);
        if (!is_blank(rest)) continue;
        // What follows is not part of the element.
        start = std::min(start + rest.size() + 1, text.size());
        const std::string_view after = strings::trimmed(line_at(text, start));
        out += '\n';
        if (!after.empty() && after[0] != '<' && after[0] != '{' && indent == 0) out += '\n';
    }
    if (!text.ends_with('\n') && out.ends_with('\n')) out.pop_back();
    return out;
}

}  // namespace broadsheet::press
