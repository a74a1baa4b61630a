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
#include "strings/shared_bytes.h"

namespace broadsheet::search {

// A name and its path, which belong to the caller.
using NamedPath = std::pair<std::string_view, std::string_view>;

// An article or page without its text. Its strings belong to the caller and outlive the builder.
struct DocumentHead {
    std::string_view path;
    std::string_view title;
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
    std::vector<std::pair<std::string, std::string>> category_trail;  // name and path
    std::vector<std::pair<std::string, std::string>> tags;
    std::vector<std::pair<std::string, std::string>> authors;
    std::string headings;
    std::string body;  // without the headings
};

// A file of the index.
struct IndexFile {
    std::string name;
    std::string bytes;
};
// Takes a file of the index, possibly on several threads.
using WriteIndexFile = std::function<void(IndexFile)>;

// Where the builder puts bytes that it needs later. The default is memory; a large site has other
// places.
struct ByteStorage {
    std::function<strings::SharedBytes(std::string)> keep = [](std::string bytes) {
        return strings::SharedBytes(std::move(bytes));
    };
    // Called from time to time while bytes are read. They may leave the memory then.
    std::function<void()> release = [] {};
};

// Calls its second argument with each number below the first, possibly on several threads.
using ForEach = std::function<void(std::size_t, const std::function<void(std::size_t)>&)>;

}  // namespace broadsheet::search
