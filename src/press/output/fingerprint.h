// What a file of the site is made from, as a number: where it is the same, so is the file. Each
// member of the model's types counts; one that is added there does not compile until it is here.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "bundle/write/writer.h"
#include "press/load/site_loader.h"
#include "press/pages/site_pages.h"

namespace broadsheet::press {

using Fingerprint = std::uint64_t;

// Of what the search index has of an entry but for its path and date; 0 where its text is not
// packed.
Fingerprint searched_text_of(const model::Entry& entry, const EntryStore& store);

class Fingerprints {
  public:
    // `pages`: of the site. REQUIRES: the site outlives it and does not change.
    Fingerprints(const LoadedSite& site, const SitePages& pages);

    // Of pages; 0 is none's.
    Fingerprint page_of(const model::Entry& entry) const;
    Fingerprint page_of(const model::List& list, int page) const;
    Fingerprint feed_of(const model::List& list) const;
    Fingerprint search_index() const;
    Fingerprint shard_of(const bundle::Writer& bundle, std::size_t number) const;

  private:
    Fingerprint of(const model::ArticleSummary& summary) const;
    Fingerprint entry(const model::Entry& entry) const;

    const LoadedSite& site_;
    Fingerprint frame_ = 0;  // what all pages have
    Fingerprint colours_ = 0;
    std::unordered_map<const model::ArticleSummary*, Fingerprint> summaries_;
};

}  // namespace broadsheet::press
