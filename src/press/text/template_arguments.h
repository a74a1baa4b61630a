// The words inside a template tag: `figure src="a.png" 600`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::press {

struct TemplateArguments {
    std::string name;                // the first word; empty where a string comes first
    std::vector<std::string> words;  // the others that have no name, without quotes
    std::vector<std::pair<std::string, std::string>> named;

    // The named argument, else the word at `index`, else nothing.
    std::string get(std::string_view argument, std::size_t index = std::string::npos) const;
};

// Words are separated by white space, commas and parentheses; strings stand in "…", '…' or `…`.
TemplateArguments parse_template_arguments(std::string_view text);

// The offset of `end` in `text` from `position` on, not counting what stands in strings; npos
// where there is none.
std::size_t find_outside_strings(std::string_view text, std::string_view end, std::size_t position);

}  // namespace broadsheet::press
