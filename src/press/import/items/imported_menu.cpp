#include "press/import/items/imported_menu.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "addresses/slug.h"
#include "model/document.h"
#include "press/config/taxonomies.h"
#include "press/import/items/imported_site.h"

namespace broadsheet::press {

namespace {

// True for the names of menus at the foot of a page.
bool is_footer(std::string_view name) {
    return name.find("foot") != std::string_view::npos ||
           name.find("bottom") != std::string_view::npos ||
           name.find("legal") != std::string_view::npos;
}

// How likely a menu is the one at the top: by its name, then by its size.
std::pair<int, std::size_t> rank_of(std::string_view name, std::size_t size) {
    static constexpr auto words =
        std::to_array<std::string_view>({"main", "primary", "header", "haupt", "principal"});
    const bool is_named = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return name.find(word) != std::string_view::npos;
    });
    return {is_named ? 1 : 0, size};
}

// False for what only scripts of the old site made something of: "javascript:void(0)", which themes
// ask for above submenus, "#", and "#/portal/" of Ghost; and for schemes that no page may link to.
bool leads_somewhere(std::string_view target) {
    return model::is_safe_target(target) && target != "#" && !target.starts_with("#/");
}

int count_of(const ImportedMenu& menu) {
    int count = 0;
    for (const ImportedMenuEntry& entry : menu) count += 1 + count_of(entry.children);
    return count;
}

}  // namespace

void MenuCollector::add(const ImportRecord& item) {
    Entry entry;
    entry.number = number_of(item.text("post_id"));
    entry.parent = number_of(item.meta("_menu_item_menu_item_parent"));
    entry.order = number_of(item.text("menu_order"));
    entry.title = plain_title(item.text("title"));
    entry.type = item.meta("_menu_item_type");
    entry.taxonomy = item.meta("_menu_item_object");
    entry.object = number_of(item.meta("_menu_item_object_id"));
    entry.target = item.meta("_menu_item_url");
    std::string menu;
    for (const TermUse& use : item.terms) {
        if (use.taxonomy == "nav_menu") menu = use.slug;
    }
    menus_[menu].push_back(std::move(entry));
}

MenuCollector::Entry MenuCollector::resolved(Entry entry, const ImportedSite& site) const {
    std::string name;
    if (entry.type == "post_type") {
        const auto path = site.paths.find(entry.object);
        if (path != site.paths.end()) entry.target = path->second;
        const auto title = titles_.find(entry.object);
        if (title != titles_.end()) name = title->second;
    } else if (entry.type == "taxonomy") {
        const bool is_category = entry.taxonomy == "category";
        const auto own = site.taxonomies.find(entry.taxonomy);
        const auto& terms = is_category                    ? site.categories
                            : own != site.taxonomies.end() ? own->second
                                                           : site.tags;
        const std::string list =
            own != site.taxonomies.end() ? taxonomy_path(entry.taxonomy) : "/tag/";
        for (const auto& [slug, term] : terms) {
            if (term.number != entry.object || entry.object == 0) continue;
            name = term.name;
            entry.target = is_category ? category_path(site, slug)
                                       : list + addresses::term_slug(written_name(term)) + "/";
        }
    } else if (const std::string path = site.path_of(entry.target); !path.empty()) {
        entry.target = path;
    }
    if (entry.title.empty()) entry.title = name;
    if (!leads_somewhere(entry.target)) entry.lost_target = std::exchange(entry.target, {});
    if (entry.type == "post_type_archive" && entry.target.empty()) {
        const auto items = site.items_of_types.find(entry.taxonomy);
        if (items != site.items_of_types.end()) {
            entry.target = folder_of_type(items->second, site.paths);
        }
        entry.is_archive = !entry.target.empty();
        if (!entry.is_archive) entry.lost_target = "the list of all " + entry.taxonomy;
    }
    return entry;
}

TypeArchive MenuCollector::archive_of(const Entry& entry, const ImportedSite& site) const {
    TypeArchive archive{entry.title, {}};
    for (const ItemNumber number : site.items_of_types.at(entry.taxonomy)) {
        const auto title = titles_.find(number);
        if (title == titles_.end()) continue;
        archive.items.emplace_back(title->second, site.paths.at(number));
    }
    return archive;
}

ImportedMenu MenuCollector::entries_below(const std::vector<Entry>& entries, ItemNumber parent,
                                          int depth) const {
    constexpr int deepest = 4;
    ImportedMenu menu;
    if (depth > deepest) return menu;
    for (const Entry& entry : entries) {
        if (entry.parent != parent || entry.title.empty()) continue;
        ImportedMenuEntry made{entry.title, entry.target, {}};
        if (entry.number > 0) made.children = entries_below(entries, entry.number, depth + 1);
        if (!made.target.empty() || !made.children.empty()) menu.push_back(std::move(made));
    }
    return menu;
}

void MenuCollector::finish(ImportedSite& site) const {
    const std::pair<const std::string, std::vector<Entry>>* top = nullptr;
    const std::pair<const std::string, std::vector<Entry>>* foot = nullptr;
    for (const auto& menu : menus_) {
        auto& place = is_footer(menu.first) ? foot : top;
        const bool is_better = place == nullptr || rank_of(menu.first, menu.second.size()) >
                                                       rank_of(place->first, place->second.size());
        if (is_better) place = &menu;
    }
    const auto made = [&](const auto* menu) {
        std::vector<Entry> entries;
        if (menu == nullptr) return ImportedMenu();
        entries.reserve(menu->second.size());
        for (const Entry& entry : menu->second) entries.push_back(resolved(entry, site));
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) {
            return one.order < other.order;
        });
        for (const Entry& entry : entries) {
            if (!entry.lost_target.empty()) site.lost_targets[entry.title] = entry.lost_target;
            if (entry.is_archive) site.archives[entry.target] = archive_of(entry, site);
        }
        return entries_below(entries, 0, 1);
    };
    site.menu = made(top);
    site.footer_menu = made(foot);
    site.menu_entries = count_of(site.menu) + count_of(site.footer_menu);
    site.other_menu_entries = -site.menu_entries;
    for (const auto& [name, entries] : menus_) {
        site.other_menu_entries += static_cast<int>(entries.size());
    }
}

}  // namespace broadsheet::press
