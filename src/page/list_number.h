// The numbers of ordered lists, as CSS counts.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::page {

// "3", or with the letters "a" and "A" "c" and "C", with "i" and "I" "iii" and "III". Numbers that
// the letters cannot write are digits.
std::string list_number(int number, std::string_view letters);

}  // namespace broadsheet::page
