// Safe access to parsed JSON. Missing values and values of the wrong type read as defaults.
// Malicious input therefore cannot cause a crash, only missing content.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::bundle {

// A JSON value, or none. Valid as long as its ParsedJson.
class JsonValue {
  public:
    JsonValue() = default;

    bool exists() const { return value_ != nullptr; }
    bool is_text() const;
    bool is_number() const;
    bool is_array() const;
    bool is_object() const;

    std::string text() const;
    // Returns `fallback` if the value is not a number from `min` to `max`.
    int number(int fallback = 0, int min = 0, int max = std::numeric_limits<int>::max()) const;

    // A member of an object. None if this value is not an object.
    JsonValue member(const char* name) const;
    std::vector<std::pair<std::string, JsonValue>> members() const;

    // Elements of an array. Other values have none.
    std::size_t size() const;
    JsonValue operator[](std::size_t index) const;

    class Iterator;
    Iterator begin() const;
    Iterator end() const;

  private:
    friend class ParsedJson;
    explicit JsonValue(const void* value) : value_(value) {}

    const void* value_ = nullptr;  // the JSON library's type
};

// Iterates over an array.
class JsonValue::Iterator {
  public:
    Iterator(JsonValue array, std::size_t index) : array_(array), index_(index) {}
    JsonValue operator*() const { return array_[index_]; }
    Iterator& operator++() {
        ++index_;
        return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

  private:
    JsonValue array_;
    std::size_t index_;
};

inline JsonValue::Iterator JsonValue::begin() const { return {*this, 0}; }
inline JsonValue::Iterator JsonValue::end() const { return {*this, size()}; }

// A parsed JSON file whose root is an object.
class ParsedJson {
  public:
    // `what` names the file in error messages, e.g. "start data".
    ParsedJson(std::string_view json, std::string_view what);

    JsonValue root() const { return JsonValue(value_.get()); }
    // A sentence for people; empty if parsing succeeded.
    const std::string& error() const { return error_; }

  private:
    std::shared_ptr<const void> value_;
    std::string error_;
};

}  // namespace broadsheet::bundle
