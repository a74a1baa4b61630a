// Reads single fields of a front matter by any of their names, and reports those of a wrong kind.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "press/base/diagnostic.h"
#include "press/base/time_zone.h"
#include "press/values/value.h"
#include "strings/ascii.h"

namespace broadsheet::press {

inline std::string trimmed_text(std::string_view text) {
    return std::string(strings::trimmed(text));
}

class FieldReader {
  public:
    // Diagnostics have no path. `zone` is that of dates that do not name theirs; may be null.
    FieldReader(const Value& table, Diagnostics& diagnostics, const TimeZone* zone = nullptr)
        : table_(table), diagnostics_(diagnostics), zone_(zone) {}

    // The first of `names` that has a value.
    const Value* find(std::initializer_list<std::string_view> names);

    std::string text(std::initializer_list<std::string_view> names);
    // Ignores booleans: `permalink: false` means that there is none.
    std::string text_unless_boolean(std::initializer_list<std::string_view> names);
    std::optional<bool> boolean(std::initializer_list<std::string_view> names);
    std::optional<model::Date> date(std::initializer_list<std::string_view> names);

    // Reads a list of texts, or one text that is split at any of `separators`. `is_list` asks for
    // categories and becomes true for a list. A list within it is a path from the top down,
    // "News/Rome", as Hexo writes nested categories, and a slash in its names is "//"; then
    // `is_list` stays false, because each item is for itself.
    std::vector<std::string> texts(std::initializer_list<std::string_view> names,
                                   std::string_view separators, bool* is_list = nullptr);

    // True if a field was ever read under this name.
    bool was_asked(std::string_view name) const;

    void error(const Value& value, std::string what, std::string remedy);
    void warning(const Value& value, std::string what, std::string remedy);
    void wrong_kind(const Value& value, std::string_view wanted);

  private:
    std::string item_text(const Value& item);

    const Value& table_;
    Diagnostics& diagnostics_;
    const TimeZone* zone_;
    std::string_view name_;
    std::vector<std::string_view> asked_;
};

}  // namespace broadsheet::press
