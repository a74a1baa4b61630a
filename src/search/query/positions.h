// Positions of words: phrases, and how close the words of a query are.
#pragma once

#include <map>
#include <span>
#include <vector>

#include "search/query/query.h"
#include "search/query/word_match.h"

namespace broadsheet::search {

// The positions of a word in each document. Documents without positions are absent.
using Places = std::map<std::uint32_t, std::vector<std::uint32_t>>;

// Reads positions of words from the index.
class PositionLookup {
  public:
    PositionLookup(IndexCache& cache, const Root& root) : cache_(cache), root_(root) {}

    // The positions of all `expansions` together. `documents` is in ascending order. Positions
    // beside postings are fetched with these, before it is known which documents have the words.
    Places places(const std::vector<Expansion>& expansions,
                  const std::vector<std::uint32_t>& documents);
    // Keeps the documents that contain the words of `phrase` in sequence. Very common words have no
    // positions, so any word matches in their place.
    std::vector<Scored> with_phrase(const QueryPhrase& phrase, std::vector<Scored> documents,
                                    WordMatcher& matcher);

  private:
    // `postings` are all postings of a segment. `first` is the segment's first document.
    void add_places(const std::vector<FilePart>& blocks, std::uint32_t first,
                    std::span<const Posting> postings, const std::vector<std::uint32_t>& documents,
                    Places& all);
    void add_packed_places(std::string_view packed, std::span<const Posting> postings,
                           const std::vector<std::uint32_t>& documents, Places& all);

    IndexCache& cache_;
    const Root& root_;
};

// 1 if the words are adjacent, less if they are further apart, 0 if one is missing.
float closeness_of(const std::vector<const std::vector<std::uint32_t>*>& words);

}  // namespace broadsheet::search
