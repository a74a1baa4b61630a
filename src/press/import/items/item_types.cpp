#include "press/import/items/item_types.h"

#include <algorithm>
#include <array>

#include "strings/one_of.h"

namespace broadsheet::press {

namespace {

bool is_usual_type(std::string_view type) { return type == "post" || type == "page"; }

// The beginnings of the names of plug-ins' records: messages, orders, payments, forms, designs.
bool has_internal_beginning(std::string_view type) {
    static constexpr auto beginnings = std::to_array<std::string_view>(
        {"acf-",      "bp-email",    "edd_",    "elementor_", "et_",   "feedback",
         "flamingo_", "fl-builder-", "frm_",    "fusion_",    "give_", "jp_",
         "mailpoet_", "mc4wp",       "nf_",     "oembed_",    "shop_", "wc_",
         "wp_",       "wpcf7",       "wpforms", "amp_",       "vc_",   "vc4_"});
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view each) { return type.starts_with(each); });
}

// False for the statuses of plug-ins' records: "wc-completed", "request-completed".
bool is_status_of_text(std::string_view status) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"", "publish", "future", "draft", "pending", "private", "trash", "auto-draft", "inherit"});
    return strings::is_one_of(names, status);
}

}  // namespace

bool is_internal_type(std::string_view type) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"attachment", "revision", "nav_menu_item", "custom_css", "customize_changeset",
         "user_request", "guest-author", "job_application", "popup", "popup_theme", "safecss",
         "scheduled-action", "product_variation", "tablepress_table", "ml-slider", "ml-slide",
         "postman_sent_mail", "spucpt"});
    // Pages that ask for gifts are for readers.
    return strings::is_one_of(names, type) ||
           (has_internal_beginning(type) && type != "give_forms");
}

bool is_used_elsewhere(const ImportRecord& item) {
    const std::string& type = item.text("post_type");
    const bool is_text = type == "wp_block" || type == "wp_navigation";
    if (is_text) return item.text("status") == "publish";
    return type == "nav_menu_item" || type == "guest-author" || type == "attachment";
}

void TypeCollector::add(const ImportRecord& item) {
    const std::string& link = item.text("link");
    const std::string& status = item.text("status");
    Links& links = types_[item.text("post_type")];
    if (!is_status_of_text(status)) links.has_records = true;
    if (status != "publish" || link.empty()) return;
    const auto query = link.find('?');
    if (query == std::string::npos) {
        links.has_path = true;
    } else if (link.find("post_type=", query) != std::string::npos) {
        links.has_type = true;
    } else {
        links.has_query = true;
    }
}

std::set<std::string> TypeCollector::hidden() const {
    const bool has_paths = std::any_of(types_.begin(), types_.end(), [](const auto& each) {
        return is_usual_type(each.first) && each.second.has_path;
    });
    std::set<std::string> names;
    for (const auto& [type, links] : types_) {
        if (is_usual_type(type) || links.has_path) continue;
        const bool is_asked_for = links.has_query && !has_paths;
        const bool has_none = links.has_type || links.has_query || links.has_records;
        if (has_none && !is_asked_for) names.insert(type);
    }
    return names;
}

}  // namespace broadsheet::press
