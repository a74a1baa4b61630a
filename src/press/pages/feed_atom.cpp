#include "addresses/feed.h"
#include "press/base/xml_text.h"
#include "press/pages/feed_items.h"

namespace broadsheet::press {

namespace {

void append_link(std::string& out, std::string_view relation, std::string_view type,
                 const std::string& address) {
    out += "<link";
    append_xml_attribute(out, "rel", relation);
    append_xml_attribute(out, "type", type);
    append_xml_attribute(out, "href", address);
    out += "/>";
}

void append_author(std::string& out, std::string_view name, const std::string& address) {
    out += "<author>";
    append_xml_element(out, "name", name);
    append_xml_element(out, "uri", address);
    out += "</author>";
}

void append_entry(std::string& out, const FeedSource& source, const FeedItem& item) {
    out += "<entry";
    if (item.entry != nullptr && !item.entry->language.empty()) {
        append_xml_attribute(out, "xml:lang", item.entry->language);
    }
    out += "><title>";  // required by RFC 4287, even if empty
    append_xml(out, item.article.title);
    out += "</title>";
    append_xml_element(out, "id", item.identifier);
    append_link(out, "alternate", "text/html", item.address);
    if (item.entry != nullptr && item.entry->episode) {
        append_link(out, "enclosure", item.entry->episode->type,
                    feed_address(source, item.entry->episode->target));
    }
    append_xml_element(out, "published", model::format_rfc3339(*item.published));
    append_xml_element(out, "updated", model::format_rfc3339(*item.modified));
    for (const model::TermReference& author : item.article.authors) {
        append_author(out, author.name, feed_address(source, author.path));
    }
    for (const model::TermReference& category : item.article.category_trail) {
        out += "<category";
        append_xml_attribute(out, "term", category.name);
        append_xml_attribute(out, "scheme", feed_address(source, category.path));
        out += "/>";
    }
    append_xml_element(out, "summary", item.summary);
    if (!item.content.empty()) {
        out += "<content type=\"html\">";
        append_xml(out, item.content);
        out += "</content>";
    }
    out += "</entry>\n";
}

}  // namespace

std::string atom_feed(const FeedSource& source) {
    const model::Site& site = source.publication.site;
    const std::vector<FeedItem> items = feed_items(source);
    const FeedHead head = feed_head(source, items);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed";
    append_xml_attribute(out, "xmlns", "http://www.w3.org/2005/Atom");
    append_xml_attribute(out, "xml:lang", site.language);
    out += ">";
    append_xml_element(out, "title", head.title.empty() ? "–" : head.title);
    append_xml_element(out, "subtitle", head.description);
    append_xml_element(out, "id", head.identifier);
    append_link(out, "self", "application/atom+xml",
                feed_address(source, addresses::atom_path(source.list.path)));
    append_link(out, "alternate", "text/html", feed_address(source, source.list.path));
    // `updated` is required. A feed without articles has no date, so it gets a fixed one.
    append_xml_element(
        out, "updated",
        head.modified ? model::format_rfc3339(*head.modified) : "1970-01-01T00:00:00Z");
    // The author of entries without one: every entry must have an author.
    append_author(out, site.title.empty() ? "–" : site.title, feed_address(source, "/"));
    append_xml_element(out, "rights", site.copyright);
    append_xml_element(out, "generator", "Broadsheet");
    out += "\n";
    for (const FeedItem& item : items) {
        if (item.published) append_entry(out, source, item);
    }
    return out + "</feed>\n";
}

}  // namespace broadsheet::press
