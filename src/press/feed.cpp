#include "press/feed.h"

#include <algorithm>
#include <array>

#include "page/page.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

// XML 1.0 allows no other control characters than these three.
void append_xml(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') {
                    out += c;
                }
        }
    }
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out += "<" + std::string(name) + ">";
    append_xml(out, text);
    out += "</" + std::string(name) + ">";
}

// RFC 822 as RSS 2.0 wants it: "Mon, 14 Jul 2025 06:30:00 +0800".
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

}  // namespace

std::string rss_feed(const model::Publication& publication, const model::List& list,
                     const std::string& base_path) {
    const model::Site& site = publication.site;
    const auto address = [&](const std::string& path) {
        return site.base_url.empty() ? page::url_of(path, base_path)
                                     : site.base_url + page::url_of(path, "/");
    };
    const bool front = list.kind == model::ListKind::front;
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>";
    append_element(out, "title", front ? site.title : list.title + " – " + site.title);
    append_element(out, "link", address(list.path));
    const std::string& description = list.description.empty() ? site.description : list.description;
    append_element(out, "description", description.empty() ? site.title : description);
    append_element(out, "language", site.language);
    append_element(out, "copyright", site.copyright);
    append_element(out, "generator", "Broadsheet");
    out += "<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"";
    append_xml(out, address(views::feed_path(list.path)));
    out += "\"/>";
    if (!list.articles.empty()) {
        append_element(out, "lastBuildDate", rfc822(list.articles.front()->date));
    }
    out += "\n";
    for (std::size_t i = 0; i < list.articles.size() && i < feed_articles; ++i) {
        const model::ArticleSummary& article = *list.articles[i];
        out += "<item>";
        append_element(out, "title", article.title);
        append_element(out, "link", address(article.path));
        // The path, not the address: a site that moves must not show all its articles as new.
        out += "<guid isPermaLink=\"false\">";
        append_xml(out, article.path);
        out += "</guid>";
        append_element(out, "pubDate", rfc822(article.date));
        for (const model::TermReference& author : article.authors) {
            append_element(out, "dc:creator", author.name);
        }
        for (const model::TermReference& category : article.category_trail) {
            append_element(out, "category", category.name);
        }
        append_element(out, "description", article.excerpt);
        out += "</item>\n";
    }
    return out + "</channel>\n</rss>\n";
}

}  // namespace broadsheet::press
