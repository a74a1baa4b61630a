// Diagnostics: problems in an author's files, as values. Only the `command` folder prints them; all
// code below it returns them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/members.h"

namespace broadsheet::press {

// Errors make a command fail. Warnings do so only with `check --strict`; notes never do.
enum class Severity { note, warning, error };
std::string_view name_of(Severity severity);

// A position in a text: line and column, both counted from 1. Columns count code points. Line 0
// refers to the whole file.
struct Position {
    int line = 0;
    int column = 0;

    bool operator==(const Position&) const = default;
};

// One problem. Messages read "what; remedy".
struct Diagnostic {
    Severity severity = Severity::error;
    std::string path;  // relative to the content folder
    Position position;
    std::string what;
    std::string remedy;
    std::string source_line;  // shown with a caret under the column; may be empty

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

// A text for the terminal: what could steer it, or hide the order of the text, becomes "?".
std::string printable(std::string_view text);

// Whether to colour the output with terminal escape sequences.
enum class Colors { none, terminal };

// Formats a diagnostic as "path:line:column: error: what; remedy", followed by the source line and
// a caret. Long source lines are shortened around the caret.
std::string format_diagnostic(const Diagnostic& diagnostic, Colors colors = Colors::none);

// Returns a JSON array of objects with severity, path, line, column, what, remedy and source. Line
// and column 0 refer to the whole file.
std::string diagnostics_json(const Diagnostics& diagnostics);

// Sorts by path, line and column, and removes repeated diagnostics. The sort is stable.
void sort_diagnostics(Diagnostics& diagnostics);

// The number of diagnostics with this severity.
int count_of(const Diagnostics& diagnostics, Severity severity);

// The position of a byte offset in UTF-8 text. Offsets past the end give the position of the end.
Position position_of(std::string_view text, std::size_t offset);

// The text of a line without its line feed, or an empty view if there is no such line. Lines count
// from 1.
std::string_view line_of(std::string_view text, int line);

// See model/members.h.
template <model::Either<Position> Type, typename Visit>
void members(Type& position, Visit&& visit) {
    auto& [line, column] = position;
    visit(line, column);
}

template <model::Either<Diagnostic> Type, typename Visit>
void members(Type& diagnostic, Visit&& visit) {
    auto& [severity, path, position, what, remedy, source_line] = diagnostic;
    visit(severity, path, position, what, remedy, source_line);
}

}  // namespace broadsheet::press
