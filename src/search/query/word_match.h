// From a word as typed to the terms it stands for, and to the documents that have them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/files.h"
#include "search/query/query.h"

namespace broadsheet::search {

// A term that counts for a word.
struct Expansion {
    const TermFile* file = nullptr;
    const TermFile::Term* found = nullptr;
    float weight = 1;

    const std::string& term() const { return found->term; }
    const std::string& key() const { return found->key; }
};

enum class Reach : std::uint8_t {
    exact,      // the word, whatever its diacritics
    relatives,  // words of its stem too
    beginning,  // and words that begin with it
};

struct Scored {
    std::uint32_t document = 0;
    float score = 0;
};

// Documents in ascending order, with their score for one word.
struct WordMatch {
    std::vector<Scored> documents;
    std::vector<Expansion> expansions;  // best first
    std::vector<std::string> keys;      // folded, to be marked in texts
    std::string correction;             // the word it was taken for, where it is in no document
};

class WordMatcher {
  public:
    WordMatcher(Files& files, const Root& root) : files_(files), root_(root) {}

    // `forgiving`: where nothing has the word, words that differ by a typing mistake count.
    WordMatch match(const QueryWord& word, Reach reach, bool forgiving);
    std::vector<Expansion> expand(std::string_view term, Reach reach);
    std::vector<std::uint32_t> documents_of(std::string_view term);  // a filter

  private:
    void add_relatives(std::string_view term, std::vector<Expansion>& found);
    void add_completions(const std::string& key, float weight, std::vector<Expansion>& found);
    // Which of the files of terms to look in: first and last.
    using FileSpan = std::pair<std::size_t, std::size_t>;
    FileSpan only_file_of(std::string_view key) const;
    void add_terms(FileSpan files, std::string_view prefix, float weight,
                   std::vector<Expansion>& found);
    std::vector<Posting> postings(const Expansion& expansion);
    std::vector<Scored> score(const std::vector<Expansion>& expansions);
    std::vector<Scored> all_parts(const QueryWord& word, Reach reach, WordMatch& match);
    void forgive(const std::string& term, Reach reach, WordMatch& match);
    void correct(const std::string& term, WordMatch& match);

    Files& files_;
    const Root& root_;
};

std::vector<Scored> intersection(const std::vector<Scored>& left, const std::vector<Scored>& right);

}  // namespace broadsheet::search
