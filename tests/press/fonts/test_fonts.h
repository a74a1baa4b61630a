// The fonts of make_fonts.py.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace broadsheet::test {

// The bytes of "block" or "variable".
inline std::string font(const std::string& name) {
    std::ifstream file(std::string(BROADSHEET_TESTS_DIR) + "/press/fonts/" + name + ".woff2",
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace broadsheet::test
