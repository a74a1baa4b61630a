// What the commands print in common: diagnostics, progress, and the report of a build.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "press/base/diagnostic.h"
#include "press/base/progress.h"
#include "press/command/command_line.h"
#include "press/output/build.h"

namespace broadsheet::press {

// What `say` prints of an argument: of a text what cannot steer a terminal, since names and titles
// may come from strangers.
template <typename Value>
auto sayable(const Value& value) {
    if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
        return printable(value);
    } else {
        return value;
    }
}

// Prints text for a person. Output for programs is printed with fmt::print.
template <typename... Values>
void say(std::FILE* file,
         fmt::format_string<decltype(sayable(std::declval<const Values&>()))...> format,
         const Values&... values) {
    fmt::print(file, format, sayable(values)...);
}

// A progress bar for terminals; null if colours are off or the output is JSON.
std::unique_ptr<Progress> progress_for(const Arguments& arguments);

// Prints errors and warnings, but only the first notes, because some sites have very many.
// `--verbose` prints everything.
void print_diagnostics(const Diagnostics& diagnostics, bool all = false);

// What to do with a new site in this folder. `on_windows`: in two lines, since the usual shell
// there knows no &&. `with_npx`: the tool was started by `npx`, so it may have no name of its own.
std::string next_step(std::string_view folder, bool on_windows, bool with_npx);
std::string next_step(std::string_view folder);

// A path as a shell's command line takes it: in quotes if it has spaces or signs.
std::string shell_word(std::string_view path);

// "1 file", "2 files".
std::string plural(int count, std::string_view name);

// A build as a line of JSON.
std::string build_json(const BuildReport& report);

// Prints a build. `out` is empty if the site is kept in memory.
void print_report(const BuildReport& report, const std::filesystem::path& out, bool verbose);

}  // namespace broadsheet::press
