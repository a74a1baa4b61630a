#include "press/base/diagnostic.h"

#include <utf8proc.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

// Maximum number of characters of a source line to print, around the caret.
constexpr int widest_line_shown = 110;

std::string_view color_of(Severity severity) {
    switch (severity) {
        case Severity::note: return "\x1b[1;36m";
        case Severity::warning: return "\x1b[1;35m";
        case Severity::error: break;
    }
    return "\x1b[1;31m";
}

// True for characters that could steer a terminal or hide the order of the text: control characters
// and marks of direction.
bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200E && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x061C ||
           c == 0xFEFF;
}

std::string painted(std::string_view text, std::string_view color, Colors colors) {
    if (colors == Colors::none) return std::string(text);
    return std::string(color) + std::string(text) + "\x1b[0m";
}

// The printed part of a source line, and the column of the caret in it.
struct Excerpt {
    std::string line;
    int column = 1;
};

// The part of a line to print. Control characters become spaces, because they could steer a
// terminal; tabs stay.
Excerpt excerpt_of(std::string_view line, int column) {
    std::vector<std::string_view> characters;
    for (std::size_t position = 0; position < line.size();) {
        const std::size_t start = position;
        strings::next_code_point(line, position);
        characters.push_back(line.substr(start, position - start));
    }
    const int count = static_cast<int>(characters.size());
    int start = 0;
    int end = count;
    if (count > widest_line_shown) {
        start = std::clamp(column - widest_line_shown / 2, 0, count - widest_line_shown);
        end = start + widest_line_shown;
    }
    Excerpt result;
    result.column = column - start;
    if (start > 0) {
        result.line = "… ";
        result.column += 2;
    }
    for (int i = start; i < end; ++i) {
        const std::string_view each = characters[static_cast<std::size_t>(i)];
        std::size_t begin = 0;
        const bool control = is_control(strings::next_code_point(each, begin));
        result.line += control && each != "\t" ? " " : each;
    }
    if (end < count) result.line += " …";
    return result;
}

// The line with the caret. Tabs stay tabs, so that the caret aligns with its character.
std::string caret_line(std::string_view line, int column, Colors colors) {
    std::string out;
    std::size_t position = 0;
    for (int i = 1; i < column; ++i) {
        const bool tab = position < line.size() && line[position] == '\t';
        char32_t letter = ' ';
        if (position < line.size()) letter = strings::next_code_point(line, position);
        // Han and kana characters take two terminal cells, combining marks take none.
        const int cells = tab ? 1 : utf8proc_charwidth(static_cast<utf8proc_int32_t>(letter));
        out.append(static_cast<std::size_t>(std::max(0, cells)), tab ? '\t' : ' ');
    }
    return out + painted("^", "\x1b[1;32m", colors);
}

}  // namespace

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note: return "note";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(text, position);
        out += is_control(c) ? "?" : text.substr(start, position - start);
    }
    return out;
}

std::string format_diagnostic(const Diagnostic& diagnostic, Colors colors) {
    std::string place = printable(diagnostic.path);
    if (diagnostic.position.line > 0) {
        place += ":" + std::to_string(diagnostic.position.line);
        place += ":" + std::to_string(std::max(1, diagnostic.position.column));
    }
    std::string out = painted(place + ":", "\x1b[1m", colors) + " ";
    out += painted(std::string(name_of(diagnostic.severity)) + ":", color_of(diagnostic.severity),
                   colors);
    out += " " + printable(diagnostic.what);
    if (!diagnostic.remedy.empty()) out += "; " + printable(diagnostic.remedy);
    out += '\n';
    if (diagnostic.position.line > 0 && !diagnostic.source_line.empty()) {
        const Excerpt excerpt = excerpt_of(diagnostic.source_line, diagnostic.position.column);
        out += excerpt.line + "\n" + caret_line(excerpt.line, excerpt.column, colors) + "\n";
    }
    return out;
}

std::string diagnostics_json(const Diagnostics& diagnostics) {
    nlohmann::ordered_json result = nlohmann::ordered_json::array();
    for (const Diagnostic& each : diagnostics) {
        result.push_back({{"severity", name_of(each.severity)},
                          {"path", each.path},
                          {"line", each.position.line},
                          {"column", each.position.column},
                          {"what", each.what},
                          {"remedy", each.remedy},
                          {"source", each.source_line}});
    }
    return result.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void sort_diagnostics(Diagnostics& diagnostics) {
    const auto key = [](const Diagnostic& each) {
        return std::tie(each.path, each.position.line, each.position.column);
    };
    std::stable_sort(
        diagnostics.begin(), diagnostics.end(),
        [&](const Diagnostic& left, const Diagnostic& right) { return key(left) < key(right); });
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end()), diagnostics.end());
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
        strings::next_code_point(text, position);
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
