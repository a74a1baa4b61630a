// The terms of a segment, merged from its runs, and the segment's own files.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "search/build/file_cuts.h"
#include "search/build/index_layout.h"
#include "search/build/posting_run.h"
#include "search/build/text_arena.h"
#include "search/format/index_files.h"

namespace broadsheet::search {

// Files that contain data of consecutive terms.
struct DataFiles {
    std::vector<std::size_t> first;    // the first term of each file
    std::vector<std::string> files;    // their names
    std::vector<std::uint32_t> bytes;  // by term; 0 if the term is in no file
};

// The terms of a segment.
class SegmentTerms {
  public:
    struct Term {
        std::string_view term;
        std::string_view key;
        std::uint32_t documents = 0;
        std::uint32_t bytes = 0;   // approximate compressed size of its postings
        std::uint32_t packed = 0;  // size of its postings in bytes
        std::uint32_t parts = 0;   // range in the list of all parts
        std::uint32_t parts_end = 0;
        std::uint32_t positions = 0;  // bytes of its positions; 0: not written
    };

    // `release`: see ByteStorage.
    SegmentTerms(const SegmentRuns& segment, const std::function<void()>& release);

    std::vector<Term>& terms() { return terms_; }
    const std::vector<Term>& terms() const { return terms_; }

    // Appends the packed postings.
    void write_postings(const Term& term, std::string& gaps, std::string& impacts) const;
    // True if the positions follow the postings in the posting file.
    static bool are_beside(const Term& term, std::size_t max_positions_beside) {
        return term.positions > 0 && term.positions <= max_positions_beside;
    }
    // Writes the postings of terms with more than `max_bytes_here` bytes of them, and the positions
    // that are beside them.
    DataFiles posting_files(std::size_t file_size, std::size_t max_bytes_here,
                            std::size_t max_positions_beside, const FileMaking& making) const;
    // Writes the other positions.
    DataFiles position_files(std::size_t file_size, std::size_t max_positions_beside,
                             const FileMaking& making) const;
    std::string joined_positions(const Term& term) const;
    // The approximate size of positions after HTTP compression.
    static std::size_t position_bytes(const Term& term);
    // Of positions that are, or are not, beside the postings.
    std::size_t position_bytes(std::size_t max_positions_beside, bool are_beside) const;

  private:
    // The data of a term in a run.
    struct Part {
        std::uint32_t run = 0;
        std::uint32_t place = 0;
    };
    PostingRunTerm read(const Part& part) const;
    // `cost_of` estimates a term's compressed size; 0 for terms to omit.
    DataFiles data_files(Family family, std::size_t file_size, const FileMaking& making,
                         const std::function<std::size_t(const Term&)>& cost_of,
                         const std::function<std::string(const Term&)>& data_of) const;
    // The packed sizes of the positions in each block of documents.
    std::string position_sizes(const Term& term) const;
    // The postings of a term, in a posting file.
    std::string joined_postings(const Term& term) const;

    const SegmentRuns& segment_;
    // The runs may leave the memory, but the terms are needed all the time.
    TextArena texts_;
    std::vector<std::uint32_t> starts_;  // by run: its first document's index in the segment
    std::vector<Term> terms_;
    std::vector<Part> parts_;
};

}  // namespace broadsheet::search
