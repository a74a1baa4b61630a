// Finds the terms that match a word of the query, and the documents that contain them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/index_cache.h"
#include "search/query/query.h"

namespace broadsheet::search {

// A term that matches a word, with its weight.
struct Expansion {
    const TermFile* file = nullptr;
    const TermFile::Term* found = nullptr;
    float weight = 1;

    const std::string& term() const { return found->term; }
    const std::string& key() const { return found->key; }
};

// How far a term may differ from the word.
enum class Reach : std::uint8_t {
    exact,       // the word, ignoring diacritics
    relatives,   // also words with the same stem
    unfinished,  // also words that begin with it, if it is long enough to be a word's beginning
    beginning,   // also words that begin with it
};

// A document with its score. `title` is how many of the words its title contains. A word that only
// resembles the query's word counts less than one, according to its weight.
struct Scored {
    std::uint32_t document = 0;
    float score = 0;
    float title = 0;
};

// The matches of one word. Documents are in ascending order.
struct WordMatch {
    std::vector<Scored> documents;
    std::vector<Expansion> expansions;  // best first
    std::vector<std::string> keys;      // folded, to mark in texts
    std::string correction;             // replacement for a word that no document contains
};

// Matches words against the index.
class WordMatcher {
  public:
    WordMatcher(IndexCache& cache, const Root& root) : cache_(cache), root_(root) {}

    // `forgiving`: if no document contains the word, words with a typing mistake match.
    WordMatch match(const QueryWord& word, Reach reach, bool forgiving);
    std::vector<Expansion> expand(std::string_view term, Reach reach);
    // The documents of a filter, ascending: those of the term with this slug, or if there is none,
    // those of all terms whose slugs have it as one or more of their words ("okafor" is a word of
    // "ines-okafor").
    std::vector<std::uint32_t> documents_of(const QueryFilter& filter);

  private:
    std::vector<Expansion> expand_as_written(std::string_view term, Reach reach);
    void add_relatives(std::string_view term, std::vector<Expansion>& found);
    void add_completions(const std::string& key, float weight, std::vector<Expansion>& found);
    // A range of term files: first and last.
    using FileSpan = std::pair<std::size_t, std::size_t>;
    FileSpan only_file_of(std::string_view key) const;
    void add_terms(FileSpan files, std::string_view prefix, float weight,
                   std::vector<Expansion>& found);
    std::vector<Posting> postings(const Expansion& expansion);
    std::vector<Scored> score(const std::vector<Expansion>& expansions);
    std::vector<Scored> all_parts(const QueryWord& word, Reach reach, WordMatch& match);
    void forgive(const std::string& term, Reach reach, WordMatch& match);
    void correct(const std::string& term, WordMatch& match);
    std::vector<Expansion> terms_with_word(const QueryFilter& filter);

    IndexCache& cache_;
    const Root& root_;
};

// The documents of both, with the sums of their scores and of their words in titles.
std::vector<Scored> intersection(const std::vector<Scored>& left, const std::vector<Scored>& right);
// Adds the scores of `more` to the documents that are in both.
void add_to(std::vector<Scored>& documents, const std::vector<Scored>& more);

}  // namespace broadsheet::search
