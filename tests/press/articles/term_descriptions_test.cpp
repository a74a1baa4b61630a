#include "press/articles/term_descriptions.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

TEST_CASE("files that describe terms") {
    SiteConfig config;
    config.taxonomies = {"series"};
    const auto path = [&](const std::string& folder, const std::string& stem) {
        Article article;
        article.file.role = FileRole::section;
        article.folder = folder;
        article.stem = stem;
        return path_of_term(article, config).value_or("none");
    };
    CHECK(path("categories/Asia/", "China") == "/category/asia/china/");
    CHECK(path("tags/", "C++") == "/tag/c-plus-plus/");
    CHECK(path("tags/a/", "b") == "none");
    CHECK(path("authors/", "ines-okafor") == "/author/ines-okafor/");
    CHECK(path("Series/", "Rivers") == "/series/rivers/");
    CHECK(path("posts/", "x") == "none");
    Article translation;
    translation.file.role = FileRole::section;
    translation.folder = "tags/";
    translation.stem = "x";
    translation.language = "de";
    CHECK(!path_of_term(translation, config));
    translation.language.clear();
    translation.file.role = FileRole::text;
    CHECK(!path_of_term(translation, config));
}

}  // namespace broadsheet::press
