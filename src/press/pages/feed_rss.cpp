#include <algorithm>
#include <array>

#include "addresses/feed.h"
#include "press/base/xml_text.h"
#include "press/pages/feed_items.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

// The date format of RFC 822 that RSS 2.0 requires: "Mon, 14 Jul 2025 06:30:00 +0800".
std::string rfc822(const model::Date& date) {
    static constexpr std::array<std::string_view, 7> days = {"Mon", "Tue", "Wed", "Thu",
                                                             "Fri", "Sat", "Sun"};
    static constexpr std::array<std::string_view, 12> months = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    const int offset = date.offset_minutes < 0 ? -date.offset_minutes : date.offset_minutes;
    std::string year = std::to_string(date.day.year);
    year.insert(0, 4 - std::min<std::size_t>(4, year.size()), '0');
    return std::string(days[static_cast<std::size_t>(model::weekday(date.day) - 1)]) + ", " +
           two(date.day.day) + " " +
           std::string(months[static_cast<std::size_t>(date.day.month - 1)]) + " " + year + " " +
           two(date.hour) + ":" + two(date.minute) + ":" + two(date.second) + " " +
           (date.offset_minutes < 0 ? "-" : "+") + two(offset / 60) + two(offset % 60);
}

void append_picture(std::string& out, const FeedSource& source, const model::Picture& picture) {
    out += "<media:content medium=\"image\"";
    append_xml_attribute(out, "url", feed_address(source, picture.target));
    if (picture.width > 0 && picture.height > 0) {
        append_xml_attribute(out, "width", std::to_string(picture.width));
        append_xml_attribute(out, "height", std::to_string(picture.height));
    }
    out += "/>";
}

void append_item(std::string& out, const FeedSource& source, const FeedItem& item) {
    append_item_start(out, item);
    for (const model::TermReference& author : item.article.authors) {
        append_xml_element(out, "dc:creator", author.name);
    }
    for (const model::TermReference& category : item.article.category_trail) {
        append_xml_element(out, "category", category.name);
    }
    append_xml_element(out, "description", item.summary);
    append_xml_element(out, "content:encoded", item.content);
    if (item.entry != nullptr && item.entry->episode) {
        append_enclosure(out, source, *item.entry->episode);
    }
    if (item.article.picture) append_picture(out, source, *item.article.picture);
    out += "</item>\n";
}

}  // namespace

void append_item_start(std::string& out, const FeedItem& item) {
    out += "<item>";
    append_xml_element(out, "title", item.article.title);
    append_xml_element(out, "link", item.address);
    // Feed readers know imported articles by their GUIDs. Of others, it is the path instead of the
    // URL, so that articles do not appear as new after the site moves to another host.
    out += "<guid isPermaLink=\"false\">";
    const bool has_guid = item.entry != nullptr && !item.entry->guid.empty();
    append_xml(out, has_guid ? item.entry->guid : item.article.path);
    out += "</guid>";
    if (item.published) append_xml_element(out, "pubDate", rfc822(*item.published));
}

void append_enclosure(std::string& out, const FeedSource& source, const model::Episode& episode) {
    out += "<enclosure";
    append_xml_attribute(out, "url", feed_address(source, episode.target));
    append_xml_attribute(out, "length", std::to_string(episode.bytes));
    append_xml_attribute(out, "type", episode.type);
    out += "/>";
}

std::string rss_feed(const FeedSource& source) {
    const model::Site& site = source.publication.site;
    const std::vector<FeedItem> items = feed_items(source);
    const FeedHead head = feed_head(source, items);
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
        "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel>";
    append_xml_element(out, "title", head.title);
    append_xml_element(out, "link", feed_address(source, source.list.path));
    append_xml_element(out, "description",
                       head.description.empty() ? site.title : head.description);
    append_xml_element(out, "language", site.language);
    append_xml_element(out, "copyright", site.copyright);
    append_xml_element(out, "generator", "Broadsheet");
    out += "<atom:link rel=\"self\" type=\"application/rss+xml\"";
    append_xml_attribute(out, "href", feed_address(source, addresses::feed_path(source.list.path)));
    out += "/>";
    if (head.modified) append_xml_element(out, "lastBuildDate", rfc822(*head.modified));
    out += "\n";
    for (const FeedItem& item : items) append_item(out, source, item);
    return out + "</channel>\n</rss>\n";
}

}  // namespace broadsheet::press
