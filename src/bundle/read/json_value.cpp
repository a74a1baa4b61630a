#include "bundle/read/json_value.h"

#include <nlohmann/json.hpp>

namespace broadsheet::bundle {

namespace {

using Json = nlohmann::json;

const Json& json_of(const void* value) {
    static const Json none;
    return value == nullptr ? none : *static_cast<const Json*>(value);
}

}  // namespace

bool JsonValue::is_text() const { return json_of(value_).is_string(); }
bool JsonValue::is_number() const { return json_of(value_).is_number(); }
bool JsonValue::is_array() const { return json_of(value_).is_array(); }
bool JsonValue::is_object() const { return json_of(value_).is_object(); }

std::string JsonValue::text() const {
    const auto* text = json_of(value_).get_ptr<const Json::string_t*>();
    return text == nullptr ? std::string() : *text;
}

int JsonValue::number(int fallback, int min, int max) const {
    const Json& value = json_of(value_);
    if (const auto* natural = value.get_ptr<const Json::number_unsigned_t*>()) {
        if (*natural > static_cast<Json::number_unsigned_t>(max)) return fallback;
        return static_cast<int>(*natural) < min ? fallback : static_cast<int>(*natural);
    }
    if (const auto* whole = value.get_ptr<const Json::number_integer_t*>()) {
        return *whole < min || *whole > max ? fallback : static_cast<int>(*whole);
    }
    return fallback;
}

JsonValue JsonValue::member(const char* name) const {
    const Json& object = json_of(value_);
    if (!object.is_object()) return {};
    const auto found = object.find(name);
    return found == object.end() ? JsonValue() : JsonValue(&*found);
}

std::vector<std::pair<std::string, JsonValue>> JsonValue::members() const {
    std::vector<std::pair<std::string, JsonValue>> all;
    const Json& object = json_of(value_);
    if (!object.is_object()) return all;
    for (const auto& [name, value] : object.items()) all.emplace_back(name, JsonValue(&value));
    return all;
}

std::size_t JsonValue::size() const {
    const Json& array = json_of(value_);
    return array.is_array() ? array.size() : 0;
}

JsonValue JsonValue::operator[](std::size_t index) const {
    return index < size() ? JsonValue(&json_of(value_)[index]) : JsonValue();
}

ParsedJson::ParsedJson(std::string_view json, std::string_view what) {
    auto root = std::make_shared<Json>(Json::parse(json, nullptr, false));
    if (root->is_discarded()) {
        error_ = "The " + std::string(what) + " is damaged or was cut short.";
    } else if (!root->is_object()) {
        error_ = "The " + std::string(what) + " is not what it should be.";
    } else {
        value_ = std::move(root);
    }
}

}  // namespace broadsheet::bundle
