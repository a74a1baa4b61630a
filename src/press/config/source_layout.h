// Where the tools that are programs rather than conventions keep a site's texts and files:
// Docusaurus, Astro, VuePress, VitePress and Eleventy. Such a folder has no configuration that
// could be read, because it is a script; it is known by the name of that script.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "press/base/site_input.h"

namespace broadsheet::press {

struct SourceLayout {
    // Where the texts are, relative to the site's folder. Empty: the whole folder.
    std::string content_folder;
    std::vector<std::string> static_folders;
    // Folders whose names are not in addresses, and what stands for them: "src/pages/", "pages/".
    std::vector<std::pair<std::string, std::string>> moved_folders;
    std::vector<std::string> ignored;  // what the tool makes
    bool readme_is_index = false;      // a README.md is the page of its folder
    // Below this folder, numbers before names are for their order only: "01-intro.md"; empty: none.
    std::string numbered_folder;
};

// The layout of the folder; nothing if it is of none of these tools.
std::optional<SourceLayout> source_layout(const std::filesystem::path& folder,
                                          const SiteInput& input);

}  // namespace broadsheet::press
