#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "press/values/value.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::ordered_json;

constexpr int max_depth = 32;

// The JSON library does not report positions. A member gets the position where its quoted name
// first occurs in the text.
class Converter {
  public:
    Converter(std::string_view text, int first_line) : text_(text), first_line_(first_line) {}

    Value convert(const Json& json, Position place, int depth = 0) const {
        Value value;
        value.position = place;
        if (depth > max_depth) return value;
        if (json.is_object()) {
            value.kind = ValueKind::table;
            for (const auto& [name, member] : json.items()) {
                value.members.push_back(convert(member, place_of(name, place), depth + 1));
                value.members.back().name = name;
            }
        } else if (json.is_array()) {
            value.kind = ValueKind::list;
            for (const Json& item : json) value.items.push_back(convert(item, place, depth + 1));
        } else if (json.is_string()) {
            value.kind = ValueKind::text;
            value.text = json.get<std::string>();
        } else if (json.is_boolean()) {
            value.kind = ValueKind::boolean;
            value.boolean = json.get<bool>();
            value.text = value.boolean ? "true" : "false";
        } else if (json.is_number()) {
            value.kind = ValueKind::number;
            value.number = json.get<double>();
            value.text = json.dump();
        }
        return value;
    }

  private:
    Position place_of(const std::string& name, Position otherwise) const {
        const auto found = text_.find("\"" + name + "\"");
        if (found == std::string_view::npos) return otherwise;
        Position place = position_of(text_, found);
        place.line += first_line_ - 1;
        return place;
    }

    std::string_view text_;
    int first_line_;
};

Json to_json(const Value& value) {
    switch (value.kind) {
        case ValueKind::nothing: return nullptr;
        case ValueKind::boolean: return value.boolean;
        case ValueKind::number: {
            Json number = Json::parse(value.text, nullptr, false);
            return number.is_number() ? number : Json(value.text);
        }
        case ValueKind::text:
        case ValueKind::date: return value.text;
        case ValueKind::list: {
            Json list = Json::array();
            for (const Value& item : value.items) list.push_back(to_json(item));
            return list;
        }
        case ValueKind::table: break;
    }
    Json table = Json::object();
    for (const Value& member : value.members) table[member.name] = to_json(member);
    return table;
}

}  // namespace

std::string json_of(const Value& value) {
    return to_json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Parsed parse_json(std::string_view text, int first_line) {
    Parsed result;
    result.root.kind = ValueKind::table;
    result.root.position = {first_line, 1};
    try {
        const Json json = Json::parse(text);
        if (json.is_object()) {
            result.root = Converter(text, first_line).convert(json, {first_line, 1});
            return result;
        }
        result.error.emplace();
        result.error->position = {first_line, 1};
        result.error->what = "the JSON is not an object";
        result.error->remedy = "put the fields between { and }";
    } catch (const Json::parse_error& exception) {
        const std::size_t offset = exception.byte == 0 ? 0 : exception.byte - 1;
        Diagnostic error;
        error.position = position_of(text, offset);
        error.source_line = std::string(line_of(text, error.position.line));
        error.position.line += first_line - 1;
        error.what = "the JSON cannot be read here";
        error.remedy = "look for a missing comma, quote or bracket";
        result.error = error;
    } catch (const Json::out_of_range& exception) {
        // The library reports the number that is out of range only in its message.
        const std::string_view said = exception.what();
        const auto quote = std::min(said.find('\''), said.size());
        const std::string_view number = said.substr(std::min(quote + 1, said.size()));
        const auto place = text.find(number.substr(0, number.find('\'')));
        Diagnostic error;
        error.position = position_of(text, place == std::string_view::npos ? 0 : place);
        error.source_line = std::string(line_of(text, error.position.line));
        error.position.line += first_line - 1;
        error.what = "the number is too large";
        error.remedy = "write it in quotes, or leave it out";
        result.error = error;
    }
    return result;
}

}  // namespace broadsheet::press
