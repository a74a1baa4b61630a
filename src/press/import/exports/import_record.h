// The neutral form of an export: a stream of records, whatever the system. A record has texts by
// name. The names are those of WordPress' format, which has the most; the readers of other formats
// use the same. README.md of src/ lists them.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

// The number of an item, term or comment in its system; 0: none.
using ItemNumber = std::int64_t;

using RecordFields = std::map<std::string, std::string, std::less<>>;

// The use of a term by an item.
struct TermUse {
    std::string taxonomy;  // "category", "post_tag", …
    std::string slug;
    std::string name;
};

// An element of the export.
struct ImportRecord {
    std::string kind;  // "channel", "item", "author", "category", "tag", "term" or "redirect"
    Position position;
    RecordFields fields;
    // Of items.
    std::vector<TermUse> terms;
    std::vector<std::pair<std::string, std::string>> metas;
    std::vector<RecordFields> comments;
    std::vector<std::string> authors;  // logins; empty: the field "creator" has the only one

    // The text of an element; empty if there is none.
    const std::string& text(std::string_view name) const;
    // The first custom field of this name; empty if there is none.
    const std::string& meta(std::string_view name) const;
};

using VisitRecord = std::function<void(ImportRecord&&)>;

// The text of a record's or comment's field; empty if there is none.
const std::string& text_of(const RecordFields& fields, std::string_view name);

// A decimal number at the beginning of a text, or 0.
ItemNumber number_of(const std::string& text);

}  // namespace broadsheet::press
