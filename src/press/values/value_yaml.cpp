#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "press/base/number.h"
#include "press/values/repeated_name.h"
#include "press/values/value.h"
#include "press/values/yaml_mistakes.h"

namespace broadsheet::press {

namespace {

// Aliases copy the value that they refer to, so a small file could otherwise expand without limit.
constexpr int max_values = 20'000;

class Converter {
  public:
    Converter(std::string_view text, int first_line) : text_(text), first_line_(first_line) {}

    Value convert(const YAML::Node& node, int depth = 0) {
        Value value;
        value.position = position(node.Mark());
        if (++count_ > max_values || depth > max_value_depth) {
            throw YAML::Exception(node.Mark(), "too many or too deeply nested values");
        }
        const bool is_block = node.Style() != YAML::EmitterStyle::Flow;
        if (node.IsScalar()) {
            read_scalar(node, value);
        } else if (node.IsSequence()) {
            value.kind = ValueKind::list;
            for (const YAML::Node& item : node) {
                if (is_block && is_plain(item)) check_item(item.Mark().line + 1);
                value.items.push_back(convert(item, depth + 1));
            }
        } else if (node.IsMap()) {
            value.kind = ValueKind::table;
            std::map<std::string, std::size_t> places;
            for (const auto& member : node) {
                const std::string name =
                    member.first.IsScalar() ? member.first.Scalar() : std::string();
                if (is_block && is_plain(member.second) &&
                    member.second.Mark().line > member.first.Mark().line) {
                    const YAML::Mark mark = member.second.Mark();
                    check_item(mark.line);
                    auto tight = find_tight_field(member.second.Scalar(),
                                                  line_of(text_, mark.line + 1), position(mark));
                    if (tight) warnings_.push_back(*std::move(tight));
                }
                Value converted = convert(member.second, depth + 1);
                if (member.second.IsNull()) converted.position = position(member.first.Mark());
                converted.name = name;
                const std::size_t place = value.members.size();
                const auto [known, added] = places.emplace(lower_ascii(name), place);
                if (added) {
                    value.members.push_back(std::move(converted));
                    continue;
                }
                warnings_.push_back(repeated_name(name, position(member.first.Mark()),
                                                  value.members[known->second].position));
                value.members[known->second] = std::move(converted);
            }
            merge(value);
        }
        return value;
    }

    std::optional<Diagnostic> take_error() { return std::move(error_); }
    Diagnostics take_warnings() { return std::move(warnings_); }

    Position position(const YAML::Mark& mark) const {
        if (mark.is_null()) return {first_line_, 1};
        return {mark.line + first_line_, mark.column + 1};
    }

  private:
    static bool is_plain(const YAML::Node& node) {
        return node.IsScalar() && node.Tag() != "!" && !node.Mark().is_null();
    }

    // `line` counts from 0.
    void check_item(int line) {
        if (!error_) error_ = find_tight_item(line_of(text_, line + 1), line + first_line_);
    }

    // "<<" names tables whose members count where the table has none of that name.
    static void merge(Value& table) {
        const auto found = std::find_if(table.members.begin(), table.members.end(),
                                        [](const Value& each) { return each.name == "<<"; });
        if (found == table.members.end()) return;
        const bool has_tables =
            found->kind == ValueKind::table ||
            (found->kind == ValueKind::list &&
             std::all_of(found->items.begin(), found->items.end(),
                         [](const Value& each) { return each.kind == ValueKind::table; }));
        if (!has_tables) return;
        const Value from = std::move(*found);
        table.members.erase(found);
        const auto take = [&](const Value& one) {
            for (const Value& member : one.members) {
                if (table.find(member.name) == nullptr) table.members.push_back(member);
            }
        };
        take(from);
        for (const Value& one : from.items) take(one);
    }

    // YAML 1.2 core schema, plus yes/no and on/off from YAML 1.1, minus octal and hexadecimal
    // numbers. Quoted scalars are text.
    static void read_scalar(const YAML::Node& node, Value& value) {
        const std::string& text = node.Scalar();
        value.text = text;
        value.kind = ValueKind::text;
        if (node.Tag() == "!") return;  // quoted
        if (text == "~" || text == "null" || text == "Null" || text == "NULL" || text.empty()) {
            value.kind = ValueKind::nothing;
            return;
        }
        for (const std::string_view yes : {"true", "yes", "on"}) {
            if (equal_ignoring_case(text, yes)) {
                value.kind = ValueKind::boolean;
                value.boolean = true;
                return;
            }
        }
        for (const std::string_view no : {"false", "no", "off"}) {
            if (equal_ignoring_case(text, no)) {
                value.kind = ValueKind::boolean;
                return;
            }
        }
        if (const auto number = read_number(text); number && number->length == text.size()) {
            value.kind = ValueKind::number;
            value.number = number->value;
        }
    }

    std::string_view text_;
    int first_line_;
    int count_ = 0;
    std::optional<Diagnostic> error_;
    Diagnostics warnings_;
};

}  // namespace

Parsed parse_yaml(std::string_view text, int first_line) {
    Parsed result;
    result.root.kind = ValueKind::table;
    result.root.position = {first_line, 1};
    try {
        const YAML::Node node = YAML::Load(std::string(text));
        if (!node.IsDefined() || node.IsNull()) return result;
        if (!node.IsMap()) {
            // A missing space after the only colon makes all of it one text.
            result.error = find_text_without_colon(text, first_line, all_lines);
            if (result.error && result.error->position.column > 1) return result;
            Diagnostic error;
            error.position = {first_line, 1};
            error.what = "the front matter has no fields";
            const auto sign = text.find(" = ");
            const bool toml = sign != std::string_view::npos && text.find('\n') > sign;
            error.remedy = toml ? "put TOML fields between lines with only +++, not ---"
                                : "write each field as `name: value`";
            error.source_line = std::string(line_of(text, 1));
            result.error = error;
            return result;
        }
        result.error = find_unclosed_quote(text, first_line);
        if (!result.error) result.error = find_text_without_colon(text, first_line, all_lines);
        if (result.error) return result;
        Converter converter(text, first_line);
        result.root = converter.convert(node);
        result.error = converter.take_error();
        result.warnings = converter.take_warnings();
    } catch (const YAML::Exception& exception) {
        result.error = find_tab_indent(text, first_line);
        const bool has_place = !exception.mark.is_null();
        Diagnostic explained =
            explain_yaml_error(exception.msg, has_place ? exception.mark.line : 0,
                               has_place ? exception.mark.column : 0, text, first_line);
        if (!result.error) {
            result.error = find_tight_dash(text, first_line, explained.position.line);
        }
        if (!result.error) result.error = find_open_quote(text, first_line);
        if (!result.error && exception.msg.find("illegal map value") != std::string::npos) {
            result.error = find_text_without_colon(text, first_line, explained.position.line);
        }
        if (!result.error) result.error = std::move(explained);
    }
    return result;
}

}  // namespace broadsheet::press
