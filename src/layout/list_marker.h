// What stands before the items of lists.
#pragma once

#include <string>
#include <string_view>

#include "page/page.h"

namespace broadsheet::layout {

// "3", or with the letters "a" and "A" "c" and "C", with "i" and "I" "iii" and "III". Numbers that
// the letters cannot write are digits.
std::string list_number(int number, std::string_view letters);

// The number of an item, or the sign of a list without numbers or of a task.
std::string list_marker(const page::Node& list, const page::Node& item, int number);

}  // namespace broadsheet::layout
