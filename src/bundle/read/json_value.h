// Parsed JSON, read so that it cannot do harm: what is missing or of another type reads as if it
// had the usual value, so that hostile input can only give a poorer publication, never a crash.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::bundle {

// A value, or none. Valid as long as the ParsedJson that it comes from.
class JsonValue {
  public:
    JsonValue() = default;

    bool exists() const { return value_ != nullptr; }
    bool is_text() const;
    bool is_number() const;
    bool is_array() const;
    bool is_object() const;

    std::string text() const;
    // `usual` where it is less than `least` or more than `most`, too.
    int number(int usual = 0, int least = 0, int most = std::numeric_limits<int>::max()) const;

    // Of an object; none of anything else.
    JsonValue member(const char* name) const;
    std::vector<std::pair<std::string, JsonValue>> members() const;

    // Of an array; what is none has no elements.
    std::size_t size() const;
    JsonValue operator[](std::size_t index) const;

    class Iterator;
    Iterator begin() const;
    Iterator end() const;

  private:
    friend class ParsedJson;
    explicit JsonValue(const void* value) : value_(value) {}

    const void* value_ = nullptr;  // of the parser's type
};

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

// A file that is a JSON object.
class ParsedJson {
  public:
    // `what` it should be, for people: "start data".
    ParsedJson(std::string_view json, std::string_view what);

    JsonValue root() const { return JsonValue(value_.get()); }
    // A sentence; empty where it could be read.
    const std::string& error() const { return error_; }

  private:
    std::shared_ptr<const void> value_;
    std::string error_;
};

}  // namespace broadsheet::bundle
