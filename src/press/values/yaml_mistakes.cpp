#include "press/values/yaml_mistakes.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "press/values/value.h"

namespace broadsheet::press {

namespace {

Diagnostic mistake(std::string_view line, int number, std::size_t column, std::string what,
                   std::string remedy) {
    Diagnostic error;
    error.position = {number, static_cast<int>(column) + 1};
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    error.source_line = std::string(line);
    return error;
}

// The length of a field's name at the start of a line: 5 for "title: x" and "title:x".
std::size_t name_length(std::string_view line) {
    const auto end = std::find_if_not(line.begin(), line.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-' || c == '.';
    });
    return static_cast<std::size_t>(end - line.begin());
}

// The offset of the last bracket that is not closed, if any. Only brackets where a value may start
// count; others are text.
std::optional<std::size_t> find_unclosed_bracket(std::string_view text) {
    std::vector<std::size_t> open;
    char before = '\n';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool begins = std::string_view("\n:-,[{").find(before) != std::string_view::npos;
        if (c == ' ') continue;
        if (c == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n')) {
            i = std::min(text.find('\n', i), text.size()) - 1;
            continue;
        }
        if ((c == '"' || c == '\'') && begins) {
            i = std::min(text.find(c, i + 1), text.size() - 1);
        } else if ((c == '[' || c == '{') && begins) {
            open.push_back(i);
        } else if ((c == ']' || c == '}') && !open.empty()) {
            open.pop_back();
        }
        before = c;
    }
    return open.empty() ? std::nullopt : std::optional(open.back());
}

// The quote that the value of a field begins and that ends before `column`; 0 if there is none.
char quote_before(std::string_view line, std::size_t column) {
    const auto colon = line.find(": ");
    const auto value =
        colon == std::string_view::npos ? colon : line.find_first_not_of(' ', colon + 1);
    if (value == std::string_view::npos || value >= column) return 0;
    const char quote = line[value];
    const bool is_quote = quote == '"' || quote == '\'';
    return is_quote && line.find(quote, value + 1) < column ? quote : '\0';
}

// True if the value of a field begins with a bracket: "[Review] Film".
bool has_bracket_before(std::string_view line, std::size_t column) {
    const auto colon = line.find(": ");
    const auto value =
        colon == std::string_view::npos ? colon : line.find_first_not_of(' ', colon + 1);
    return value != std::string_view::npos && value < column &&
           (line[value] == '[' || line[value] == '{');
}

bool is_conflict_mark(std::string_view line) {
    return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line == "=======";
}

// Calls `visit` with each line and its number, until it returns something.
template <typename Visit>
std::optional<Diagnostic> find_in_lines(std::string_view text, int first_line, Visit visit) {
    int number = first_line;
    for (std::size_t start = 0; start < text.size(); ++number) {
        const std::string_view line = text.substr(start, text.find('\n', start) - start);
        start += line.size() + 1;
        if (auto found = visit(line, number)) return found;
    }
    return std::nullopt;
}

// A list, table or quoted text that may go on over several lines.
class OpenValue {
  public:
    // Reads the value after a field's colon.
    void begin(std::string_view text) {
        const auto first = text.find_first_not_of(" \t");
        const char sign = first == std::string_view::npos ? ' ' : text[first];
        if (sign == '[' || sign == '{' || sign == '"' || sign == '\'') read(text.substr(first));
    }

    void read(std::string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (quote_ != 0) {
                if (c == '\\' && quote_ == '"') ++i;
                if (c == quote_) quote_ = 0;
            } else if (c == '"' || (c == '\'' && (i == 0 || text[i - 1] == ' ' ||
                                                  text[i - 1] == '[' || text[i - 1] == ','))) {
                quote_ = c;
            } else if (c == '[' || c == '{') {
                ++depth_;
            } else if (c == ']' || c == '}') {
                --depth_;
            }
        }
    }

    bool is_open() const { return quote_ != 0 || depth_ > 0; }

  private:
    char quote_ = 0;
    int depth_ = 0;
};

// True for "-Water": a dash that no list item begins with, and no number.
bool is_tight_dash(std::string_view line) {
    return line.size() > 1 && line[0] == '-' &&
           std::string_view(" \t-.0123456789").find(line[1]) == std::string_view::npos;
}

// True for "src:a.jpg", but not for addresses such as "https://a.example" and "mailto:a@a.example".
bool is_tight_colon(std::string_view text) {
    const std::size_t length = name_length(text);
    if (length == 0 || length + 1 >= text.size() || text[length] != ':') return false;
    static constexpr std::array<std::string_view, 9> schemes = {
        "mailto", "tel", "sms", "data", "urn", "doi", "isbn", "xmpp", "javascript"};
    const std::string name = lower_ascii(text.substr(0, length));
    const bool is_name = std::find(schemes.begin(), schemes.end(), name) == schemes.end() &&
                         name.find_first_not_of("0123456789") != std::string::npos;
    return is_name && std::string_view(" \t/:").find(text[length + 1]) == std::string_view::npos;
}

}  // namespace

