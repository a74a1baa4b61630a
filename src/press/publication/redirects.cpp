#include "press/publication/redirects.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "addresses/paths.h"
#include "addresses/route.h"
#include "addresses/wordpress_address.h"
#include "press/articles/addresses.h"
#include "press/base/link_target.h"
#include "press/config/config_files.h"
#include "press/config/permalink.h"
#include "press/publication/own_files.h"
#include "strings/letters.h"

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
    if (path == addresses::offline_path || file + ".html" == addresses::not_found_path) return true;
    return may_be_replaced(file) || is_generated(publication, file) ||
           is_generated(publication, path);
}

// True for the addresses of lists. One that only capital letters tell from a list counts if there
// is that list, because some hosts and file systems do not distinguish them.
bool is_list_address(const model::Publication& publication, const model::Path& path) {
    const auto route_of = [&](const model::Path& one) {
        return addresses::parse_route(one, publication.site.taxonomies);
    };
    if (route_of(path).kind == addresses::RouteKind::list) return true;
    const addresses::Route lower = route_of(strings::lower_letters(path));
    return lower.kind == addresses::RouteKind::list && publication.list(lower.path) != nullptr;
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

// The paths of entries in lower case, because some hosts and file systems do not distinguish
// capital letters.
std::map<std::string, model::Path> lower_paths(const model::Publication& publication) {
    std::map<std::string, model::Path> paths;
    for (const auto& [path, entry] : publication.entries) {
        paths.emplace(strings::lower_letters(path), path);
    }
    return paths;
}

class AliasRedirects {
  public:
    AliasRedirects(const std::vector<Article>& articles, const SiteConfig& config,
                   const std::vector<Asset>& assets, const std::set<model::Path>& overviews,
                   model::Publication& publication, Diagnostics& diagnostics)
        : articles_(articles),
          config_(config),
          assets_(assets),
          overviews_(overviews),
          publication_(publication),
          diagnostics_(diagnostics) {}

    void make() {
        const bool has_any = std::any_of(articles_.begin(), articles_.end(), [](const auto& each) {
            return !each.fields.aliases.empty();
        });
        if (!has_any) return;
        taken_ = lower_paths(publication_);
        for (const Asset& asset : assets_) asset_paths_.insert(strings::lower_letters(asset.path));
        for (const Article& article : articles_) {
            for (const std::string& alias : article.fields.aliases) make(article, alias);
        }
    }

  private:
    void make(const Article& article, const std::string& alias) {
        const auto report = [&](Severity severity, std::string what, std::string remedy) {
            diagnostics_.push_back(
                problem_at(article, alias, severity, std::move(what), std::move(remedy)));
        };
        const auto path = clean_address(absolute_alias(alias, article, config_));
        if (!path || is_list_address(publication_, *path)) {
            return report(Severity::warning,
                          "the alias \"" + alias + "\" cannot be used for a redirect",
                          "use a path such as /old/name/");
        }
        if (*path == article.path) return;
        if (is_too_long(*path)) {
            return report(Severity::warning,
                          "the alias is too long for a file name, so it gets no redirect",
                          "remove it, or shorten it");
        }
        // A redirect is a folder, which cannot have the name of a file.
        const model::Path lower = strings::lower_letters(*path);
        const bool is_asset =
            asset_paths_.contains(lower.substr(0, lower.size() - (lower.ends_with('/') ? 1 : 0)));
        if (is_asset || is_own_file(publication_, *path) || is_own_file(publication_, lower)) {
            return report(Severity::error, "the alias " + alias + " is a file of the site",
                          "remove it or choose another path");
        }
        if (overviews_.contains(lower)) {
            return report(Severity::warning,
                          "the site has a page of its own at " + lower + ", so the alias " + alias +
                              " gets no redirect",
                          "remove it, or make " + lower + " the url of a page with a text");
        }
        const auto [taken, added] = taken_.emplace(lower, *path);
        if (added) {
            owners_.emplace(*path, &article);
            return add_redirect(publication_, *path, article.path);
        }
        const model::Path& other = taken->second;
        const auto owner = owners_.find(other);
        if (other == *path && owner != owners_.end() && owner->second == &article) return;
        const bool is_own =
            other == article.path || (owner != owners_.end() && owner->second == &article);
        const std::string name =
            owner == owners_.end() ? owner_of(other, articles_) : owner->second->shown_path;
        if (other == *path) {
            report(Severity::error, "the alias " + *path + " is already used by " + name,
                   "remove it from one of the two files");
        } else if (is_own) {
            report(Severity::warning,
                   "the alias " + *path + " differs only by capital letters from " + other +
                       ", so it gets no redirect",
                   "remove it, or make it the url of the article");
        } else {
            report(Severity::error,
                   "the alias " + *path + " differs only by capital letters from " + other +
                       " of " + name,
                   "remove it from one of the two files");
        }
    }

    const std::vector<Article>& articles_;
    const SiteConfig& config_;
    const std::vector<Asset>& assets_;
    const std::set<model::Path>& overviews_;
    model::Publication& publication_;
    Diagnostics& diagnostics_;
    std::set<model::Path> asset_paths_;             // in lower case
    std::map<std::string, model::Path> taken_;      // by path in lower case
    std::map<model::Path, const Article*> owners_;  // of redirects
};

// The path of an old address; nothing if it cannot be redirected.
std::optional<model::Path> path_of(const std::string& address,
                                   const model::Publication& publication) {
    if (addresses::is_query_path(address)) {
        model::Path path = addresses::wordpress_path(address);
        return addresses::is_query_path(path) ? std::optional(std::move(path)) : std::nullopt;
    }
    auto path = clean_address(address);
    return path && is_list_address(publication, *path) ? std::nullopt : path;
}

void redirect_old_addresses(const std::vector<OldAddress>& old_addresses,
                            model::Publication& publication, Diagnostics& diagnostics) {
    std::map<std::string, model::Path> taken;
    if (!old_addresses.empty()) taken = lower_paths(publication);
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
            continue;
        }
        if (!model::is_safe_target(each.to) || (!is_path && !is_absolute_url(each.to))) {
            report(Severity::error,
                   "\"" + each.to + "\" is not an address that a page may redirect to",
                   "use a path of this site or an https: URL");
            continue;
        }
        if (is_too_long(*path)) {
            report(Severity::warning,
                   "the old address is too long for a file name, so it gets no redirect",
                   "remove this line");
            continue;
        }
        const model::Path lower = strings::lower_letters(*path);
        const auto [other, is_new] = taken.emplace(lower, *path);
        const model::Entry* there = is_new ? nullptr : publication.entry(other->second);
        const bool is_same = there != nullptr && there->kind == model::EntryKind::redirect &&
                             there->redirect == each.to && other->second != *path;
        if ((!is_new && !is_same) || is_own_file(publication, *path) ||
            is_own_file(publication, lower)) {
            report(Severity::warning,
                   "the site has a page or redirect at " + (is_new ? lower : other->second) +
                       " already",
                   "remove this line");
        } else {
            add_redirect(publication, *path, each.to);
        }
    }
}

}  // namespace

