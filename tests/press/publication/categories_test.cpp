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
    CHECK(nesting.is_nested("asia"));
    CHECK(text_of(nesting.categories_of(nested[0])) == "Asia>China>Kunming> ");
    CHECK(!nesting.find_exceptions(nested, disk_input()).empty());

    const std::vector<Article> flat = {in({"News", "Sport"}), in({"Sport", "News"}),
                                       in({"Culture", "News"})};
    const CategoryNesting separate(flat, std::nullopt);
    CHECK(!separate.is_nested("news"));
    CHECK(text_of(separate.categories_of(flat[0])) == "News> Sport> ");
}

TEST_CASE("one more article changes no category of the others") {
    const std::vector<Article> before = {in({"Asia", "Linhai", "Dianmen"}), in({"Asia", "Linhai"}),
                                         in({"Asia", "Tokyo"}), in({"Europe", "Porto"}),
                                         in({"Sport", "Local"})};
    struct Case {
        std::vector<std::string> added;
        const char* read_as;
        bool is_list = true;
    };
    const std::vector<Case> cases = {
        {{"Culture", "Local"}, "Culture>Local> "}, {{"Local"}, "Local> "},
        {{"Local", "Sport"}, "Local> Sport> "},    {{"Sport", "Europe"}, "Sport> Europe> "},
        {{"Tokyo", "Asia"}, "Tokyo> Asia> "},      {{"Porto"}, "Porto> "},
        {{"Asia", "Dianmen"}, "Asia>Dianmen> "},   {{"Local"}, "Local> ", false}};
    for (const Case& each : cases) {
        std::vector<Article> articles = before;
        articles.push_back(in(each.added, each.is_list));
        articles.back().shown_path = "z.md";
        CAPTURE(each.read_as);
        const CategoryNesting nesting(articles, std::nullopt);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const auto& names = before[i].fields.categories.names;
            CHECK(nesting.categories_of(articles[i]) == std::vector<CategoryPath>{names});
        }
        CHECK(text_of(nesting.categories_of(articles.back())) == each.read_as);
        const Diagnostics exceptions = nesting.find_exceptions(articles, disk_input());
        REQUIRE(!exceptions.empty());
        for (const Diagnostic& exception : exceptions) CHECK(exception.path == "z.md");
    }
}

TEST_CASE("nesting is decided for each top category") {
    std::vector<Article> articles;
    for (int i = 0; i < 4; ++i) {
        articles.push_back(in({"Asia", "China"}));
        articles.push_back(in({"News", "Sport"}));
        articles.push_back(in({"Sport", "News"}));
        articles.push_back(in({"Sport", "Culture"}));
        articles.push_back(in({"Culture", "News"}));
    }
    const CategoryNesting nesting(articles, std::nullopt);
    CHECK(text_of(nesting.categories_of(articles[0])) == "Asia>China> ");
    CHECK(text_of(nesting.categories_of(articles[1])) == "News> Sport> ");
    CHECK(text_of(nesting.categories_of(articles[4])) == "Culture> News> ");
    CHECK(nesting.find_exceptions(articles, disk_input()).empty());
}

TEST_CASE("a setting decides, and a slash always separates levels") {
    const std::vector<Article> articles = {in({"A", "B"}), in({"A/B", "C"}, true)};
    CHECK(text_of(CategoryNesting(articles, true).categories_of(articles[0])) == "A>B> ");
    CHECK(text_of(CategoryNesting(articles, false).categories_of(articles[0])) == "A> B> ");
    CHECK(text_of(CategoryNesting(articles, false).categories_of(articles[1])) == "A>B> C> ");
}

TEST_CASE("category-slash: two slashes are one of the name, and a lone path is a warning") {
    std::vector<Article> articles = {in({"TCP//IP"}, false), in({"Asia", "AC // DC"})};
    CHECK(text_of(CategoryNesting(articles, std::nullopt).categories_of(articles[0])) ==
          "TCP/IP> ");
    CHECK(text_of(CategoryNesting(articles, true).categories_of(articles[1])) == "Asia>AC / DC> ");
    CHECK(category_path({"TCP/IP"}, 1) == "/category/tcp-ip/");

    const auto warnings_of = [](std::vector<Article> some, std::optional<bool> setting) {
        for (Article& each : some)
            each.text = "categories: [" + each.fields.categories.names[0] + "]";
        return CategoryNesting(some, setting).find_lone_paths(some, disk_input());
    };
    const Diagnostics lone = warnings_of({in({"TCP/IP"}), in({"TCP/IP"}), in({"Sport"})}, {});
    REQUIRE(lone.size() == 1);
    CHECK(lone[0].position.line == 1);
    CHECK(lone[0].what ==
          "the category \"TCP/IP\" is read as \"IP\" within \"TCP\", which no other article uses");
    CHECK(lone[0].remedy.find("\"TCP//IP\"") != std::string::npos);
    CHECK(warnings_of({in({"Asia/China"}), in({"Asia"})}, {}).empty());
    CHECK(warnings_of({in({"Asia/China"}), in({"Asia/Japan"})}, {}).empty());
    CHECK(warnings_of({in({"TCP//IP"})}, {}).empty());
    CHECK(warnings_of({in({"TCP/IP"})}, false).empty());
}

TEST_CASE("category-too-deep: a path of thousands of levels ends after twenty") {
    std::string name;
    for (int i = 0; i < 50'000; ++i) name += "a/";
    const std::vector<Article> articles = {in({name})};
    const auto categories = CategoryNesting(articles, std::nullopt).categories_of(articles[0]);
    REQUIRE(categories.size() == 1);
    CHECK(categories[0].size() == 20);
}

TEST_CASE("deep-categories: what ends after twenty levels is said") {
    std::string path = "a";
    for (int i = 0; i < 20; ++i) path += "/b" + std::to_string(i);
    const std::vector<Article> articles = {in({path}), in({"News/Rome"})};
    const CategoryNesting nesting(articles, std::nullopt);
    const Diagnostics found = nesting.find_too_deep(articles, disk_input());
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "a.md");
    CHECK(found[0].what ==
          "this category is below more than 20 others, so the article is in the twentieth of them");
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
