#include "press/pages/sitemap.h"

#include <algorithm>

#include "addresses/paths.h"
#include "page/page.h"
#include "press/base/xml_text.h"

namespace broadsheet::press {

namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view name_space = "http://www.sitemaps.org/schemas/sitemap/0.9";

std::string address_entry(const model::Site& site, const model::Path& path,
                          const std::optional<model::Date>& modified) {
    std::string out = "<url>";
    append_xml_element(out, "loc", site.base_url + page::url_of(path, "/"));
    if (modified) append_xml_element(out, "lastmod", model::format_rfc3339(*modified));
    return out + "</url>\n";
}

// False for what search engines are not to show, at least not under its address here.
bool is_for_engines(const model::Entry& entry) {
    return entry.indexed && entry.in_sitemap && entry.canonical.empty();
}

std::optional<model::Date> modified_date(const model::Entry& entry) {
    if (entry.modified) return entry.modified;
    return entry.dated && entry.kind == model::EntryKind::article
               ? std::optional(entry.summary.date)
               : std::nullopt;
}

// The date of the newest article of a list. Nothing if it has no dated articles.
std::optional<model::Date> modified_date(const model::Publication& publication,
                                         const model::List& list) {
    if (list.articles.empty()) return std::nullopt;
    const model::Entry* newest = publication.entry(list.articles.front()->path);
    return newest == nullptr || !newest->dated ? std::nullopt : std::optional(newest->summary.date);
}

std::string set_of(const std::vector<std::string>& entries, std::size_t start, std::size_t end) {
    std::string out(declaration);
    out += "<urlset xmlns=\"" + std::string(name_space) + "\">\n";
    for (std::size_t i = start; i < end; ++i) out += entries[i];
    return out + "</urlset>\n";
}

// The language code for Google News: ISO 639, except for Chinese, which Google codes as zh-cn and
// zh-tw.
std::string news_language(const std::string& language) {
    std::string lower;
    for (const char c : language) {
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (lower == "zh" || lower == "zh-cn" || lower == "zh-hans") return "zh-cn";
    if (lower == "zh-tw" || lower == "zh-hant") return "zh-tw";
    return lower.substr(0, lower.find('-'));
}

}  // namespace

std::vector<SitemapFile> sitemap_files(const model::Publication& publication,
                                       SitemapLimits limits) {
    const model::Site& site = publication.site;
    if (site.base_url.empty()) return {};  // the protocol requires absolute URLs
    std::vector<std::string> entries;
    for (const auto& [path, list] : publication.lists) {
        entries.push_back(address_entry(site, path, modified_date(publication, list)));
    }
    for (const auto& [path, entry] : publication.entries) {
        if (entry.kind == model::EntryKind::redirect || path == addresses::not_found_path) continue;
        if (!is_for_engines(entry)) continue;
        entries.push_back(address_entry(site, path, modified_date(entry)));
    }
    constexpr std::size_t frame = 200;  // bytes before and after the entries
    std::vector<SitemapFile> files;
    for (std::size_t start = 0; start < entries.size();) {
        std::size_t end = start;
        std::size_t bytes = frame;
        while (end < entries.size() && end - start < limits.addresses &&
               (end == start || bytes + entries[end].size() <= limits.bytes)) {
            bytes += entries[end++].size();
        }
        files.push_back(
            {"sitemap-" + std::to_string(files.size() + 1) + ".xml", set_of(entries, start, end)});
        start = end;
    }
    if (files.size() == 1) {
        files.front().name = "sitemap.xml";
        return files;
    }
    std::string index(declaration);
    index += "<sitemapindex xmlns=\"" + std::string(name_space) + "\">\n";
    for (const SitemapFile& file : files) {
        index += "<sitemap>";
        append_xml_element(index, "loc", site.base_url + "/" + file.name);
        index += "</sitemap>\n";
    }
    files.push_back({"sitemap.xml", index + "</sitemapindex>\n"});
    return files;
}

std::string news_sitemap(const model::Publication& publication, const model::Date& now) {
    constexpr std::int64_t two_days = std::int64_t{2} * 24 * 60 * 60;
    constexpr std::size_t max_articles = 1000;
    const model::Site& site = publication.site;
    std::string out(declaration);
    out += "<urlset xmlns=\"" + std::string(name_space) +
           "\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n";
    const model::List* front = publication.list("/");
    std::size_t count = 0;
    for (std::size_t i = 0; front != nullptr && i < front->articles.size(); ++i) {
        const model::Entry* entry = publication.entry(front->articles[i]->path);
        if (entry == nullptr || !entry->dated || !is_for_engines(*entry)) continue;
        const model::ArticleSummary& article = entry->summary;
        const std::int64_t age =
            model::seconds_since_epoch(now) - model::seconds_since_epoch(article.date);
        if (age > two_days || ++count > max_articles) break;
        if (age < 0) continue;  // a future-dated article, published with --future
        out += "<url>";
        append_xml_element(out, "loc", site.base_url + page::url_of(article.path, "/"));
        out += "<news:news><news:publication>";
        append_xml_element(out, "news:name", site.title);
        append_xml_element(
            out, "news:language",
            news_language(entry->language.empty() ? site.language : entry->language));
        out += "</news:publication>";
        append_xml_element(out, "news:publication_date", model::format_rfc3339(article.date));
        append_xml_element(out, "news:title", article.title);
        out += "</news:news></url>\n";
    }
    return out + "</urlset>\n";
}

}  // namespace broadsheet::press
