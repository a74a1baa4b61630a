// What may be said on the command line, in one table: help, completion and the manual are made from
// it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace broadsheet::press {

struct Arguments {
    std::string content;
    std::string out;
    std::string base_url;
    std::string pages = "all";
    std::string now;
    std::string program;
    std::string cache;
    std::string folder;  // of a new site
    std::string title;   // of a new article
    std::string shell;
    bool no_cache = false;
    bool drafts = false;
    bool future = false;
    bool expired = false;
    bool json = false;
    bool strict = false;
    bool watch = true;
    bool settings = false;  // of site.toml, as a table of Markdown
    int jobs = 0;
    int port = 8000;
};

// Exit codes of the process.
inline constexpr int exit_done = 0;
inline constexpr int exit_problems = 1;  // in the content, or in writing the site
inline constexpr int exit_usage = 2;     // the command line means nothing

// Fills `application` with every command; parsing then fills `arguments`.
void describe_command_line(CLI::App& application, Arguments& arguments);

// "broadsheet 0.1.0".
std::string version_text();

}  // namespace broadsheet::press
