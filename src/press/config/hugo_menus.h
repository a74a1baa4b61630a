// The menus of a Hugo site: flat lists, to which the configuration and the pages themselves add
// entries, and in which children name their parents.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/members.h"
#include "model/publication.h"
#include "press/values/value.h"

namespace broadsheet::press {

// An entry as Hugo's configuration or a page's front matter writes it.
struct MenuEntry {
    std::string menu;  // "main"
    std::string name;
    std::string identifier;  // by which children name it; empty: its name
    std::string parent;      // the identifier of the entry above; empty: at the top
    std::string target;      // empty in front matter: the page
    int weight = 0;

    bool operator==(const MenuEntry&) const = default;
};

// The entries of all menus of a configuration, except those that no page may link to.
std::vector<MenuEntry> hugo_menu_entries(const Value& table);

// The entries that a page adds with `menus`: a name, a list of names, or a table for each name.
// Entries without a name of their own are called `name`, and those without a weight have the
// page's.
std::vector<MenuEntry> page_menu_entries(const Value& menus, const std::string& name, int weight);

// Adds the entry of a page, unless its menu has another of this name already.
void add_page_entry(MenuEntry entry, std::vector<MenuEntry>& entries);

// A menu as a tree, in Hugo's order: by weight, those without one last, and by name.
std::vector<model::Link> menu_tree(const std::vector<MenuEntry>& entries, std::string_view menu);

// See model/members.h.
template <model::Either<MenuEntry> Type, typename Visit>
void members(Type& menu_entry, Visit&& visit) {
    auto& [menu, name, identifier, parent, target, weight] = menu_entry;
    visit(menu, name, identifier, parent, target, weight);
}

}  // namespace broadsheet::press
