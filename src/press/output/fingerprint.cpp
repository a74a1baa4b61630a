#include "press/output/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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
    // Without body and related articles, which are hashed separately.
    void add(const model::Entry& entry) { without(entry, entry.body, entry.related); }

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

}  // namespace

Fingerprints::Fingerprints(const LoadedSite& site, const SitePages& pages)
    : site_(site),
      frame_(mixed(site.publication.site, pages.html(), site.base_path)),
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
        if (packed->body) mixer(packed->body->hash);
        for (const std::uint32_t number : packed->related) {
            mixer(of(*site_.store.summaries[number]));
        }
    }
    return mixer.take_hash();
}

Fingerprint searched_text_of(const model::Entry& entry, const EntryStore& store) {
    const EntryStore::Packed* packed = store.packed_of(entry);
    if (packed == nullptr || !packed->body) return 0;
    return mixed(entry.summary.title, entry.summary.category_trail, entry.tags,
                 entry.summary.authors, packed->body->hash);
}

Fingerprint Fingerprints::page_of(const model::Entry& of) const {
    return mixed('e', frame_, entry(of));
}

Fingerprint Fingerprints::page_of(const model::List& list, int page) const {
    Mixer mixer;
    mixer('l', frame_, page);
    mixer.add(list);
    const auto size = static_cast<std::size_t>(site_.publication.site.page_size);
    const std::size_t first = static_cast<std::size_t>(page - 1) * size;
    // The front page shows more articles than other lists.
    const std::size_t end =
        std::min(list.articles.size(), first + std::max(size, views::front_stories));
    for (std::size_t i = first; i < end; ++i) mixer(of(*list.articles[i]));
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

}  // namespace broadsheet::press
