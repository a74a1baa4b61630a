#include "press/publication/entry_store.h"

#include <xxhash.h>

#include <optional>
#include <utility>

#include "press/base/system.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

namespace {

void place_colours(const Placeholders& placeholders, std::vector<model::Node>& nodes) {
    for (model::Node& node : nodes) {
        if (node.kind == model::NodeKind::image) {
            const auto found = placeholders.find(node.target);
            if (found != placeholders.end()) node.info = found->second;
        }
        place_colours(placeholders, node.children);
    }
}

void fill(std::optional<model::Picture>& picture, const Placeholders& placeholders) {
    if (!picture) return;
    const auto found = placeholders.find(picture->target);
    picture->placeholder = found == placeholders.end() ? std::string() : found->second;
}

}  // namespace

void fill_colours(model::ArticleSummary& summary, const Placeholders& placeholders) {
    fill(summary.picture, placeholders);
}

// Pictures in packed bodies get their placeholders in `EntryStore::load`.
void fill_colours(model::Publication& publication, const Placeholders& placeholders) {
    for (auto& summary : publication.site.recent) fill(summary.picture, placeholders);
    for (auto& [path, list] : publication.lists) {
        fill(list.picture, placeholders);
        for (model::ListSection& section : list.sections) {
            for (auto& summary : section.articles) fill(summary.picture, placeholders);
        }
        for (auto& summary : list.leads) fill(summary.picture, placeholders);
        if (model::is_calendar(list.kind)) continue;  // they share the front page's summaries
        for (const auto& article : list.articles) fill(article->picture, placeholders);
    }
    for (auto& [path, entry] : publication.entries) fill(entry.summary.picture, placeholders);
}

const EntryStore::Packed* EntryStore::packed_of(const model::Entry& light) const {
    const auto found = packed_.find(&light);
    return found == packed_.end() ? nullptr : &found->second;
}

EntryStore::Packed* EntryStore::packed_of(const model::Entry& light) {
    const auto found = packed_.find(&light);
    return found == packed_.end() ? nullptr : &found->second;
}

void EntryStore::forget_bodies() {
    for (auto& [entry, packed] : packed_) {
        if (!packed.body) continue;
        auto empty = std::make_shared<PackedBody>();
        empty->weight = packed.body->weight;
        empty->hash = packed.body->hash;
        empty->comments_hash = packed.body->comments_hash;
        packed.body = std::move(empty);
    }
    return_freed_memory();
}

model::Entry EntryStore::load(const model::Entry& light) const {
    model::Entry entry = light;
    const Packed* packed = packed_of(light);
    if (packed == nullptr) return entry;
    if (packed->body) {
        entry.body = unpack(packed->body->bytes.view()).value_or(model::Document());
        if (!placeholders.empty()) place_colours(placeholders, entry.body.blocks);
        if (!packed->body->comments.empty()) {
            entry.comments = unpack_comments(packed->body->comments.view())
                                 .value_or(std::vector<model::Comment>());
        }
    }
    entry.related.reserve(packed->related.size());
    for (const std::uint32_t number : packed->related) {
        model::ArticleSummary& related = entry.related.emplace_back(*summaries[number]);
        related.excerpt.clear();
        if (related.picture) related.picture->placeholder.clear();
    }
    return entry;
}

std::size_t EntryStore::weight_of(const model::Entry& light) const {
    std::size_t weight = bundle::weight_of(light);
    const Packed* packed = packed_of(light);
    if (packed == nullptr) return weight;
    if (packed->body) weight += packed->body->weight;
    for (const std::uint32_t number : packed->related) {
        weight += bundle::weight_of(*summaries[number], false);
    }
    return weight;
}

}  // namespace broadsheet::press
