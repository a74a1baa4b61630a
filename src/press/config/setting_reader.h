// How a row of a settings table reads its value from site.toml into the member it is for.
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

// Collects what is wrong with the values of one file. Diagnostics get no path.
class SettingReader {
  public:
    explicit SettingReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void error(const Value& value, std::string what, std::string remedy);
    // "page_size is "x"; it must be a number from 1 to 100"
    void wrong_kind(const Value& value, std::string_view name, std::string_view wanted);
    void unknown_key(const Value& value, std::string_view where,
                     const std::vector<std::string_view>& known);
    // `target`, or nothing and an error where a page may not link to it.
    std::string safe_target(const Value& value, const std::string& target);

  private:
    Diagnostics& diagnostics_;
};

// What the manual says about a setting.
struct SettingText {
    std::string header;  // "[feeds]"; "" at the top
    std::string name;
    std::string value;  // what it may be
    std::string meaning;
};

// A key of the table that is read into an `Owner`.
template <typename Owner>
struct Setting {
    std::string_view name;
    std::function<void(SettingReader&, const Value&, Owner&)> read;
    std::vector<SettingText> texts;  // its own, or those of the table that it holds
};

// Reads the members of `table`; keys that no setting has are errors. `where`: the table's name in
// messages.
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
        for (const Setting<Owner>& each : settings) names.push_back(each.name);
        reader.unknown_key(value, where, names);
    }
}

// --- Kinds of settings ---------------------------------------------------------------------------

template <typename Owner, typename Read>
Setting<Owner> custom_setting(std::string_view name, std::string value, std::string meaning,
                              Read read) {
    return {name, std::move(read), {{"", std::string(name), std::move(value), std::move(meaning)}}};
}

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

// `unit`: what messages call the number. The default is that of a new Owner; 0 is not shown.
template <typename Owner>
Setting<Owner> number_setting(std::string_view name, int Owner::*target, int least, int most,
                              std::string meaning, std::string_view unit = "a number") {
    const std::string range = std::to_string(least) + " to " + std::to_string(most);
    if (const int usual = Owner().*target; usual != 0) {
        meaning += " (default: " + std::to_string(usual) + ")";
    }
    return custom_setting<Owner>(
        name, range, std::move(meaning),
        [=](SettingReader& reader, const Value& from, Owner& owner) {
            if (from.kind == ValueKind::number && from.number >= least && from.number <= most) {
                owner.*target = static_cast<int>(from.number);
            } else {
                reader.wrong_kind(from, name, std::string(unit) + " from " + range);
            }
        });
}

// `Target` is a bool or an optional one.
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

// The texts of a table's settings, under its header.
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

// A table [NAME] with keys of its own.
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
