#include <algorithm>
#include <array>

#include "bundle/bundle.h"
#include "bundle/hash.h"
#include "bundle/wire.h"
#include "model/slug.h"

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

std::string Manifest::run_file(std::string_view path, int run) const {
    return runs.file(run_family, run_key(path, run));
}

std::string Manifest::search_root() const {
    return search.empty() ? std::string() : "search." + search + ".json";
}

std::string run_key(std::string_view path, int run) {
    return std::string(path) + "#" + std::to_string(run);
}

int run_count(int total, const model::Site& site) {
    const int length = std::max(1, site.run_length);
    return total > length + length / 2 ? (total - length / 2) / length : 0;
}

int run_of(int oldest, int total, const model::Site& site) {
    return std::min(oldest / std::max(1, site.run_length), run_count(total, site));
}

void place(ListPart part, model::List& list, const model::Site& site) {
    const auto count = static_cast<std::int64_t>(part.articles.size());
    std::int64_t first = 0;
    if (part.run >= 0) {
        first = list.total() - std::int64_t{part.run} * site.run_length - count;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        if (first + i < 0 || first + i >= list.total()) continue;
        auto& place = list.articles[static_cast<std::size_t>(first + i)];
        auto& article = part.articles[static_cast<std::size_t>(i)];
        if (!place) place = std::make_shared<model::ArticleSummary>(std::move(article));
    }
}

model::Path usual_path(std::string_view title, model::Day day) {
    return model::day_path(day) + model::slugify(title) + "/";
}

std::string short_path(std::string_view path, std::string_view title, model::Day day) {
    const model::Path below = model::day_path(day);
    if (!path.starts_with(below) || !path.ends_with('/') || path.size() == below.size()) {
        return std::string(path);
    }
    std::string_view rest = path.substr(below.size());
    const std::string slug = model::slugify(title);
    if (rest.starts_with('+')) return std::string(path);
    if (slug.empty() || !rest.starts_with(slug) || rest.ends_with("//")) return std::string(rest);
    rest.remove_prefix(slug.size());
    rest.remove_suffix(1);
    return "+" + std::string(rest);
}

model::Path full_path(std::string_view text, std::string_view title, model::Day day) {
    if (text.starts_with('/')) return std::string(text);
    if (!text.starts_with('+')) return model::day_path(day) + std::string(text);
    return model::day_path(day) + model::slugify(title) + std::string(text.substr(1)) + "/";
}

}  // namespace broadsheet::bundle
