// The terms of all segments together, and the files that hold them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "search/build/index_segment.h"

namespace broadsheet::search {

// In the order of the index.
class JoinedTerms {
  public:
    struct Term {
        std::string_view term;
        std::string_view key;
        std::uint32_t documents = 0;
    };

    // REQUIRES: the segments outlive it. There is one at least.
    explicit JoinedTerms(std::vector<SegmentTerms>& segments);

    const std::vector<SegmentTerms>& segments() const { return segments_; }
    const std::vector<Term>& terms() const { return terms_; }
    // The same term in each segment; null where that does not have it.
    std::span<SegmentTerms::Term* const> parts(std::size_t term) const {
        return std::span(parts_).subspan(term * segments_.size(), segments_.size());
    }

  private:
    std::vector<SegmentTerms>& segments_;
    std::vector<Term> terms_;
    std::vector<SegmentTerms::Term*> parts_;
};

struct TermSizes {
    std::size_t file = 0;             // about, compressed
    std::size_t posting_file = 0;     // likewise
    std::size_t position_file = 0;    // likewise
    std::size_t most_bytes_here = 0;  // of a term's postings in the oldest segment
};
// About what the transport's compression leaves of all files of terms.
std::size_t term_bytes(const JoinedTerms& terms, std::size_t most_bytes_here);

struct TermFiles {
    FileFamily terms;
    std::vector<IndexFile> data;  // of postings and positions
};
TermFiles write_terms(const JoinedTerms& terms, const TermSizes& sizes, const ForEach& for_each);

}  // namespace broadsheet::search
