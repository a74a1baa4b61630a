#include "press/publication/list_translations.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

Article in(std::vector<std::string> categories, std::vector<std::string> tags,
           std::vector<std::string> authors) {
    Article article;
    article.fields.categories = {std::move(categories), true};
    article.fields.tags = std::move(tags);
    article.fields.authors = std::move(authors);
    return article;
}

model::Publication publication_with(
    const std::vector<std::pair<model::ListKind, model::Path>>& lists) {
    model::Publication publication;
    publication.site.editions = {
        {"en", "English", "/"}, {"de", "Deutsch", "/../de/"}, {"es", "Español", "/../es/"}};
    for (const auto& [kind, path] : lists) {
        publication.lists[path].kind = kind;
        publication.lists[path].path = path;
    }
    return publication;
}

std::string translations_at(const model::Publication& publication, const model::Path& path) {
    std::string all;
    for (const model::Translation& each : publication.lists.at(path).translations) {
        all += each.language + " " + each.path + "; ";
    }
    return all;
}

}  // namespace

TEST_CASE("lists of the same name in several editions lead to each other") {
    using model::ListKind;
    model::Publication publication =
        publication_with({{ListKind::front, "/"},
                          {ListKind::category, "/category/asia/"},
                          {ListKind::category, "/category/asia/china/"},
                          {ListKind::tag, "/tag/cafe/"},
                          {ListKind::tag, "/tag/only-here/"},
                          {ListKind::author, "/author/ann/"},
                          {ListKind::month, "/2025/02/"}});
    SiteConfig config;
    config.authors = {{"ann", "Ann Lee", {}, {}, {}}};
    const Article german = in({"Asia", "China"}, {"Café"}, {"Ann Lee"});
    const Article spanish = in({"Asia"}, {"Café"}, {});
    Article page = in({}, {"only here"}, {});
    page.kind = model::EntryKind::page;
    add_list_translations(publication, 0, Generator::plain,
                          {{1, &config, {&german, &german}}, {2, &config, {&spanish, &page}}});
    CHECK(translations_at(publication, "/").empty());
    CHECK(translations_at(publication, "/category/asia/") ==
          "en /category/asia/; de /../de/category/asia/; es /../es/category/asia/; ");
    CHECK(translations_at(publication, "/category/asia/china/") ==
          "en /category/asia/china/; de /../de/category/asia/china/; ");
    CHECK(translations_at(publication, "/tag/cafe/") ==
          "en /tag/cafe/; de /../de/tag/cafe/; es /../es/tag/cafe/; ");
    CHECK(translations_at(publication, "/tag/only-here/").empty());
    CHECK(translations_at(publication, "/author/ann/") ==
          "en /author/ann/; de /../de/author/ann/; ");
    CHECK(translations_at(publication, "/2025/02/").empty());
}

TEST_CASE("edition-overviews: pages that name all terms lead only to those that others have") {
    model::Publication publication = publication_with({});
    publication.site.taxonomies = {{"Series", "/series/"}};
    for (const char* path : {"/archive/", "/tags/", "/categories/", "/series/"}) {
        publication.entries[path].summary.path = path;
    }
    SiteConfig config;
    config.taxonomies = {"series"};
    Article german = in({}, {"Café"}, {});
    german.dated = true;
    Article spanish = in({"Asia"}, {}, {});
    spanish.fields.terms = {{"series", {"Rivers"}}};
    add_list_translations(publication, 0, Generator::plain,
                          {{1, &config, {&german}}, {2, &config, {&spanish}}});
    const auto languages_at = [&](const model::Path& path) {
        std::string all;
        for (const auto& each : publication.entries.at(path).translations) all += each.language;
        return all;
    };
    CHECK(languages_at("/archive/") == "ende");
    CHECK(languages_at("/tags/") == "ende");
    CHECK(languages_at("/categories/") == "enes");
    CHECK(languages_at("/series/") == "enes");
}

}  // namespace broadsheet::press
