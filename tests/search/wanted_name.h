// Parses a name that an engine requests: a file, or a part of one, "NAME FIRST-LAST".
#pragma once

#include <cstddef>
#include <string>

namespace broadsheet::tests {

// A parsed name.
struct WantedName {
    std::string file;
    bool is_part = false;
    std::size_t first = 0;  // byte
    std::size_t size = 0;

    explicit WantedName(const std::string& name) : file(name.substr(0, name.find(' '))) {
        is_part = file.size() < name.size();
        if (!is_part) return;
        const std::string range = name.substr(file.size() + 1);
        first = std::stoul(range);
        size = std::stoul(range.substr(range.find('-') + 1)) + 1 - first;
    }
};

}  // namespace broadsheet::tests
