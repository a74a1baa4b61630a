// The manifest: the list of a bundle's files, and the rule for which of them a view needs.
// FORMAT.md in the parent folder specifies everything in the folders format, read and write. Keep
// it up to date.
//
// The reader fetches `manifest.json`, the only file with a fixed name, then the start data, then
// one shard per view, or two for a page deep in a long list. The reader calculates the names of
// shards from the view's path, so this works for publications of any size.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::bundle {

inline constexpr int format_version = 2;
inline constexpr std::string_view folder = "bundle";  // under the site's root
inline constexpr std::string_view search_folder = "search";

// The shards of one family. Each key belongs to one of 65,536 buckets. A shard contains the buckets
// from its first one up to the first one of the next shard.
struct Shards {
    std::vector<std::uint16_t> first_buckets;  // ascending
    std::vector<std::string> hashes;           // the hash in each shard's name

    // The name of the shard that contains `key`; empty if there is none.
    std::string file(char family, std::string_view key) const;
    std::string file(char family, std::size_t number) const;
};
// The bucket of a key.
std::uint16_t bucket_of(std::string_view key);

// The content of manifest.json.
struct Manifest {
    int version = format_version;
    std::string publish;  // content hash of the whole bundle; identifies the publish
    std::string start;    // the hash in the start file's name
    Shards entries;
    Shards lists;        // the beginnings of lists
    Shards chunks;       // the rest of long lists
    Shards headings;     // the headings of long lists, without articles
    std::string search;  // the hash in the name of the search index's root; empty: no index

    std::string start_file() const;
    std::string entry_file(
        std::string_view path) const;  // the file that contains the entry at `path`
    std::string list_file(
        std::string_view path) const;  // the file that contains the beginning of the list
    std::string heading_file(std::string_view path) const;
    std::string chunk_file(std::string_view path, int chunk) const;
    std::string search_root() const;  // empty if there is no index
};

}  // namespace broadsheet::bundle