void redirect_if_free(model::Publication& publication, const model::Path& from,
                      const std::string& to) {
    const bool is_free = !is_too_long(from) && !publication.entries.contains(from) &&
                         !is_list_address(publication, from) && !is_own_file(publication, from);
    if (is_free) add_redirect(publication, from, to);
}

void make_redirects(const std::vector<Article>& articles,
                    const std::vector<OldAddress>& old_addresses, const SiteConfig& config,
                    const std::vector<Asset>& assets, const std::set<model::Path>& overviews,
                    model::Publication& publication, Diagnostics& diagnostics) {
    AliasRedirects(articles, config, assets, overviews, publication, diagnostics).make();
    redirect_old_addresses(old_addresses, publication, diagnostics);
}

void redirect_old_folder(const std::string& folder, model::Publication& publication) {
    if (folder.empty()) return;
    std::vector<std::pair<model::Path, std::string>> redirects;
    redirects.reserve(publication.entries.size() + 1);
    redirects.emplace_back("/" + folder, "/");
    for (const auto& [path, entry] : publication.entries) {
        if (path == addresses::not_found_path || path == addresses::offline_path) continue;
        const bool leads_on = entry.kind == model::EntryKind::redirect;
        redirects.emplace_back("/" + folder + path.substr(1), leads_on ? entry.redirect : path);
    }
    for (const auto& [from, to] : redirects) {
        if (!publication.entries.contains(from)) add_redirect(publication, from, to);
    }
}

}  // namespace broadsheet::press
