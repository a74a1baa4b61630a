// Distributes entries and lists to shards.
#include <algorithm>

#include "addresses/overviews.h"
#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "bundle/format/wire.h"
#include "bundle/write/writer.h"

namespace broadsheet::bundle {

namespace {

// Maximum sizes of shards in bytes before compression. Brotli compresses them to about 37 %, and a
// view should fetch at most 40 kB. A page far from a list's beginning needs a heading and a chunk.
constexpr std::size_t entry_shard_size = 103'500;
constexpr std::size_t list_shard_size = 88'500;
constexpr std::size_t chunk_shard_size = 104'000;
constexpr std::size_t heading_shard_size = 20'000;

constexpr std::uint32_t all_buckets = 0x10000;
// The most shards that a moved border can change. The last shard of a block is half empty on
// average.
constexpr std::size_t shards_in_block = 16;
// A shard ends in the last part of this size below its limit. The larger the part, the rounder a
// border can be found there, and the less often an additional item moves it.
constexpr std::size_t part_for_borders = 20;
// A long list with at least this part of all articles changes with most publishes.
constexpr int part_of_articles = 3;

using model::ArticleSummary;
using model::Entry;
using model::List;
using model::TermReference;

std::size_t weight_of(const List& list, int oldest, int count) {
    std::size_t weight = 60 + list.title.size() + list.description.size();
    const int end = list.total() - oldest;
    for (int place = std::max(0, end - count); place < end; ++place) {
        weight += bundle::weight_of(*list.articles[static_cast<std::size_t>(place)],
                                    model::has_excerpt(list.kind, place));
    }
    for (const model::ListSection& section : list.sections) {
        for (const ArticleSummary& article : section.articles)
            weight += bundle::weight_of(article, false);
    }
    for (const ArticleSummary& article : list.leads) weight += bundle::weight_of(article, true);
    return weight;
}

std::size_t weight_of(const std::vector<model::Node>& nodes) {
    constexpr std::size_t colours_size = 18;
    std::size_t weight = 0;
    for (const model::Node& node : nodes) {
        // A picture's placeholder colours may be added later.
        const bool picture = node.kind == model::NodeKind::image;
        weight += 9 + node.text.size() + node.target.size() +
                  std::max(node.info.size(), picture ? colours_size : 0) + node.tokens.size() +
                  node.identifier.size() + node.title.size() + weight_of(node.children);
    }
    return weight;
}

// The roundest number above `after` and at most `last`: the one with the most trailing zero bits.
std::uint32_t roundest(std::uint32_t after, std::uint32_t last) {
    std::uint32_t best = last;
    for (std::uint32_t bit = 1; bit <= 0x10000U; bit <<= 1U) {
        const std::uint32_t candidate = last & ~(bit - 1);
        if (candidate <= after) break;
        best = candidate;
    }
    return best;
}

std::uint32_t lowest_bit(std::uint32_t value) { return value & (~value + 1); }

}  // namespace

std::size_t weight_of(const ArticleSummary& summary, bool excerpt) {
    constexpr std::size_t rest = 60;
    return rest + summary.title.size() + (excerpt ? summary.excerpt.size() : 0) +
           (summary.picture ? summary.picture->target.size() + 60 : 0);
}

std::size_t weight_of(const model::Document& document) { return weight_of(document.blocks); }

std::size_t weight_of(const std::vector<model::Comment>& comments) {
    constexpr std::size_t rest = 70;
    std::size_t weight = 0;
    for (const model::Comment& comment : comments) {
        weight +=
            rest + comment.author.size() + comment.website.size() + weight_of(comment.text.blocks);
    }
    return weight;
}

std::size_t weight_of(const Entry& entry) {
    constexpr std::size_t rest = 150;
    std::size_t weight = rest + weight_of(entry.summary, true) + weight_of(entry.body.blocks) +
                         weight_of(entry.comments);
    if (entry.description != entry.summary.excerpt) weight += entry.description.size();
    for (const ArticleSummary& each : entry.related) weight += weight_of(each, false);
    for (const auto* terms : {&entry.tags, &entry.terms}) {
        for (const TermReference& term : *terms) weight += term.name.size() + term.path.size() + 6;
    }
    return weight;
}

Writer::Writer(const model::Publication& publication, const EntrySource* source)
    : publication_(publication), source_(source) {
    const model::Site& site = publication.site;
    std::vector<Item> entries;
    for (const auto& [path, entry] : publication.entries) {
        const std::size_t weight = source ? source->weight_of(entry) : weight_of(entry);
        // The counts in the lists of terms and years change with every publish.
        const bool counts = addresses::is_overview_path(path, site.taxonomies);
        entries.push_back({bucket_of(path), weight, {&entry, nullptr, -1}, counts});
    }
    std::vector<Item> beginnings;
    std::vector<Item> chunks;
    std::vector<Item> headings;
    for (const auto& [path, list] : publication.lists) {
        if (model::is_calendar(list.kind)) continue;  // ranges of the front page's list
        const int count = chunk_count(list.total(), site);
        const int rest = count * site.chunk_length;
        const bool changes_often =
            count > 0 && list.total() >= site.article_count / part_of_articles;
        beginnings.push_back({bucket_of(path),
                              weight_of(list, rest, list.total() - rest),
                              {nullptr, &list, -1},
                              changes_often});
        for (int chunk = 0; chunk < count; ++chunk) {
            const std::size_t weight =
                weight_of(list, chunk * site.chunk_length, site.chunk_length + site.page_size - 1);
            chunks.push_back(
                {bucket_of(chunk_key(path, chunk)), weight, {nullptr, &list, chunk}, false});
        }
        if (count == 0 || list.kind == model::ListKind::front) continue;
        const std::size_t weight = 60 + list.title.size() * 2 + list.description.size();
        headings.push_back({bucket_of(path), weight, {nullptr, &list, -1}, false});
    }
    plan(entry_family, std::move(entries), entry_shard_size);
    entry_shards_ = plans_.size();
    plan(list_family, std::move(beginnings), list_shard_size);
    plan(chunk_family, std::move(chunks), chunk_shard_size);
    plan(heading_family, std::move(headings), heading_shard_size);
}

// A family is divided in two steps, so that an additional item changes few shards. First into
// blocks of several shards: the range of all buckets is halved until no part is too heavy, so the
// borders of blocks stay where they are. Then each block into shards, one after the other. A border
// that moves within a block can move those after it, but none beyond the block.
void Writer::plan(char family, std::vector<Item> items, std::size_t limit) {
    std::stable_sort(items.begin(), items.end(), [](const Item& left, const Item& right) {
        return left.bucket < right.bucket;
    });
    std::vector<Block> blocks;
    divide(items, {0, 0, items.size()}, all_buckets, shards_in_block * limit, blocks);
    if (blocks.size() > 1) blocks = set_apart(items, blocks);
    for (const Block& block : blocks) plan_block(family, items, block, limit);
    if (items.empty() && (family == entry_family || family == list_family)) {
        plans_.push_back({family, 0, {}});
    }
}

void Writer::divide(const std::vector<Item>& items, const Block& block, std::uint32_t buckets,
                    std::size_t heaviest, std::vector<Block>& blocks) {
    if (block.begin == block.end) return;
    std::size_t weight = 0;
    for (std::size_t i = block.begin; i < block.end; ++i) weight += items[i].weight;
    if (weight <= heaviest || buckets == 1) {
        // Empty parts before this block belong to it.
        const bool first = blocks.empty();
        blocks.push_back({first ? 0 : block.first_bucket, block.begin, block.end});
        return;
    }
    const std::uint32_t half = buckets / 2;
    const std::uint32_t middle = block.first_bucket + half;
    const auto cut = std::partition_point(items.begin() + static_cast<std::ptrdiff_t>(block.begin),
                                          items.begin() + static_cast<std::ptrdiff_t>(block.end),
                                          [&](const Item& item) { return item.bucket < middle; });
    const auto place = static_cast<std::size_t>(cut - items.begin());
    divide(items, {block.first_bucket, block.begin, place}, half, heaviest, blocks);
    divide(items, {middle, place, block.end}, half, heaviest, blocks);
}

// Gives each item that changes with every publish a block of its own.
std::vector<Writer::Block> Writer::set_apart(const std::vector<Item>& items,
                                             const std::vector<Block>& blocks) {
    std::vector<Block> result;
    for (const Block& block : blocks) {
        Block rest = block;
        for (std::size_t i = block.begin; i < block.end; ++i) {
            if (!items[i].changes_often) continue;
            const std::uint16_t bucket = items[i].bucket;
            std::size_t begin = i;
            while (begin > rest.begin && items[begin - 1].bucket == bucket) --begin;
            std::size_t end = i + 1;
            while (end < block.end && items[end].bucket == bucket) ++end;
            if (begin > rest.begin) {
                result.push_back({rest.first_bucket, rest.begin, begin});
                rest.first_bucket = bucket;
            }
            result.push_back({rest.first_bucket, begin, end});
            rest = {bucket + 1U, end, block.end};
            i = end - 1;
        }
        if (rest.begin < rest.end) result.push_back(rest);
    }
    return result;
}

// Cuts at the roundest bucket that leaves a shard well filled, so that an additional item moves few
// borders: after it, the same round numbers are chosen again.
void Writer::plan_block(char family, const std::vector<Item>& items, const Block& block,
                        std::size_t limit) {
    std::uint32_t first_bucket = block.first_bucket;
    std::size_t begin = block.begin;
    while (begin < block.end) {
        std::size_t weight = 0;
        std::size_t end = block.end;
        std::uint32_t border = 0;
        for (std::size_t i = begin; i < block.end; ++i) {
            const std::size_t more = weight + items[i].weight;
            if (more > limit && border != 0) break;
            weight = more;
            const std::size_t next = i + 1;
            const bool last = next == block.end;
            if (last && weight <= limit) {
                end = next;
                break;
            }
            if (last || items[next].bucket == items[i].bucket) continue;
            const bool filled = weight >= limit - limit / part_for_borders;
            const bool too_much_next = weight + items[next].weight > limit;
            if (!filled && !too_much_next) continue;
            const std::uint32_t candidate = roundest(items[i].bucket, items[next].bucket);
            if (lowest_bit(candidate) < lowest_bit(border) && border != 0) continue;
            border = candidate;
            end = next;
        }
        Plan shard{family, static_cast<std::uint16_t>(first_bucket), {}};
        for (std::size_t i = begin; i < end; ++i) shard.parts.push_back(items[i].part);
        plans_.push_back(std::move(shard));
        first_bucket = border;
        begin = end;
    }
}

std::pair<std::size_t, std::size_t> Writer::places_of(std::size_t number, const Part& part) const {
    const model::Site& site = publication_.site;
    const List& list = *part.list;
    if (part.chunk < 0) {
        const int rest = chunk_count(list.total(), site) * site.chunk_length;
        const bool heading = plans_[number].family == heading_family;
        return {0, heading ? 0 : static_cast<std::size_t>(list.total() - rest)};
    }
    const int end = list.total() - part.chunk * site.chunk_length;
    const int length = site.chunk_length + site.page_size - 1;
    return {static_cast<std::size_t>(std::max(0, end - length)), static_cast<std::size_t>(end)};
}

}  // namespace broadsheet::bundle
