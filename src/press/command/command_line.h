// Defines all commands and options in one place. The help, shell completion and manual are
// generated from this definition.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace broadsheet::press {

// The parsed command line.
struct Arguments {
    std::string content;
    std::string out;
    std::string base_url;
    std::string pages = "auto";
    std::string now;
    std::string program;
    std::string cache;
    std::string part;                // "2/3"
    std::vector<std::string> parts;  // folders to join
    std::vector<std::string> files;  // of an import
    std::string uploads;
    bool fetch = false;  // likewise
    std::string folder;  // of `new site`
    std::string host;    // likewise
    std::string title;   // of `new article`
    std::string shell;
    bool no_cache = false;
    bool drafts = false;
    bool future = false;
    bool expired = false;
    bool json = false;
    bool strict = false;
    bool verbose = false;
    bool watch = true;
    bool settings = false;  // print the settings of site.toml as a Markdown table
    int jobs = 0;           // threads; 0: one per processor
    int port = 8000;
};

// Exit codes of the process.
inline constexpr int exit_done = 0;
inline constexpr int exit_problems = 1;  // errors in the content, or the site could not be written
inline constexpr int exit_usage = 2;     // invalid usage

// Adds all commands to `application`. Parsing with it fills `arguments`, which must outlive it.
void describe_command_line(CLI::App& application, Arguments& arguments);

// "broadsheet 0.1.0".
std::string version_text();

}  // namespace broadsheet::press
