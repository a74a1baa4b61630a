#include "press/pages/page_head.h"

#include <algorithm>

#include "addresses/feed.h"
#include "model/queries.h"
#include "press/base/files.h"
#include "press/config/content_folder.h"
#include "press/pages/feed.h"
#include "press/pages/structured_data.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

class HeadMaker {
  public:
    HeadMaker(const HeadContext& context, const addresses::Route& route, const page::Page& page)
        : context_(context), site_(context.publication.site), route_(route), page_(page) {
        if (route.kind == addresses::RouteKind::list) list_ = context.publication.list(route.path);
        if (route.kind == addresses::RouteKind::entry)
            entry_ = context.publication.entry(route.path);
    }

    page::Head run() {
        add_translations();
        add_feeds();
        if (page_.findable && !page_.path.empty()) add_preview();
        if (!site_.base_url.empty()) {
            head_.structured_data = structured_data(context_, route_, page_);
        }
        return std::move(head_);
    }

  private:
    std::string address(std::string_view path) const {
        const std::string url = page::url_of(path, "/");
        return path.starts_with('/') && !path.starts_with("//") ? site_.base_url + url : url;
    }

    void add(std::string name, std::string content) {
        if (!content.empty()) head_.properties.emplace_back(std::move(name), std::move(content));
    }

    // Google requires each translation to list all translations, including itself, with absolute
    // URLs.
    void add_translations() {
        if (entry_ == nullptr || site_.base_url.empty()) return;
        const auto found = context_.translations.find(entry_->summary.path);
        if (found == context_.translations.end()) return;
        for (const Translation& each : found->second) {
            if (context_.publication.entry(each.path) == nullptr) continue;
            head_.links.push_back({"alternate", address(each.path), {}, {}, each.language});
        }
    }

    void add_feeds_of(const model::List& list, const std::string& title) {
        const auto feed = [&](const char* type, const model::Path& path) {
            head_.links.push_back({"alternate", path, type, title});
        };
        feed("application/rss+xml", addresses::feed_path(list.path));
        if (!has_all_feeds(site_, list.kind)) return;
        feed("application/atom+xml", atom_path(list.path));
        feed("application/feed+json", json_path(list.path));
    }

    void add_feeds() {
        const model::List* front = context_.publication.list("/");
        const bool own = list_ != nullptr && list_ != front && context_.feeds_of_lists &&
                         addresses::has_feed(list_->kind);
        if (own) add_feeds_of(*list_, list_->title + " – " + site_.title);
        if (front != nullptr) add_feeds_of(*front, site_.title);
    }

    const model::Picture* picture() const {
        if (entry_ != nullptr) {
            return entry_->summary.picture ? &*entry_->summary.picture : nullptr;
        }
        return list_ == nullptr ? nullptr : preview_picture(*list_);
    }

    void add_preview() {
        const bool article = entry_ != nullptr && entry_->kind == model::EntryKind::article;
        const bool author = list_ != nullptr && list_->kind == model::ListKind::author;
        add("og:type", article ? "article" : author ? "profile" : "website");
        add("og:site_name", site_.title);
        add("og:title", entry_ != nullptr ? entry_->summary.title : page_.title);
        add("og:description", page_.description);
        if (!site_.base_url.empty()) add("og:url", address(page_.path));
        add_locale();
        const bool large = add_picture();
        if (article) add_article();
        add("twitter:card", large ? "summary_large_image" : "summary");
    }

    // Adds a locale such as "pt_BR". Open Graph requires a country, so other languages are omitted.
    void add_locale() {
        std::string locale = page_.language;
        if (locale.size() != 5 || locale[2] != '-') return;
        locale[2] = '_';
        for (const std::size_t i : {std::size_t{3}, std::size_t{4}}) {
            if (locale[i] >= 'a' && locale[i] <= 'z') {
                locale[i] = static_cast<char>(locale[i] - 'a' + 'A');
            }
        }
        add("og:locale", locale);
    }

    // Returns true if the picture is large enough for a full-width preview.
    bool add_picture() {
        const model::Picture* shown = picture();
        // Link previews require absolute URLs and do not support SVG.
        if (shown == nullptr || extension_of(shown->target) == ".svg") return false;
        const bool elsewhere = shown->target.starts_with("https://");
        if (site_.base_url.empty() && !elsewhere) return false;
        add("og:image", address(shown->target));
        if (shown->width > 0 && shown->height > 0) {
            add("og:image:width", std::to_string(shown->width));
            add("og:image:height", std::to_string(shown->height));
        }
        add("og:image:alt", shown->alternative_text);
        // The minimum size of Twitter's large card. Pictures of unknown size are on other sites.
        constexpr int min_width = 300;
        constexpr int min_height = 157;
        return shown->width == 0 || (shown->width >= min_width && shown->height >= min_height);
    }

    void add_article() {
        const model::ArticleSummary& summary = entry_->summary;
        if (entry_->dated) {
            add("article:published_time", model::format_rfc3339(summary.date));
            add("article:modified_time",
                model::format_rfc3339(entry_->modified ? *entry_->modified : summary.date));
        }
        if (!site_.base_url.empty()) {
            for (const model::TermReference& each : summary.authors) {
                add("article:author", address(each.path));
            }
        }
        if (!summary.category_trail.empty()) {
            add("article:section", summary.category_trail.back().name);
        }
        for (const model::TermReference& tag : entry_->tags) add("article:tag", tag.name);
    }

    const HeadContext& context_;
    const model::Site& site_;
    const addresses::Route& route_;
    const page::Page& page_;
    const model::List* list_ = nullptr;
    const model::Entry* entry_ = nullptr;
    page::Head head_;
};

}  // namespace

const model::Picture* preview_picture(const model::List& list) {
    if (list.picture) return &*list.picture;
    const auto& articles = list.articles;
    const auto end =
        articles.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(articles.size(), 20));
    const auto found = std::find_if(articles.begin(), end, [](const auto& each) {
        return each != nullptr && each->picture.has_value();
    });
    return found == end ? nullptr : &*(*found)->picture;
}

page::Head page_head(const HeadContext& context, const addresses::Route& route,
                     const page::Page& page) {
    return HeadMaker(context, route, page).run();
}

}  // namespace broadsheet::press
