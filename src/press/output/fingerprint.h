// Fingerprints of the input of generated files: two files with the same fingerprint are the same.
// Every member of the model's types counts. A new member of a type causes a compile error here
// until it is handled.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "addresses/route.h"
#include "bundle/write/writer.h"
#include "press/load/loaded_site.h"
#include "press/output/build.h"
#include "press/pages/site_pages.h"

namespace broadsheet::press {

using Fingerprint = std::uint64_t;  // an XXH3 hash; 0 is reserved

// The fingerprint of the indexed text of an entry, without its path and date. 0 if its body is not
// packed.
Fingerprint searched_text_of(const model::Entry& entry, const EntryStore& store);

// Computes the fingerprints of a site's files.
class Fingerprints {
  public:
    // `pages` are the pages of `site`. `site` must outlive this object and not change.
    Fingerprints(const LoadedSite& site, const SitePages& pages);

    // Fingerprints of files; never 0.
    Fingerprint page_of(const model::Entry& entry) const;
    // `route` is that of a page or a block of the list.
    Fingerprint page_of(const model::List& list, const addresses::Route& route) const;
    Fingerprint feed_of(const model::List& list) const;
    Fingerprint search_index() const;
    Fingerprint shard_of(const bundle::Writer& bundle, std::size_t number) const;
    // Of everything that the parts of a site have in common.
    Fingerprint site(const bundle::Writer& bundle, Pages pages) const;

  private:
    Fingerprint of(const model::ArticleSummary& summary) const;
    Fingerprint entry(const model::Entry& entry) const;

    const LoadedSite& site_;
    Fingerprint present_ = 0;  // of the site: the input of pages with a sidebar
    Fingerprint frame_ = 0;    // of the site without what changes with every article
    Fingerprint colours_ = 0;
    std::unordered_map<const model::ArticleSummary*, Fingerprint> summaries_;
};

}  // namespace broadsheet::press
