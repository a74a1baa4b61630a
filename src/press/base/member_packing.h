// Serializes values to bytes and back by their members (model/members.h). Supports numbers,
// enumerations, strings, paths, pairs, optional and shared values, vectors, and types that have
// `members`; maps can only be written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "press/base/varint.h"
#include "strings/shared_bytes.h"

namespace broadsheet::press {

template <typename Value>
concept Numeric = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

// Appends values to a byte string.
class MemberWriter {
  public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (write(values), ...);
    }

    // Writes all members of `value` except those that `left_out` refers to.
    template <typename Value, typename... LeftOut>
    void without(const Value& value, const LeftOut&... left_out) {
        const auto is_left_out = [&](const auto& member) {
            return ((static_cast<const void*>(&member) == static_cast<const void*>(&left_out)) ||
                    ...);
        };
        const auto write_wanted = [&](const auto& member) {
            if (!is_left_out(member)) write(member);
        };
        members(value, [&](const auto&... all) { (write_wanted(all), ...); });
    }

    std::string take() { return out_.take(); }

  private:
    void write(const std::string& value) { out_.text(value); }
    template <Numeric Number>
    void write(Number value) {
        out_.signed_number(static_cast<std::int64_t>(value));
    }
    void write(const std::filesystem::path& value) { out_.text(value.string()); }
    void write(const strings::SharedBytes& value) { out_.text(value.view()); }
    template <typename Value>
    void write(const std::optional<Value>& value) {
        write(value.has_value());
        if (value) write(*value);
    }
    template <typename Value>
    void write(const std::shared_ptr<Value>& value) {
        write(value != nullptr);
        if (value) write(*value);
    }
    template <typename Value>
    void write(const std::vector<Value>& values) {
        out_.number(values.size());
        for (const Value& value : values) write(value);
    }
    template <typename First, typename Second>
    void write(const std::pair<First, Second>& value) {
        (*this)(value.first, value.second);
    }
    template <typename Value>
    void write(const std::map<std::string, Value>& values) {
        out_.number(values.size());
        for (const auto& value : values) write(value);
    }
    template <typename Value>
    requires std::is_class_v<Value>
    void write(const Value& value) { members(value, *this); }

    ByteWriter out_;
};

// Reads values from bytes that a MemberWriter wrote from values of the same types. On invalid
// bytes, ok() returns false and the values are unspecified.
class MemberReader {
  public:
    // Values of type SharedBytes share these bytes.
    explicit MemberReader(strings::SharedBytes bytes)
        : bytes_(std::move(bytes)), in_(bytes_.view()) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (read(values), ...);
    }

    bool ok() const { return in_.ok(); }
    bool at_end() const { return in_.left() == 0; }

  private:
    void read(std::string& value) { value = in_.text(); }
    template <Numeric Number>
    void read(Number& value) {
        value = static_cast<Number>(in_.signed_number());
    }
    void read(std::filesystem::path& value) { value = std::string(in_.text()); }
    void read(strings::SharedBytes& value) { value = bytes_.part(in_.text()); }
    template <typename Value>
    void read(std::shared_ptr<const Value>& value) {
        bool has = false;
        read(has);
        if (!has) return;
        auto copy = std::make_shared<Value>();
        read(*copy);
        value = std::move(copy);
    }
    template <typename Value>
    void read(std::optional<Value>& value) {
        bool has = false;
        read(has);
        if (has) read(value.emplace());
    }
    template <typename Value>
    void read(std::vector<Value>& values) {
        const std::uint64_t count = in_.number();
        // Each value takes at least one byte, so a larger count is invalid. Checked before
        // allocating.
        if (count > in_.left()) return in_.fail();
        values.resize(static_cast<std::size_t>(count));
        for (Value& value : values) read(value);
    }
    template <typename First, typename Second>
    void read(std::pair<First, Second>& value) {
        (*this)(value.first, value.second);
    }
    template <typename Value>
    requires std::is_class_v<Value>
    void read(Value& value) { members(value, *this); }

    strings::SharedBytes bytes_;
    ByteReader in_;
};

}  // namespace broadsheet::press
