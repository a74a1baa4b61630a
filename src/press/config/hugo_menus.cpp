#include "press/config/hugo_menus.h"

#include <algorithm>
#include <initializer_list>
#include <tuple>
#include <utility>

#include "model/document.h"

namespace broadsheet::press {

namespace {

std::string first_of(const Value& entry, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const Value* value = entry.find(name);
        if (value != nullptr && value->is_scalar() && !value->text.empty()) return value->text;
    }
    return {};
}

// A number that no site means is as good as none.
int weight_in(const Value& entry, int usual) {
    constexpr double heaviest = 1'000'000;
    const Value* weight = entry.find("weight");
    const bool is_given = weight != nullptr && weight->kind == ValueKind::number &&
                          weight->number > -heaviest && weight->number < heaviest;
    return is_given ? static_cast<int>(weight->number) : usual;
}

MenuEntry entry_of(const Value& value, const std::string& menu) {
    MenuEntry entry;
    entry.menu = menu;
    entry.name = first_of(value, {"name", "title", "identifier"});
    entry.identifier = first_of(value, {"identifier"});
    entry.parent = first_of(value, {"parent"});
    entry.target = first_of(value, {"url", "pageRef"});
    return entry;
}

const std::string& key_of(const MenuEntry& entry) {
    return entry.identifier.empty() ? entry.name : entry.identifier;
}

// The entries below one, which are at most as deep as there are entries.
std::vector<model::Link> links_below(const std::vector<MenuEntry>& entries,
                                     const std::string& parent, std::size_t deepest) {
    std::vector<model::Link> links;
    for (const MenuEntry& entry : entries) {
        if (entry.parent != parent) continue;
        model::Link& link = links.emplace_back();
        link.title = entry.name;
        link.target = entry.target;
        if (deepest > 0) link.children = links_below(entries, key_of(entry), deepest - 1);
    }
    return links;
}

}  // namespace

std::vector<MenuEntry> hugo_menu_entries(const Value& table) {
    const Value* menus = table.find("menus");
    if (menus == nullptr) menus = table.find("menu");
    std::vector<MenuEntry> entries;
    if (menus == nullptr) return entries;
    for (const Value& menu : menus->members) {
        for (const Value& value : menu.items) {
            MenuEntry entry = entry_of(value, menu.name);
            entry.weight = weight_in(value, 0);
            if (entry.name.empty() || !model::is_safe_target(entry.target)) continue;
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

std::vector<MenuEntry> page_menu_entries(const Value& menus, const std::string& name, int weight) {
    std::vector<MenuEntry> entries;
    const auto add = [&](const std::string& menu) -> MenuEntry& {
        MenuEntry& entry = entries.emplace_back();
        entry.menu = menu;
        entry.name = name;
        entry.weight = weight;
        return entry;
    };
    if (menus.kind == ValueKind::text) add(menus.text);
    for (const Value& menu : menus.items) {
        if (menu.kind == ValueKind::text) add(menu.text);
    }
    for (const Value& menu : menus.members) {
        MenuEntry& entry = add(menu.name);
        MenuEntry written = entry_of(menu, menu.name);
        // Unlike in the configuration, an identifier is no name.
        if (std::string own = first_of(menu, {"name"}); !own.empty()) entry.name = std::move(own);
        entry.identifier = std::move(written.identifier);
        entry.parent = std::move(written.parent);
        entry.weight = weight_in(menu, weight);
    }
    return entries;
}

void add_page_entry(MenuEntry entry, std::vector<MenuEntry>& entries) {
    const bool is_known = std::any_of(entries.begin(), entries.end(), [&](const MenuEntry& other) {
        return other.menu == entry.menu && key_of(other) == key_of(entry);
    });
    if (!is_known) entries.push_back(std::move(entry));
}

std::vector<model::Link> menu_tree(const std::vector<MenuEntry>& entries, std::string_view menu) {
    std::vector<MenuEntry> own;
    for (const MenuEntry& entry : entries) {
        if (entry.menu == menu) own.push_back(entry);
    }
    // A parent that has no entry gets one that leads nowhere.
    for (std::size_t i = 0, count = own.size(); i < count; ++i) {
        const std::string parent = own[i].parent;
        if (parent.empty()) continue;
        MenuEntry above;
        above.menu = menu;
        above.name = parent;
        add_page_entry(std::move(above), own);
    }
    std::stable_sort(own.begin(), own.end(), [](const MenuEntry& one, const MenuEntry& other) {
        const auto order = [](const MenuEntry& entry) {
            return std::tuple(entry.weight == 0, entry.weight, std::string_view(entry.name));
        };
        return order(one) < order(other);
    });
    constexpr std::size_t deepest = 4;
    return links_below(own, {}, deepest);
}

}  // namespace broadsheet::press
