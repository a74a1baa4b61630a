#include "press/site_files.h"

#include <algorithm>

#include "model/slug.h"
#include "page/page.h"
#include "press/entity.h"

namespace broadsheet::press {

namespace {

constexpr std::size_t most_addresses = 50'000;

std::string sitemap_of(const std::vector<std::string>& entries, std::size_t start,
                       std::size_t end) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t i = start; i < end; ++i) out += entries[i];
    return out + "</urlset>\n";
}

std::string address_entry(const model::Site& site, const model::Path& path,
                          const std::optional<model::Date>& modified) {
    std::string out = "<url><loc>";
    append_escaped(out, site.base_url + page::url_of(path, "/"));
    out += "</loc>";
    if (modified) out += "<lastmod>" + model::format_rfc3339(*modified) + "</lastmod>";
    return out + "</url>\n";
}

}  // namespace

std::string content_security_policy(const std::vector<std::string>& frame_sources) {
    // What only a header can say comes on top.
    return std::string(page::content_security_policy(frame_sources)) + "; frame-ancestors 'self'";
}

std::string headers_file(std::string_view base_path,
                         const std::vector<std::string>& frame_sources) {
    const std::string base(base_path);
    constexpr std::string_view forever = "  Cache-Control: public, max-age=31536000, immutable\n";
    std::string out =
        base + "*\n  Content-Security-Policy: " + content_security_policy(frame_sources) + "\n";
    out += "  X-Content-Type-Options: nosniff\n";
    out += "  Referrer-Policy: strict-origin-when-cross-origin\n";
    for (const std::string_view name : {"assets/*", "bundle/e*", "bundle/l*", "bundle/start.*"}) {
        out += base + std::string(name) + "\n" + std::string(forever);
    }
    return out + base + "bundle/manifest.json\n  Cache-Control: no-cache\n";
}

std::string robots_file(std::string_view base_url) {
    std::string out = "User-agent: *\nAllow: /\n";
    if (!base_url.empty()) out += "Sitemap: " + std::string(base_url) + "/sitemap.xml\n";
    return out;
}

std::vector<SitemapFile> sitemap_files(const model::Publication& publication) {
    const model::Site& site = publication.site;
    if (site.base_url.empty()) return {};  // addresses in it must be whole
    std::vector<std::string> entries;
    for (const auto& [path, list] : publication.lists) {
        entries.push_back(address_entry(site, path, std::nullopt));
    }
    for (const auto& [path, entry] : publication.entries) {
        if (entry.kind == model::EntryKind::redirect) continue;
        std::optional<model::Date> modified = entry.modified;
        if (!modified && entry.dated) modified = entry.summary.date;
        entries.push_back(address_entry(site, path, modified));
    }
    if (entries.size() <= most_addresses) {
        return {{"sitemap.xml", sitemap_of(entries, 0, entries.size())}};
    }
    std::vector<SitemapFile> files;
    std::string index =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t start = 0; start < entries.size(); start += most_addresses) {
        const std::string name = "sitemap-" + std::to_string(files.size() + 1) + ".xml";
        files.push_back(
            {name, sitemap_of(entries, start, std::min(start + most_addresses, entries.size()))});
        index += "<sitemap><loc>";
        append_escaped(index, site.base_url + "/" + name);
        index += "</loc></sitemap>\n";
    }
    files.push_back({"sitemap.xml", index + "</sitemapindex>\n"});
    return files;
}

std::string redirect_page(std::string_view target, std::string_view base_url,
                          std::string_view base_path) {
    const std::string address = page::url_of(target, base_path);
    const bool inside = target.starts_with('/') && !target.starts_with("//");
    std::string escaped;
    append_escaped(escaped, address);
    std::string canonical;
    append_escaped(canonical, inside && !base_url.empty()
                                  ? std::string(base_url) + page::url_of(target, "/")
                                  : address);
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
           escaped +
           "</title>\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"" +
           canonical + "\">\n<meta http-equiv=\"refresh\" content=\"0; url=" + escaped +
           "\">\n</head>\n<body>\n<p><a href=\"" + escaped + "\">" + escaped +
           "</a></p>\n</body>\n</html>\n";
}

}  // namespace broadsheet::press
