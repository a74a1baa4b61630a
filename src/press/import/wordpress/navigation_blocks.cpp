#include "press/import/wordpress/navigation_blocks.h"

#include <string>
#include <string_view>

#include "press/import/wordpress/block_words.h"

namespace broadsheet::press {

namespace {

constexpr ItemNumber first_number = 1'000'000'000'000'000;
constexpr ItemNumber most_entries = 1000;

// The number of the item or term that an entry leads to, as text; empty if it leads to an address.
std::string object_of(const BlockComment& block) {
    const ItemNumber number = number_attribute(block, "id");
    return number != 0 ? std::to_string(number) : text_attribute(block, "id");
}

ImportRecord entry_of(const ImportRecord& menu, const BlockComment& block, ItemNumber number,
                      ItemNumber parent) {
    ImportRecord entry;
    entry.kind = "item";
    entry.fields = {{"post_type", "nav_menu_item"},
                    {"status", "publish"},
                    {"post_id", std::to_string(number)},
                    {"menu_order", std::to_string(number)},
                    {"title", text_attribute(block, "label")}};
    const std::string kind = text_attribute(block, "kind");
    const std::string object = object_of(block);
    const bool is_known = !object.empty() && (kind == "post-type" || kind == "taxonomy");
    std::string type = text_attribute(block, "type");
    if (type == "tag") type = "post_tag";
    entry.metas = {{"_menu_item_menu_item_parent", std::to_string(parent)},
                   {"_menu_item_type", !is_known             ? "custom"
                                       : kind == "post-type" ? "post_type"
                                                             : "taxonomy"},
                   {"_menu_item_object", type},
                   {"_menu_item_object_id", object},
                   {"_menu_item_url", text_attribute(block, "url")}};
    entry.terms.push_back({"nav_menu", "navigation-" + menu.text("post_name"), {}});
    return entry;
}

}  // namespace

std::vector<ImportRecord> navigation_entries(const ImportRecord& item) {
    std::vector<ImportRecord> entries;
    if (item.text("status") != "publish") return entries;
    const std::string_view text = item.text("content:encoded");
    constexpr std::string_view submenu = "navigation-submenu";
    ItemNumber number = first_number + number_of(item.text("post_id")) * most_entries;
    const ItemNumber last = number + most_entries;
    std::vector<ItemNumber> above = {0};
    for (auto block = next_block(text, 0); block && number + 1 < last;
         block = next_block(text, block->end)) {
        const bool is_submenu = block->name == submenu;
        if (block->closes) {
            if (is_submenu && above.size() > 1) above.pop_back();
        } else if (has_attributes(*block) && (is_submenu || block->name == "navigation-link")) {
            entries.push_back(entry_of(item, *block, ++number, above.back()));
            if (is_submenu && !block->is_single) above.push_back(number);
        }
    }
    return entries;
}

}  // namespace broadsheet::press
