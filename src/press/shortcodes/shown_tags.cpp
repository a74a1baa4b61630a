#include "press/shortcodes/shown_tags.h"

#include <algorithm>
#include <array>

#include "press/shortcodes/template_expander.h"

namespace broadsheet::press {

namespace {

struct TagSyntax {
    std::string_view begin;
    std::string_view end;
};

constexpr std::array<TagSyntax, 2> hugo_tags = {{{"{{<", ">}}"}, {"{{%", "%}}"}}};
constexpr std::array<TagSyntax, 2> zola_tags = {{{"{{", "}}"}, {"{%", "%}"}}};
constexpr std::string_view shown_begin = "/*";
constexpr std::string_view shown_end = "*/";

}  // namespace

std::optional<ShownTag> shown_tag_at(std::string_view text, std::size_t position,
                                     Generator generator) {
    const std::string_view rest = text.substr(position, longest_tag);
    for (const TagSyntax& tag : generator == Generator::zola ? zola_tags : hugo_tags) {
        const std::size_t begin = tag.begin.size() + shown_begin.size();
        if (!rest.starts_with(tag.begin) ||
            !rest.substr(tag.begin.size()).starts_with(shown_begin)) {
            continue;
        }
        const auto end = rest.find(std::string(shown_end) + std::string(tag.end), begin);
        if (end == std::string_view::npos) continue;
        return ShownTag{std::string(tag.begin) + std::string(rest.substr(begin, end - begin)) +
                            std::string(tag.end),
                        position + end + shown_end.size() + tag.end.size()};
    }
    return std::nullopt;
}

std::string with_shown_tags(std::string_view text, Generator generator) {
    std::string out;
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t next = std::min(text.find('{', position), text.size());
        out += text.substr(position, next - position);
        if (next == text.size()) break;
        const auto tag = shown_tag_at(text, next, generator);
        out += tag ? std::string_view(tag->text) : text.substr(next, 1);
        position = tag ? tag->end : next + 1;
    }
    return out;
}

}  // namespace broadsheet::press
