// What a ContentLoader says about a site besides the problems of single texts.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/base/append_diagnostics.h"
#include "press/load/check.h"
#include "press/load/configured_targets.h"
#include "press/load/content_loader.h"
#include "press/load/withheld_articles.h"
#include "strings/ascii.h"

namespace broadsheet::press {

void ContentLoader::tell_of_withheld(const WithheldArticles& withheld) {
    const bool has_articles = std::any_of(
        articles_.begin(), articles_.end(),
        [](const Article& article) { return article.kind == model::EntryKind::article; });
    const bool is_only_edition = elsewhere_.empty() && content_.config.edition == 0;
    std::optional<Diagnostic> reason;
    if (!has_articles && is_only_edition) {
        reason = withheld.describe_all();
        if (!reason && articles_.empty() && withheld.is_empty()) reason = describe_empty_folder();
    }
    if (!reason && !options_.check) reason = withheld.describe_future();
    const bool is_empty_edition =
        content_.config.edition > 0 && articles_.empty() && withheld.is_empty();
    if (is_empty_edition) reason = describe_empty_edition();
    if (reason) common_.push_back(*std::move(reason));
}

// The menu of languages leads to its front page, which is empty.
Diagnostic ContentLoader::describe_empty_edition() const {
    const LanguageEdition& edition = content_.config.editions[content_.config.edition];
    Diagnostic result;
    result.severity = Severity::warning;
    result.path = content_.generator == Generator::plain
                      ? "site.toml"
                      : (content_.root.empty() ? options_.content : content_.root).generic_string();
    result.what = "the edition " + strings::in_quotes(edition.code) + " has no article and no page";
    result.remedy = "write them in the folder " + edition.folder + ", name them NAME." +
                    edition.code + ".md, or put lang: " + edition.code + " in their front matter";
    return result;
}

// Nothing if an error says already why there is no article.
std::optional<Diagnostic> ContentLoader::describe_empty_folder() const {
    if (count_of(common_, Severity::error) > 0) return std::nullopt;
    Diagnostic result;
    result.severity = Severity::warning;
    result.path = (content_.root.empty() ? options_.content : content_.root).generic_string();
    const bool has_texts =
        std::any_of(content_.files.begin(), content_.files.end(),
                    [](const auto& each) { return each.role == FileRole::text; });
    result.what = has_texts ? "none of the texts in this folder is an article or a page"
                            : "there is no Markdown file in this folder, so there is no article";
    result.remedy =
        "write one with `broadsheet new article TITLE`, or pass another folder with "
        "--content";
    return result;
}

void ContentLoader::check_loaded(const LoadedSite& site) {
    const auto links = configured_links(content_, options_.content, *index_);
    if (links.empty() && !options_.check) return;
    std::set<model::Path> elsewhere;
    for (const KnownArticle& each : elsewhere_) elsewhere.insert(each.article.path);
    std::vector<model::Path> editions;
    for (const auto& each : site.publication.site.editions) editions.push_back(each.path);
    const CheckedSite checked{articles_,
                              site.publication,
                              site.assets,
                              options_.filter,
                              content_.config.check.ignored_prefixes,
                              content_.config.authors,
                              elsewhere,
                              editions,
                              links};
    append(last_problems_, options_.check ? check_site(checked) : check_configuration(checked));
}

Diagnostics ContentLoader::diagnostics() const {
    Diagnostics all = common_;
    append(all, last_problems_);
    for (const Article& article : articles_) append(all, article.diagnostics);
    for (const KnownArticle& each : descriptions_) append(all, each.article.diagnostics);
    // Several articles may have the same problem in a file that they share; it is reported once.
    sort_diagnostics(all);
    return all;
}

}  // namespace broadsheet::press
