// The menus: the utility menu, the section menus with countries and cities, and the phone menu with
// all of them.
#include <algorithm>

#include "addresses/overviews.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

// A panel shows only the larger categories. The category tree shows all of them.
constexpr std::size_t branches_shown = 12;
constexpr std::size_t leaves_shown = 6;
constexpr std::size_t sections_shown = 8;

// Deeper levels follow their parent in the same list.
void add_entries(Node& list, Style item_style, const std::vector<model::Link>& entries) {
    for (const model::Link& entry : entries) {
        if (!entry.target.empty()) {
            list.children.push_back(item_of(link(item_style, entry.target, entry.title)));
        }
        add_entries(list, item_style, entry.children);
    }
}

Node list_of(Style style, Style item_style, const std::vector<model::Link>& entries) {
    Node list = element(Role::list, style);
    add_entries(list, item_style, entries);
    return list;
}

struct Section {
    std::string name;
    model::Path path;                               // empty: only the name of its entries
    const model::CategoryNode* category = nullptr;  // null if the section is not a category
    // The author's entries below it, which are shown instead of subcategories.
    std::vector<model::Link> entries;
};

std::vector<Section> sections_of(const model::Site& site) {
    std::vector<Section> sections;
    for (const model::Link& entry : site.main_menu) {
        sections.push_back({entry.title, entry.target, nullptr, entry.children});
    }
    if (sections.empty()) {
        for (const model::CategoryNode& category : site.categories) {
            sections.push_back({category.name, category.path, nullptr, {}});
            if (sections.size() == sections_shown) break;
        }
    }
    for (Section& section : sections) {
        for (const model::CategoryNode& category : site.categories) {
            if (category.path == section.path) section.category = &category;
        }
    }
    return sections;
}

// A group of a panel begins with its title, which need not be a link.
Node mega_group(const std::string& name, const model::Path& path) {
    Node group = element(Role::list_item, Style::mega_group);
    group.children.push_back(path.empty() ? element(Role::group, Style::mega_title, name)
                                          : link(Style::mega_title, path, name));
    return group;
}

Node mega_panel(Node grid, const Context& context, const Section& section) {
    if (!section.path.empty()) {
        Node all = element(Role::list_item, Style::mega_group);
        all.children.push_back(
            link(Style::mega_all, section.path,
                 phrase(context.publication.site, Phrase::all_of, {section.name}) + " ›"));
        grid.children.push_back(std::move(all));
    }
    Node panel = element(Role::group, Style::mega_panel);
    panel.children.push_back(std::move(grid));
    return panel;
}

Node grid_of_category(const model::CategoryNode& category) {
    Node grid = element(Role::list, Style::mega_grid);
    for (std::size_t i = 0; i < category.children.size() && i < branches_shown; ++i) {
        const model::CategoryNode& branch = category.children[i];
        Node group = mega_group(branch.name, branch.path);
        for (std::size_t j = 0; j < branch.children.size() && j < leaves_shown; ++j) {
            const model::CategoryNode& leaf = branch.children[j];
            group.children.push_back(link(Style::mega_link, leaf.path, leaf.name));
        }
        grid.children.push_back(std::move(group));
    }
    return grid;
}

Node grid_of_entries(const std::vector<model::Link>& entries) {
    Node grid = element(Role::list, Style::mega_grid);
    for (const model::Link& entry : entries) {
        Node group = mega_group(entry.title, entry.target);
        for (const model::Link& child : entry.children) {
            if (child.target.empty()) continue;
            group.children.push_back(link(Style::mega_link, child.target, child.title));
        }
        grid.children.push_back(std::move(group));
    }
    return grid;
}

// Prerendered HTML links to the section instead of including its categories, to keep pages small.
// The phone menu does the same.
Node branch_menu(const Context& context, const Section& section) {
    if (!section.entries.empty()) {
        const bool has_own_link = !section.path.empty();
        Node summary = has_own_link
                           ? element(Role::summary, Style::menu_caret, "▾")
                           : element(Role::summary, Style::main_menu_item, section.name + " ▾");
        summary.label = section.name;
        return menu(context, Style::main_menu_branch, "menu-main-" + section.name,
                    std::move(summary),
                    mega_panel(grid_of_entries(section.entries), context, section));
    }
    if (!context.state.interactive) {
        Node way = link(Style::menu_caret, section.path, "▾");
        way.label = phrase(context.publication.site, Phrase::all_of, {section.name});
        return way;
    }
    Node summary = element(Role::summary, Style::menu_caret, "▾");
    summary.label = phrase(context.publication.site, Phrase::places_in, {section.name});
    return menu(context, Style::main_menu_branch, "menu-" + section.path, std::move(summary),
                mega_panel(grid_of_category(*section.category), context, section));
}

void add_phone_branch(Node& list, const std::vector<model::CategoryNode>& children) {
    for (std::size_t i = 0; i < children.size() && i < branches_shown; ++i) {
        list.children.push_back(
            item_of(link(Style::phone_panel_nested, children[i].path, children[i].name)));
    }
}

}  // namespace

