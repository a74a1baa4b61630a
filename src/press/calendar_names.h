// The names of months and days in the languages that sites are written in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// Twelve months and the days from Monday to Sunday; empty for English, and for languages that we do
// not know, which then read in English. `language` is BCP 47.
std::vector<std::string> calendar_names(std::string_view language);

}  // namespace broadsheet::press
