// Normalises HTML like the CommonMark specification does to compare it (its test/normalize.py):
// removes insignificant white space, sorts attributes and decodes character references.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::test {

std::string normalize_html(std::string_view html);

}  // namespace broadsheet::test
