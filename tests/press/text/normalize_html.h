// HTML in the form in which the CommonMark specification compares it (its test/normalize.py): white
// space that says nothing is gone, attributes are sorted, references are characters.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::test {

std::string normalize_html(std::string_view html);

}  // namespace broadsheet::test
