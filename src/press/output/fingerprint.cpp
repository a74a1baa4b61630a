#include "press/output/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "model/queries.h"
#include "press/base/member_packing.h"
#include "press/pages/feed.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

// Hashes members in sequence. The encoding is unambiguous: different members never give the same
// bytes.
class Mixer : public MemberWriter {
  public:
    // Without the articles of the list.
    void add(const model::List& list) {
        without(list, list.articles);
        (*this)(list.articles.size());
    }
    // Without anything that changes with a new article.
    void add_head(const model::List& list) {
        without(list, list.articles, list.sections, list.leads);
    }
    // Without body, comments and related articles, which are hashed separately.
    void add(const model::Entry& entry) {
        without(entry, entry.body, entry.related, entry.comments);
    }

    Fingerprint take_hash() {
        const std::string bytes = take();
        return XXH3_64bits(bytes.data(), bytes.size()) | 1U;
    }
};

template <typename... Members>
Fingerprint mixed(const Members&... members) {
    Mixer mixer;
    mixer(members...);
    return mixer.take_hash();
}

void forget_counts(std::vector<model::CategoryNode>& categories) {
    for (model::CategoryNode& category : categories) {
        category.count = 0;
        forget_counts(category.children);
    }
}

// The site without what changes with every article. Pages without a sidebar show nothing of that,
// except that there is an archive or a tag.
model::Site steady_part(model::Site site) {
    forget_counts(site.categories);
    site.article_count = std::min(site.article_count, 1);
    site.archive = {std::min<std::size_t>(site.archive.size(), 1), model::ArchiveMonth()};
    site.top_tags = {std::min<std::size_t>(site.top_tags.size(), 1), model::TagCount()};
    site.recent.clear();
    return site;
}

}  // namespace

Fingerprints::Fingerprints(const LoadedSite& site, const SitePages& pages)
    : site_(site),
      present_(mixed(site.publication.site, pages.html(), site.base_path)),
      frame_(mixed(steady_part(site.publication.site), pages.html(), site.base_path)),
      colours_(mixed(std::map<std::string, std::string>(site.store.placeholders.begin(),
                                                        site.store.placeholders.end()))) {
    for (const auto& summary : site.store.summaries) {
        summaries_[summary.get()] = mixed(*summary);
    }
}

Fingerprint Fingerprints::of(const model::ArticleSummary& summary) const {
    const auto found = summaries_.find(&summary);
    return found == summaries_.end() ? mixed(summary) : found->second;
}

Fingerprint Fingerprints::entry(const model::Entry& entry) const {
    Mixer mixer;
    mixer.add(entry);
    mixer(colours_);
    if (const EntryStore::Packed* packed = site_.store.packed_of(entry)) {
        if (packed->body) mixer(packed->body->hash, packed->body->comments_hash);
        for (const std::uint32_t number : packed->related) {
            mixer(of(*site_.store.summaries[number]));
        }
    }
    return mixer.take_hash();
}

Fingerprint searched_text_of(const model::Entry& entry, const EntryStore& store) {
    const EntryStore::Packed* packed = store.packed_of(entry);
    if (packed == nullptr || !packed->body) return 0;
    const model::Picture picture = entry.summary.picture.value_or(model::Picture());
    return mixed(entry.summary.title, entry.summary.category_trail, entry.tags,
                 entry.summary.authors, packed->body->hash, entry.subtitle, entry.description,
                 entry.summary.excerpt, picture.alternative_text, picture.caption);
}

Fingerprint Fingerprints::page_of(const model::Entry& of) const {
    return mixed('e', frame_, entry(of));
}

Fingerprint Fingerprints::page_of(const model::List& list, const addresses::Route& route) const {
    const model::Site& site = site_.publication.site;
    Mixer mixer;
    if (site.steady_pages && (route.page > 1 || route.block)) {
        mixer('b', frame_, route.page, route.block.first);
        mixer.add_head(list);
        if (!route.block) return mixer.take_hash();
        mixer(route.block.last + site.chunk_length <= list.total());
        for (int i = list.total() - route.block.last; i <= list.total() - route.block.first; ++i) {
            mixer(of(*list.articles[static_cast<std::size_t>(i)]));
        }
        return mixer.take_hash();
    }
    // The front page has the sidebar; years and months of a steady site list their parts.
    const bool present = list.kind == model::ListKind::front ||
                         list.kind == model::ListKind::year || list.kind == model::ListKind::month;
    mixer('l', present ? present_ : frame_, route.page);
    mixer.add(list);
    const int first = (route.page - 1) * site.page_size;
    int shown = std::max(site.page_size, views::front_stories(site));
    // The first page of a steady site has all articles of a day, and those that are in no block.
    if (site.steady_pages) shown = std::max(shown, site.chunk_length + site.page_size);
    if (site.steady_pages && list.kind == model::ListKind::day) shown = list.total();
    for (int i = first; i < std::min(first + shown, list.total()); ++i) {
        mixer(of(*list.articles[static_cast<std::size_t>(i)]));
    }
    return mixer.take_hash();
}

Fingerprint Fingerprints::feed_of(const model::List& list) const {
    Mixer mixer;
    mixer('f', frame_, site_.feeds);
    mixer.add(list);
    const auto limit = static_cast<std::size_t>(site_.feeds.limit);
    for (std::size_t i = 0; i < std::min(list.articles.size(), limit); ++i) {
        mixer(of(*list.articles[i]));
        const model::Entry* full = site_.publication.entry(list.articles[i]->path);
        if (full != nullptr) mixer(entry(*full));
    }
    return mixer.take_hash();
}

Fingerprint Fingerprints::search_index() const {
    Mixer mixer;
    mixer('q', site_.publication.site.language);
    for (const auto& [path, each] : site_.publication.entries) mixer(entry(each));
    return mixer.take_hash();
}

Fingerprint Fingerprints::shard_of(const bundle::Writer& bundle, std::size_t number) const {
    Mixer mixer;
    mixer('s', bundle.shard_name(number, ""));
    for (const bundle::Writer::Part& part : bundle.parts(number)) {
        if (part.entry != nullptr) {
            mixer(entry(*part.entry));
            continue;
        }
        const auto [begin, end] = bundle.places_of(number, part);
        mixer.add(*part.list);
        mixer(part.chunk, begin);
        for (std::size_t i = begin; i < end; ++i) mixer(of(*part.list->articles[i]));
    }
    return mixer.take_hash();
}

Fingerprint Fingerprints::site(const bundle::Writer& bundle, Pages pages) const {
    Mixer mixer;
    mixer('w', present_, colours_, static_cast<int>(pages), search_index());
    for (std::size_t i = 0; i < bundle.shard_count(); ++i) mixer(shard_of(bundle, i));
    return mixer.take_hash();
}

}  // namespace broadsheet::press
