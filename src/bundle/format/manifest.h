// The manifest: which files a bundle has, and which of them a view needs. FORMAT.md in the folder
// above is the contract of all that is in these three rooms; a change here is a change there.
//
// The reader fetches `manifest.json` (the only name that never changes), then the start data, then
// for each view one shard, or two where it begins deep in a long list: which ones follows from the
// view's path by arithmetic alone, whatever the publication's size.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::bundle {

inline constexpr int format_version = 2;
inline constexpr std::string_view folder = "bundle";  // under the site's root
inline constexpr std::string_view search_folder =
    "search";  // in there: all of the index but its root

// The shards of one family. A key belongs to one of 65,536 buckets, a shard holds the buckets from
// its own first one up to the next shard's.
struct Shards {
    std::vector<std::uint16_t> first_buckets;  // ascending
    std::vector<std::string> hashes;           // hash part of each shard's name

    // Name of the shard with `key`; empty where no shard could have it.
    std::string file(char family, std::string_view key) const;
    std::string file(char family, std::size_t number) const;
};
std::uint16_t bucket_of(std::string_view key);

struct Manifest {
    int version = format_version;
    std::string publish;  // content hash of the whole bundle; differs for each publish
    std::string start;    // hash part of the start file's name
    Shards entries;
    Shards lists;        // their beginnings
    Shards runs;         // the rest of long lists
    Shards headings;     // long lists without their articles
    std::string search;  // hash part of the name of the search index's root; empty: none

    std::string start_file() const;
    std::string entry_file(std::string_view path) const;  // with the entry at `path`
    std::string list_file(std::string_view path) const;   // with the beginning of the list
    std::string heading_file(std::string_view path) const;
    std::string run_file(std::string_view path, int run) const;
    std::string search_root() const;  // empty where there is no index
};

}  // namespace broadsheet::bundle
