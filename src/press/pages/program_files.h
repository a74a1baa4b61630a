// The reader's files inside this program, so that an author needs nothing but it.
#pragma once

#include <string_view>
#include <vector>

namespace broadsheet::press {

struct ProgramFile {
    std::string_view name;  // "reader.wasm"
    std::string_view bytes;
};

// By name; empty where the tool was built before the reader.
const std::vector<ProgramFile>& built_in_program();

}  // namespace broadsheet::press
