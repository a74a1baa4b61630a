// The values of front matter and configuration files in YAML, TOML or JSON, with the position of
// each value for error messages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/values/source.h"

namespace broadsheet::press {

// `nothing` is an empty value or null.
enum class ValueKind { nothing, boolean, number, text, date, list, table };

// A value of any kind. Members that do not belong to its kind are empty.
struct Value {
    ValueKind kind = ValueKind::nothing;
    Position position;
    std::string text;  // of a scalar, as written, without quotes
    bool boolean = false;
    double number = 0;
    std::vector<Value> items;    // of a list
    std::vector<Value> members;  // of a table, in source order
    std::string name;            // of a table's member

    bool is_scalar() const {
        return kind == ValueKind::boolean || kind == ValueKind::number || kind == ValueKind::text ||
               kind == ValueKind::date;
    }
    // The table member with this name (case-insensitive in ASCII), or null.
    const Value* find(std::string_view wanted) const;
};

// The text of a table's member, if that is a scalar; otherwise empty.
std::string text_member(const Value& table, std::string_view name);

// Describes the value for messages: "a list", "a table", "empty", or a scalar in quotes. Scalars
// over 80 bytes are "a long text".
std::string describe(const Value& value);

// The result of parsing: a table, or an error.
struct Parsed {
    Value root;                       // always a table
    std::optional<Diagnostic> error;  // has a position in the file, but no path
    Diagnostics warnings{};           // likewise
};

// Levels of lists and tables in each other.
inline constexpr int max_value_depth = 32;

// Parses a table. `first_line` is the line number of the start of `text` in its file. YAML is
// limited to 20,000 values and `max_value_depth`, because aliases could expand a small file without
// limit. Deeper values of JSON are left empty.
Parsed parse_values(std::string_view text, Dialect dialect, int first_line = 1);

// The parsers behind parse_values. JSON may lack the braces around its members.
Parsed parse_yaml(std::string_view text, int first_line);
Parsed parse_toml(std::string_view text, int first_line);
Parsed parse_json(std::string_view text, int first_line);

// Serializes the value, without its name, as JSON. Dates, and numbers that JSON cannot represent,
// become strings.
std::string json_of(const Value& value);

// Compares, or converts to lower case, the ASCII letters only.
bool equal_ignoring_case(std::string_view left, std::string_view right);
std::string lower_ascii(std::string_view text);

}  // namespace broadsheet::press
