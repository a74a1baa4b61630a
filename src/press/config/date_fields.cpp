#include "press/config/date_fields.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view name_of_file = ":filename";

std::vector<std::string> names_in(const Value& group, std::string_view field,
                                  std::initializer_list<std::string_view> usual) {
    std::vector<std::string> names;
    const Value* list = group.find(field);
    if (list == nullptr) return names;
    const auto add = [&](const std::string& text) {
        if (text == ":default") {
            names.insert(names.end(), usual.begin(), usual.end());
        } else {
            names.push_back(strings::lower_ascii(text));
        }
    };
    if (list->is_scalar()) add(list->text);
    for (const Value& item : list->items) add(item.text);
    return names;
}

// The first of these fields that has a value; null if there is none.
const Value* first_of(const Value& front_matter, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        const Value* value = front_matter.find(name);
        if (value != nullptr && value->is_scalar() && !value->text.empty()) return value;
    }
    return nullptr;
}

}  // namespace

bool DateFields::reads_names() const {
    return std::find(date.begin(), date.end(), name_of_file) != date.end();
}

bool DateFields::prefers_names() const { return !date.empty() && date.front() == name_of_file; }

DateFields read_date_fields(const Value& config) {
    DateFields fields;
    const Value* group = config.find("frontmatter");
    if (group == nullptr) return fields;
    fields.date = names_in(*group, "date",
                           {"date", "publishdate", "pubdate", "published", "lastmod", "modified"});
    fields.publish =
        names_in(*group, "publishDate", {"publishdate", "pubdate", "published", "date"});
    fields.modified = names_in(
        *group, "lastmod", {"lastmod", "modified", "date", "publishdate", "pubdate", "published"});
    fields.expiry = names_in(*group, "expiryDate", {"expirydate", "unpublishdate"});
    return fields;
}

void rename_date_fields(Value& front_matter, const DateFields& fields) {
    // A field may count for several dates.
    const Value before = front_matter;
    const auto rename = [&](const std::vector<std::string>& names, std::string_view usual) {
        const Value* chosen = first_of(before, names);
        if (chosen == nullptr || equal_ignoring_case(chosen->name, usual)) return;
        std::erase_if(front_matter.members,
                      [&](const Value& member) { return equal_ignoring_case(member.name, usual); });
        front_matter.members.push_back(*chosen);
        front_matter.members.back().name = usual;
    };
    rename(fields.date, "date");
    rename(fields.publish, "publishdate");
    rename(fields.modified, "lastmod");
    rename(fields.expiry, "expirydate");
}

}  // namespace broadsheet::press
