// What the index is made of, and what comes out: the types that all of its makers share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/date.h"

namespace broadsheet::search {

using NamedPath = std::pair<std::string, std::string>;

// What the index knows of an article or page before its text.
struct DocumentHead {
    std::string path;
    std::string title;
    std::optional<model::Date> date;  // none: after all dated ones, by path
    std::vector<NamedPath> category_trail;
    std::vector<NamedPath> tags;
    // The same for the same `DocumentText`, or 0 where it is not known.
    std::uint64_t fingerprint = 0;
};

// Separates the blocks of a text. Phrases do not go over it.
inline constexpr std::string_view block_end = "\n\n";

struct DocumentText {
    std::string title;
    std::vector<NamedPath> category_trail;
    std::vector<NamedPath> tags;
    std::vector<NamedPath> authors;
    std::string headings;
    std::string body;  // without the headings
};

struct IndexFile {
    std::string name;
    std::string bytes;
};

// Calls its second argument with each number below the first, perhaps on several threads.
using ForEach = std::function<void(std::size_t, const std::function<void(std::size_t)>&)>;

}  // namespace broadsheet::search
