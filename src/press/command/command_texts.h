// Generates shell completion and the manual from the definition of the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace broadsheet::press {

// A completion script. `shell` is "bash", "zsh" or "fish".
std::string completion_script(const CLI::App& application, const std::string& shell);

// The manual page in troff, for man(1). `version` is version_text().
std::string manual_page(const CLI::App& application, const std::string& version);

}  // namespace broadsheet::press
