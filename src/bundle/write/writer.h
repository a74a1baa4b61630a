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

// A file of the bundle. `name` is relative to the bundle's folder.
struct File {
    std::string name;
    std::string bytes;

    bool operator==(const File&) const = default;
};

// Writes the whole bundle, sorted by name. The output depends only on the publication.
std::vector<File> write_bundle(const model::Publication& publication);

// The approximate size in a shard, in bytes before compression. Only the first articles of a list
// have excerpts.
std::size_t weight_of(const model::Document& document);
std::size_t weight_of(const std::vector<model::Comment>& comments);
std::size_t weight_of(const model::Entry& entry);
std::size_t weight_of(const model::ArticleSummary& summary, bool excerpt);

// Provides complete entries for publications that keep only part of each entry in memory. The
// writer requests bodies and related articles when it writes them. Called from several threads.
class EntrySource {
  public:
    virtual ~EntrySource() = default;
    virtual model::Entry load(const model::Entry& entry) const = 0;
    // The weight of the complete entry, see above.
    virtual std::size_t weight_of(const model::Entry& entry) const = 0;
};

// Writes the bundle file by file, for publications that do not fit into memory twice.
// REQUIRES: the publication and the source outlive the writer and do not change.
class Writer {
  public:
    explicit Writer(const model::Publication& publication, const EntrySource* source = nullptr);

    std::size_t shard_count() const { return plans_.size(); }
    std::size_t entry_shard_count() const { return entry_shards_; }  // entry shards come first
    std::string shard_name(std::size_t number, std::string_view hash) const;
    // An entry or part of a list in a shard.
    struct Part {
        const model::Entry* entry = nullptr;
        const model::List* list = nullptr;
        int chunk = -1;
    };
    const std::vector<Part>& parts(std::size_t number) const { return plans_[number].parts; }
    // The range of positions in the list of the part's articles: first and end.
    std::pair<std::size_t, std::size_t> places_of(std::size_t number, const Part& part) const;
    // Writes a shard. Thread-safe. Calls `meet` with each complete entry of the shard.
    File shard(std::size_t number,
               const std::function<void(const model::Entry&)>& meet = nullptr) const;
    File start_file() const;
    // `shards` are the names of all shards in order, `search` the hash in the name of the search
    // index's root, and `offline` the hash in the name of the list of the site's files. Either may
    // be empty.
    File manifest_file(const File& start, const std::vector<std::string>& shards,
                       std::string_view search, std::string_view offline = {}) const;

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
        bool changes_often = false;
    };
    // A range of items with the first of its buckets.
    struct Block {
        std::uint32_t first_bucket = 0;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void plan(char family, std::vector<Item> items, std::size_t limit);
    static void divide(const std::vector<Item>& items, const Block& block, std::uint32_t buckets,
                       std::size_t heaviest, std::vector<Block>& blocks);
    static std::vector<Block> set_apart(const std::vector<Item>& items,
                                        const std::vector<Block>& blocks);
    void plan_block(char family, const std::vector<Item>& items, const Block& block,
                    std::size_t limit);

    const model::Publication& publication_;
    const EntrySource* source_;
    std::vector<Plan> plans_;
    std::size_t entry_shards_ = 0;
};

}  // namespace broadsheet::bundle
