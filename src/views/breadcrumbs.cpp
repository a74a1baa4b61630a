#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Node breadcrumbs_view(const Context& context, const std::vector<model::TermReference>& trail) {
    Node list = element(Role::list, Style::breadcrumbs);
    list.ordered = true;
    const auto add = [&](std::string_view target, std::string_view name) {
        Node item = element(Role::list_item, Style::breadcrumb);
        if (!list.children.empty()) {
            item.children.push_back(element(Role::span, Style::breadcrumb_separator, "›"));
        }
        item.children.push_back(link(Style::section_more, target, name));
        list.children.push_back(std::move(item));
    };
    add("/", phrase(context.publication.site, Phrase::home));
    for (const model::TermReference& term : trail) add(term.path, term.name);
    std::vector<Node> children;
    children.push_back(std::move(list));
    return navigation(Style::none,
                      std::string(phrase(context.publication.site, Phrase::breadcrumbs)),
                      std::move(children));
}

}  // namespace broadsheet::views
