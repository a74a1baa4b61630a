// The input and output of the index builder.
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

// A name and its path.
using NamedPath = std::pair<std::string, std::string>;

// An article or page without its text.
struct DocumentHead {
    std::string path;
    std::string title;
    std::optional<model::Date> date;  // none: sorted after all dated ones, by path
    std::vector<NamedPath> category_trail;
    std::vector<NamedPath> tags;
    // A hash of the document's `DocumentText`; 0 if unknown.
    std::uint64_t fingerprint = 0;
};

// Separates the blocks of a text. Phrases do not match across it.
inline constexpr std::string_view block_end = "\n\n";

// The indexed text of a document.
struct DocumentText {
    std::string title;
    std::vector<NamedPath> category_trail;
    std::vector<NamedPath> tags;
    std::vector<NamedPath> authors;
    std::string headings;
    std::string body;  // without the headings
};

// A file of the index.
struct IndexFile {
    std::string name;
    std::string bytes;
};

// Calls its second argument with each number below the first, possibly on several threads.
using ForEach = std::function<void(std::size_t, const std::function<void(std::size_t)>&)>;

}  // namespace broadsheet::search
