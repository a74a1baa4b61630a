#include "press/values/value.h"

namespace broadsheet::press {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_ignoring_case(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (lower(left[i]) != lower(right[i])) return false;
    }
    return true;
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower(c);
    return out;
}

const Value* Value::find(std::string_view wanted) const {
    for (const Value& member : members) {
        if (equal_ignoring_case(member.name, wanted)) return &member;
    }
    return nullptr;
}

std::string text_member(const Value& table, std::string_view name) {
    const Value* value = table.find(name);
    return value != nullptr && value->is_scalar() ? value->text : std::string();
}

std::string describe(const Value& value) {
    constexpr std::size_t longest = 80;
    switch (value.kind) {
        case ValueKind::nothing: return "empty";
        case ValueKind::list: return "a list";
        case ValueKind::table: return "a table";
        default: break;
    }
    return value.text.size() > longest ? "a long text" : "\"" + value.text + "\"";
}

Parsed parse_values(std::string_view text, Dialect dialect, int first_line) {
    switch (dialect) {
        case Dialect::yaml: return parse_yaml(text, first_line);
        case Dialect::toml: return parse_toml(text, first_line);
        case Dialect::json: return parse_json(text, first_line);
        case Dialect::none: break;
    }
    Parsed result;
    result.root.kind = ValueKind::table;
    return result;
}

}  // namespace broadsheet::press
