#include "press/publication/redirects.h"

#include <map>
#include <utility>

#include "addresses/route.h"
#include "press/articles/addresses.h"
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

}  // namespace

void make_redirects(const std::vector<Article>& articles, model::Publication& publication,
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
            model::Entry entry;
            entry.kind = model::EntryKind::redirect;
            entry.summary.path = *path;
            entry.redirect = article.path;
            entry.dated = false;
            publication.entries.emplace(*path, std::move(entry));
        }
    }
}

}  // namespace broadsheet::press
