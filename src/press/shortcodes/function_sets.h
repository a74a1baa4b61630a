// The functions of templates, field by field: each file has its functions, and the names that a
// template language gives them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "press/shortcodes/shortcode_functions.h"

namespace broadsheet::press {

struct FunctionName {
    std::string_view name;
    ShortcodeFunction function;
};

struct FunctionSet {
    std::span<const FunctionName> go;    // Hugo
    std::span<const FunctionName> tera;  // Zola
};

FunctionSet html_functions();
FunctionSet text_functions();
FunctionSet list_functions();
FunctionSet number_functions();

// The result of a function that makes a text; no value if it is too long.
inline std::optional<ShortcodeValue> made_text(std::string text) {
    if (text.size() > longest_shortcode_text) return std::nullopt;
    return ShortcodeValue::of(std::move(text));
}

}  // namespace broadsheet::press
