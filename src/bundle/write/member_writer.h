// Writes values by the lists of format/stored_members.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bundle/format/stored_members.h"
#include "bundle/write/terms.h"
#include "model/publication.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

using strings::JsonText;

// The values of an array that has been opened.
class RowWriter {
  public:
    explicit RowWriter(JsonText& out) : out_(out) {}

    void text(std::string_view value) { out_.text(value); }
    void target(std::string_view value) { out_.text(value); }
    void number(std::int64_t value, const Limits& = {}) { out_.number(value); }
    void numbers(const std::vector<int>& values) {
        for (const int value : values) out_.number(value);
    }
    // True if the rest is left out. `usual`: the rest has its usual values.
    bool ends(bool usual) const { return usual; }

  private:
    JsonText& out_;
};

// The members of an object.
class MemberWriter {
  public:
    // Of an object that the caller opens and closes. `terms`: the table of the file.
    MemberWriter(JsonText& out, Terms& terms) : out_(out), terms_(&terms) {}
    // Of an object without terms that is left out if it has no members. Its first member opens it.
    // The caller closes it if `wrote`.
    explicit MemberWriter(JsonText& out) : out_(out) {}

    // Excerpts are left out while this is false. Most articles of a long list have none.
    void set_excerpts(bool written) { excerpts_ = written; }
    // True if the object has members.
    bool wrote() const { return wrote_; }

    void text(const char* key, std::string_view value, Presence presence = Presence::if_unusual) {
        if (!value.empty() || presence == Presence::always) member(key, value);
    }
    void text(const char* key, std::string_view value, std::string_view usual) {
        if (value != usual) member(key, value);
    }
    void target(const char* key, std::string_view value, Presence presence = Presence::if_unusual) {
        text(key, value, presence);
    }
    void excerpt(const char* key, std::string_view value) {
        if (excerpts_) text(key, value);
    }
    void number(const char* key, int value, const Limits& limits = {},
                Presence presence = Presence::if_unusual) {
        if (value != limits.usual || presence == Presence::always) member(key, value);
    }
    template <typename Choice>
    void choice(const char* key, Choice value, Choice /*last*/,
                Presence presence = Presence::if_unusual) {
        number(key, static_cast<int>(value), {}, presence);
    }
    void flag(const char* key, bool value, bool usual = false) {
        if (value != usual) member(key, 1);
    }
    void date(const char* key, const std::optional<model::Date>& value);
    void date(const char* key, const model::Date& value);
    void texts(const char* key, const std::vector<std::string>& values);
    void texts(const char* key, const std::map<std::string, std::string>& values);

    void terms(const char* key, const std::vector<model::TermReference>& values);
    void term(const char* key, const model::TermReference& value);

    // Short forms of paths, see FORMAT.md.
    void path(const char* key, const model::ArticleSummary& summary);
    void expand_path(const char*, const model::ArticleSummary&) {}
    void neighbour(const char* key, const std::optional<model::TermReference>& value,
                   model::Day day);

    void nodes(const char* key, const std::vector<model::Node>& values,
               Presence presence = Presence::if_unusual);

    template <typename T>
    void row(const char* key, const std::optional<T>& value) {
        if (!value) return;
        begin(key);
        write_row(*value);
    }
    template <typename T>
    void rows(const char* key, const std::vector<T>& values) {
        begin(key);
        out_.open_array();
        for (const T& value : values) write_row(value);
        out_.close_array();
    }
    // The values of all rows in one array, `Width` a row.
    template <int Width, typename T>
    void flat_rows(const char* key, const std::vector<T>& values) {
        if (values.empty()) return;
        begin(key);
        out_.open_array();
        RowWriter row(out_);
        for (const T& value : values) stored_row(row, value);
        out_.close_array();
    }
    template <typename T>
    void objects(const char* key, const std::vector<T>& values,
                 Presence presence = Presence::if_unusual) {
        if (values.empty() && presence != Presence::always) return;
        begin(key);
        out_.open_array();
        for (const T& value : values) write_object(value);
        out_.close_array();
    }

    template <typename T>
    void write_object(const T& value) {
        out_.open_object();
        stored_members(*this, value);
        out_.close_object();
    }

  private:
    void begin(const char* key);  // a member
    void member(const char* key, std::string_view value) {
        begin(key);
        out_.text(value);
    }
    void member(const char* key, int value) {
        begin(key);
        out_.number(value);
    }
    template <typename T>
    void write_row(const T& value) {
        out_.open_array();
        RowWriter row(out_);
        stored_row(row, value);
        out_.close_array();
    }

    JsonText& out_;
    Terms* terms_ = nullptr;
    bool excerpts_ = true;
    bool wrote_ = false;
};

}  // namespace broadsheet::bundle
