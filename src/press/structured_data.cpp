#include "press/structured_data.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "views/phrases.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::ordered_json;

class StructuredData {
  public:
    explicit StructuredData(const HeadContext& context)
        : context_(context), site_(context.publication.site) {}

    Json of_entry(const model::Entry& entry) const {
        Json all = Json::array();
        if (entry.kind == model::EntryKind::article && entry.dated) all.push_back(article(entry));
        std::vector<model::TermReference> trail = entry.summary.category_trail;
        trail.push_back({entry.summary.title, entry.summary.path});
        all.push_back(breadcrumbs(std::move(trail)));
        return all;
    }

    Json of_list(const model::List& list, int page) const {
        Json all = Json::array();
        if (list.kind == model::ListKind::front) {
            if (page > 1) return all;  // only the front page stands for the site
            all.push_back(thing("WebSite", true));
            put(all.back(), "name", site_.title);
            put(all.back(), "description", site_.description);
            all.back()["url"] = address("/");
            return all;
        }
        if (list.kind == model::ListKind::author) all.push_back(profile(list));
        std::vector<model::TermReference> trail = list.trail;
        trail.push_back({list.title, list.path});
        all.push_back(breadcrumbs(std::move(trail)));
        return all;
    }

  private:
    std::string address(std::string_view path) const {
        const std::string url = page::url_of(path, "/");
        return path.starts_with('/') && !path.starts_with("//") ? site_.base_url + url : url;
    }

    static Json thing(const char* type, bool outermost = false) {
        Json json;
        if (outermost) json["@context"] = "https://schema.org";
        json["@type"] = type;
        return json;
    }

    static void put(Json& to, const char* name, const std::string& value) {
        if (!value.empty()) to[name] = value;
    }

    Json person(const model::TermReference& author) const {
        Json json = thing("Person");
        json["name"] = author.name;
        json["url"] = address(author.path);
        return json;
    }

    Json publisher() const {
        Json json = thing("Organization");
        put(json, "name", site_.title);
        json["url"] = address("/");
        if (!context_.logo.empty()) {
            json["logo"] = thing("ImageObject");
            json["logo"]["url"] = address(context_.logo);
        }
        return json;
    }

    Json article(const model::Entry& entry) const {
        const model::ArticleSummary& summary = entry.summary;
        Json json = thing("NewsArticle", true);
        json["headline"] = summary.title;
        json["mainEntityOfPage"] = address(summary.path);
        if (summary.picture) json["image"] = Json::array({address(summary.picture->target)});
        json["datePublished"] = model::format_rfc3339(summary.date);
        json["dateModified"] =
            model::format_rfc3339(entry.modified ? *entry.modified : summary.date);
        for (const model::TermReference& author : summary.authors) {
            json["author"].push_back(person(author));
        }
        json["publisher"] = publisher();
        put(json, "description", entry.description.empty() ? summary.excerpt : entry.description);
        if (!summary.category_trail.empty()) {
            json["articleSection"] = summary.category_trail.back().name;
        }
        for (const model::TermReference& tag : entry.tags) json["keywords"].push_back(tag.name);
        json["inLanguage"] = entry.language.empty() ? site_.language : entry.language;
        return json;
    }

    Json profile(const model::List& list) const {
        Json json = thing("ProfilePage", true);
        Json& about = json["mainEntity"] = person({list.title, list.path});
        put(about, "description", list.description);
        if (list.picture) about["image"] = address(list.picture->target);
        for (const model::Link& link : list.links) about["sameAs"].push_back(link.target);
        return json;
    }

    // From the front page on; the last is the page itself.
    Json breadcrumbs(std::vector<model::TermReference> trail) const {
        trail.insert(trail.begin(), {std::string(views::phrase(site_, views::Phrase::home)), "/"});
        Json json = thing("BreadcrumbList", true);
        for (const model::TermReference& each : trail) {
            Json item = thing("ListItem");
            item["position"] = json["itemListElement"].size() + 1;
            item["name"] = each.name;
            item["item"] = address(each.path);
            json["itemListElement"].push_back(std::move(item));
        }
        return json;
    }

    const HeadContext& context_;
    const model::Site& site_;
};

}  // namespace

std::string structured_data(const HeadContext& context, const views::Route& route,
                            const page::Page& page) {
    if (!page.findable || page.path.empty()) return {};
    const StructuredData data(context);
    Json json = Json::array();
    if (const model::Entry* entry = context.publication.entry(route.path);
        entry != nullptr && route.kind == views::RouteKind::entry) {
        json = data.of_entry(*entry);
    } else if (const model::List* list = context.publication.list(route.path);
               list != nullptr && route.kind == views::RouteKind::list) {
        json = data.of_list(*list, route.page);
    }
    if (json.empty()) return {};
    const std::string text =
        (json.size() == 1 ? json[0] : json).dump(-1, ' ', false, Json::error_handler_t::replace);
    // Nothing in it may end the element that it stands in, or begin a comment there.
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '<') {
            out += "\\u003c";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace broadsheet::press
