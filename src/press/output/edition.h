// The table of all pages and feeds of a site. Each has a name, a fingerprint of its input and a
// function that makes it. `build` walks this table and `serve` looks up names in it, so both
// publish the same files.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/load/loaded_site.h"
#include "press/output/build.h"
#include "press/output/fingerprint.h"
#include "press/pages/site_pages.h"

namespace broadsheet::press {

// A page or feed that can be made.
struct EditionFile {
    std::string name;  // relative to the site's root: "tag/rivers/page/2/index.html"
    // The fingerprint of its input. 0: unknown, so the file is always made.
    std::function<Fingerprint(const Fingerprints&)> made_from;
    std::function<std::string()> make;
};

// A redirect from an address with a query has no page.
bool has_page(const model::Entry& entry, Pages pages);

// The pages and feeds of a site. Safe to use from several threads. `site` and `pages` must outlive
// this object and all its results.
class Edition {
  public:
    Edition(const LoadedSite& site, const SitePages& pages) : site_(site), pages_(pages) {}

    // `whole` is the complete entry if the caller already has it; it must outlive the result.
    EditionFile page_of(const model::Entry& light, const model::Entry* whole = nullptr) const;
    std::vector<EditionFile> pages_of_list(const model::List& list) const;
    EditionFile first_page_of(const model::List& list) const;
    // The blocks of a list, oldest first, if the site has pages that stay. All of them are
    // complete.
    std::vector<EditionFile> blocks_of_list(const model::List& list) const;
    // The pages and blocks of all lists that a site with these pages has.
    std::vector<EditionFile> files_of_lists(Pages pages) const;
    std::vector<EditionFile> feeds_of(const model::List& list) const;  // empty if the list has none
    std::vector<EditionFile> common_files()
        const;  // the search page, 404.html, the offline page, the podcast

    // The file of this name; nothing if there is none.
    std::optional<EditionFile> find(const std::string& name) const;

  private:
    EditionFile list_page(const model::List& list, const addresses::Route& route) const;

    const LoadedSite& site_;
    const SitePages& pages_;
};

}  // namespace broadsheet::press
