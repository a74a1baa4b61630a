// Distributes entries and lists to shards.
#include <algorithm>

#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "bundle/format/wire.h"
#include "bundle/write/writer.h"

namespace broadsheet::bundle {

namespace {

// Maximum sizes of shards in bytes before compression. Brotli compresses them to about 37 %, and a
// view should fetch at most 40 kB. A page far from a list's beginning needs a heading and a chunk.
constexpr std::size_t entry_shard_size = 103'500;
constexpr std::size_t list_shard_size = 87'000;
constexpr std::size_t chunk_shard_size = 104'000;
constexpr std::size_t heading_shard_size = 20'000;

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
        entries.push_back({bucket_of(path), weight, {&entry, nullptr, -1}});
    }
    std::vector<Item> beginnings;
    std::vector<Item> chunks;
    std::vector<Item> headings;
    for (const auto& [path, list] : publication.lists) {
        if (model::is_calendar(list.kind)) continue;  // ranges of the front page's list
        const int count = chunk_count(list.total(), site);
        const int rest = count * site.chunk_length;
        beginnings.push_back(
            {bucket_of(path), weight_of(list, rest, list.total() - rest), {nullptr, &list, -1}});
        for (int chunk = 0; chunk < count; ++chunk) {
            const std::size_t weight =
                weight_of(list, chunk * site.chunk_length, site.chunk_length + site.page_size - 1);
            chunks.push_back({bucket_of(chunk_key(path, chunk)), weight, {nullptr, &list, chunk}});
        }
        if (count == 0 || list.kind == model::ListKind::front) continue;
        const std::size_t weight = 60 + list.title.size() * 2 + list.description.size();
        headings.push_back({bucket_of(path), weight, {nullptr, &list, -1}});
    }
    plan(entry_family, std::move(entries), entry_shard_size);
    entry_shards_ = plans_.size();
    plan(list_family, std::move(beginnings), list_shard_size);
    plan(chunk_family, std::move(chunks), chunk_shard_size);
    plan(heading_family, std::move(headings), heading_shard_size);
}

// Cuts at the roundest bucket that leaves a shard well filled, so that an additional item moves few
// borders: after it, the same round numbers are chosen again.
void Writer::plan(char family, std::vector<Item> items, std::size_t limit) {
    std::stable_sort(items.begin(), items.end(), [](const Item& left, const Item& right) {
        return left.bucket < right.bucket;
    });
    Plan shard;
    shard.family = family;
    std::size_t begin = 0;
    while (begin < items.size()) {
        std::size_t weight = 0;
        std::size_t end = items.size();
        std::uint32_t border = 0;
        for (std::size_t i = begin; i < items.size(); ++i) {
            const std::size_t more = weight + items[i].weight;
            if (more > limit && border != 0) break;
            weight = more;
            const std::size_t next = i + 1;
            const bool last = next == items.size();
            if (last && weight <= limit) {
                end = next;
                break;
            }
            if (last || items[next].bucket == items[i].bucket) continue;
            const bool filled = weight >= limit - limit / 10;
            const bool too_much_next = weight + items[next].weight > limit;
            if (!filled && !too_much_next) continue;
            const std::uint32_t candidate = roundest(items[i].bucket, items[next].bucket);
            if (lowest_bit(candidate) < lowest_bit(border) && border != 0) continue;
            border = candidate;
            end = next;
        }
        shard.parts.clear();
        for (std::size_t i = begin; i < end; ++i) shard.parts.push_back(items[i].part);
        plans_.push_back(shard);
        shard.first_bucket = static_cast<std::uint16_t>(border);
        begin = end;
    }
    if (items.empty() && (family == entry_family || family == list_family)) plans_.push_back(shard);
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
