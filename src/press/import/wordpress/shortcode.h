// One of WordPress' shortcodes: [name key="value" value], [name /] or [/name].
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace broadsheet::press {

using ShortcodeAttributes = std::map<std::string, std::string, std::less<>>;

struct Shortcode {
    std::string name;                // in lower case; empty: there is none
    ShortcodeAttributes attributes;  // decoded; positional ones as "0", "1", …
    bool closes = false;
    bool is_single = false;  // [name /]
    std::size_t end = 0;     // the offset after it

    // The first of these attributes that is not empty.
    std::string first_of(std::initializer_list<std::string_view> names) const;
};

// The shortcode that begins with the '[' at an offset.
Shortcode shortcode_at(std::string_view text, std::size_t at);

}  // namespace broadsheet::press
