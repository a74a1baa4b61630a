// Files as bytes, and their names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::press {

// The extension in lower case with its dot: ".jpg" for "a/Lake.JPG"; "" where there is none.
std::string extension_of(const std::string& path);

// The bytes of a file; nothing where it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path);

// Writes under another name first, so that a reader of `path` sees the old bytes or the new ones,
// never a part. Creates missing folders. False where it failed; `path` is then as it was.
bool write_atomically(const std::filesystem::path& path, std::string_view bytes);

}  // namespace broadsheet::press
