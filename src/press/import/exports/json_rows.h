// Reads the tables of a JSON file as a stream of rows, so that no file is too large.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "press/base/diagnostic.h"
#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// Calls `visit` for each object that is an item of a list: with the name of the list's member and
// the object's members that are texts, numbers or booleans. Values within objects and lists of a
// row are left out. The name is empty if the file itself is a list. Returns an error if the file is
// not JSON; the rows before it were visited.
std::optional<Diagnostic> read_json_rows(
    const std::filesystem::path& path,
    const std::function<void(std::string_view list, RecordFields&&)>& visit);

}  // namespace broadsheet::press
