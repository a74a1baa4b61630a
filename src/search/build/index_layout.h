// Arranges sorted documents and the runs of their words in index files, and determines the sizes of
// files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/build/documents.h"
#include "search/build/index_output.h"
#include "search/format/index_files.h"

namespace broadsheet::search {

// The runs of a segment.
struct SegmentRuns {
    std::uint32_t first = 0;  // stored numbers
    std::uint32_t end = 0;
    std::vector<std::string_view> runs;  // consecutive runs (posting_run.h)
};

// Everything that the index files contain.
struct IndexContent {
    std::string_view language;
    std::vector<const DocumentHead*> documents;  // dated ones from the oldest, then the others
    std::vector<std::string_view> texts;         // beginnings of the documents' texts
    std::vector<SegmentRuns> segments;
    std::function<void()> release;  // see ByteStorage
};

// The names of files with the first key of each, sorted by key.
struct FileFamily {
    std::vector<std::string> files;
    std::vector<std::string> first;
};

// How the files of an index are made, and where they go.
struct FileMaking {
    IndexOutput& out;
    const ForEach& for_each;
    const std::function<void()>& release;  // see ByteStorage
};
// Makes files from a sequence of `end` items, and returns their names. `first` has the first item
// of each file. `make` returns the bytes for a range of items.
std::vector<std::string> make_files(
    const std::vector<std::size_t>& first, std::size_t end, Family family, const FileMaking& making,
    const std::function<std::string(std::size_t, std::size_t)>& make);

// Writes all files of the index but the root, which it returns.
IndexFile lay_out_index(const IndexContent& content, const ForEach& for_each,
                        const WriteIndexFile& write);

}  // namespace broadsheet::search
