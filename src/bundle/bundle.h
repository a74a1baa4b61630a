// The publication as files: the one definition of the wire format, written by the author's tool and
// read by the reader. FORMAT.md beside this file is the contract; a change here is a change there.
//
// The reader fetches `manifest.json` (the only name that never changes), then the start data, then
// for each view exactly one shard: which one follows from the view's path by arithmetic alone
// (`Manifest::entry_file`, `Manifest::list_file`), whatever the publication's size.
//
// Nothing here throws: reading gives a value or a sentence that says what is wrong.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::bundle {

inline constexpr int format_version = 1;
inline constexpr std::string_view folder = "bundle";  // under the site's root

// A file of the bundle; `name` is relative to the bundle's folder.
struct File {
    std::string name;
    std::string bytes;

    bool operator==(const File&) const = default;
};

template <typename T>
struct Result {
    std::optional<T> value;
    std::string error;  // a sentence for people; empty where `value` is set
};

// A path's shard is fnv1a_64(path) modulo the number of shards.
struct Manifest {
    int version = format_version;
    std::string publish;               // content hash of the whole bundle; differs for each publish
    std::string start;                 // hash part of the start file's name
    std::vector<std::string> entries;  // hash part of each entry shard's name
    std::vector<std::string> lists;    // hash part of each list shard's name
    std::string search;                // hash part of the search index's folder; empty: none

    std::string start_file() const;
    std::string entry_file(std::string_view path) const;  // shard that holds the entry at `path`
    std::string list_file(std::string_view chunk_key) const;  // shard that holds the chunk
    std::string search_folder() const;                        // empty where there is no index
};

// How finely a bundle is split. Chosen from the publication's size by `sharding_for`.
struct Sharding {
    int entry_shards = 1;
    int list_shards = 1;
};
Sharding sharding_for(int entries, int chunks);

// The whole bundle, sorted by name; the same publication always gives the same bytes.
std::vector<File> write_bundle(const model::Publication& publication);

// The same file by file, for publications that are too large to be in memory twice.
// REQUIRES: the publication outlives the writer and does not change.
class Writer {
  public:
    explicit Writer(const model::Publication& publication);

    std::size_t shard_count() const { return entries_.size() + lists_.size(); }
    // Safe to call from several threads.
    File shard(std::size_t number) const;
    // The start file and the manifest; `shards` are the names of all shards, in their order,
    // `search` is the hash part of the name of the search index's folder.
    std::vector<File> closing_files(const std::vector<std::string>& shards,
                                    std::string_view search = {}) const;

  private:
    const model::Publication& publication_;
    std::vector<std::vector<const model::Entry*>> entries_;
    std::vector<std::vector<const model::ListChunk*>> lists_;
};

Result<Manifest> read_manifest(std::string_view json);
Result<model::Site> read_start(std::string_view json);
Result<std::map<model::Path, model::Entry>> read_entries(std::string_view json);
Result<std::map<std::string, model::ListChunk>> read_lists(std::string_view json);

}  // namespace broadsheet::bundle
