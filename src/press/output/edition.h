// The pages and feeds of an edition, each a name with what it is made from and how. `build` walks
// this table and `serve` looks names up in it, so that both publish the same files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/load/site_loader.h"
#include "press/output/fingerprint.h"
#include "press/pages/site_pages.h"

namespace broadsheet::press {

struct EditionFile {
    std::string name;  // relative to the site's root: "tag/rivers/page/2/index.html"
    std::function<Fingerprint(const Fingerprints&)> made_from;
    std::function<std::string()> make;
};

// Safe to use from several threads. REQUIRES: site and pages outlive it, and everything it
// returned.
class Edition {
  public:
    // `feeds_of_lists`: whether lists beside the front page have feeds.
    Edition(const LoadedSite& site, const SitePages& pages, bool feeds_of_lists)
        : site_(site), pages_(pages), feeds_of_lists_(feeds_of_lists) {}

    // `whole`: the entry with its body, where the caller has it already; must outlive the result.
    EditionFile page_of(const model::Entry& light, const model::Entry* whole = nullptr) const;
    std::vector<EditionFile> pages_of_list(const model::List& list) const;
    EditionFile first_page_of(const model::List& list) const { return list_page(list, 1); }
    std::vector<EditionFile> feeds_of(const model::List& list) const;  // empty: it has none
    std::vector<EditionFile> common_files() const;                     // search page and 404.html

    // Nothing where the edition has no page or feed of this name.
    std::optional<EditionFile> find(const std::string& name) const;

  private:
    EditionFile list_page(const model::List& list, int page) const;

    const LoadedSite& site_;
    const SitePages& pages_;
    bool feeds_of_lists_;
};

}  // namespace broadsheet::press
