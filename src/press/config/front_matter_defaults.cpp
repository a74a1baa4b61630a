#include "press/config/front_matter_defaults.h"

#include <fnmatch.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace broadsheet::press {

namespace {

// The positions refer to a file other than the one that the values are used in.
void forget_positions(Value& value) {
    value.position = {};
    for (Value& item : value.items) forget_positions(item);
    for (Value& member : value.members) forget_positions(member);
}

void add(std::string path, std::string type, Value values,
         std::vector<FrontMatterDefaults>& defaults) {
    while (path.starts_with('/')) path.erase(0, 1);
    while (path.ends_with('/')) path.pop_back();
    forget_positions(values);
    defaults.push_back({std::move(path), std::move(type), std::move(values)});
}

bool applies_to(const FrontMatterDefaults& each, const std::string& path, std::string_view type) {
    if (!each.type.empty() && each.type != type && !(each.type == "posts" && type == "drafts")) {
        return false;
    }
    if (each.path.empty() || path == each.path || path.starts_with(each.path + "/")) return true;
    if (each.path.find_first_of("*?[") == std::string::npos) return false;
    // A pattern may match any folder above the file.
    for (auto end = path.size(); end != std::string::npos && end > 0;
         end = path.rfind('/', end - 1)) {
        if (fnmatch(each.path.c_str(), path.substr(0, end).c_str(), 0) == 0) return true;
    }
    return false;
}

void add_missing(Value& to, const Value& from) {
    for (const Value& member : from.members) {
        const auto found = std::find_if(
            to.members.begin(), to.members.end(),
            [&](const Value& own) { return equal_ignoring_case(own.name, member.name); });
        if (found == to.members.end()) {
            to.members.push_back(member);
        } else if (found->kind == ValueKind::table && member.kind == ValueKind::table) {
            add_missing(*found, member);
        }
    }
}

// The values of a `cascade` block without the member that selects its pages.
Value without_target(const Value& block) {
    Value values = block;
    std::erase_if(values.members, [](const Value& member) {
        return equal_ignoring_case(member.name, "_target") ||
               equal_ignoring_case(member.name, "target");
    });
    return values;
}

void read_cascade_block(const Value& block, const std::string& folder,
                        std::vector<FrontMatterDefaults>& defaults) {
    if (block.kind != ValueKind::table) return;
    const Value* target = block.find("_target");
    if (target == nullptr) target = block.find("target");
    std::string path = folder;
    if (target != nullptr && target->kind == ValueKind::table) {
        for (const Value& member : target->members) {
            const bool any_page = equal_ignoring_case(member.name, "kind") && member.text == "page";
            // Blocks that select pages by language, environment and so on are ignored.
            if (!equal_ignoring_case(member.name, "path") && !any_page) return;
        }
        const std::string pattern = text_member(*target, "path");
        if (!pattern.empty()) path = pattern;
    }
    add(std::move(path), {}, without_target(block), defaults);
}

}  // namespace

void read_jekyll_defaults(const Value& config, std::vector<FrontMatterDefaults>& defaults) {
    const Value* list = config.find("defaults");
    if (list == nullptr) return;
    for (const Value& item : list->items) {
        const Value* scope = item.find("scope");
        const Value* values = item.find("values");
        if (scope == nullptr || values == nullptr || values->kind != ValueKind::table) continue;
        Value kept = *values;
        // Named styles such as "pretty" only apply to the whole site.
        std::erase_if(kept.members, [](const Value& member) {
            return equal_ignoring_case(member.name, "permalink") &&
                   member.text.find_first_of(":/") == std::string::npos;
        });
        add(text_member(*scope, "path"), text_member(*scope, "type"), std::move(kept), defaults);
    }
}

void read_cascade(const Value& table, const std::string& folder,
                  std::vector<FrontMatterDefaults>& defaults) {
    const Value* cascade = table.find("cascade");
    if (cascade == nullptr) return;
    read_cascade_block(*cascade, folder, defaults);
    for (const Value& block : cascade->items) read_cascade_block(block, folder, defaults);
}

std::string read_hugo_permalinks(const Value& table,
                                 const std::vector<std::pair<std::string, std::string>>& folders,
                                 std::vector<FrontMatterDefaults>& defaults) {
    const Value* permalinks = table.find("permalinks");
    if (permalinks == nullptr || permalinks->kind != ValueKind::table) return {};
    const Value* pages = permalinks->find("page");
    const bool grouped = pages != nullptr && pages->kind == ValueKind::table;
    bool has_pattern = false;
    for (const Value& pattern : (grouped ? pages : permalinks)->members) {
        if (!pattern.is_scalar() || pattern.text.find_first_of(":/") == std::string::npos) continue;
        has_pattern = true;
        Value values;
        values.kind = ValueKind::table;
        values.members.push_back(pattern);
        values.members.back().name = "permalink";
        add(pattern.name, "pages", values, defaults);
        for (const auto& folder : folders) {
            add(folder.first + pattern.name, "pages", values, defaults);
        }
    }
    return has_pattern ? "/:sections/:slugorcontentbasename/" : std::string();
}

void add_defaults(Value& front_matter, const std::string& path, std::string_view type,
                  const std::vector<FrontMatterDefaults>& defaults) {
    std::vector<const FrontMatterDefaults*> chosen;
    for (const FrontMatterDefaults& each : defaults) {
        if (applies_to(each, path, type)) chosen.push_back(&each);
    }
    std::reverse(chosen.begin(), chosen.end());
    std::stable_sort(chosen.begin(), chosen.end(), [](const auto* left, const auto* right) {
        return std::tuple(left->path.size(), !left->type.empty()) >
               std::tuple(right->path.size(), !right->type.empty());
    });
    for (const FrontMatterDefaults* each : chosen) add_missing(front_matter, each->values);
}

std::string text_of(const std::vector<FrontMatterDefaults>& defaults) {
    std::string text;
    for (const FrontMatterDefaults& each : defaults) {
        text += each.path + '\n' + each.type + '\n' + json_of(each.values) + '\n';
    }
    return text;
}

}  // namespace broadsheet::press
