// The reader's files as the tool contains them: packed (src/pack_reader.mjs).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/pages/program_files.h"

namespace broadsheet::press {

// `packed` is what pack_reader.mjs makes; empty: no files. The files are views into `bytes`.
std::vector<ProgramFile> unpack_program(std::string_view packed, std::string& bytes);

}  // namespace broadsheet::press
