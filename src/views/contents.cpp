// The table of contents: next to the text on wide screens, above it on narrow ones.
#include <algorithm>

#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

Node entry_of(const model::Section& section) {
    Node item = element(Role::list_item, Style::none);
    item.children.push_back(link(Style::contents_item, "#" + section.identifier, section.title));
    return item;
}

// Makes a list. Headings below the highest level are nested under the preceding heading.
Node nested_list(const std::vector<model::Section>& sections) {
    int top = 4;
    for (const model::Section& section : sections) top = std::min(top, section.level);
    Node list = element(Role::list, Style::contents_list);
    for (const model::Section& section : sections) {
        Node item = entry_of(section);
        if (section.level == top || list.children.empty()) {
            list.children.push_back(std::move(item));
            continue;
        }
        std::vector<Node>& parent = list.children.back().children;
        if (parent.back().style != Style::contents_nested) {
            parent.push_back(element(Role::list, Style::contents_nested));
        }
        parent.back().children.push_back(std::move(item));
    }
    return list;
}

}  // namespace

Node contents_view(const Context& context, const model::Entry& entry, ContentsPlace place) {
    const bool beside = place == ContentsPlace::beside_text;
    const std::vector<model::Section> sections = model::sections(entry.body);
    if (!entry.show_contents || sections.size() < 2) {
        return element(Role::group, beside ? Style::contents : Style::none);
    }
    const std::string title(phrase(context.publication.site, Phrase::contents));
    Node summary = element(
        Role::summary, beside ? Style::contents_title : Style::contents_inline_title, title + " ▾");
    summary.label = title;
    Node details =
        disclosure(context, Style::none, beside ? "contents" : "contents-inline",
                   beside && !context.state.settings.contents_closed, std::move(summary));
    details.children.push_back(nested_list(sections));
    std::vector<Node> children;
    children.push_back(std::move(details));
    return navigation(beside ? Style::contents : Style::contents_inline, title,
                      std::move(children));
}

}  // namespace broadsheet::views
