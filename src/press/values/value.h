// What front matter and configuration files hold, whichever of YAML, TOML and JSON they are
// written in, with the place of each value so that an error can point at it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/values/source.h"

namespace broadsheet::press {

enum class ValueKind { nothing, boolean, number, text, date, list, table };

struct Value {
    ValueKind kind = ValueKind::nothing;
    Position position;
    std::string text;  // of a scalar: as written, without quotes
    bool boolean = false;
    double number = 0;
    std::vector<Value> items;    // of a list
    std::vector<Value> members;  // of a table, in the order written
    std::string name;            // of a member

    bool is_scalar() const {
        return kind == ValueKind::boolean || kind == ValueKind::number || kind == ValueKind::text ||
               kind == ValueKind::date;
    }
    // The member whose name is `wanted`, ignoring ASCII case.
    const Value* find(std::string_view wanted) const;
};

// The value as messages name it: a list is "a list", a scalar is itself in quotes.
std::string describe(const Value& value);

struct Parsed {
    Value root;                       // a table
    std::optional<Diagnostic> error;  // position within `text`, shifted by `first_line`; no path
};

// Reads a table. `first_line` is the number of the text's first line within its file.
Parsed parse_values(std::string_view text, Dialect dialect, int first_line = 1);

// The three, for parse_values.
Parsed parse_yaml(std::string_view text, int first_line);
Parsed parse_toml(std::string_view text, int first_line);
Parsed parse_json(std::string_view text, int first_line);

// The value as JSON, without its name. Dates are text, as are numbers that JSON cannot write.
std::string json_of(const Value& value);

bool equal_ignoring_case(std::string_view left, std::string_view right);
std::string lower_ascii(std::string_view text);

}  // namespace broadsheet::press
