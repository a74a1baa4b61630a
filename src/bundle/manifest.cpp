#include <algorithm>

#include "bundle/bundle.h"
#include "bundle/hash.h"
#include "bundle/wire.h"
#include "model/slug.h"

namespace broadsheet::bundle {

namespace {

std::string shard_file(char family, const std::vector<std::string>& hashes, std::string_view key) {
    if (hashes.empty()) return {};
    const auto index = static_cast<std::size_t>(fnv1a_64(key) % hashes.size());
    return family + std::to_string(index) + "." + hashes[index] + ".json";
}

}  // namespace

std::string Manifest::start_file() const { return "start." + start + ".json"; }

std::string Manifest::entry_file(std::string_view path) const {
    return shard_file('e', entries, path);
}

std::string Manifest::list_file(std::string_view chunk_key) const {
    return shard_file('l', lists, chunk_key);
}

std::string Manifest::search_folder() const {
    return search.empty() ? std::string() : "search." + search;
}

model::Path usual_path(const model::ArticleSummary& summary) {
    return model::day_path(summary.date.day) + model::slugify(summary.title) + "/";
}

// At 25,000 articles this makes about 1,900 files, within the 2,000 that the design allows; a
// shard of either family is then some 10–30 kB compressed.
Sharding sharding_for(int entries, int chunks) {
    Sharding result;
    result.entry_shards = std::max(1, (entries + 10) / 20);
    result.list_shards = std::max(1, (chunks + 2) / 5);
    return result;
}

}  // namespace broadsheet::bundle
