// The values that the templates of shortcodes work with.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// `shortcode`, `store` and `page` stand for what a template works within. `number` says which
// shortcode: 0 is the one that runs, 1 the one around it; the store of the page has page_store.
enum class ShortcodeKind : std::uint8_t {
    nothing,
    boolean,
    number,
    text,
    list,
    shortcode,
    store,
    page
};

inline constexpr double page_store = -1;

// A value of any kind. Members that do not belong to its kind are empty.
struct ShortcodeValue {
    ShortcodeKind kind = ShortcodeKind::nothing;
    bool boolean = false;
    bool is_html = false;  // of a text: it is written without escaping
    double number = 0;
    std::string text;
    std::vector<ShortcodeValue> items;
    std::vector<std::string> keys;  // of a list that is a table: a name for each item

    static ShortcodeValue of(bool value);
    static ShortcodeValue of(double value);
    static ShortcodeValue of(std::string value);
    static ShortcodeValue html(std::string value);
    static ShortcodeValue of(std::vector<ShortcodeValue> values);
    static ShortcodeValue object(ShortcodeKind kind, double number = 0);

    bool is_table() const { return kind == ShortcodeKind::list && !keys.empty(); }
    // About how much memory it takes, in bytes.
    std::size_t weight() const;
    // The value with this name in a table; null if there is none.
    const ShortcodeValue* find(std::string_view key) const;
    // Adds it to a table, or replaces it there.
    void set(std::string_view key, ShortcodeValue value);

    // False for nothing, false, 0, an empty text and an empty list.
    bool is_true() const;
    // A whole number has no decimals. The items of a list are separated by spaces.
    std::string as_text() const;
    // The number that a text says; 0 if it says none.
    double as_number() const;
    bool operator==(const ShortcodeValue& other) const;
};

// Negative, 0 or positive. Numbers are compared as such, everything else as text.
int compare(const ShortcodeValue& left, const ShortcodeValue& right);

}  // namespace broadsheet::press
