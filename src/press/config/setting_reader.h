// The building blocks of the table of settings: each row has a name, a function that reads its
// value from site.toml into a member of a struct, and its text in the manual.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "press/base/diagnostic.h"
#include "press/values/value.h"

namespace broadsheet::press {

// Collects the diagnostics of one file, without its path.
class SettingReader {
  public:
    explicit SettingReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    // Adds an error at the position of `value`.
    void error(const Value& value, std::string what, std::string remedy);
    // Likewise a warning.
    void warning(const Value& value, std::string what, std::string remedy);
    // Adds an error such as: page_size is "x"; it must be a number from 1 to 100.
    void wrong_kind(const Value& value, std::string_view name, std::string_view wanted);
    // Adds an error for a key that is not in `known`, with a suggestion if one is similar.
    void unknown_key(const Value& value, std::string_view where,
                     const std::vector<std::string_view>& known);
    // Calls `read` for each table of a list. Everything else gets an error: `name` must be
    // `wanted`.
    void each_table(const Value& list, std::string_view name, std::string_view wanted,
                    const std::function<void(const Value&)>& read);
    // Returns `target` if a page may link to it. Otherwise adds an error and returns "".
    std::string safe_target(const Value& value, const std::string& target);

  private:
    Diagnostics& diagnostics_;
};

// The entry of a setting in the manual.
struct SettingText {
    std::string header;  // "[feeds]"; "" at the top level
    std::string name;
    std::string value;  // allowed values
    std::string meaning;
};

// A key of a table that is read into an `Owner`.
template <typename Owner>
struct Setting {
    std::string_view name;
    std::function<void(SettingReader&, const Value&, Owner&)> read;
    std::vector<SettingText> texts;  // its entry, or those of the keys of its table
};

// Reads the members of `table` into `owner`. Unknown keys are errors. `where` is the table's name
// in messages.
template <typename Owner>
void read_settings(SettingReader& reader, const Value& table, std::string_view where,
                   const std::vector<Setting<Owner>>& settings, Owner& owner) {
    for (const Value& value : table.members) {
        const auto found = std::find_if(settings.begin(), settings.end(), [&](const auto& each) {
            return equal_ignoring_case(each.name, value.name);
        });
        if (found != settings.end()) {
            found->read(reader, value, owner);
            continue;
        }
        std::vector<std::string_view> names;
        names.reserve(settings.size());
        for (const Setting<Owner>& each : settings) names.push_back(each.name);
        reader.unknown_key(value, where, names);
    }
}

// --- Kinds of settings ---------------------------------------------------------------------------

// A setting with its own function to read the value.
template <typename Owner, typename Read>
Setting<Owner> custom_setting(std::string_view name, std::string value, std::string meaning,
                              Read read) {
    return {name, std::move(read), {{"", std::string(name), std::move(value), std::move(meaning)}}};
}

// A scalar that is kept as text.
template <typename Owner>
Setting<Owner> text_setting(std::string_view name, std::string Owner::*target, std::string value,
                            std::string meaning) {
    return custom_setting<Owner>(
        name, std::move(value), std::move(meaning),
        [name, target](SettingReader& reader, const Value& from, Owner& owner) {
            if (from.is_scalar()) {
                owner.*target = from.text;
            } else {
                reader.wrong_kind(from, name, "text");
            }
        });
}

// A number from `least` to `most`. Messages call it `unit`. The manual shows the default, which is
// that of a new Owner, unless it is 0.
template <typename Owner>
Setting<Owner> number_setting(std::string_view name, int Owner::*target, int min, int max,
                              std::string meaning, std::string_view unit = "a number") {
    const std::string range = std::to_string(min) + " to " + std::to_string(max);
    if (const int default_value = Owner().*target; default_value != 0) {
        meaning += " (default: " + std::to_string(default_value) + ")";
    }
    return custom_setting<Owner>(
        name, range, std::move(meaning),
        [=](SettingReader& reader, const Value& from, Owner& owner) {
            if (from.kind == ValueKind::number && from.number >= min && from.number <= max) {
                owner.*target = static_cast<int>(from.number);
            } else {
                reader.wrong_kind(from, name, std::string(unit) + " from " + range);
            }
        });
}

// A flag. `Target` is bool or std::optional<bool>.
template <typename Owner, typename Target>
Setting<Owner> flag_setting(std::string_view name, Target Owner::*target, std::string meaning) {
    return custom_setting<Owner>(
        name, "true or false", std::move(meaning),
        [name, target](SettingReader& reader, const Value& from, Owner& owner) {
            if (from.kind == ValueKind::boolean) {
                owner.*target = from.boolean;
            } else {
                reader.wrong_kind(from, name, "true or false");
            }
        });
}

// The manual entries of the settings of a table, under its header.
template <typename Owner>
std::vector<SettingText> texts_under(std::string_view header,
                                     const std::vector<Setting<Owner>>& settings) {
    std::vector<SettingText> texts;
    for (const Setting<Owner>& each : settings) {
        for (const SettingText& text : each.texts) {
            texts.push_back({std::string(header), text.name, text.value, text.meaning});
        }
    }
    return texts;
}

// A value with several parts, which `read` reads with `settings`. `header` is their header in the
// manual.
template <typename Owner, typename Part>
Setting<Owner> parts_setting(std::string_view name, std::string_view header,
                             const std::vector<Setting<Part>>& settings,
                             void (*read)(SettingReader&, const Value&, Owner&)) {
    return {name, read, texts_under(header, settings)};
}

// A table [name] with settings of its own.
template <typename Owner, typename Part>
Setting<Owner> table_setting(std::string_view name, Part Owner::*target,
                             std::vector<Setting<Part>> settings) {
    const std::string header = "[" + std::string(name) + "]";
    std::vector<SettingText> texts = texts_under(header, settings);
    return {name,
            [=, settings = std::move(settings)](SettingReader& reader, const Value& from,
                                                Owner& owner) {
                if (from.kind != ValueKind::table) {
                    return reader.wrong_kind(from, name, "a table: " + header);
                }
                read_settings(reader, from, header, settings, owner.*target);
            },
            std::move(texts)};
}

}  // namespace broadsheet::press
