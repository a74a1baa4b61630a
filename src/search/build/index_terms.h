// The terms of all segments, merged, and the files that contain them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/build/index_segment.h"

namespace broadsheet::search {

// The merged terms, in the order of the index.
class JoinedTerms {
  public:
    struct Term {
        std::string_view term;
        std::string_view key;
        std::uint32_t documents = 0;
    };

    // REQUIRES: `segments` is not empty and outlives this object.
    explicit JoinedTerms(std::vector<SegmentTerms>& segments);

    const std::vector<SegmentTerms>& segments() const { return segments_; }
    const std::vector<Term>& terms() const { return terms_; }
    // The term's data in each segment; null for segments that do not contain it.
    std::span<SegmentTerms::Term* const> parts(std::size_t term) const {
        return std::span(parts_).subspan(term * segments_.size(), segments_.size());
    }

  private:
    std::vector<SegmentTerms>& segments_;
    std::vector<Term> terms_;
    std::vector<SegmentTerms::Term*> parts_;
};

// Limits for the sizes of files. File sizes are approximate and after compression.
struct TermSizes {
    std::size_t file = 0;           // term files
    std::size_t posting_file = 0;   // posting files
    std::size_t position_file = 0;  // position files
    std::size_t max_bytes_here =
        0;  // maximum bytes of a term's postings of the oldest segment in the term file
    // Maximum bytes of a term's positions of the oldest segment in the posting file.
    std::size_t max_positions_beside = 0;
};
// The approximate size of all term files after HTTP compression.
std::size_t term_bytes(const JoinedTerms& terms, std::size_t max_bytes_here);

// Writes the files of all terms, and returns those with the terms themselves.
FileFamily write_terms(const JoinedTerms& terms, const TermSizes& sizes, const FileMaking& making);

}  // namespace broadsheet::search
