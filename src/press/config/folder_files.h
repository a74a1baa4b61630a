// Walks through the folders of a site.
#pragma once

#include <filesystem>

#include "press/config/content_folder.h"

namespace broadsheet::press {

// Adds the files below `root` to `content`, to a depth of 64 levels, without those in `excluded`.
// With a `prefix`, such as "content-fr/", only those of that folder in `root`. What is left out is
// reported, each kind once.
void add_folder_files(ContentFolder& content, const std::filesystem::path& root,
                      const std::filesystem::path& excluded, FileArea area,
                      const std::string& prefix = {});

}  // namespace broadsheet::press
