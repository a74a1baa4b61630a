// Which fields of front matter a Hugo site's dates come from: the table `frontmatter`.
#pragma once

#include <string>
#include <vector>

#include "press/values/value.h"

namespace broadsheet::press {

// The names of fields in the order in which they count, in small letters. Empty: not configured.
struct DateFields {
    std::vector<std::string> date;
    std::vector<std::string> publish;
    std::vector<std::string> modified;
    std::vector<std::string> expiry;

    // True if the date in a file's name counts, and is then no part of its address.
    bool reads_names() const;
    // True if it counts before the fields.
    bool prefers_names() const;
};

DateFields read_date_fields(const Value& config);

// Gives the fields that count the names that Hugo uses for them unless it is configured.
void rename_date_fields(Value& front_matter, const DateFields& fields);

}  // namespace broadsheet::press
