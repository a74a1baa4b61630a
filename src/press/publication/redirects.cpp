#include "press/publication/redirects.h"

#include <map>
#include <optional>
#include <utility>

#include "addresses/route.h"
#include "addresses/wordpress_address.h"
#include "press/articles/addresses.h"
#include "press/base/link_target.h"
#include "press/config/config_files.h"
#include "press/config/permalink.h"
#include "press/publication/own_files.h"

namespace broadsheet::press {

namespace {

std::string owner_of(const model::Path& path, const std::vector<Article>& articles) {
    for (const Article& article : articles) {
        if (article.path == path) return article.shown_path;
    }
    return path;
}

// True if the build writes a file there that is not an entry: "/feed.xml", "/search/".
bool is_own_file(const model::Publication& publication, const model::Path& path) {
    if (publication.entries.contains(path)) return false;
    // A redirect is a folder, which cannot have the name of a file either.
    const model::Path file = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
    return may_be_replaced(file) || is_generated(publication, file) ||
           is_generated(publication, path);
}

Diagnostic problem_at(const Article& article, const std::string& alias, Severity severity,
                      std::string what, std::string remedy) {
    Diagnostic problem = article.place_of(alias);
    problem.severity = severity;
    problem.what = std::move(what);
    problem.remedy = std::move(remedy);
    return problem;
}

void add_redirect(model::Publication& publication, const model::Path& from, const std::string& to) {
    model::Entry entry;
    entry.kind = model::EntryKind::redirect;
    entry.summary.path = from;
    entry.redirect = to;
    entry.dated = false;
    publication.entries.emplace(from, std::move(entry));
}

void make_alias_redirects(const std::vector<Article>& articles, model::Publication& publication,
                          Diagnostics& diagnostics) {
    std::map<model::Path, const Article*> owners;
    for (const Article& article : articles) {
        for (const std::string& alias : article.fields.aliases) {
            const auto path = clean_address(alias);
            if (!path || addresses::parse_route(*path, publication.site.taxonomies).kind ==
                             addresses::RouteKind::list) {
                diagnostics.push_back(
                    problem_at(article, alias, Severity::warning,
                               "the alias \"" + alias + "\" cannot be used for a redirect",
                               "use a path such as /old/name/"));
                continue;
            }
            if (*path == article.path) continue;
            if (is_own_file(publication, *path)) {
                diagnostics.push_back(problem_at(article, alias, Severity::error,
                                                 "the alias " + alias + " is a file of the site",
                                                 "remove it or choose another path"));
                continue;
            }
            const auto [owner, added] = owners.emplace(*path, &article);
            if (publication.entries.contains(*path) || !added) {
                if (!added && owner->second == &article) continue;
                const std::string other =
                    added ? owner_of(*path, articles) : owner->second->shown_path;
                diagnostics.push_back(
                    problem_at(article, alias, Severity::error,
                               "the alias " + *path + " is already used by " + other,
                               "remove it from one of the two files"));
                continue;
            }
            add_redirect(publication, *path, article.path);
        }
    }
}

// The path of an old address; nothing if it cannot be redirected.
std::optional<model::Path> path_of(const std::string& address,
                                   const model::Publication& publication) {
    if (addresses::is_query_path(address)) {
        model::Path path = addresses::wordpress_path(address);
        return addresses::is_query_path(path) ? std::optional(std::move(path)) : std::nullopt;
    }
    auto path = clean_address(address);
    const bool is_list = path && addresses::parse_route(*path, publication.site.taxonomies).kind ==
                                     addresses::RouteKind::list;
    return is_list ? std::nullopt : path;
}

void redirect_old_addresses(const std::vector<OldAddress>& old_addresses,
                            model::Publication& publication, Diagnostics& diagnostics) {
    for (const OldAddress& each : old_addresses) {
        const auto report = [&](Severity severity, std::string what, std::string remedy) {
            Diagnostic problem;
            problem.severity = severity;
            problem.path = redirects_name;
            problem.position = each.position;
            problem.source_line = each.source_line;
            problem.what = std::move(what);
            problem.remedy = std::move(remedy);
            diagnostics.push_back(std::move(problem));
        };
        const auto path = path_of(each.from, publication);
        const bool is_path = each.to.starts_with('/') && !each.to.starts_with("//");
        if (!path) {
            report(Severity::warning, "\"" + each.from + "\" cannot be redirected",
                   "use a path such as /old/name/, or /?p=12, /?cat=3, /?category_name=x or "
                   "/?author=4");
        } else if (!model::is_safe_target(each.to) || (!is_path && !is_absolute_url(each.to))) {
            report(Severity::error,
                   "\"" + each.to + "\" is not an address that a page may redirect to",
                   "use a path of this site or an https: URL");
        } else if (publication.entries.contains(*path) || is_own_file(publication, *path)) {
            report(Severity::warning, "the site has a page or redirect at " + *path + " already",
                   "remove this line");
        } else {
            add_redirect(publication, *path, each.to);
        }
    }
}

}  // namespace

void make_redirects(const std::vector<Article>& articles,
                    const std::vector<OldAddress>& old_addresses, model::Publication& publication,
                    Diagnostics& diagnostics) {
    make_alias_redirects(articles, publication, diagnostics);
    redirect_old_addresses(old_addresses, publication, diagnostics);
}

}  // namespace broadsheet::press
