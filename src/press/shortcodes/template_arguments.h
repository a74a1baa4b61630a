// Parses the arguments inside a template tag: `figure src="a.png" 600`.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::press {

// The parsed content of a template tag.
struct TemplateArguments {
    std::string name;                // the first word; empty if a string comes first
    std::vector<std::string> words;  // positional arguments, without quotes
    std::vector<std::pair<std::string, std::string>> named;
    // Those without quotes, which may be numbers, true, false or lists.
    std::set<std::size_t> bare_words;
    std::set<std::string, std::less<>> bare_names;

    // The argument with this name, or else the positional argument at `index`, or else an empty
    // string.
    std::string get(std::string_view argument, std::size_t index = std::string::npos) const;
};

// Arguments are separated by white space, commas and parentheses. Strings are in "…", '…' or `…`.
// The value of a named argument may be a list in brackets, which is kept as written.
TemplateArguments parse_template_arguments(std::string_view text);

// The offset of the first `end` at or after `position` that is not inside a "…" or `…` string, or
// npos.
std::size_t find_outside_strings(std::string_view text, std::string_view end, std::size_t position);

}  // namespace broadsheet::press
