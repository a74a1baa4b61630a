#include "press/command/printing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "press/base/system.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Colours are used on terminals unless NO_COLOR is set (https://no-color.org).
Colors colors_of(std::FILE* file) {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool wanted = (refused == nullptr || *refused == '\0') &&
                        (terminal == nullptr || std::string_view(terminal) != "dumb");
    return wanted && is_terminal(file) ? Colors::terminal : Colors::none;
}

// Joins warnings and notes that say the same of several places: the first remains, with the count.
Diagnostics grouped(const Diagnostics& diagnostics) {
    Diagnostics result;
    std::map<std::pair<Severity, std::string_view>, std::pair<std::size_t, int>> groups;
    for (const Diagnostic& each : diagnostics) {
        const auto [group, added] =
            groups.try_emplace({each.severity, each.what}, result.size(), 0);
        if (!added && each.severity != Severity::error) {
            ++group->second.second;
            continue;
        }
        result.push_back(each);
    }
    for (const auto& [key, group] : groups) {
        const auto& [place, more] = group;
        if (more > 0) result[place].what += fmt::format(" (and in {} more places)", more);
    }
    return result;
}

// Names of files may have bytes that are not UTF-8.
std::string json_of(const std::vector<std::string>& names) {
    return nlohmann::json(names).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Says what a host has to receive, unless the build made every file.
void print_changes(const BuildReport& report) {
    const OutputChanges& changes = report.changes;
    if (changes.written.size() == report.files) return;
    say(stdout, "{} of {} files changed, {:.1f} MB{}\n", changes.written.size(), report.files,
        static_cast<double>(changes.bytes) / 1e6,
        changes.removed.empty() ? "" : fmt::format("; {} removed", changes.removed.size()));
}

}  // namespace

std::unique_ptr<Progress> progress_for(const Arguments& arguments) {
    if (arguments.json || colors_of(stderr) == Colors::none) return nullptr;
    return std::make_unique<TerminalProgress>(stderr);
}

void print_diagnostics(const Diagnostics& diagnostics, bool all) {
    constexpr int max_notes = 5;
    const Colors colors = colors_of(stderr);
    int notes = 0;
    for (const Diagnostic& diagnostic : all ? diagnostics : grouped(diagnostics)) {
        if (!all && diagnostic.severity == Severity::note && ++notes > max_notes) continue;
        fmt::print(stderr, "{}", format_diagnostic(diagnostic, colors));
    }
    if (notes > max_notes) {
        say(stderr, "{} more notes; --verbose shows them\n", notes - max_notes);
    }
}

std::string shell_word(std::string_view path) {
    const auto is_plain = [](unsigned char c) {
        return c >= 0x80 || std::isalnum(c) != 0 ||
               std::string_view("/._-+,@%:").find(static_cast<char>(c)) != std::string_view::npos;
    };
    if (std::all_of(path.begin(), path.end(), is_plain)) return std::string(path);
    // Double quotes are understood by the shells of Windows, too.
    if (path.find_first_of("\"$`\\!") == std::string_view::npos) return fmt::format("\"{}\"", path);
    std::string quoted(path);
    strings::replace_all(quoted, "'", "'\\''");
    return fmt::format("'{}'", quoted);
}

std::string next_step(std::string_view folder, bool on_windows, bool with_npx) {
    return fmt::format("Next: cd {}{}{}broadsheet serve\n", printable(shell_word(folder)),
                       on_windows ? "\n      " : " && ", with_npx ? "npx " : "");
}

std::string next_step(std::string_view folder) {
    const char* command = std::getenv("npm_command");
    const bool with_npx = command != nullptr && std::string_view(command) == "exec";
    return next_step(folder, is_windows(), with_npx);
}

std::string plural(int count, std::string_view name) {
    return fmt::format("{} {}{}", count, name, count == 1 ? "" : "s");
}

std::string build_json(const BuildReport& report) {
    return fmt::format(
        "{{\"articles\":{},\"pages\":{},\"files\":{},\"bytes\":{},\"changed_bytes\":{},"
        "\"changed\":{},\"removed\":{},\"seconds\":{:.3f},"
        "\"peak_memory_bytes\":{},\"warnings\":{},\"errors\":{},\"diagnostics\":{}}}\n",
        report.articles, report.pages, report.files, report.bytes, report.changes.bytes,
        json_of(report.changes.written), json_of(report.changes.removed), report.seconds,
        report.peak_memory, count_of(report.diagnostics, Severity::warning),
        count_of(report.diagnostics, Severity::error), diagnostics_json(report.diagnostics));
}

void print_report(const BuildReport& report, const fs::path& out, bool verbose) {
    const int warnings = count_of(report.diagnostics, Severity::warning);
    const int errors = count_of(report.diagnostics, Severity::error);
    print_diagnostics(report.diagnostics, verbose);
    if (errors > 0) {
        say(stderr, "{}; nothing was written\n", plural(errors, "error"));
    } else if (out.empty()) {
        say(stdout, "{}, {:.2f} s{}\n", plural(report.articles, "article"), report.seconds,
            warnings == 0 ? "" : ", " + plural(warnings, "warning"));
    } else {
        say(stdout, "{}, {} in {} ({:.1f} MB), {:.2f} s{}\n", plural(report.articles, "article"),
            plural(static_cast<int>(report.files), "file"), out.string(),
            static_cast<double>(report.bytes) / 1e6, report.seconds,
            warnings == 0 ? "" : ", " + plural(warnings, "warning"));
        print_changes(report);
        if (report.articles == 0 && report.diagnostics.empty()) {
            say(stdout, "Texts are articles if their front matter or file name has a date\n");
        }
    }
    std::fflush(stdout);
}

}  // namespace broadsheet::press
