// The menus of an exported site.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "press/import/exports/import_record.h"
#include "press/import/items/type_archives.h"

namespace broadsheet::press {

struct ImportedSite;

struct ImportedMenuEntry {
    std::string title;
    std::string target;
    std::vector<ImportedMenuEntry> children;
};
using ImportedMenu = std::vector<ImportedMenuEntry>;

// Collects the entries of all menus, which exports hold in any order.
class MenuCollector {
  public:
    // An item of the type "nav_menu_item".
    void add(const ImportRecord& item);
    // Remembers the title of an item, which is that of its entry if the entry has none.
    void add_title(ItemNumber number, std::string title) {
        titles_.emplace(number, std::move(title));
    }
    // Fills the menus of a site whose paths and terms are known.
    void finish(ImportedSite& site) const;

  private:
    struct Entry {
        ItemNumber number = 0;
        ItemNumber parent = 0;  // number of the entry above
        ItemNumber order = 0;
        std::string title;
        std::string type;       // "custom", "post_type", "taxonomy"
        std::string taxonomy;   // "category", …
        ItemNumber object = 0;  // number of the item or term
        std::string target;
        std::string lost_target;  // to which no page may link
        bool is_archive = false;  // the target is the list of a type
    };

    Entry resolved(Entry entry, const ImportedSite& site) const;
    TypeArchive archive_of(const Entry& entry, const ImportedSite& site) const;
    ImportedMenu entries_below(const std::vector<Entry>& entries, ItemNumber parent,
                               int depth) const;

    std::map<std::string, std::vector<Entry>> menus_;  // by the menu's name
    std::map<ItemNumber, std::string> titles_;
};

}  // namespace broadsheet::press
