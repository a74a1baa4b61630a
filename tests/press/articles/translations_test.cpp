#include "press/articles/translations.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

Article article(std::string language, std::string folder, std::string stem, std::string path) {
    Article result;
    result.language = std::move(language);
    result.folder = std::move(folder);
    result.stem = std::move(stem);
    result.path = std::move(path);
    return result;
}

Translations found_in(const std::vector<Article>& articles, const std::string& language) {
    std::vector<const Article*> all;
    all.reserve(articles.size());
    for (const Article& each : articles) all.push_back(&each);
    return translations_of(all, language);
}

}  // namespace

TEST_CASE("files with one name and several language suffixes are translations") {
    const std::vector<Article> all = {article("", "posts/", "lake", "/lake/"),
                                      article("ar", "posts/", "lake", "/ar/lake/"),
                                      article("", "posts/", "alone", "/alone/"),
                                      article("fr", "news/", "lake", "/fr/news/lake/")};
    const Translations found = found_in(all, "de");
    CHECK(found.size() == 2);
    CHECK(found.at("/lake/") ==
          std::vector<model::Translation>{{"ar", "/ar/lake/"}, {"de", "/lake/"}});
    CHECK(found.at("/ar/lake/") == found.at("/lake/"));
}

TEST_CASE("files with one name in several language folders are translations") {
    const std::vector<Article> all = {article("en", "en/posts/", "lake", "/en/posts/lake/"),
                                      article("zh-CN", "zh-CN/posts/", "lake", "/zh/lake/")};
    const Translations found = found_in(all, "");
    CHECK(found.at("/zh/lake/") ==
          std::vector<model::Translation>{{"en", "/en/posts/lake/"}, {"zh-CN", "/zh/lake/"}});
}

TEST_CASE("files in the same language are not translations of each other") {
    const std::vector<Article> all = {article("fr", "it/", "lake", "/it/lake/"),
                                      article("fr", "", "lake", "/lake/")};
    CHECK(found_in(all, "en").empty());
    CHECK(found_in({article("", "", "a", "/a/"), article("", "", "a", "/b/")}, "").empty());
}

TEST_CASE("articles with one translation key are translations") {
    std::vector<Article> all = {article("", "", "lake", "/lake/"),
                                article("de", "", "see", "/../de/see/")};
    CHECK(found_in(all, "en").empty());
    for (Article& each : all) each.fields.translation_key = "water";
    CHECK(found_in(all, "en").at("/lake/") ==
          std::vector<model::Translation>{{"de", "/../de/see/"}, {"en", "/lake/"}});
}

}  // namespace broadsheet::press
