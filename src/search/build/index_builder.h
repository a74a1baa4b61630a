// Makes the index. The texts of documents come one by one, in any order and from several threads;
// the same documents always give the same files, whatever of them was known before.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "search/build/documents.h"
#include "search/format/ranking.h"

namespace broadsheet::search {

// Average lengths of fields in steps, an eighth of a doubling: a document more does not change
// them.
using AverageSteps = std::array<std::uint8_t, field_count>;

// Runs of an index made before (index_run.h), by what they were made from.
struct KnownRuns {
    AverageSteps averages{};  // with which all of them were made
    std::map<std::uint64_t, std::shared_ptr<const std::string>> runs;
};

// The usual `ForEach`: on this thread.
void one_after_another(std::size_t count, const std::function<void(std::size_t)>& call);

class IndexBuilder {
  public:
    // `known`: read, and holds the runs of this index from `finish` on.
    IndexBuilder(std::string language, std::vector<DocumentHead> documents, KnownRuns& known);
    ~IndexBuilder();
    IndexBuilder(const IndexBuilder&) = delete;
    IndexBuilder& operator=(const IndexBuilder&) = delete;

    // Whether the text of `documents[number]` is wanted, which it is not where a known run has it.
    bool wants(std::size_t number) const;
    // Safe to call from several threads. REQUIRES: it is wanted.
    void add(std::size_t number, const DocumentText& document);
    // True where all wanted texts are there. Where it is false, known runs were made with averages
    // that are no more those of the site, and more texts are wanted.
    bool settle();

    // All files of the index, the root first; nothing may be added afterwards. Empty where there is
    // no document. REQUIRES: `settle` said true.
    std::vector<IndexFile> finish(const ForEach& for_each = one_after_another);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::search
