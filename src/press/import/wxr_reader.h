// Reads WordPress' export format (WXR 1.0 to 1.2) as a stream of records.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

// The texts of the elements of one record, by name without "wp:" and similar prefixes.
using WxrFields = std::map<std::string, std::string, std::less<>>;

// The use of a term by an item.
struct WxrTermUse {
    std::string taxonomy;  // "category", "post_tag", …
    std::string slug;
    std::string name;
};

// An element of the export.
struct WxrRecord {
    std::string kind;  // "channel", "item", "author", "category", "tag" or "term"
    Position position;
    WxrFields fields;
    // Of items.
    std::vector<WxrTermUse> terms;
    std::vector<std::pair<std::string, std::string>> metas;
    std::vector<WxrFields> comments;

    // The text of an element; empty if there is none.
    const std::string& text(std::string_view name) const;
    // The first custom field of this name; empty if there is none.
    const std::string& meta(std::string_view name) const;
};

// Reads a file and calls `visit` for each record as soon as it is whole. The record of the channel
// comes last. Returns what was repaired as warnings. An error means that the file is not an export.
Diagnostics read_wxr(const std::filesystem::path& path,
                     const std::function<void(WxrRecord&&)>& visit);

}  // namespace broadsheet::press
