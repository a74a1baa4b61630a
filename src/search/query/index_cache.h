// The index files that have arrived, and those that an answer still needs.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/format/index_files.h"

namespace broadsheet::search {

// Lookups return nothing if a file is not available. It is then either `wanted`, or known to be
// missing (it could not be fetched or is damaged), which makes the answer partial.
class IndexCache {
  public:
    void supply(std::string_view name, std::string_view bytes);
    void miss(std::string_view name);
    // Requests missing files again.
    void forget_missing();

    const Root* root();
    // Term files, by their names in the root.
    const TermFile* terms(const std::string& name) { return find(terms_, name, name); }
    // The postings in ascending order. Omits segments whose files have not arrived.
    std::vector<Posting> postings(const TermFile& file, const TermFile::Term& term);
    // As in `TermFile`; empty while the postings have not arrived.
    std::vector<FilePart> position_blocks(const TermFile& file, const TermFile::InSegment& own);
    std::string_view positions(const FilePart& block) { return data(block); }
    // False if the host does not support ranges. Positions are then expensive, because a whole file
    // is fetched for a few bytes.
    bool host_gives_parts() const { return parts_.all_have_parts(); }
    const std::vector<Word>* words(const std::string& name) { return find(words_, name, name); }
    // The document's own record if there are record files. If that cannot be fetched, the entry
    // without text in a document file.
    const DocumentRecord* document(std::uint32_t number);
    const std::vector<std::size_t>* categories();
    const std::vector<TagDocuments>* tags();

    // Files and parts wanted since `begin`.
    void begin();
    bool wants_some() const { return !wanted_.empty() || parts_.wants_some(); }
    std::vector<std::string> wanted() const;
    bool misses_some() const { return misses_some_; }

  private:
    template <typename Value, typename Key>
    const Value* find(const std::map<Key, Value>& values, const Key& key, const std::string& name) {
        if (const auto known = values.find(key); known != values.end()) return &known->second;
        want(name);
        return nullptr;
    }
    void want(const std::string& name);
    std::string_view data(const FilePart& part);
    std::string_view postings_of(const TermFile& file, const TermFile::InSegment& own);
    bool take(std::string_view name, std::string_view bytes);

    std::map<int, Root> root_;
    std::map<std::string, TermFile> terms_;
    std::map<std::string, std::vector<Word>> words_;
    std::map<std::string, std::vector<DocumentRecord>> documents_;
    std::map<std::uint32_t, DocumentRecord> records_;
    std::map<int, std::vector<std::size_t>> categories_;
    std::map<int, std::vector<TagDocuments>> tags_;
    FileParts parts_;
    std::set<std::string, std::less<>> missing_;
    std::set<std::string> wanted_;
    bool misses_some_ = false;
};

// The index of the file of `files` that may contain `key`.
std::size_t file_of(const std::vector<FileRange>& files, std::string_view key);
// The first and last files that may contain keys beginning with `prefix`.
std::pair<std::size_t, std::size_t> files_with_prefix(const std::vector<FileRange>& files,
                                                      std::string_view prefix);

}  // namespace broadsheet::search
