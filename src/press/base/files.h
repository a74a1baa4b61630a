// Reading and writing whole files, and file name extensions.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::press {

// The extension in lower case, with its dot: ".jpg" for "a/Lake.JPG". Empty if there is none.
std::string extension_of(const std::string& path);

// The bytes of a file, or nothing if it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

// Writes a temporary file and renames it, so that readers of `path` see either the old or the new
// bytes, never a mixture. Creates missing folders. Returns false on failure; `path` is unchanged
// then.
bool write_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace broadsheet::press
