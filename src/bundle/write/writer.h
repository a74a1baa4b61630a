// Writes a publication as the files of a bundle.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/publication.h"

namespace broadsheet::bundle {

// A file of the bundle; `name` is relative to the bundle's folder.
struct File {
    std::string name;
    std::string bytes;

    bool operator==(const File&) const = default;
};

// The whole bundle, sorted by name; the same publication always gives the same bytes.
std::vector<File> write_bundle(const model::Publication& publication);

// How much of a shard something takes, in bytes before compression, about. Of a list's articles
// only the first have excerpts.
std::size_t weight_of(const model::Document& document);
std::size_t weight_of(const model::Entry& entry);
std::size_t weight_of(const model::ArticleSummary& summary, bool excerpt);

// For publications whose entries are not whole in memory: bodies and related articles are asked for
// when they are written. Called from several threads.
class EntrySource {
  public:
    virtual ~EntrySource() = default;
    virtual model::Entry whole(const model::Entry& entry) const = 0;
    // Of the whole entry, see above.
    virtual std::size_t weight_of(const model::Entry& entry) const = 0;
};

// The same file by file, for publications that are too large to be in memory twice.
// REQUIRES: the publication and the source outlive the writer and do not change.
class Writer {
  public:
    explicit Writer(const model::Publication& publication, const EntrySource* source = nullptr);

    std::size_t shard_count() const { return plans_.size(); }
    std::size_t entry_shard_count() const { return entry_shards_; }  // the first
    std::string shard_name(std::size_t number, std::string_view hash) const;
    // What a shard is made of.
    struct Part {
        const model::Entry* entry = nullptr;
        const model::List* list = nullptr;
        int run = -1;
    };
    const std::vector<Part>& parts(std::size_t number) const { return plans_[number].parts; }
    // The articles of a list's part: places from the first one on, and before the second.
    std::pair<std::size_t, std::size_t> places_of(std::size_t number, const Part& part) const;
    // Safe to call from several threads. `meet` is called with each entry of the shard, whole.
    File shard(std::size_t number,
               const std::function<void(const model::Entry&)>& meet = nullptr) const;
    // The start file and the manifest; `shards` are the names of all shards, in their order,
    // `search` is the hash part of the name of the search index's folder.
    std::vector<File> closing_files(const std::vector<std::string>& shards,
                                    std::string_view search = {}) const;

  private:
    struct Plan {
        char family = 'e';
        std::uint16_t first_bucket = 0;
        std::vector<Part> parts;
    };
    struct Item {
        std::uint16_t bucket = 0;
        std::size_t weight = 0;
        Part part;
    };
    void plan(char family, std::vector<Item> items, std::size_t limit);

    const model::Publication& publication_;
    const EntrySource* source_;
    std::vector<Plan> plans_;
    std::size_t entry_shards_ = 0;
};

}  // namespace broadsheet::bundle
