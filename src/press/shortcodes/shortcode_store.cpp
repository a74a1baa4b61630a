#include "press/shortcodes/shortcode_store.h"

#include <utility>

namespace broadsheet::press {

namespace {

// What `.Add` does: lists become longer, numbers are added, texts are joined.
void add_to(ShortcodeValue& value, const ShortcodeValue& added) {
    if (value.kind == ShortcodeKind::number) {
        value.number += added.as_number();
    } else if (value.kind == ShortcodeKind::text) {
        value.text += added.as_text();
    } else if (value.kind != ShortcodeKind::list) {
        value = added;
    } else if (added.kind == ShortcodeKind::list && !added.is_table()) {
        value.items.insert(value.items.end(), added.items.begin(), added.items.end());
    } else {
        value.items.push_back(added);
    }
}

}  // namespace

ShortcodeValue ShortcodeStore::use(std::string_view method, const FunctionArguments& given) {
    const std::string key = given.text(0);
    const auto found = values_.find(key);
    if (method == "Get") return found == values_.end() ? ShortcodeValue() : found->second;
    if (method == "Values") {
        ShortcodeValue all;
        all.kind = ShortcodeKind::list;
        for (const auto& [name, value] : values_) all.set(name, value);
        return all;
    }
    if (found != values_.end()) weight_ -= key.size() + found->second.weight();
    if (method == "Delete") {
        if (found != values_.end()) values_.erase(found);
        return {};
    }
    ShortcodeValue& value = values_[key];
    if (method == "Add") add_to(value, given.at(1));
    if (method == "SetInMap") value.set(given.text(1), given.at(2));
    if (method == "Set") value = given.at(1);
    weight_ += key.size() + value.weight();
    return {};
}

}  // namespace broadsheet::press
