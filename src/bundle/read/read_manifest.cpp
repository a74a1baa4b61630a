#include <charconv>
#include <utility>

#include "bundle/format/hash.h"
#include "bundle/read/json_value.h"
#include "bundle/read/read.h"

namespace broadsheet::bundle {

namespace {

bool is_hash_text(const std::string& text) {
    return text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// Reads four digits of the first bucket and eight of the hash for each shard. Returns nothing if
// the buckets are not in ascending order.
std::optional<Shards> read_shards(const JsonValue root, const char* name) {
    constexpr std::size_t bucket_length = 4;
    const std::string text = root.member(name).text();
    if (text.size() % (bucket_length + hash_length) != 0 || !is_hash_text(text)) return {};
    Shards shards;
    for (std::size_t i = 0; i < text.size(); i += bucket_length + hash_length) {
        unsigned bucket = 0;
        std::from_chars(text.data() + i, text.data() + i + bucket_length, bucket, 16);
        const bool ordered = i == 0 ? bucket == 0 : bucket > shards.first_buckets.back();
        if (!ordered) return {};
        shards.first_buckets.push_back(static_cast<std::uint16_t>(bucket));
        shards.hashes.push_back(text.substr(i + bucket_length, hash_length));
    }
    return shards;
}

}  // namespace

Result<Manifest> read_manifest(std::string_view json) {
    const ParsedJson parsed(json, "list of data files");
    if (!parsed.error().empty()) return {std::nullopt, parsed.error()};
    const JsonValue root = parsed.root();
    Manifest manifest;
    manifest.version = root.member("version").number();
    if (manifest.version != format_version) {
        return {std::nullopt, "This site's data needs another version of the program."};
    }
    manifest.publish = root.member("publish").text();
    manifest.start = root.member("start").text();
    manifest.search = root.member("search").text();
    if (manifest.search.size() != hash_length || !is_hash_text(manifest.search)) {
        manifest.search.clear();
    }
    auto entries = read_shards(root, "entries");
    auto lists = read_shards(root, "lists");
    auto chunks = read_shards(root, "runs");
    auto headings = read_shards(root, "headings");
    const bool start_named = manifest.start.size() == hash_length && is_hash_text(manifest.start);
    const bool whole = entries && lists && chunks && headings && start_named &&
                       !entries->hashes.empty() && !lists->hashes.empty();
    if (!whole) return {std::nullopt, "The list of data files is damaged or was cut short."};
    manifest.entries = std::move(*entries);
    manifest.lists = std::move(*lists);
    manifest.chunks = std::move(*chunks);
    manifest.headings = std::move(*headings);
    return {std::move(manifest), {}};
}

}  // namespace broadsheet::bundle