Node menu(const Context& context, Style style, std::string key, Node summary, Node panel) {
    Node details = disclosure(context, style, std::move(key), false, std::move(summary));
    details.pops_up = true;
    details.children.push_back(std::move(panel));
    return details;
}

Node disclosure(const Context& context, Style style, std::string key, bool usually_open,
                Node summary) {
    Node details = element(Role::details, style);
    const auto chosen = context.state.disclosures.find(key);
    details.open = chosen == context.state.disclosures.end() ? usually_open : chosen->second;
    details.key = std::move(key);
    details.children.push_back(std::move(summary));
    return details;
}

Node utility_menu(const Context& context) {
    Node list = element(Role::list, Style::utility_menu);
    for (const model::Link& entry : context.publication.site.utility_menu) {
        if (entry.children.empty()) {
            list.children.push_back(item_of(link(Style::utility_item, entry.target, entry.title)));
            continue;
        }
        std::vector<model::Link> entries = entry.children;
        if (!entry.target.empty()) entries.insert(entries.begin(), {entry.title, entry.target, {}});
        Node summary = element(Role::summary, Style::utility_summary, entry.title + " ▾");
        summary.label = entry.title;
        Node panel = element(Role::group, Style::menu_panel);
        panel.children.push_back(list_of(Style::none, Style::menu_link, entries));
        list.children.push_back(item_of(menu(context, Style::utility_group, "menu-" + entry.title,
                                             std::move(summary), std::move(panel))));
    }
    return list;
}

Node section_menu(const Context& context) {
    Node list = element(Role::list, Style::main_menu);
    for (const Section& section : sections_of(context.publication.site)) {
        const bool current = section.path != "/" && !section.path.empty() &&
                             !context.current_category.empty() &&
                             context.current_category.starts_with(section.path);
        Node anchor = link(current ? Style::main_menu_current : Style::main_menu_item, section.path,
                           section.name);
        anchor.current = context.current_category == section.path && current;
        Node item = element(Role::list_item, Style::main_menu_entry);
        if (!section.path.empty()) item.children.push_back(std::move(anchor));
        const bool has_places = section.category && !section.category->children.empty();
        if (has_places || !section.entries.empty()) {
            item.children.push_back(branch_menu(context, section));
        }
        list.children.push_back(std::move(item));
    }
    if (list.children.empty()) return element(Role::group, Style::main_menu_rule);
    std::vector<Node> children;
    children.push_back(std::move(list));
    return navigation(Style::main_menu_band,
                      std::string(phrase(context.publication.site, Phrase::sections)),
                      std::move(children));
}

Node phone_menu(const Context& context) {
    const model::Site& site = context.publication.site;
    Node list = element(Role::list, Style::none);
    for (const Section& section : sections_of(site)) {
        list.children.push_back(item_of(
            section.path.empty() ? element(Role::group, Style::phone_panel_link, section.name)
                                 : link(Style::phone_panel_link, section.path, section.name)));
        const bool here =
            context.state.interactive && context.current_category.starts_with(section.path);
        add_entries(list, Style::phone_panel_nested, section.entries);
        if (section.entries.empty() && section.category && here)
            add_phone_branch(list, section.category->children);
    }
    Node panel = element(Role::group, Style::phone_panel);
    panel.children.push_back(std::move(list));
    panel.children.push_back(list_of(Style::none, Style::phone_panel_nested, site.utility_menu));
    Node summary = element(Role::summary, Style::phone_menu_button, "☰");
    summary.label = phrase(site, Phrase::menu);
    Node details =
        menu(context, Style::phone_menu, "menu-phone", std::move(summary), std::move(panel));
    std::vector<Node> children;
    children.push_back(std::move(details));
    return navigation(Style::none, std::string(phrase(site, Phrase::menu)), std::move(children));
}

// After the author's entries, the pages that lead to every part of the site.
Node footer_menu(const Context& context) {
    const model::Site& site = context.publication.site;
    std::vector<model::Link> entries = site.footer_menu;
    entries.insert(entries.end(), site.utility_menu.begin(), site.utility_menu.end());
    const auto add = [&](std::string_view path, Phrase title) {
        const bool known = std::any_of(entries.begin(), entries.end(),
                                       [&](const auto& entry) { return entry.target == path; });
        if (!known) entries.push_back({std::string(phrase(site, title)), std::string(path), {}});
    };
    if (!site.archive.empty()) add(addresses::archive_path, Phrase::archives);
    if (!site.categories.empty()) add(addresses::categories_path, Phrase::categories);
    if (!site.top_tags.empty()) add(addresses::tags_path, Phrase::tags);
    add("/search/", Phrase::search);
    return list_of(Style::footer_menu, Style::tag_link, entries);
}

}  // namespace broadsheet::views
