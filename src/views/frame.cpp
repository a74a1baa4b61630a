// What stands above and below every page.
#include "model/slug.h"
#include "views/build.h"
#include "views/parts.h"
#include "views/phrases.h"

namespace broadsheet::views {

namespace {

using page::Node;
using page::Role;
using page::Style;

void append_flattened(std::vector<model::Link>& flat, const std::vector<model::Link>& menu) {
    for (const model::Link& entry : menu) {
        if (!entry.target.empty()) flat.push_back({entry.title, entry.target, {}});
        append_flattened(flat, entry.children);
    }
}

Node menu_list(Style list_style, Style item_style, const std::vector<model::Link>& menu) {
    std::vector<model::Link> flat;
    append_flattened(flat, menu);
    Node list = element(Role::list, list_style);
    for (const model::Link& entry : flat) {
        Node item = element(Role::list_item, Style::none);
        item.children.push_back(link(item_style, entry.target, entry.title));
        list.children.push_back(std::move(item));
    }
    return list;
}

Node top_bar(const Context& context) {
    const model::Site& site = context.publication.site;
    Node inner = element(Role::group, Style::top_bar_inner);
    Node date = element(Role::time, Style::date_line);
    if (context.state.today) {
        date.datetime = model::format_day(*context.state.today);
        date.children.push_back(text(dateline(*context.state.today)));
    }
    inner.children.push_back(std::move(date));
    if (!site.utility_menu.empty()) {
        std::vector<Node> items;
        items.push_back(menu_list(Style::utility_menu, Style::utility_item, site.utility_menu));
        inner.children.push_back(navigation(Style::none, "About this site", std::move(items)));
    }
    Node bar = element(Role::group, Style::top_bar);
    bar.children.push_back(std::move(inner));
    return bar;
}

Node masthead(const Context& context) {
    const model::Site& site = context.publication.site;
    const bool front = context.route == Route{RouteKind::list, "/", 1};
    Node name = front ? heading(1, Style::masthead_title, {})
                      : element(Role::paragraph, Style::masthead_title);
    name.children.push_back(link(Style::none, "/", site.title));
    Node head = element(Role::group, Style::masthead);
    head.children.push_back(std::move(name));
    if (!site.tagline.empty()) {
        head.children.push_back(element(Role::paragraph, Style::tagline, site.tagline));
    }
    return head;
}

std::vector<model::Link> main_menu_of(const model::Site& site) {
    if (!site.main_menu.empty()) return site.main_menu;
    std::vector<model::Link> menu;
    for (const model::CategoryNode& category : site.categories) {
        menu.push_back({category.name, category.path, {}});
        if (menu.size() == 8) break;
    }
    return menu;
}

Node main_menu(const Context& context) {
    Node list = element(Role::list, Style::main_menu);
    for (const model::Link& entry : main_menu_of(context.publication.site)) {
        const bool current = entry.target != "/" && !context.current_category.empty() &&
                             context.current_category.starts_with(entry.target);
        Node anchor = link(current ? Style::main_menu_current : Style::main_menu_item, entry.target,
                           entry.title);
        anchor.current = context.current_category == entry.target && current;
        Node item = element(Role::list_item, Style::none);
        item.children.push_back(std::move(anchor));
        list.children.push_back(std::move(item));
    }
    if (list.children.empty()) return element(Role::group, Style::main_menu_rule);
    std::vector<Node> children;
    children.push_back(std::move(list));
    return navigation(Style::main_menu_band, "Sections", std::move(children));
}

}  // namespace

Node skip_link() { return link(Style::skip_link, "#content", "Skip to content"); }

Node banner_view(const Context& context) {
    Node banner = element(Role::banner, Style::none);
    banner.children.push_back(top_bar(context));
    banner.children.push_back(masthead(context));
    banner.children.push_back(main_menu(context));
    return banner;
}

Node footer_view(const Context& context) {
    const model::Site& site = context.publication.site;
    Node inner = element(Role::group, Style::footer_inner);
    inner.children.push_back(element(Role::paragraph, Style::footer_title, site.title));
    std::vector<model::Link> entries = site.footer_menu;
    entries.insert(entries.end(), site.utility_menu.begin(), site.utility_menu.end());
    if (!entries.empty()) {
        std::vector<Node> menu;
        menu.push_back(menu_list(Style::footer_menu, Style::tag_link, entries));
        inner.children.push_back(navigation(Style::none, "Footer", std::move(menu)));
    }
    if (!site.copyright.empty()) {
        inner.children.push_back(element(Role::paragraph, Style::footer_text, site.copyright));
    }
    Node footer = element(Role::contentinfo, Style::footer);
    footer.children.push_back(std::move(inner));
    return footer;
}

}  // namespace broadsheet::views
