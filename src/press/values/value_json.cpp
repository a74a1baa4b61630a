#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "press/values/repeated_name.h"
#include "press/values/value.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::ordered_json;

// Reads a text and tells how far it was read.
struct CountingIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    const char* at = nullptr;
    const char** read = nullptr;

    reference operator*() const { return *at; }
    CountingIterator& operator++() {
        *read = ++at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at == other.at; }
};

// Takes the parser's events. The JSON library does not report positions, so they are found by how
// far it has read: a token begins after the one before it.
class ValueBuilder {
  public:
    ValueBuilder(std::string_view text, int first_line) : text_(text) {
        place_ = {first_line, 1};
        result_.root.position = {first_line, 1};
    }

    Parsed parse() {
        read_ = text_.data();
        const char* const end = text_.data() + text_.size();
        Json::sax_parse(CountingIterator{text_.data(), &read_}, CountingIterator{end, &read_},
                        this);
        if (!result_.error && result_.root.kind != ValueKind::table) {
            Diagnostic error;
            error.position = result_.root.position;
            error.what = "the JSON is not an object";
            error.remedy = "put the fields between { and }";
            result_.error = std::move(error);
        }
        return std::move(result_);
    }

    // Called by the parser. False would stop it.
    bool null() {
        add(ValueKind::nothing);
        return true;
    }
    bool boolean(bool given) {
        if (Value* value = add(ValueKind::boolean)) {
            value->boolean = given;
            value->text = given ? "true" : "false";
        }
        return true;
    }
    template <typename Number>
    bool number(Number given) {
        if (Value* value = add(ValueKind::number)) {
            value->number = static_cast<double>(given);
            value->text = Json(given).dump();
        }
        return true;
    }
    bool number_integer(Json::number_integer_t given) { return number(given); }
    bool number_unsigned(Json::number_unsigned_t given) { return number(given); }
    bool number_float(Json::number_float_t given, const std::string&) { return number(given); }
    bool string(std::string& given) {
        if (Value* value = add(ValueKind::text)) value->text = std::move(given);
        return true;
    }
    bool binary(Json::binary_t&) { return true; }
    bool start_object(std::size_t) { return open(ValueKind::table); }
    bool start_array(std::size_t) { return open(ValueKind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    // Of two members with one name, the later value takes precedence.
    bool key(std::string& name) {
        const Position place = next_token();
        Value* const table = open_.back();
        if (table == nullptr) return true;
        auto& members = table->members;
        const auto known = std::find_if(members.begin(), members.end(),
                                        [&](const Value& each) { return each.name == name; });
        if (known != members.end()) {
            result_.warnings.push_back(repeated_name(name, place, known->position));
            *known = Value();
        }
        member_ = known != members.end() ? &*known : &members.emplace_back();
        member_->name = std::move(name);
        member_->position = place;
        return true;
    }

    bool parse_error(std::size_t read, const std::string& token, const Json::exception& problem) {
        constexpr int number_overflow = 406;
        const bool is_number = problem.id == number_overflow;
        std::size_t offset = read == 0 ? 0 : read - 1;
        if (is_number) offset = std::min(text_.find(token), text_.size());
        Diagnostic error;
        error.position = position_of(text_, offset);
        error.source_line = std::string(line_of(text_, error.position.line));
        error.position.line += result_.root.position.line - 1;
        error.what = is_number ? "the number is too large" : "the JSON cannot be read here";
        error.remedy = is_number ? "write it in quotes, or leave it out"
                                 : "look for a missing comma, quote or bracket";
        result_.error = std::move(error);
        return false;
    }

  private:
    // The position of the token that was read last. Each token is asked for once.
    Position next_token() {
        const std::size_t start =
            std::min(text_.find_first_not_of(" \t\r\n,:", token_end_), text_.size());
        token_end_ = static_cast<std::size_t>(read_ - text_.data());
        for (; passed_ < start; ++passed_) {
            const auto byte = static_cast<unsigned char>(text_[passed_]);
            const bool continues_letter = byte >= 0x80 && byte < 0xC0;
            if (byte == '\n') {
                place_ = {place_.line + 1, 1};
            } else if (!continues_letter) {
                ++place_.column;
            }
        }
        return place_;
    }

    // The place of a new value; null if it is nested too deeply, so that it is left out.
    Value* place_for(Position place) {
        if (open_.empty()) return &result_.root;
        Value* const parent = open_.back();
        if (parent == nullptr) return nullptr;
        if (parent->kind == ValueKind::table) return member_;
        Value& item = parent->items.emplace_back();
        item.position = place;
        return &item;
    }

    Value* add(ValueKind kind) {
        Value* const value = place_for(next_token());
        const bool is_too_deep = open_.size() > static_cast<std::size_t>(max_value_depth);
        if (value == nullptr || is_too_deep) return nullptr;
        value->kind = kind;
        return value;
    }

    bool open(ValueKind kind) {
        open_.push_back(add(kind));
        return true;
    }

    bool close() {
        token_end_ = static_cast<std::size_t>(read_ - text_.data());
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    const char* read_ = nullptr;
    std::size_t token_end_ = 0;  // of the token before
    std::size_t passed_ = 0;     // the offset of `place_`
    Position place_;
    std::vector<Value*> open_;  // tables and lists, outermost first; null: left out
    Value* member_ = nullptr;   // that the next value of a table belongs to
    Parsed result_;
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
    const auto begin = text.find_first_not_of(" \t\n");
    if (begin != std::string_view::npos && text[begin] == '"') {
        const std::string object = "{" + std::string(text) + "}";
        return ValueBuilder(object, first_line).parse();
    }
    return ValueBuilder(text, first_line).parse();
}

}  // namespace broadsheet::press
