// Builds the search index. Texts of documents may arrive in any order and from several threads. The
// resulting files depend only on the documents, not on the runs known before.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "search/build/documents.h"
#include "search/format/ranking.h"

namespace broadsheet::search {

// Average field lengths in steps of an eighth of a doubling, so that a single document rarely
// changes them.
using AverageSteps = std::array<std::uint8_t, field_count>;

// Runs of an earlier index (posting_run.h), by a hash of their input.
struct KnownPostingRuns {
    AverageSteps averages{};  // the averages used for all runs
    std::map<std::uint64_t, strings::SharedBytes> runs;
};

// Of several machines that each make a share of the runs: this one makes those whose number,
// divided by `count`, leaves `number`.
struct RunShare {
    std::size_t number = 0;
    std::size_t count = 1;
};

// The default `ForEach`: runs all calls on this thread.
void one_after_another(std::size_t count, const std::function<void(std::size_t)>& call);

// Builds an index.
class IndexBuilder {
  public:
    // Reads `known` and, in `finish`, replaces it with the runs of this index.
    IndexBuilder(std::string language, std::vector<DocumentHead> documents, KnownPostingRuns& known,
                 RunShare share = {}, ByteStorage storage = {});
    ~IndexBuilder();
    IndexBuilder(const IndexBuilder&) = delete;
    IndexBuilder& operator=(const IndexBuilder&) = delete;

    // True if the text of `documents[number]` is needed because no known run contains it.
    bool wants(std::size_t number) const;
    // Adds a document's text. Thread-safe. REQUIRES: the text is wanted.
    void add(std::size_t number, const DocumentText& document);
    // Returns true if all needed texts are present. Returns false if the averages of the site have
    // changed: the known runs are then invalid, and more texts are wanted.
    bool settle();

    // Gives all files of the index but the root to `write`, and returns the root; nothing if there
    // are no documents. No texts may be added afterwards. REQUIRES: `settle` returned true.
    std::optional<IndexFile> finish(const WriteIndexFile& write,
                                    const ForEach& for_each = one_after_another);
    // Makes only the runs of the share, and replaces `known` with them. The texts of all documents
    // are needed all the same, because the averages are those of the whole site.
    void finish_share(const ForEach& for_each = one_after_another);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::search