Diagnostic explain_yaml_error(std::string_view message, int line, int column, std::string_view text,
                              int first_line) {
    Diagnostic error;
    error.position = {line + first_line, column + 1};
    error.source_line = std::string(line_of(text, line + 1));
    const auto offset = static_cast<std::size_t>(column);
    const char quote = quote_before(error.source_line, offset);
    const std::string_view above = line > 0 ? line_of(text, line) : std::string_view();
    const auto value_above = above.find(": ");
    if (message.find("illegal map value") != std::string::npos) {
        error.what = "the value contains a second colon";
        error.remedy = "put the value in quotes";
        // A field that is indented continues the text above.
        const auto first = error.source_line.find_first_not_of(' ');
        const bool is_field =
            first != std::string::npos && first > 0 && error.source_line.find(':') == offset;
        if (is_field && value_above != std::string_view::npos &&
            above.find_first_not_of(' ') < first) {
            error.position.column = 1;
            error.what = "this field is indented, so it continues the value above";
            error.remedy = "remove the spaces before it, or put the whole value in quotes";
        }
    } else if (message.find("unknown escape") != std::string::npos) {
        error.what = "a backslash in double quotes begins an escape, and this one is unknown";
        error.remedy = "put the value in single quotes, or double each backslash";
    } else if (message.find("end of map not found") != std::string::npos && quote != 0) {
        error.what = "text follows the quote that ends the value";
        error.remedy = quote == '"'
                           ? "put the whole value in quotes, and write \\\" for those in it"
                           : "write '' for each ' within single quotes";
    } else if (message.find("end of map not found") != std::string::npos &&
               has_bracket_before(error.source_line, offset)) {
        error.what = "text follows the bracket that ends the value";
        error.remedy = "put the whole value in quotes";
    } else if (message.find("end of map not found") != std::string::npos &&
               error.source_line.starts_with("- ")) {
        error.what = "this list item belongs to no field";
        error.remedy = "write the name of its field and a colon above the list";
    } else if (message.find("end of sequence flow") != std::string::npos ||
               message.find("end of map flow") != std::string::npos) {
        error.what = "a list or table is not closed";
        error.remedy = "add the missing ] or }";
        // The library reports where it noticed the error, which may be several lines later.
        if (const auto place = find_unclosed_bracket(text)) {
            error.position = position_of(text, *place);
            error.source_line = std::string(line_of(text, error.position.line));
            error.position.line += first_line - 1;
            error.remedy = std::string("add the missing ") + (text[*place] == '[' ? ']' : '}');
        }
    } else if (message == "unknown token") {
        error.what = "a YAML value cannot start with this character";
        error.remedy = "put the value in quotes";
    } else if (message.find("anchor is not defined") != std::string::npos) {
        error.what = "* starts an alias, but its anchor is not defined";
        error.remedy = "put the value in quotes";
    } else {
        error.what = "the YAML cannot be read (" + std::string(message) + ")";
        error.remedy = "correct this line";
    }
    return error;
}

std::optional<Diagnostic> find_tab_indent(std::string_view text, int first_line) {
    int line_number = 0;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        const auto first = line.find_first_not_of(' ');
        if (first != std::string_view::npos && line[first] == '\t') {
            Diagnostic error;
            error.position = {line_number + first_line, static_cast<int>(first) + 1};
            error.what = "YAML does not allow tabs for indentation";
            error.remedy = "replace the tab with spaces";
            error.source_line = std::string(line);
            return error;
        }
        start = end + 1;
        ++line_number;
    }
    return std::nullopt;
}

std::optional<Diagnostic> find_tight_dash(std::string_view text, int first_line, int last_line) {
    bool in_list = false;
    int line_number = first_line;
    for (std::size_t start = 0; start < text.size() && line_number <= last_line; ++line_number) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        start = end + 1;
        const auto first = line.find_first_not_of(' ');
        if (first == std::string_view::npos || line[first] != '-') {
            in_list = in_list && first != std::string_view::npos && line[first] == '#';
            continue;
        }
        if (first + 1 < line.size() && line[first + 1] != ' ' && line[first + 1] != '-' &&
            in_list) {
            Diagnostic error;
            error.position = {line_number, static_cast<int>(first) + 1};
            error.what = "a list item has no space after its dash";
            error.remedy = "write \"- " + std::string(line.substr(first + 1)) + "\"";
            error.source_line = std::string(line);
            return error;
        }
        in_list = true;
    }
    return std::nullopt;
}

