#include "press/publication/categories.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

Article in(std::vector<std::string> names, bool is_list = true) {
    Article article;
    article.fields.categories = {std::move(names), is_list};
    article.shown_path = "a.md";
    return article;
}

std::string text_of(const std::vector<CategoryPath>& categories) {
    std::string all;
    for (const CategoryPath& each : categories) {
        for (const std::string& name : each) all += name + ">";
        all += ' ';
    }
    return all;
}

}  // namespace

TEST_CASE("lists of categories are paths if most of them are") {
    const std::vector<Article> nested = {in({"Asia", "China", "Kunming"}), in({"Asia", "China"}),
                                         in({"Asia", "Japan"}), in({"Europe", "China"})};
    const CategoryNesting nesting(nested, std::nullopt);
    CHECK(nesting.is_nested());
    CHECK(text_of(nesting.categories_of(nested[0])) == "Asia>China>Kunming> ");
    CHECK(!nesting.find_exceptions(nested).empty());

    const std::vector<Article> flat = {in({"News", "Sport"}), in({"Sport", "News"}),
                                       in({"Culture", "News"})};
    const CategoryNesting separate(flat, std::nullopt);
    CHECK(!separate.is_nested());
    CHECK(text_of(separate.categories_of(flat[0])) == "News> Sport> ");
}

TEST_CASE("a setting decides, and a slash always separates levels") {
    const std::vector<Article> articles = {in({"A", "B"}), in({"A/B", "C"}, true)};
    CHECK(text_of(CategoryNesting(articles, true).categories_of(articles[0])) == "A>B> ");
    CHECK(text_of(CategoryNesting(articles, false).categories_of(articles[0])) == "A> B> ");
    CHECK(text_of(CategoryNesting(articles, false).categories_of(articles[1])) == "A>B> C> ");
}

TEST_CASE("the most frequent spelling is the name") {
    Spellings spellings;
    for (const char* name : {"water", "Water", "Water", "WATER"})
        spellings.add("/tag/water/", name);
    spellings.add("/tag/a/", "b");
    spellings.add("/tag/a/", "B");
    CHECK(spellings.name("/tag/water/") == "Water");
    CHECK(spellings.name("/tag/a/") == "B");
    spellings.decide("/tag/water/", "Waters");
    spellings.decide("/tag/unknown/", "X");
    CHECK(spellings.name("/tag/water/") == "Waters");
    CHECK(spellings.paths() == std::vector<model::Path>{"/tag/a/", "/tag/water/"});
}

TEST_CASE("paths of terms") {
    CHECK(category_path({"Asia", "New Town"}, 1) == "/category/asia/");
    CHECK(category_path({"Asia", "New Town"}, 2) == "/category/asia/new-town/");
    CHECK(tag_path("C#") == "/tag/c-sharp/");
    CHECK(author_path("Ines Okafor") == "/author/ines-okafor/");
}

}  // namespace broadsheet::press
