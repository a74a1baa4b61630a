// Reads WordPress' export format (WXR 1.0 to 1.2) as a stream of records.
#pragma once

#include <filesystem>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// Reads a file and calls `visit` for each record as soon as it is whole. The record of the channel
// comes last. Returns what was repaired as warnings. An error means that the file is not an export.
// `url`: not needed, because an export says the address of its site.
Diagnostics read_wxr(const std::filesystem::path& path, const std::string& url,
                     const VisitRecord& visit);

}  // namespace broadsheet::press
