#include "press/pages/site_pages.h"

#include <algorithm>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <utility>

#include "addresses/paths.h"
#include "metadata/page_head.h"
#include "model/queries.h"
#include "press/pages/host_files.h"
#include "press/pages/offline_files.h"
#include "press/pages/program_files.h"

namespace broadsheet::press {

// The menus, calendars and sidebar lists that pages share, as HTML.
class SitePages::Parts : public views::PreparedParts {
  public:
    explicit Parts(std::string base_path) : base_path_(std::move(base_path)) {}

    page::Node part(const std::string& name, const std::function<page::Node()>& make) override {
        page::Node node;
        node.role = page::Role::raw_html;
        {
            const std::shared_lock lock(mutex_);
            if (const auto known = known_.find(name); known != known_.end()) {
                node.text = known->second;
                return node;
            }
        }
        page::Node made = make();
        const bool empty = made.role == page::Role::group && made.children.empty();
        if (empty) return made;
        node.text = page::node_to_html(made, base_path_);
        const std::lock_guard lock(mutex_);
        known_.emplace(name, node.text);
        return node;
    }

    void forget() {
        const std::lock_guard lock(mutex_);
        known_.clear();
    }

  private:
    std::string base_path_;
    std::shared_mutex mutex_;
    std::unordered_map<std::string, std::string> known_;
};

SitePages::SitePages(const LoadedSite& site, page::HtmlOptions html)
    : site_(site), html_(std::move(html)), parts_(std::make_unique<Parts>(site.base_path)) {
    state_.prepared = parts_.get();
}

SitePages::~SitePages() = default;

std::string SitePages::of(const addresses::Route& list_or_search) const {
    const page::Page page = views::view(site_.publication, list_or_search, state_);
    // Which part of the bundle has other lists, the reader finds out from the start data.
    const bool is_first_page = list_or_search.kind == addresses::RouteKind::list &&
                               list_or_search.page == 1 && !list_or_search.block &&
                               !addresses::is_calendar_path(list_or_search.path);
    return page::page_to_html(page, is_first_page ? options_with("lists") : html_,
                              metadata::page_head(site_.publication, list_or_search, page));
}

std::string SitePages::of(const model::Entry& whole) const {
    if (whole.kind == model::EntryKind::redirect) {
        return redirect_page(whole.redirect, site_.publication.site.base_url, site_.base_path);
    }
    const page::Page page = views::view(site_.publication, whole, state_);
    const page::Head head = metadata::page_head(site_.publication, whole, page);
    if (whole.summary.path != addresses::not_found_path)
        return page::page_to_html(page, options_with("entries"), head);
    // Hosts show this page at any address. The reader would replace it by its own message.
    page::HtmlOptions plain = not_found_options();
    plain.manifest.clear();
    if (plain.editions.empty()) plain.script.clear();
    return page::page_to_html(page, plain, head);
}

page::HtmlOptions SitePages::options_with(const char* part) const {
    page::HtmlOptions options = html_;
    options.part = part;
    return options;
}

page::HtmlOptions SitePages::not_found_options() const {
    page::HtmlOptions options = html_;
    if (options.script.empty() || site_.other_editions.empty()) return options;
    options.script = options.script.substr(0, options.script.rfind('/') + 1) + not_found_script;
    for (const std::string& folder : site_.other_editions) {
        if (!options.editions.empty()) options.editions += ' ';
        options.editions += folder.substr(0, folder.size() - 1);
    }
    return options;
}

std::string SitePages::not_found() const {
    return page::page_to_html(views::not_found_view(site_.publication, state_),
                              not_found_options());
}

std::string SitePages::offline() const {
    const model::Entry entry = offline_entry(site_.publication.site);
    page::Page page = views::view(site_.publication, entry, state_);
    page.findable = false;
    page::HtmlOptions html = html_;
    html.after_page = offline_words(site_.publication.site);
    return page::page_to_html(page, html, metadata::page_head(site_.publication, entry, page));
}

void SitePages::forget_parts() { parts_->forget(); }

std::string file_of(const model::Path& path) {
    const std::string name = path.substr(1);
    return path.ends_with('/') ? name + "index.html" : name;
}

int pages_of(const model::List& list, const model::Site& site) {
    return std::max(1, model::page_count(list.total(), site.page_size));
}

}  // namespace broadsheet::press
