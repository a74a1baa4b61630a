#include <nlohmann/json.hpp>

#include "addresses/feed.h"
#include "press/pages/feed_items.h"

namespace broadsheet::press {

namespace {

using Json = nlohmann::ordered_json;

void put(Json& to, const char* name, const std::string& value) {
    if (!value.empty()) to[name] = value;
}

Json item_of(const FeedSource& source, const FeedItem& item) {
    Json out = {{"id", item.identifier}, {"url", item.address}};
    put(out, "title", item.article.title);
    put(out, "summary", item.summary);
    // JSON Feed requires content_html or content_text.
    if (item.content.empty()) {
        out["content_text"] = item.summary;
    } else {
        out["content_html"] = item.content;
    }
    if (item.published) out["date_published"] = model::format_rfc3339(*item.published);
    if (item.modified && item.modified != item.published) {
        out["date_modified"] = model::format_rfc3339(*item.modified);
    }
    if (item.article.picture) out["image"] = feed_address(source, item.article.picture->target);
    for (const model::TermReference& author : item.article.authors) {
        out["authors"].push_back(
            {{"name", author.name}, {"url", feed_address(source, author.path)}});
    }
    for (const model::TermReference& each : item.article.category_trail) {
        out["tags"].push_back(each.name);
    }
    if (item.entry != nullptr && item.entry->episode) {
        const model::Episode& episode = *item.entry->episode;
        Json attachment = {{"url", feed_address(source, episode.target)},
                           {"mime_type", episode.type}};
        if (episode.bytes > 0) attachment["size_in_bytes"] = episode.bytes;
        if (episode.seconds > 0) attachment["duration_in_seconds"] = episode.seconds;
        out["attachments"].push_back(std::move(attachment));
    }
    if (item.entry != nullptr) {
        for (const model::TermReference& tag : item.entry->tags) out["tags"].push_back(tag.name);
        put(out, "language", item.entry->language);
    }
    return out;
}

}  // namespace

std::string json_feed(const FeedSource& source) {
    const model::Site& site = source.publication.site;
    const std::vector<FeedItem> items = feed_items(source);
    const FeedHead head = feed_head(source, items);
    Json out = {{"version", "https://jsonfeed.org/version/1.1"}, {"title", head.title}};
    out["home_page_url"] = feed_address(source, source.list.path);
    out["feed_url"] = feed_address(source, addresses::json_path(source.list.path));
    put(out, "description", head.description);
    put(out, "language", site.language);
    out["authors"].push_back({{"name", site.title}, {"url", feed_address(source, "/")}});
    out["items"] = Json::array();
    for (const FeedItem& item : items) out["items"].push_back(item_of(source, item));
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace broadsheet::press
