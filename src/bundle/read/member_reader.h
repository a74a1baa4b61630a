// Reads values by the lists of format/stored_members.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bundle/format/stored_members.h"
#include "bundle/read/json_value.h"
#include "model/publication.h"

namespace broadsheet::bundle {

// The terms of a file, by number.
using TermTable = std::vector<model::TermReference>;

// The values of an array, in order.
class RowReader {
  public:
    explicit RowReader(JsonValue array, std::size_t next = 0) : array_(array), next_(next) {}

    void text(std::string& value) { value = array_[next_++].text(); }
    void target(std::string& value);
    template <typename Number>
    void number(Number& value, const Limits& limits = {}) {
        value = static_cast<Number>(array_[next_++].number(limits.usual, limits.min, limits.max));
    }
    void numbers(std::vector<int>& values) {
        while (next_ < array_.size()) values.push_back(array_[next_++].number());
    }
    // True if the array has no more values.
    bool ends(bool) const { return next_ >= array_.size(); }

  private:
    JsonValue array_;
    std::size_t next_;
};

// The members of an object. Missing and malformed ones get their usual values.
class MemberReader {
  public:
    MemberReader(JsonValue object, const TermTable& terms, int depth = 0)
        : object_(object), terms_(&terms), depth_(depth) {}

    void text(const char* key, std::string& value, Presence = Presence::if_unusual);
    void text(const char* key, std::string& value, const std::string& usual);
    // Drops targets that could run code.
    void target(const char* key, std::string& value, Presence = Presence::if_unusual);
    void excerpt(const char* key, std::string& value) { text(key, value); }
    template <typename Number>
    void number(const char* key, Number& value, const Limits& limits = {},
                Presence = Presence::if_unusual) {
        value = static_cast<Number>(whole_number(key, limits));
    }
    template <typename Choice>
    void choice(const char* key, Choice& value, Choice last, Presence = Presence::if_unusual) {
        value = static_cast<Choice>(whole_number(key, {0, 0, static_cast<int>(last)}));
    }
    void flag(const char* key, bool& value, bool usual = false) {
        value = (whole_number(key, {}) != 0) != usual;
    }
    void date(const char* key, std::optional<model::Date>& value);
    void date(const char* key, model::Date& value);
    void texts(const char* key, std::vector<std::string>& values);
    void texts(const char* key, std::map<std::string, std::string>& values);

    // Ignores numbers that are not in the table.
    void terms(const char* key, std::vector<model::TermReference>& values);
    void term(const char* key, model::TermReference& value);

    void path(const char*, model::ArticleSummary&) {}
    // REQUIRES: the title and the date have been read.
    void expand_path(const char* key, model::ArticleSummary& summary);
    void neighbour(const char* key, std::optional<model::TermReference>& value, model::Day day);

    void nodes(const char* key, std::vector<model::Node>& values, Presence = Presence::if_unusual);

    template <typename T>
    void row(const char* key, std::optional<T>& value) {
        const JsonValue array = object_.member(key);
        if (array.is_array()) read_row(array, value.emplace());
    }
    template <typename T>
    void rows(const char* key, std::vector<T>& values) {
        for (const JsonValue array : object_.member(key)) read_row(array, values.emplace_back());
    }
    template <std::size_t Width, typename T>
    void flat_rows(const char* key, std::vector<T>& values) {
        const JsonValue array = object_.member(key);
        for (std::size_t next = 0; next + Width <= array.size(); next += Width) {
            RowReader row(array, next);
            stored_row(row, values.emplace_back());
        }
    }
    template <typename T>
    void objects(const char* key, std::vector<T>& values, Presence = Presence::if_unusual) {
        constexpr int deepest = 16;  // menus, categories
        if (depth_ > deepest) return;
        for (const JsonValue object : object_.member(key)) {
            MemberReader reader(object, *terms_, depth_ + 1);
            stored_members(reader, values.emplace_back());
        }
    }

  private:
    int whole_number(const char* key, const Limits& limits) const;
    template <typename T>
    static void read_row(JsonValue array, T& value) {
        RowReader row(array);
        stored_row(row, value);
    }

    JsonValue object_;
    const TermTable* terms_;
    int depth_;
};

std::vector<model::Node> read_nodes(JsonValue array);

}  // namespace broadsheet::bundle
