#include "press/pages/host_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "addresses/wordpress_address.h"
#include "page/page.h"
#include "press/html/entity.h"
#include "strings/ascii.h"

namespace broadsheet::press {

std::string policy_header(const page::PolicySources& sources) {
    // The header is that of all pages. The page of comments needs another policy, so then only each
    // page itself has its policy.
    if (!sources.comment_scripts.empty()) return "frame-ancestors 'self'";
    // frame-ancestors works only in a header, so it is added here.
    return page::content_security_policy(sources) + "; frame-ancestors 'self'";
}

namespace {

// Media types and caching times.
std::string file_headers(const std::string& base) {
    constexpr std::string_view forever = "  Cache-Control: public, max-age=31536000, immutable\n";
    std::string out;
    for (const std::string_view name :
         {"assets/*", "bundle/e*", "bundle/h*", "bundle/l*", "bundle/offline.*", "bundle/r*",
          "bundle/search.*", "bundle/start.*"}) {
        out += base + std::string(name) + "\n" + std::string(forever);
    }
    // Hosts would serve these files as generic XML or JSON because of their extensions.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> types = {
        {{"feed.xml", "application/rss+xml"},
         {"atom.xml", "application/atom+xml"},
         {"feed.json", "application/feed+json"},
         {"manifest.webmanifest", "application/manifest+json"}}};
    for (const auto& [name, type] : types) {
        out.append(base)
            .append(name)
            .append("\n  Content-Type: ")
            .append(type)
            .append("; charset=utf-8\n");
    }
    for (const std::string_view name : {"bundle/manifest.json", "sw.js"}) {
        out += base + std::string(name) + "\n  Cache-Control: no-cache\n";
    }
    return out;
}

void add_missing(std::vector<std::string>& to, const std::vector<std::string>& more) {
    for (const std::string& each : more) {
        if (std::find(to.begin(), to.end(), each) == to.end()) to.push_back(each);
    }
}

}  // namespace

page::PolicySources merged_sources(page::PolicySources sources, const page::PolicySources& more) {
    add_missing(sources.frames, more.frames);
    add_missing(sources.forms, more.forms);
    sources.recordings = sources.recordings || more.recordings;
    if (sources.counter.empty()) sources.counter = more.counter;
    if (sources.comment_scripts.empty()) sources.comment_scripts = more.comment_scripts;
    sources.counter_pictures = sources.counter_pictures || more.counter_pictures;
    return sources;
}

std::string headers_file(std::string_view base_path, const page::PolicySources& sources,
                         const std::vector<EditionLines>& editions) {
    const std::string base(base_path);
    page::PolicySources all = sources;
    for (const EditionLines& each : editions) all = merged_sources(std::move(all), each.sources);
    std::string out = base + "*\n  Content-Security-Policy: " + policy_header(all) + "\n";
    out += "  X-Content-Type-Options: nosniff\n";
    out += "  Referrer-Policy: strict-origin-when-cross-origin\n";
    out += file_headers(base);
    for (const EditionLines& each : editions) out += file_headers(each.base_path);
    return out;
}

std::string robots_file(const std::vector<std::string>& base_urls) {
    return with_sitemaps("User-agent: *\nAllow: /\n", base_urls);
}

std::string with_sitemaps(std::string robots, const std::vector<std::string>& base_urls) {
    const bool names_own = strings::lower_ascii(robots).find("sitemap:") != std::string::npos;
    if (names_own) return robots;
    for (const std::string& url : base_urls) {
        if (url.empty()) continue;
        for (const char* name : {"/sitemap.xml", "/news-sitemap.xml"}) {
            robots.append("Sitemap: ").append(url).append(name).append("\n");
        }
    }
    return robots;
}

namespace {

// The further addresses of articles on a site that was a WordPress (addresses::path_of_owner): it
// has entries for addresses with a query. An ending that a page here has is left out, because some
// hosts look at rules before they look at files.
std::string further_redirects(const model::Publication& publication, std::string_view base_path) {
    std::string out;
    const auto query = publication.entries.lower_bound(addresses::query_path_start);
    if (query == publication.entries.end() || !addresses::is_query_path(query->first)) return out;
    // Those of WordPress itself, and of SEO plug-ins.
    for (const std::string_view name : {"wp-sitemap.xml", "sitemap_index.xml"}) {
        out.append(base_path).append(name).append(" ").append(base_path).append(
            "sitemap.xml 301\n");
    }
    for (const std::string_view end : {"amp/", "feed/", "trackback/"}) {
        const std::string whole = "/" + std::string(end);
        const bool is_taken = std::any_of(
            publication.entries.begin(), publication.entries.end(), [&](const auto& each) {
                return each.first.size() > whole.size() && each.first.ends_with(whole) &&
                       each.second.kind != model::EntryKind::redirect;
            });
        if (is_taken) continue;
        std::string folder(base_path);
        for (const std::string_view part : {":a/", ":b/", ":c/", ":d/"}) {
            folder += part;
            out.append(folder).append(end).append(" ").append(folder).append(" 301\n");
        }
    }
    return out;
}

// Addresses with a query. Netlify knows them; the exclamation mark is needed because there is a
// front page. Other hosts ignore these lines, and the reader answers.
std::string query_redirects(const model::Publication& publication, std::string_view base_path) {
    constexpr std::string_view start = addresses::query_path_start;
    std::string out;
    for (auto each = publication.entries.lower_bound(start);
         each != publication.entries.end() && each->first.starts_with(start); ++each) {
        const std::string field = each->first.substr(start.size());
        const std::string target = page::url_of(each->second.redirect, base_path);
        const auto add = [&](const std::string& query) {
            out.append(base_path).append(" ").append(query).append(" ").append(target);
            out += " 301!\n";
        };
        add(field);
        if (field.starts_with("p=")) add("page_id=" + field.substr(2));
    }
    return out;
}

}  // namespace

std::string redirects_file(const model::Publication& publication, std::string_view base_path) {
    std::string out;
    const auto add = [&](const std::string& from, const std::string& to) {
        out += from + " " + to + " 301\n";
    };
    for (const auto& [path, entry] : publication.entries) {
        if (entry.kind != model::EntryKind::redirect) continue;
        if (addresses::is_query_path(path)) continue;
        const std::string from = page::url_of(path, base_path);
        // "*" and ":name" are placeholders in _redirects, and "#" starts a comment.
        if (from.find_first_of("*?#") != std::string::npos ||
            from.find("/:") != std::string::npos) {
            continue;
        }
        add(from, page::url_of(entry.redirect, base_path));
    }
    // Hosts limit the number of rules and ignore the rest, so the general rules come last.
    const std::string base(base_path);
    std::vector<std::string> lists = {""};
    if (publication.site.feeds_of_lists) {
        lists.insert(lists.end(), {"category/:a/", "category/:a/:b/", "category/:a/:b/:c/",
                                   "tag/:a/", "author/:a/"});
    }
    for (const std::string& list : lists) {
        const bool taken = publication.entry("/feed/") != nullptr && list.empty();
        if (!taken) add(base + list + "feed/", base + list + "feed.xml");
    }
    return out + further_redirects(publication, base_path) +
           query_redirects(publication, base_path);
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
