// Runs: the sorted words of consecutive documents, from which an index is assembled. A run is a
// sequence of bytes that depends only on its documents and the averages, so it is reused until
// these change.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "search/build/documents.h"
#include "search/format/ranking.h"

namespace broadsheet::search {

using FieldLengths = std::array<std::uint64_t, field_count>;
using FieldAverages = std::array<float, field_count>;

// The numbers of terms. Each thread uses one table at a time.
class TermTable {
  public:
    const std::deque<std::string>& terms() const { return terms_; }
    std::uint32_t number_of(std::string_view term);

  private:
    void grow();

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t next_number = 0;  // the term's number plus one; 0: empty slot
    };

    std::deque<std::string> terms_;
    std::vector<Slot> slots_;
};

// The words of one document, by their numbers in a term table.
struct DocumentWords {
    std::size_t table = 0;
    strings::SharedBytes tokens;
    FieldLengths lengths{};
    std::vector<std::uint32_t> filters;
    strings::SharedBytes text;  // beginning of the text, for results

    static DocumentWords of(const DocumentText& document, TermTable& table, std::size_t text_size,
                            const ByteStorage& storage);
};

// The terms of several tables, in the order of the index.
struct TermOrder {
    struct Term {
        std::string_view term;
        std::string key;  // folded; empty: same as the term
    };

    std::vector<Term> terms;
    std::vector<std::vector<std::uint32_t>> numbers;  // by table and number in the table

    // REQUIRES: the tables outlive the result.
    static TermOrder of(const std::vector<const TermTable*>& tables);
};

// Writes a run of `documents`. All of their tables must be in `order`.
std::string write_posting_run(const std::vector<const DocumentWords*>& documents,
                              const TermOrder& order, const FieldAverages& averages);

// A term of a run. Views point into the run.
struct PostingRunTerm {
    std::string_view term;
    std::string_view key;
    std::uint32_t documents = 0;
    std::uint32_t first = 0;     // index in the run
    std::uint32_t last = 0;      // index in the run
    std::string_view gaps;       // packed, without the first document's gap
    std::string_view impacts;    // packed
    std::string_view positions;  // packed; empty for filters
};

// Reads the output of `write_posting_run`. It does not validate its input.
class PostingRunReader {
  public:
    explicit PostingRunReader(std::string_view run);

    const FieldLengths& lengths() const { return lengths_; }
    const std::vector<std::string_view>& texts() const { return texts_; }
    bool at_end() const { return at_ == run_.size(); }
    std::size_t place() const { return at_; }  // offset of the next term
    PostingRunTerm next();
    static PostingRunTerm term_at(std::string_view run, std::size_t place);

  private:
    PostingRunReader() = default;

    std::string_view run_;
    std::size_t at_ = 0;
    FieldLengths lengths_{};
    std::vector<std::string_view> texts_;
};

}  // namespace broadsheet::search
