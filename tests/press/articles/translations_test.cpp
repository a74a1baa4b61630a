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

}  // namespace

TEST_CASE("files with one name and several language suffixes are translations") {
    const std::vector<Article> articles = {article("", "posts/", "lake", "/lake/"),
                                           article("ar", "posts/", "lake", "/ar/lake/"),
                                           article("", "posts/", "alone", "/alone/"),
                                           article("fr", "news/", "lake", "/fr/news/lake/")};
    const Translations found = translations_of(articles, "de");
    CHECK(found.size() == 2);
    CHECK(found.at("/lake/") ==
          std::vector<model::Translation>{{"ar", "/ar/lake/"}, {"de", "/lake/"}});
    CHECK(found.at("/ar/lake/") == found.at("/lake/"));
}

TEST_CASE("files with one name in several language folders are translations") {
    const std::vector<Article> articles = {article("en", "en/posts/", "lake", "/en/posts/lake/"),
                                           article("zh-CN", "zh-CN/posts/", "lake", "/zh/lake/")};
    const Translations found = translations_of(articles, "");
    CHECK(found.at("/zh/lake/") ==
          std::vector<model::Translation>{{"en", "/en/posts/lake/"}, {"zh-CN", "/zh/lake/"}});
}

TEST_CASE("files in the same language are not translations of each other") {
    const std::vector<Article> articles = {article("fr", "it/", "lake", "/it/lake/"),
                                           article("fr", "", "lake", "/lake/")};
    CHECK(translations_of(articles, "en").empty());
    CHECK(translations_of({article("", "", "a", "/a/"), article("", "", "a", "/b/")}, "").empty());
}

}  // namespace broadsheet::press
