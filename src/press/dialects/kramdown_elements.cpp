#include "press/dialects/kramdown_elements.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "press/dialects/markdown_lines.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

// A start tag with the attribute, at the start of a line.
struct StartTag {
    std::string name;
    std::string text;        // without the attribute
    std::size_t length = 0;  // in the line
};

// The offset of `markdown="1"` and the like in a tag, with the white space before it, and its
// length.
std::optional<std::pair<std::size_t, std::size_t>> find_attribute(std::string_view tag) {
    constexpr std::string_view name = " markdown=";
    constexpr std::array<std::string_view, 7> values = {"\"1\"",   "'1'",      "1",     "\"block\"",
                                                        "'block'", "\"span\"", "'span'"};
    const auto found = tag.find(name);
    if (found == std::string_view::npos) return std::nullopt;
    const std::string_view value = tag.substr(found + name.size());
    for (const std::string_view one : values) {
        if (value.starts_with(one)) return std::pair(found, name.size() + one.size());
    }
    return std::nullopt;
}

std::string element_name(std::string_view text) {
    std::string name;
    for (const char c : text) {
        if (!strings::is_letter(c) && !strings::is_digit(c)) break;
        name += strings::lower_ascii(c);
    }
    return name;
}

std::optional<StartTag> start_tag_at(std::string_view line) {
    if (!line.starts_with('<')) return std::nullopt;
    const auto close = line.find('>');
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view tag = line.substr(0, close + 1);
    const auto attribute = find_attribute(tag);
    StartTag result;
    result.name = element_name(tag.substr(1));
    if (!attribute || result.name.empty()) return std::nullopt;
    result.text = tag;
    result.text.erase(attribute->first, attribute->second);
    result.length = tag.size();
    return result;
}

class Separator {
  public:
    std::string run(std::string_view text) {
        rewrite_lines(text, out_, [&](std::string_view line) {
            if (!fences_.is_code(line)) return put(line);
            out_ += line;
        });
        return std::move(out_);
    }

  private:
    struct Element {
        std::string name;
        int depth = 1;  // of elements with this name
    };

    void put(std::string_view line) {
        constexpr std::size_t code_indent = 4;
        const auto indent = std::min(line.find_first_not_of(' '), line.size());
        const auto tag = indent < code_indent ? start_tag_at(line.substr(indent)) : std::nullopt;
        if (!tag || tag->name == "span") return put_content(line);
        elements_.push_back({tag->name});
        put_apart(tag->name == "p" ? std::string_view() : tag->text);
        put(line.substr(indent + tag->length));
    }

    // Copies a line up to the end of the innermost element, if it is in the line.
    void put_content(std::string_view line) {
        if (elements_.empty()) {
            out_ += line;
            return;
        }
        const std::string name = elements_.back().name;
        for (auto at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
            const bool ends = line.substr(at).starts_with("</");
            if (element_name(line.substr(at + (ends ? 2 : 1))) != name) continue;
            elements_.back().depth += ends ? -1 : 1;
            if (elements_.back().depth > 0) continue;
            const auto close = std::min(line.find('>', at), line.size() - 1) + 1;
            elements_.pop_back();
            out_ += line.substr(0, at);
            put_apart(name == "p" ? std::string_view() : line.substr(at, close - at));
            return put_content(line.substr(close));
        }
        out_ += line;
    }

    void put_apart(std::string_view tag) {
        out_ += "\n\n";
        out_ += tag;
        out_ += "\n\n";
    }

    FenceTracker fences_;
    std::vector<Element> elements_;  // those with the attribute that are open
    std::string out_;
};

}  // namespace

std::string separate_markdown_elements(std::string_view text) {
    return text.find(" markdown=") == std::string_view::npos ? std::string(text)
                                                             : Separator().run(text);
}

}  // namespace broadsheet::press
