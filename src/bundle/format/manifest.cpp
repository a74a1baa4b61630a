#include "bundle/format/manifest.h"

#include <algorithm>

#include "bundle/format/hash.h"
#include "bundle/format/wire.h"

namespace broadsheet::bundle {

std::uint16_t bucket_of(std::string_view key) {
    const std::uint64_t hash = fnv1a_64(key);
    return static_cast<std::uint16_t>(hash ^ (hash >> 32));
}

std::string bucket_text(std::uint16_t bucket) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 12; shift >= 0; shift -= 4) text += digits[(bucket >> shift) & 15U];
    return text;
}

std::string Shards::file(char family, std::size_t number) const {
    return family + bucket_text(first_buckets[number]) + "." + hashes[number] + ".json";
}

std::string Shards::file(char family, std::string_view key) const {
    const auto after = std::upper_bound(first_buckets.begin(), first_buckets.end(), bucket_of(key));
    if (after == first_buckets.begin()) return {};
    return file(family, static_cast<std::size_t>(after - first_buckets.begin()) - 1);
}

std::string Manifest::start_file() const { return "start." + start + ".json"; }

std::string Manifest::entry_file(std::string_view path) const {
    return entries.file(entry_family, path);
}

std::string Manifest::list_file(std::string_view path) const {
    return lists.file(list_family, path);
}

std::string Manifest::heading_file(std::string_view path) const {
    return headings.file(heading_family, path);
}

std::string Manifest::chunk_file(std::string_view path, int chunk) const {
    return chunks.file(chunk_family, chunk_key(path, chunk));
}

std::string Manifest::search_root() const {
    return search.empty() ? std::string() : "search." + search + ".json";
}

std::string chunk_key(std::string_view path, int chunk) {
    return std::string(path) + "#" + std::to_string(chunk);
}

}  // namespace broadsheet::bundle
