// Which records of an export are texts of the site for its readers. WordPress and its plug-ins keep
// orders, messages, forms and settings as items, too, and their status is often "publish".
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// True for types of records that are known to be no texts.
bool is_internal_type(std::string_view type);

// True for items that are no pages, but of which other parts of the site are made: authors, menus,
// texts within texts, and pictures, which are counted where they are used.
bool is_used_elsewhere(const ImportRecord& item);

// Learns from the addresses of published items which types have pages that readers can open.
class TypeCollector {
  public:
    void add(const ImportRecord& item);
    // Types whose published items have no address of their own, only a query, or that have only
    // items with a status of a plug-in. On a site that has only queries for addresses, a type whose
    // items can be asked for by name is not one of them.
    std::set<std::string> hidden() const;

  private:
    struct Links {
        bool has_path = false;     // "/book/x/"
        bool has_query = false;    // "/?book=x"
        bool has_type = false;     // "/?post_type=book&p=12"
        bool has_records = false;  // the status of an item is a plug-in's
    };
    std::map<std::string, Links> types_;
};

}  // namespace broadsheet::press
