// Looking up values of configuration files.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "press/values/value.h"

namespace broadsheet::press {

// The first of these members that is a scalar; empty if there is none.
std::string first_text(const Value& table, std::initializer_list<std::string_view> names);

// The value at a path of names; null if there is none.
const Value* value_at(const Value& table, std::initializer_list<std::string_view> names);

bool is_true(const Value* value);

}  // namespace broadsheet::press
