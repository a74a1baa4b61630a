// What is made from the description of the command line: completion for shells, and the manual.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace broadsheet::press {

// For "bash", "zsh" or "fish".
std::string completion_script(const CLI::App& application, const std::string& shell);

// In troff, for man(1).
std::string manual_page(const CLI::App& application, const std::string& version);

}  // namespace broadsheet::press
