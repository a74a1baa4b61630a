#include "press/import/wordpress/navigation_blocks.h"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace broadsheet::press {

namespace {

constexpr ItemNumber first_number = 1'000'000'000'000'000;
constexpr ItemNumber most_entries = 1000;

std::string text_member(const nlohmann::json& attributes, const char* name) {
    const auto found = attributes.find(name);
    if (found == attributes.end()) return {};
    if (found->is_number_integer()) return std::to_string(found->get<ItemNumber>());
    return found->is_string() ? found->get<std::string>() : std::string();
}

ImportRecord entry_of(const ImportRecord& menu, const nlohmann::json& attributes, ItemNumber number,
                      ItemNumber parent) {
    ImportRecord entry;
    entry.kind = "item";
    entry.fields = {{"post_type", "nav_menu_item"},
                    {"status", "publish"},
                    {"post_id", std::to_string(number)},
                    {"menu_order", std::to_string(number)},
                    {"title", text_member(attributes, "label")}};
    const std::string kind = text_member(attributes, "kind");
    const std::string object = text_member(attributes, "id");
    const bool is_known = !object.empty() && (kind == "post-type" || kind == "taxonomy");
    std::string type = text_member(attributes, "type");
    if (type == "tag") type = "post_tag";
    entry.metas = {{"_menu_item_menu_item_parent", std::to_string(parent)},
                   {"_menu_item_type", !is_known             ? "custom"
                                       : kind == "post-type" ? "post_type"
                                                             : "taxonomy"},
                   {"_menu_item_object", type},
                   {"_menu_item_object_id", object},
                   {"_menu_item_url", text_member(attributes, "url")}};
    entry.terms.push_back({"nav_menu", "navigation-" + menu.text("post_name"), {}});
    return entry;
}

}  // namespace

std::vector<ImportRecord> navigation_entries(const ImportRecord& item) {
    std::vector<ImportRecord> entries;
    if (item.text("status") != "publish") return entries;
    const std::string_view text = item.text("content:encoded");
    constexpr std::string_view begin = "<!-- ";
    constexpr std::string_view end = "-->";
    constexpr std::string_view submenu = "navigation-submenu";
    ItemNumber number = first_number + number_of(item.text("post_id")) * most_entries;
    const ItemNumber last = number + most_entries;
    std::vector<ItemNumber> above = {0};
    for (auto at = text.find(begin); at != std::string_view::npos; at = text.find(begin, at)) {
        const auto stop = text.find(end, at);
        if (stop == std::string_view::npos || number + 1 >= last) break;
        std::string_view comment = text.substr(at + begin.size(), stop - at - begin.size());
        at = stop;
        if (comment.starts_with("/wp:") && comment.substr(4).starts_with(submenu)) {
            if (above.size() > 1) above.pop_back();
            continue;
        }
        const std::string_view name = comment.substr(0, comment.find(' '));
        const bool is_submenu = name.starts_with("wp:") && name.substr(3) == submenu;
        if (!is_submenu && name != "wp:navigation-link") continue;
        const auto brace = comment.find('{');
        const auto close = comment.rfind('}');
        if (brace == std::string_view::npos || close == std::string_view::npos || close < brace) {
            continue;
        }
        const auto attributes =
            nlohmann::json::parse(comment.substr(brace, close - brace + 1), nullptr, false);
        if (!attributes.is_object()) continue;
        entries.push_back(entry_of(item, attributes, ++number, above.back()));
        if (is_submenu && !comment.ends_with('/')) above.push_back(number);
    }
    return entries;
}

}  // namespace broadsheet::press
