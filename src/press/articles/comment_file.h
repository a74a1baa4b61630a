// The comments of readers on an article: "lake.comments.json" beside "lake.md".
//
//   {"comments": [
//     {"id": 7, "author": "Ann", "date": "2025-07-14T09:30:00Z", "text": "The *lake* is back."},
//     {"id": 8, "parent": 7, "author": "Ben", "text": "At last."}
//   ]}
//
// `id` is a number from 1 on. `text` is Markdown. The other members may be missing. Comments with
// the same parent are shown in the order of the file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "press/base/diagnostic.h"
#include "press/base/time_zone.h"

namespace broadsheet::press {

// A comment as its file has it.
struct WrittenComment {
    int number = 0;  // the `id`
    int parent = 0;  // the number of the comment that it answers; 0: none
    std::string author;
    std::optional<model::Date> date;
    std::string text;     // Markdown
    std::string website;  // of the author: http or https; may be empty

    bool operator==(const WrittenComment&) const = default;
};

// Reads a file of comments. `shown_path` is its path in messages; `zone` is that of dates that do
// not name theirs, or null. In the result, no number occurs twice, each parent exists, and no
// comment answers itself, directly or through others.
std::vector<WrittenComment> read_comments(std::string bytes, const std::string& shown_path,
                                          const TimeZone* zone, Diagnostics& problems);

}  // namespace broadsheet::press
