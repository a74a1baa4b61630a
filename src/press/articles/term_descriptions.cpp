#include "press/articles/term_descriptions.h"

#include <array>
#include <utility>

#include "addresses/slug.h"
#include "press/config/language_editions.h"
#include "press/config/taxonomies.h"

namespace broadsheet::press {

std::optional<model::Path> path_of_term(const SourceArticle& article, const SiteConfig& config) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> folders = {
        {{"categories/", "/category/"},
         {"category/", "/category/"},
         {"tags/", "/tag/"},
         {"tag/", "/tag/"},
         {"authors/", "/author/"},
         {"author/", "/author/"}}};
    const bool of_edition =
        article.language.empty() || edition_of(config.editions, article.language) == config.edition;
    if (article.file.role != FileRole::section || !of_edition) return std::nullopt;
    for (const auto& [folder, list] : folders) {
        if (!article.folder.starts_with(folder)) continue;
        std::string_view rest = std::string_view(article.folder).substr(folder.size());
        model::Path path(list);
        // Only categories can be nested.
        if (!rest.empty() && list != "/category/") return std::nullopt;
        for (; !rest.empty(); rest.remove_prefix(rest.find('/') + 1)) {
            path += addresses::term_slug(rest.substr(0, rest.find('/'))) + "/";
        }
        return path + addresses::term_slug(article.stem) + "/";
    }
    for (const std::string& field : config.taxonomies) {
        if (lower_ascii(article.folder) == lower_ascii(field) + "/") {
            return term_path(field, article.stem);
        }
    }
    return std::nullopt;
}

TermDescription term_description_of(const Article& article) {
    TermDescription result;
    result.title = article.fields.title;
    result.description =
        article.description.empty() ? article.summary.excerpt : article.description;
    return result;
}

}  // namespace broadsheet::press
