#include "metadata/page_head.h"

#include <algorithm>

#include "addresses/editions.h"
#include "addresses/feed.h"
#include "metadata/structured_data.h"
#include "strings/ascii.h"

namespace broadsheet::metadata {

namespace {

bool is_svg(std::string_view target) {
    return target.size() > 4 && strings::lower_ascii(target.substr(target.size() - 4)) == ".svg";
}

class HeadMaker {
  public:
    // `entry`: that of the route, or null.
    HeadMaker(const model::Publication& publication, const addresses::Route& route,
              const model::Entry* entry, const page::Page& page)
        : publication_(publication),
          site_(publication.site),
          route_(route),
          page_(page),
          entry_(entry) {
        if (route.kind == addresses::RouteKind::list) list_ = publication.list(route.path);
    }

    page::Head run() {
        add_translations();
        add_feeds();
        if (page_.findable && !page_.path.empty()) add_preview();
        if (!site_.base_url.empty()) {
            head_.structured_data = structured_data(publication_, route_, entry_, page_);
        }
        return std::move(head_);
    }

  private:
    std::string address(std::string_view path) const { return absolute_url(site_, path); }

    void add(std::string name, std::string content) {
        if (!content.empty()) head_.properties.emplace_back(std::move(name), std::move(content));
    }

    // Google requires each translation to list all translations, including itself, with absolute
    // URLs.
    void add_translations() {
        if (site_.base_url.empty()) return;
        const std::vector<model::Translation> all =
            addresses::translations_of(site_, route_, entry_, list_);
        for (const model::Translation& each : all) {
            head_.links.push_back({"alternate", address(each.path), {}, {}, each.language});
        }
        // Readers of all other languages get the usual edition.
        if (site_.editions.empty()) return;
        const auto usual = std::find_if(all.begin(), all.end(), [&](const auto& each) {
            return each.language == site_.editions.front().language;
        });
        if (usual == all.end()) return;
        head_.links.push_back({"alternate", address(usual->path), {}, {}, "x-default"});
    }

    void add_feeds_of(model::ListKind kind, const model::Path& path, const std::string& title) {
        const auto feed = [&](const char* type, const model::Path& file) {
            head_.links.push_back({"alternate", file, type, title});
        };
        feed("application/rss+xml", addresses::feed_path(path));
        if (!addresses::has_all_feeds(site_, kind)) return;
        feed("application/atom+xml", addresses::atom_path(path));
        feed("application/feed+json", addresses::json_path(path));
    }

    // The reader knows that there is a front page even if it has not fetched its list.
    void add_feeds() {
        const bool own = list_ != nullptr && list_->kind != model::ListKind::front &&
                         site_.feeds_of_lists && addresses::has_feed(list_->kind);
        if (own) add_feeds_of(list_->kind, list_->path, list_->title + " – " + site_.title);
        if (site_.article_count > 0) add_feeds_of(model::ListKind::front, "/", site_.title);
    }

    const model::Picture* picture() const {
        if (entry_ != nullptr) {
            return entry_->summary.picture ? &*entry_->summary.picture : nullptr;
        }
        if (list_ == nullptr) return nullptr;
        if (route_.block) return list_->picture ? &*list_->picture : nullptr;
        return preview_picture(*list_, route_.page, site_.page_size);
    }

    void add_preview() {
        const model::Entry* const entry = entry_;
        const bool article = entry != nullptr && entry->kind == model::EntryKind::article;
        const bool author = list_ != nullptr && list_->kind == model::ListKind::author;
        add("og:type", article ? "article" : author ? "profile" : "website");
        add("og:site_name", site_.title);
        add("og:title", entry_ != nullptr ? entry_->summary.title : page_.title);
        add("og:description", page_.description);
        if (!site_.base_url.empty()) add("og:url", address(page_.path));
        add_locale();
        const bool large = add_picture();
        if (article) add_article(*entry);
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
        if (shown == nullptr || is_svg(shown->target)) return false;
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

    void add_article(const model::Entry& entry) {
        const model::ArticleSummary& summary = entry.summary;
        if (entry.dated) {
            add("article:published_time", model::format_rfc3339(summary.date));
            add("article:modified_time",
                model::format_rfc3339(entry.modified ? *entry.modified : summary.date));
        }
        if (!site_.base_url.empty()) {
            for (const model::TermReference& each : summary.authors) {
                add("article:author", address(each.path));
            }
        }
        if (!summary.category_trail.empty()) {
            add("article:section", summary.category_trail.back().name);
        }
        for (const model::TermReference& tag : entry.tags) add("article:tag", tag.name);
    }

    const model::Publication& publication_;
    const model::Site& site_;
    const addresses::Route& route_;
    const page::Page& page_;
    const model::List* list_ = nullptr;
    const model::Entry* const entry_;
    page::Head head_;
};

}  // namespace

const model::Picture* preview_picture(const model::List& list, int page, int page_size) {
    if (list.picture) return &*list.picture;
    const auto size = static_cast<std::size_t>(page_size);
    const std::size_t first = static_cast<std::size_t>(page - 1) * size;
    for (std::size_t i = first; i < std::min(first + size, list.articles.size()); ++i) {
        const auto& article = list.articles[i];
        if (article && article->picture) return &*article->picture;
    }
    return nullptr;
}

page::Head page_head(const model::Publication& publication, const addresses::Route& route,
                     const page::Page& page) {
    const bool is_entry = route.kind == addresses::RouteKind::entry;
    const model::Entry* entry = is_entry ? publication.entry(route.path) : nullptr;
    return HeadMaker(publication, route, entry, page).run();
}

page::Head page_head(const model::Publication& publication, const model::Entry& whole,
                     const page::Page& page) {
    const addresses::Route route{addresses::RouteKind::entry, whole.summary.path, 1};
    return HeadMaker(publication, route, &whole, page).run();
}

}  // namespace broadsheet::metadata
