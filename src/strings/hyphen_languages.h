// Which languages have hyphenation patterns, and the names of their files.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::strings {

// The name of the patterns for a language tag, e.g. "en-gb" for "en-GB" and "de" for "de-AT". Empty
// if there are none.
std::string_view hyphenation_patterns(std::string_view language);

// The file of the patterns with this name, among the files of the reader.
inline std::string hyphenation_file(std::string_view patterns) {
    return "hyphens-" + std::string(patterns) + ".txt";
}

// True for the names of such files.
inline bool is_hyphenation_file(std::string_view name) { return name.starts_with("hyphens-"); }

}  // namespace broadsheet::strings
