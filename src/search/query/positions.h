// Where words stand: phrases, and how close the words of a query are.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "search/query/query.h"
#include "search/query/word_match.h"

namespace broadsheet::search {

// The places of one word in each document; missing documents have none.
using Places = std::map<std::uint32_t, std::vector<std::uint32_t>>;

class PositionLookup {
  public:
    PositionLookup(Files& files, const Root& root) : files_(files), root_(root) {}

    // `documents` ascending; the places of all `expansions` together.
    Places places(const std::vector<Expansion>& expansions,
                  const std::vector<std::uint32_t>& documents);
    // Keeps the documents that have the words of `phrase` one behind the other. Words that stand
    // nearly everywhere have no places: any word may stand for them.
    std::vector<Scored> with_phrase(const QueryPhrase& phrase, std::vector<Scored> documents,
                                    WordMatcher& matcher);

  private:
    // `postings`: all of a segment, which begins with `first`.
    void add_places(const std::vector<FilePart>& blocks, std::uint32_t first,
                    std::span<const Posting> postings, const std::vector<std::uint32_t>& documents,
                    Places& all);

    Files& files_;
    const Root& root_;
};

// 1 where the words stand side by side, less the farther they are apart, 0 where one is missing.
float closeness_of(const std::vector<const std::vector<std::uint32_t>*>& words);

}  // namespace broadsheet::search
