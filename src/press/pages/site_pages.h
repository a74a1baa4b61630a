// The pages of a site as HTML, one by one.
#pragma once

#include <memory>
#include <string>

#include "page/page.h"
#include "press/load/site_loader.h"
#include "press/pages/page_head.h"
#include "press/pages/site_frame.h"
#include "views/view.h"

namespace broadsheet::press {

// "/a/b/" → "a/b/index.html"; a path that names a file is that file.
std::string file_of(const model::Path& path);

// How many pages a list has, at least one.
int pages_of(const model::List& list, const model::Site& site);

// Safe to use from several threads. REQUIRES: the site outlives it, and does not change without
// `forget_parts`.
class SitePages {
  public:
    // `feeds_of_lists`: not only the site has one.
    SitePages(const LoadedSite& site, SiteLooks looks, bool feeds_of_lists);
    ~SitePages();

    std::string of(const addresses::Route& list_or_search) const;
    std::string of(const model::Entry& whole) const;  // redirects too
    std::string not_found() const;

    // What pages have alike is made once; after a change it must be made anew.
    void forget_parts();

    const page::HtmlOptions& html() const { return html_; }
    const HeadContext& head() const { return head_; }

  private:
    class Parts;
    const LoadedSite& site_;
    const page::HtmlOptions html_;
    const HeadContext head_;
    std::unique_ptr<Parts> parts_;
    views::ReaderState state_;
};

}  // namespace broadsheet::press
