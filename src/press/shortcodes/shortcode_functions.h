// The functions and filters that the templates of shortcodes know.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/shortcodes/shortcode_template.h"
#include "press/shortcodes/shortcode_value.h"

namespace broadsheet::press {

// The arguments of a call. The subject of a filter is the first.
struct FunctionArguments {
    std::vector<ShortcodeValue> values;
    std::vector<std::pair<std::string, ShortcodeValue>> named;

    const ShortcodeValue& at(std::size_t place) const;  // nothing if there are fewer
    const ShortcodeValue& last() const;                 // nothing if there are none
    std::string text(std::size_t place) const;
    const ShortcodeValue& named_or_at(std::string_view name, std::size_t place) const;
};

// A function gives no value if its result would be too long.
using ShortcodeFunction = std::optional<ShortcodeValue> (*)(const FunctionArguments&);

// The function of this name, or null.
ShortcodeFunction shortcode_function(TemplateLanguage language, std::string_view name);

// All names, sorted, for suggestions.
std::vector<std::string_view> shortcode_function_names(TemplateLanguage language);

// The short name of a function that Hugo also has within a namespace: "lower" for
// "strings.ToLower". Other names stay.
std::string_view short_function_name(std::string_view name);

// The longest text that a function or a shortcode may make, and the longest list.
inline constexpr std::size_t longest_shortcode_text = 256 * 1024;
inline constexpr std::size_t longest_shortcode_list = 1000;

}  // namespace broadsheet::press
