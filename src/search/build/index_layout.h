// From ordered documents and the runs of their words to the files of the index: how much goes into
// each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/build/documents.h"
#include "search/format/index_files.h"

namespace broadsheet::search {

struct SegmentRuns {
    std::uint32_t first = 0;  // numbers as stored
    std::uint32_t end = 0;
    std::vector<std::string_view> runs;  // index_run.h; each goes on where the one before ends
};

struct IndexContent {
    std::string_view language;
    std::vector<const DocumentHead*> documents;  // the dated ones from the oldest, then the others
    std::vector<std::string_view> texts;         // their beginnings
    std::vector<SegmentRuns> segments;
};

IndexFile named(Family family, std::string bytes);  // by its content

// Files in the order of the keys that they begin with.
struct FileFamily {
    std::vector<IndexFile> files;
    std::vector<std::string> first;
};
// `first`: what each file begins with, of `end` things; `make`: the bytes for those in a range.
std::vector<IndexFile> make_files(const std::vector<std::size_t>& first, std::size_t end,
                                  Family family, const ForEach& for_each,
                                  const std::function<std::string(std::size_t, std::size_t)>& make);

std::vector<IndexFile> lay_out_index(const IndexContent& content, const ForEach& for_each);

}  // namespace broadsheet::search
