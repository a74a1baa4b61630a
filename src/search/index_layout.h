// From ordered documents and the runs of their words to the files of the index: how much goes into
// each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_builder.h"
#include "search/index_files.h"

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

std::vector<IndexFile> lay_out_index(const IndexContent& content, const ForEach& for_each);

}  // namespace broadsheet::search
