// Makes the HTML pages of a site.
#pragma once

#include <memory>
#include <string>

#include "page/page.h"
#include "press/load/loaded_site.h"
#include "views/view.h"

namespace broadsheet::press {

// The file of a path: "/a/b/" → "a/b/index.html". A path that ends with a file name is that file.
std::string file_of(const model::Path& path);

// The number of pages of a list, at least one.
int pages_of(const model::List& list, const model::Site& site);

// Makes pages one at a time. Safe to use from several threads. REQUIRES: the site outlives this
// object and does not change without a call of `forget_parts`.
class SitePages {
  public:
    SitePages(const LoadedSite& site, page::HtmlOptions html);
    ~SitePages();

    // The HTML of a page.
    std::string of(const addresses::Route& list_or_search) const;
    std::string of(const model::Entry& whole) const;  // also redirect pages
    std::string not_found() const;
    std::string offline() const;  // addresses::offline_path

    // Parts that all pages share are made once and kept. This discards them after a change.
    void forget_parts();

    const page::HtmlOptions& html() const { return html_; }

  private:
    class Parts;

    page::HtmlOptions options_with(const char* part) const;
    page::HtmlOptions not_found_options() const;

    const LoadedSite& site_;
    const page::HtmlOptions html_;
    std::unique_ptr<Parts> parts_;
    views::ReaderState state_;
};

}  // namespace broadsheet::press
