#include "press/config/config_values.h"

namespace broadsheet::press {

std::string first_text(const Value& table, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const Value* value = table.find(name);
        if (value != nullptr && value->is_scalar()) return value->text;
    }
    return {};
}

const Value* value_at(const Value& table, std::initializer_list<std::string_view> names) {
    const Value* value = &table;
    for (const std::string_view name : names) {
        if (value != nullptr) value = value->find(name);
    }
    return value;
}

bool is_true(const Value* value) { return value != nullptr && value->boolean; }

}  // namespace broadsheet::press
