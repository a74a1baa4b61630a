// What went wrong with an author's file, as a value: where, what, and what to do about it. Nothing
// below `command` prints; everything returns these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/members.h"

namespace broadsheet::press {

enum class Severity { note, warning, error };

// A place in a text: lines from 1, columns from 1 in characters. Line 0: the file as a whole.
struct Position {
    int line = 0;
    int column = 0;

    bool operator==(const Position&) const = default;
};

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

enum class Colors { none, terminal };

// "path:line:col: error: what; what to do", then the line and a caret. Of a long line, what stands
// around the caret. Terminals' colours where asked for.
std::string format_diagnostic(const Diagnostic& diagnostic, Colors colors = Colors::none);

// A JSON array of objects with severity, path, line, column, what, remedy and source; a line or
// column of 0: the file as a whole.
std::string diagnostics_json(const Diagnostics& diagnostics);

// By path, then place; the same place keeps its order.
void sort_diagnostics(Diagnostics& diagnostics);

int count_of(const Diagnostics& diagnostics, Severity severity);

Position position_of(std::string_view text, std::size_t offset);

// The line's text without its end; lines count from 1.
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
