#include "press/articles/site_index.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

ContentFolder folder_of(std::initializer_list<const char*> files) {
    ContentFolder content;
    for (const char* file : files) content.files.push_back({file, file, FileRole::asset});
    return content;
}

std::string similar(const SiteIndex& index, const char* target) {
    return index.similar_asset(target).value_or("");
}

}  // namespace

TEST_CASE("a misspelt picture gets a similar name in any folder as a suggestion") {
    const ContentFolder content =
        folder_of({"pictures/harbour.svg", "a/lake.jpg", "b/lake.jpg", "photo-4.jpg", "x.png"});
    const SiteIndex index({}, content, "");
    CHECK(similar(index, "../pictures/harbor.svg") == "/pictures/harbour.svg");
    CHECK(similar(index, "Harbour.SVG?x#y") == "/pictures/harbour.svg");
    CHECK(similar(index, "lake.jpg") == "/a/lake.jpg");
    CHECK(similar(index, "lakes.jpg") == "/a/lake.jpg");
    CHECK(similar(index, "photo-3.jpg").empty());
    CHECK(similar(index, "y.png").empty());
    CHECK(similar(index, "").empty());
}

TEST_CASE("a misspelt article gets a similar or longer name as a suggestion") {
    std::vector<Article> articles(2);
    articles[0].file.path = "posts/2026-11-25-the-harbour-opens.md";
    articles[0].stem = "the-harbour-opens";
    articles[0].path = "/2026/11/25/the-harbour-opens/";
    articles[1].file.path = "b.md";
    articles[1].stem = "b";
    articles[1].path = "/b/";
    const SiteIndex index(articles, {}, "");
    CHECK(index.similar_article("the-harbor-opens.md") == "/2026/11/25/the-harbour-opens/");
    CHECK(index.similar_article("the-harbour.md#part") == "/2026/11/25/the-harbour-opens/");
    CHECK(!index.similar_article("c.md"));
    CHECK(!index.similar_article("something-else.md"));
}

TEST_CASE("the path of the content on the old site leads to the front page") {
    std::vector<Article> articles(4);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const std::string name = "name" + std::to_string(i);
        articles[i].file.path = name + ".md";
        articles[i].stem = name;
        articles[i].path = "/" + name + "/";
        articles[i].root_links = {"/blog/name0", "/blog/name1"};
    }
    const SiteIndex index(articles, {}, "");
    CHECK(index.find_link(articles[0], "/blog/name2") == "/name2/");
    CHECK(index.find_link(articles[0], "/blog") == "/");
    CHECK(index.find_link(articles[0], "/blog/") == "/");
    CHECK(!index.find_link(articles[0], "/blogs"));
}

}  // namespace broadsheet::press
