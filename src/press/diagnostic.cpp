#include "press/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "model/utf8.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t longest_line_shown = 160;

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

// The caret's line: tabs stay tabs, so that it stands under its character.
std::string caret_line(std::string_view line, int column) {
    std::string out;
    std::size_t position = 0;
    for (int i = 1; i < column; ++i) {
        const bool tab = position < line.size() && line[position] == '\t';
        if (position < line.size()) model::next_code_point(line, position);
        out += tab ? '\t' : ' ';
    }
    return out + "^";
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic) {
    std::string out = diagnostic.path;
    if (diagnostic.position.line > 0) {
        out += ":" + std::to_string(diagnostic.position.line);
        out += ":" + std::to_string(std::max(1, diagnostic.position.column));
    }
    out += ": ";
    out += name_of(diagnostic.severity);
    out += ": " + diagnostic.what;
    if (!diagnostic.remedy.empty()) out += "; " + diagnostic.remedy;
    out += '\n';
    const std::string& line = diagnostic.source_line;
    if (diagnostic.position.line > 0 && !line.empty() && line.size() <= longest_line_shown) {
        out += line + "\n" + caret_line(line, diagnostic.position.column) + "\n";
    }
    return out;
}

void sort_diagnostics(Diagnostics& diagnostics) {
    const auto key = [](const Diagnostic& each) {
        return std::tie(each.path, each.position.line, each.position.column);
    };
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(),
        [&](const Diagnostic& left, const Diagnostic& right) { return key(left) < key(right); });
}

int count_of(const Diagnostics& diagnostics, Severity severity) {
    return static_cast<int>(
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [&](const Diagnostic& each) { return each.severity == severity; }));
}

Position position_of(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    Position result{1, 1};
    std::size_t line_start = 0;
    for (std::size_t i = 0; i < offset; ++i) {
        if (text[i] != '\n') continue;
        ++result.line;
        line_start = i + 1;
    }
    std::size_t position = line_start;
    while (position < offset) {
        model::next_code_point(text, position);
        ++result.column;
    }
    return result;
}

std::string_view line_of(std::string_view text, int line) {
    std::size_t start = 0;
    for (int i = 1; i < line; ++i) {
        const auto end = text.find('\n', start);
        if (end == std::string_view::npos) return {};
        start = end + 1;
    }
    return text.substr(start, text.find('\n', start) - start);
}

}  // namespace broadsheet::press
