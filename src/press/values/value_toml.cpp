#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>

#include "press/values/value.h"

namespace broadsheet::press {

namespace {

Position position_of_region(const toml::source_region& region, int first_line) {
    return {static_cast<int>(region.begin.line) + first_line - 1,
            static_cast<int>(region.begin.column)};
}

template <typename T>
std::string written(const T& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

std::string text_of_number(double number) {
    std::ostringstream out;
    out << number;
    return out.str();
}

// The library's message without the name of the grammar rule.
std::string reason_of(std::string_view description) {
    if (description.find("parsing string") != std::string_view::npos &&
        description.find("control characters") != std::string_view::npos) {
        return "a string is not closed on its line";
    }
    if (description.find("could not determine value type") != std::string_view::npos) {
        return "a string is not in quotes";
    }
    const auto colon = description.find(": ");
    if (description.starts_with("Error while") && colon != std::string_view::npos) {
        description.remove_prefix(colon + 2);
    }
    return std::string(description);
}

Value convert(const toml::node& node, int first_line) {
    Value value;
    value.position = position_of_region(node.source(), first_line);
    if (const auto* table = node.as_table()) {
        value.kind = ValueKind::table;
        for (const auto& [key, member] : *table) {
            value.members.push_back(convert(member, first_line));
            value.members.back().name = key.str();
        }
        // The library sorts members by name. Restore source order, so that errors come in order.
        std::stable_sort(value.members.begin(), value.members.end(),
                         [](const auto& left, const auto& right) {
                             const Position& a = left.position;
                             const Position& b = right.position;
                             return a.line != b.line ? a.line < b.line : a.column < b.column;
                         });
    } else if (const auto* array = node.as_array()) {
        value.kind = ValueKind::list;
        for (const toml::node& item : *array) value.items.push_back(convert(item, first_line));
    } else if (const auto* text = node.as_string()) {
        value.kind = ValueKind::text;
        value.text = text->get();
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = ValueKind::boolean;
        value.boolean = boolean->get();
        value.text = value.boolean ? "true" : "false";
    } else if (const auto* whole = node.as_integer()) {
        value.kind = ValueKind::number;
        value.number = static_cast<double>(whole->get());
        value.text = std::to_string(whole->get());
    } else if (const auto* real = node.as_floating_point()) {
        value.kind = ValueKind::number;
        value.number = real->get();
        value.text = text_of_number(real->get());
    } else if (const auto* day = node.as_date()) {
        value.kind = ValueKind::date;
        value.text = written(day->get());
    } else if (const auto* instant = node.as_date_time()) {
        value.kind = ValueKind::date;
        value.text = written(instant->get());
    } else if (const auto* time = node.as_time()) {
        value.kind = ValueKind::text;
        value.text = written(time->get());
    }
    return value;
}

}  // namespace

Parsed parse_toml(std::string_view text, int first_line) {
    Parsed result;
    result.root.kind = ValueKind::table;
    result.root.position = {first_line, 1};
    try {
        const toml::table table = toml::parse(text);
        result.root = convert(table, first_line);
    } catch (const toml::parse_error& exception) {
        Diagnostic error;
        error.position = position_of_region(exception.source(), first_line);
        error.what = "the TOML cannot be read (" + reason_of(exception.description()) + ")";
        error.remedy = "correct this line";
        error.source_line =
            std::string(line_of(text, static_cast<int>(exception.source().begin.line)));
        result.error = error;
    }
    return result;
}

}  // namespace broadsheet::press
