#include "views/build.h"

#include <algorithm>

#include "ui/phrases.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Node text(std::string_view content) {
    Node node;
    node.role = Role::text;
    node.text = content;
    return node;
}

Node element(Role role, Style style, std::vector<Node> children) {
    Node node;
    node.role = role;
    node.style = style;
    node.children = std::move(children);
    return node;
}

Node element(Role role, Style style, std::string_view content) {
    Node node = element(role, style, std::vector<Node>{});
    if (!content.empty()) node.children.push_back(text(content));
    return node;
}

Node heading(int level, Style style, std::vector<Node> children) {
    Node node = element(Role::heading, style, std::move(children));
    node.level = static_cast<std::uint8_t>(level);
    return node;
}

Node link(Style style, std::string_view target, std::vector<Node> children) {
    Node node = element(Role::link, style, std::move(children));
    node.target = target;
    return node;
}

Node link(Style style, std::string_view target, std::string_view content) {
    std::vector<Node> children;
    children.push_back(text(content));
    return link(style, target, std::move(children));
}

Node button(Style style, std::string_view content, page::Action action) {
    Node result = element(Role::button, style, content);
    result.action = action;
    return result;
}

Node item_of(Node content) {
    Node item = element(Role::list_item, Style::none);
    item.children.push_back(std::move(content));
    return item;
}

Node picture(Style style, const model::Picture& source) {
    Node node = element(Role::image, style);
    node.target = source.target;
    node.text = source.alternative_text;
    node.width = source.width;
    node.height = source.height;
    node.info = source.placeholder;
    node.focus_x = static_cast<std::uint8_t>(std::clamp(source.focus.x, 0, 100) / 10);
    node.focus_y = static_cast<std::uint8_t>(std::clamp(source.focus.y, 0, 100) / 10);
    return node;
}

Node enlargeable(const model::Site& site, Node image) {
    Node around = link(Style::enlarge, image.target, std::vector<Node>{});
    if (image.text.empty()) around.label = phrase(site, Phrase::enlarge_picture);
    around.children.push_back(std::move(image));
    return around;
}

Node navigation(Style style, std::string label, std::vector<Node> children) {
    Node node = element(Role::navigation, style, std::move(children));
    node.label = std::move(label);
    return node;
}

std::string shortened(std::string_view content, std::size_t limit) {
    if (content.size() <= limit) return std::string(content);
    std::size_t sentence = 0;
    std::size_t word = 0;
    for (std::size_t i = 0; i + 1 < limit; ++i) {
        if (content[i + 1] != ' ') continue;
        word = i + 1;
        const char last = content[i];
        if (last == '.' || last == '!' || last == '?') sentence = i + 1;
    }
    // A much too short sentence is less informative than a truncated one.
    if (sentence > limit / 3) return std::string(content.substr(0, sentence));
    // Text without spaces is cut between two characters.
    if (word == 0) {
        word = limit;
        while (word > 0 && (static_cast<unsigned char>(content[word]) & 0xc0U) == 0x80) --word;
    }
    return model::broken_off(std::string(content.substr(0, word)));
}

void append(std::vector<Node>& nodes, Node node) {
    if (node.role == Role::group && node.children.empty() && node.text.empty()) return;
    nodes.push_back(std::move(node));
}

void append_names(std::vector<Node>& nodes, const std::vector<model::TermReference>& terms,
                  Style style) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i > 0) nodes.push_back(text(", "));
        nodes.push_back(link(style, terms[i].path, terms[i].name));
    }
}

}  // namespace broadsheet::views