std::optional<Diagnostic> find_unclosed_quote(std::string_view text, int first_line) {
    int line_number = 0;
    for (std::size_t start = 0; start < text.size(); ++line_number) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view line = text.substr(start, end - start);
        const auto colon = line.find(": ");
        const auto value = colon == std::string_view::npos || line[0] == ' ' || line[0] == '#'
                               ? std::string_view::npos
                               : line.find_first_not_of(' ', colon + 1);
        start = end + 1;
        if (value == std::string_view::npos || (line[value] != '"' && line[value] != '\''))
            continue;
        const char quote = line[value];
        std::size_t i = static_cast<std::size_t>(line.data() - text.data()) + value + 1;
        while (i < text.size() && text[i] != quote) i += quote == '"' && text[i] == '\\' ? 2 : 1;
        if (i < text.size()) continue;
        Diagnostic error;
        error.position = {line_number + first_line, static_cast<int>(value) + 1};
        error.what = "a quoted string is not closed";
        error.remedy = std::string("add the missing ") + quote;
        error.source_line = std::string(line);
        return error;
    }
    return std::nullopt;
}

std::optional<Diagnostic> find_text_without_colon(std::string_view text, int first_line,
                                                  int last_line) {
    OpenValue value;
    return find_in_lines(
        text, first_line, [&](std::string_view line, int number) -> std::optional<Diagnostic> {
            if (number > last_line || line.empty()) return std::nullopt;
            constexpr std::string_view others = " \t-#[]{}\"'?&*!|>%@`,.";
            if (value.is_open()) {
                value.read(line);
                return std::nullopt;
            }
            if (others.find(line[0]) != std::string_view::npos) return std::nullopt;
            // A name may contain colons; the one before a space ends it.
            const auto colon =
                line.ends_with(':') ? line.size() - 1 : std::min(line.find(": "), line.find(":\t"));
            if (colon != std::string_view::npos) {
                value.begin(line.substr(colon + 1));
                return std::nullopt;
            }
            if (line == "---" || line == "...") return std::nullopt;
            if (is_conflict_mark(line)) {
                return mistake(line, number, 0,
                               "this is a conflict mark of a version control system",
                               "choose one of the two versions, and remove the marks");
            }
            const std::size_t length = name_length(line);
            if (length > 0 && length < line.size() && line[length] == ':') {
                return mistake(line, number, length, "there is no space after the colon",
                               "write `" + std::string(line.substr(0, length)) + ": " +
                                   std::string(line.substr(length + 1)) + "`");
            }
            return mistake(line, number, 0, "this line is not a field",
                           "indent it if it continues the line above, or write `name: value`");
        });
}

std::optional<Diagnostic> find_open_quote(std::string_view text, int first_line) {
    std::optional<Diagnostic> open;
    return find_in_lines(
        text, first_line, [&](std::string_view line, int number) -> std::optional<Diagnostic> {
            const std::size_t length = name_length(line);
            const bool is_field = length > 0 && line.substr(length).starts_with(": ");
            if (is_field && open) return open;
            if (!is_field) return std::nullopt;
            const auto value = line.find_first_not_of(' ', length + 1);
            if (value == std::string_view::npos) return std::nullopt;
            const char quote = line[value];
            if (quote != '"' && quote != '\'') return std::nullopt;
            std::size_t i = value + 1;
            while (i < line.size() && line[i] != quote)
                i += quote == '"' && line[i] == '\\' ? 2 : 1;
            if (i >= line.size()) {
                open = mistake(line, number, value, "a quoted string is not closed",
                               std::string("add the missing ") + quote);
            }
            return std::nullopt;
        });
}

std::optional<Diagnostic> find_tight_item(std::string_view line, int number) {
    const auto first = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view item = line.substr(first);
    if (!is_tight_dash(item)) return std::nullopt;
    return mistake(line, number, first, "a list item has no space after its dash",
                   "write \"- " + std::string(item.substr(1)) + "\"");
}

std::optional<Diagnostic> find_tight_field(std::string_view text, std::string_view line,
                                           Position place) {
    if (!is_tight_colon(text)) return std::nullopt;
    const std::size_t length = name_length(text);
    Diagnostic warning =
        mistake(line, place.line, static_cast<std::size_t>(place.column - 1) + length,
                "there is no space after the colon",
                "write `" + std::string(text.substr(0, length)) + ": " +
                    std::string(text.substr(length + 1)) + "`, or put it in quotes");
    warning.severity = Severity::warning;
    return warning;
}

}  // namespace broadsheet::press
