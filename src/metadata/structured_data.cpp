#include "metadata/structured_data.h"

#include <algorithm>
#include <vector>

#include "strings/escape.h"
#include "strings/json_text.h"
#include "ui/phrases.h"

namespace broadsheet::metadata {

namespace {

// Writes JSON directly, because building a tree of values first would take a fifth of the time of a
// page.
class StructuredData {
  public:
    explicit StructuredData(const model::Site& site) : site_(site) {}

    void entry(const model::Entry& entry) {
        if (entry.kind == model::EntryKind::article && entry.dated) article(entry);
        std::vector<model::TermReference> trail = entry.summary.category_trail;
        trail.push_back({entry.summary.title, entry.summary.path});
        breadcrumbs(trail);
    }

    void list(const model::List& list, const addresses::Route& route) {
        if (list.kind == model::ListKind::front) {
            // Only the front page itself.
            if (route.page == 1 && !route.block) web_site();
            return;
        }
        if (list.kind == model::ListKind::author) profile(list);
        std::vector<model::TermReference> trail = list.trail;
        trail.push_back({list.title, list.path});
        breadcrumbs(trail);
    }

    // All objects of the page as JSON; empty if there are none.
    std::string take() {
        if (things_ == 0) return {};
        json_.close_array();
        return json_.take();
    }

  private:
    std::string address(std::string_view path) const { return absolute_url(site_, path); }

    void begin(std::string_view type) {
        if (things_++ == 0) json_.open_array();
        json_.open_object();
        json_.member("@context", "https://schema.org");
        json_.member("@type", type);
    }

    void begin_part(std::string_view name, std::string_view type) {
        json_.key(name);
        json_.open_object();
        json_.member("@type", type);
    }

    void put(std::string_view name, const std::string& value) {
        if (!value.empty()) json_.member(name, value);
    }

    void person(const model::TermReference& author) {
        json_.member("name", author.name);
        json_.member("url", address(author.path));
    }

    void web_site() {
        begin("WebSite");
        put("name", site_.title);
        put("description", site_.description);
        json_.member("url", address("/"));
        json_.close_object();
    }

    void publisher() {
        begin_part("publisher", "Organization");
        put("name", site_.title);
        json_.member("url", address("/"));
        if (!site_.logo.empty()) {
            begin_part("logo", "ImageObject");
            json_.member("url", address(site_.logo));
            json_.close_object();
        }
        json_.close_object();
    }

    // The URL of a picture, or what is known beyond it.
    void image(const model::Picture& picture) {
        if (picture.credit.empty()) return json_.text(address(picture.target));
        json_.open_object();
        json_.member("@type", "ImageObject");
        json_.member("url", address(picture.target));
        json_.member("creditText", picture.credit);
        json_.close_object();
    }

    void article(const model::Entry& entry) {
        const model::ArticleSummary& summary = entry.summary;
        begin("NewsArticle");
        json_.member("headline", summary.title);
        json_.member("mainEntityOfPage", address(summary.path));
        if (summary.picture) {
            json_.key("image");
            json_.open_array();
            image(*summary.picture);
            json_.close_array();
        }
        json_.member("datePublished", model::format_rfc3339(summary.date));
        json_.member("dateModified",
                     model::format_rfc3339(entry.modified ? *entry.modified : summary.date));
        if (!summary.authors.empty()) {
            json_.key("author");
            json_.open_array();
            for (const model::TermReference& author : summary.authors) {
                json_.open_object();
                json_.member("@type", "Person");
                person(author);
                json_.close_object();
            }
            json_.close_array();
        }
        publisher();
        put("description", entry.description.empty() ? summary.excerpt : entry.description);
        if (!summary.category_trail.empty()) {
            json_.member("articleSection", summary.category_trail.back().name);
        }
        if (!entry.tags.empty()) {
            json_.key("keywords");
            json_.open_array();
            for (const model::TermReference& tag : entry.tags) json_.text(tag.name);
            json_.close_array();
        }
        json_.member("inLanguage", entry.language.empty() ? site_.language : entry.language);
        comments(entry);
        json_.close_object();
    }

    // Replies are inside the comments that they answer.
    void comments(const model::Entry& entry) {
        // Search engines show a few. All of them would double the page.
        constexpr std::size_t most = 50;
        if (entry.comments.empty()) return;
        json_.member("commentCount", static_cast<std::int64_t>(entry.comments.size()));
        std::size_t open = 0;  // comments and the lists in which they are
        for (std::size_t i = 0; i < std::min(entry.comments.size(), most); ++i) {
            const model::Comment& each = entry.comments[i];
            const auto depth = static_cast<std::size_t>(std::max(each.depth, 0));
            if (open > depth) {
                for (; open > depth + 1; --open) {
                    json_.close_object();
                    json_.close_array();
                }
                json_.close_object();
            } else {
                json_.key("comment");
                json_.open_array();
                ++open;
            }
            comment(entry, each);
        }
        for (; open > 0; --open) {
            json_.close_object();
            json_.close_array();
        }
    }

    // Leaves the object open for replies.
    void comment(const model::Entry& entry, const model::Comment& each) {
        json_.open_object();
        json_.member("@type", "Comment");
        json_.member("url",
                     address(entry.summary.path) + "#comment-" + std::to_string(each.number));
        if (each.date) json_.member("dateCreated", model::format_rfc3339(*each.date));
        if (!each.author.empty()) {
            begin_part("author", "Person");
            json_.member("name", each.author);
            json_.close_object();
        }
        json_.member("text", model::plain_text(each.text));
    }

    void profile(const model::List& list) {
        begin("ProfilePage");
        begin_part("mainEntity", "Person");
        person({list.title, list.path});
        put("description", list.description);
        if (list.picture) json_.member("image", address(list.picture->target));
        if (!list.links.empty()) {
            json_.key("sameAs");
            json_.open_array();
            for (const model::Link& link : list.links) json_.text(link.target);
            json_.close_array();
        }
        json_.close_object();
        json_.close_object();
    }

    void crumb(std::int64_t position, std::string_view name, std::string_view path) {
        json_.open_object();
        json_.member("@type", "ListItem");
        json_.member("position", position);
        json_.member("name", name);
        json_.member("item", address(path));
        json_.close_object();
    }

    // The breadcrumbs from the front page to the page itself.
    void breadcrumbs(const std::vector<model::TermReference>& trail) {
        begin("BreadcrumbList");
        json_.key("itemListElement");
        json_.open_array();
        std::int64_t position = 1;
        crumb(position, ui::phrase(site_, ui::Phrase::home), "/");
        for (const model::TermReference& each : trail) crumb(++position, each.name, each.path);
        json_.close_array();
        json_.close_object();
    }

    const model::Site& site_;
    strings::JsonText json_;
    int things_ = 0;
};

}  // namespace

std::string absolute_url(const model::Site& site, std::string_view path) {
    const bool inside = path.starts_with('/') && !path.starts_with("//");
    return page::url_of(path, inside ? site.base_url + "/" : "/");
}

std::string structured_data(const model::Publication& publication, const addresses::Route& route,
                            const model::Entry* entry, const page::Page& page) {
    if (!page.findable || page.path.empty()) return {};
    StructuredData data(publication.site);
    if (entry != nullptr) {
        data.entry(*entry);
    } else if (const model::List* list = publication.list(route.path);
               list != nullptr && route.kind == addresses::RouteKind::list) {
        data.list(*list, route);
    }
    // Escapes "<", so that the JSON cannot end the <script> element or start a comment.
    return strings::replaced(data.take(), '<', "\\u003c");
}

}  // namespace broadsheet::metadata
