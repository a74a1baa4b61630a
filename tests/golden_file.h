// Golden files: expected output that a person has reviewed. If the environment variable
// BROADSHEET_REWRITE_GOLDEN=1 is set, they are rewritten. Review the difference.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace broadsheet::tests {

// Compares `actual` with a golden file. `name` is relative to tests/golden.
inline void check_golden(const std::string& name, const std::string& actual) {
    const std::string path = std::string(BROADSHEET_TESTS_DIR) + "/golden/" + name;
    if (std::getenv("BROADSHEET_REWRITE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << actual;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string expected((std::istreambuf_iterator<char>(file)),
                               std::istreambuf_iterator<char>());
    const bool equal = expected == actual;
    if (!equal) {
        std::size_t at = 0;
        while (at < expected.size() && at < actual.size() && expected[at] == actual[at]) ++at;
        const std::size_t start = at < 60 ? 0 : at - 60;
        MESSAGE(name << " differs at byte " << at << "\nexpected: …" << expected.substr(start, 160)
                     << "\nactual:   …" << actual.substr(start, 160));
    }
    CHECK_MESSAGE(equal, "golden file ", name);
}

}  // namespace broadsheet::tests
