// What plug-ins keep in custom fields of an item and show on its page beside the text.
#pragma once

#include <map>
#include <string>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// HTML before the text: the time, place and price of an event, the address of a venue, the price
// and short description of a product. `titles` are those of venues and organizers, by number.
std::string html_before_text(const ImportRecord& item,
                             const std::map<ItemNumber, std::string>& titles);

// HTML after it: the pictures of a product, as WordPress writes a gallery.
std::string html_after_text(const ImportRecord& item);

// True for the types of items whose titles html_before_text needs.
bool is_part_of_event(std::string_view type);

}  // namespace broadsheet::press
