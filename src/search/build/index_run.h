// The words of neighbouring documents, in order: the parts that an index is put together from. A
// run is bytes that depend on nothing but its documents and the averages, so it is made once and
// kept as long as these stay as they are.
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

// A term table and what was written with it. Each thread works with one at a time.
class TermTable {
  public:
    const std::deque<std::string>& terms() const { return terms_; }
    std::uint32_t number_of(std::string_view term);

  private:
    void grow();

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t next_number = 0;  // the term's and one more; 0 is free
    };

    std::deque<std::string> terms_;
    std::vector<Slot> slots_;
};

// The words of one document, by their numbers in a table.
struct DocumentWords {
    std::size_t table = 0;
    std::string tokens;
    FieldLengths lengths{};
    std::vector<std::uint32_t> filters;
    std::string text;  // the beginning, to be shown

    static DocumentWords of(const DocumentText& document, TermTable& table, std::size_t text_size);
};

// The terms of several tables in the order of the index.
struct TermOrder {
    struct Term {
        std::string_view term;
        std::string key;  // folded; empty: the term itself
    };

    std::vector<Term> terms;
    std::vector<std::vector<std::uint32_t>> numbers;  // by table and the number there

    // REQUIRES: the tables outlive it.
    static TermOrder of(const std::vector<const TermTable*>& tables);
};

// `documents` one after another, all of whose tables are in `order`.
std::string write_run(const std::vector<const DocumentWords*>& documents, const TermOrder& order,
                      const FieldAverages& averages);

// What a run tells of a term. Views are into the run.
struct RunTerm {
    std::string_view term;
    std::string_view key;
    std::uint32_t documents = 0;
    std::uint32_t first = 0;     // number in the run
    std::uint32_t last = 0;      // likewise
    std::string_view gaps;       // packed, without the one before the first
    std::string_view impacts;    // packed
    std::string_view positions;  // packed; empty for filters
};

// Reads what `write_run` wrote, and nothing else.
class RunReader {
  public:
    explicit RunReader(std::string_view run);

    const FieldLengths& lengths() const { return lengths_; }
    const std::vector<std::string_view>& texts() const { return texts_; }
    bool at_end() const { return at_ == run_.size(); }
    std::size_t place() const { return at_; }  // of the next term
    RunTerm next();
    static RunTerm term_at(std::string_view run, std::size_t place);

  private:
    RunReader() = default;

    std::string_view run_;
    std::size_t at_ = 0;
    FieldLengths lengths_{};
    std::vector<std::string_view> texts_;
};

}  // namespace broadsheet::search
