// The terms of a segment, put together from its runs, and the files that are its own.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/build/file_cuts.h"
#include "search/build/index_layout.h"
#include "search/build/index_run.h"
#include "search/format/index_files.h"

namespace broadsheet::search {

// Files with something of one term after another.
struct DataFiles {
    std::vector<std::size_t> first;  // terms of the files
    std::vector<IndexFile> files;
    std::vector<std::uint32_t> bytes;  // by term; 0 for those that are in none
};

class SegmentTerms {
  public:
    struct Term {
        std::string_view term;
        std::string_view key;
        std::uint32_t documents = 0;
        std::uint32_t bytes = 0;   // of its postings, about, compressed
        std::uint32_t packed = 0;  // bytes of its postings
        std::uint32_t parts = 0;   // the first of its own among all
        std::uint32_t parts_end = 0;
        std::uint32_t positions = 0;  // bytes of them; 0: they are not written
    };

    explicit SegmentTerms(const SegmentRuns& segment);

    std::vector<Term>& terms() { return terms_; }
    const std::vector<Term>& terms() const { return terms_; }

    // Appends them, packed.
    void write_postings(const Term& term, std::string& gaps, std::string& impacts) const;
    // Of the terms that have more than `most_bytes_here` of them.
    DataFiles posting_files(std::size_t file_size, std::size_t most_bytes_here,
                            const ForEach& for_each) const;
    DataFiles position_files(std::size_t file_size, const ForEach& for_each) const;
    // About what the transport's compression leaves of the positions.
    std::size_t position_bytes() const;

  private:
    // Where a run tells of a term.
    struct Part {
        std::uint32_t run = 0;
        std::uint32_t place = 0;
    };
    RunTerm read(const Part& part) const;
    // `cost_of`: about what is left of it by compression; 0 for terms that are left out.
    DataFiles data_files(Family family, std::size_t file_size, const ForEach& for_each,
                         const std::function<std::size_t(const Term&)>& cost_of,
                         const std::function<std::string(const Term&)>& data_of) const;
    // Bytes of the positions of each block of documents.
    std::string position_sizes(const Term& term) const;
    // Behind these sizes.
    std::string joined_postings(const Term& term) const;
    std::string joined_positions(const Term& term) const;

    const SegmentRuns& segment_;
    std::vector<std::uint32_t> starts_;  // by run: its first document's number in the segment
    std::vector<Term> terms_;
    std::vector<Part> parts_;
};

}  // namespace broadsheet::search
