#include "press/publication/list_translations.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "addresses/overviews.h"
#include "press/config/taxonomies.h"
#include "press/publication/site_terms.h"

namespace broadsheet::press {

namespace {

// The paths of an edition's lists and of the pages that name them, below its own front page.
std::set<model::Path> lists_of(const OtherEdition& other, Generator generator) {
    std::vector<Article> outlines;  // what names terms, and decides how categories are nested
    for (const Article* article : other.articles) {
        if (article->kind != model::EntryKind::article) continue;
        Article& outline = outlines.emplace_back();
        outline.dated = article->dated;
        outline.date = article->date;
        outline.shown_path = article->shown_path;
        outline.fields.tags = article->fields.tags;
        outline.fields.terms = article->fields.terms;
        outline.fields.authors = article->fields.authors;
        outline.fields.categories = article->fields.categories;
    }
    std::set<model::Path> paths;
    const CategoryNesting nesting(outlines, nesting_setting(generator, *other.config));
    for (const Article& outline : outlines) {
        const std::vector<CategoryPath> categories = nesting.categories_of(outline);
        for_each_term(outline.fields, categories, *other.config,
                      [&](const model::Path& path, const std::string&) { paths.insert(path); });
        for (const TermField& field : outline.fields.terms) {
            if (!field.names.empty()) paths.insert(taxonomy_path(field.taxonomy));
        }
        if (!categories.empty()) paths.insert(model::Path(addresses::categories_path));
        if (!outline.fields.tags.empty()) paths.insert(model::Path(addresses::tags_path));
        if (outline.dated) paths.insert(model::Path(addresses::archive_path));
    }
    return paths;
}

}  // namespace

void add_list_translations(model::Publication& publication, std::size_t own_edition,
                           Generator generator, const std::vector<OtherEdition>& others) {
    const std::vector<model::EditionLink>& editions = publication.site.editions;
    std::vector<std::pair<std::size_t, std::set<model::Path>>> lists;
    lists.reserve(others.size());
    for (const OtherEdition& each : others) {
        if (each.edition < editions.size()) {
            lists.emplace_back(each.edition, lists_of(each, generator));
        }
    }
    const auto translations_at = [&](const model::Path& path) {
        std::vector<model::Translation> translations;
        std::set<std::size_t> found;
        for (const auto& [edition, paths] : lists) {
            if (paths.contains(path)) found.insert(edition);
        }
        if (found.empty()) return translations;
        found.insert(own_edition);
        for (const std::size_t edition : found) {
            translations.push_back(
                {editions[edition].language, editions[edition].path + path.substr(1)});
        }
        return translations;
    };
    // The reader makes the lists of periods itself, without translations.
    for (auto& [path, list] : publication.lists) {
        if (list.kind == model::ListKind::front || model::is_calendar(list.kind)) continue;
        list.translations = translations_at(path);
    }
    const auto add_to_page = [&](const model::Path& path) {
        const auto page = publication.entries.find(path);
        if (page == publication.entries.end() || !page->second.translations.empty()) return;
        page->second.translations = translations_at(path);
    };
    for (const std::string_view path :
         {addresses::archive_path, addresses::categories_path, addresses::tags_path}) {
        add_to_page(model::Path(path));
    }
    for (const model::TermReference& taxonomy : publication.site.taxonomies) {
        add_to_page(taxonomy.path);
    }
}

}  // namespace broadsheet::press
