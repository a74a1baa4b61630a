// The reader's files, built into this program so that it needs no other files.
#pragma once

#include <string_view>
#include <vector>

namespace broadsheet::press {

// A file of the reader.
struct ProgramFile {
    std::string_view name;  // "reader.wasm"
    std::string_view bytes;
};

// Hands an unknown address over to the edition that it belongs to. Only sites with language
// editions have it.
inline constexpr const char* not_found_script = "not-found.js";

// Sorted by name. Empty if this program was built before the reader.
const std::vector<ProgramFile>& built_in_program();

}  // namespace broadsheet::press
