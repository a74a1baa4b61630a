#include "metadata/page_head.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "sample_publication.h"
#include "views/view.h"

namespace broadsheet::metadata {

namespace {

const std::string newest = "/2026/11/12/story-12/";

page::Head head_of(model::Publication publication, const std::string& path,
                   bool feeds_of_lists = true) {
    publication.site.feeds_of_lists = feeds_of_lists;
    publication.site.logo = "/assets/icon.png";
    const addresses::Route route = addresses::parse_route(path);
    return page_head(publication, route, views::view(publication, route, {}));
}

std::string property(const page::Head& head, const std::string& name) {
    std::string all;
    for (const auto& [each, content] : head.properties) {
        if (each == name) all += (all.empty() ? "" : "|") + content;
    }
    return all;
}

std::string links(const page::Head& head, const std::string& relation, const std::string& type) {
    std::string all;
    for (const page::HeadLink& link : head.links) {
        if (link.relation != relation || link.type != type) continue;
        all += (all.empty() ? "" : " ") + link.target;
        if (!link.language.empty()) all += "=" + link.language;
    }
    return all;
}

}  // namespace

TEST_CASE("an article has a link preview") {
    const page::Head head = head_of(tests::sample_publication(), newest);
    CHECK(property(head, "og:type") == "article");
    CHECK(property(head, "og:title") == "Story number 12");
    CHECK(property(head, "og:url") == "https://meridian.example/2026/11/12/story-12/");
    CHECK(property(head, "og:image") == "https://meridian.example/pictures/lake.jpg");
    CHECK(property(head, "og:image:alt") == "A lake");
    CHECK(property(head, "og:image:width") == "1200");
    CHECK(property(head, "article:published_time") == "2026-11-12T06:30:00+08:00");
    CHECK(property(head, "article:author") == "https://meridian.example/author/ines-okafor/");
    CHECK(property(head, "article:section") == "Linhai");
    CHECK(property(head, "twitter:card") == "summary_large_image");
    CHECK(property(head_of(tests::sample_publication(), "/2026/11/11/story-11/"), "twitter:card") ==
          "summary");
}

TEST_CASE("other pages have link previews of their kind") {
    model::Publication publication = tests::sample_publication();
    publication.site.language = "pt-br";
    const page::Head front = head_of(publication, "/");
    CHECK(property(front, "og:type") == "website");
    CHECK(property(front, "og:locale") == "pt_BR");
    CHECK(property(front, "article:published_time").empty());
    CHECK(property(head_of(publication, "/author/ines-okafor/"), "og:type") == "profile");
    CHECK(property(head_of(publication, "/search/"), "og:type").empty());
    CHECK(property(head_of(publication, "/nowhere/"), "og:type").empty());
}

TEST_CASE("the structured data of an article follows Google's documentation") {
    model::Publication publication = tests::sample_publication();
    model::Entry& entry = publication.entries.at(newest);
    entry.summary.title = "</script><script>alert(1)</script><!--";
    entry.modified = model::Date{{2026, 11, 20}, 1, 2, 3, 0};
    const page::Head head = head_of(publication, newest);
    CHECK(head.structured_data.find('<') == std::string::npos);
    const auto data = nlohmann::json::parse(head.structured_data);
    REQUIRE(data.size() == 2);
    const auto& article = data[0];
    CHECK(article["@context"] == "https://schema.org");
    CHECK(article["@type"] == "NewsArticle");
    CHECK(article["headline"] == entry.summary.title);
    CHECK(article["image"] == nlohmann::json{"https://meridian.example/pictures/lake.jpg"});
    CHECK(article["datePublished"] == "2026-11-12T06:30:00+08:00");
    CHECK(article["dateModified"] == "2026-11-20T01:02:03Z");
    CHECK(article["author"][0]["@type"] == "Person");
    CHECK(article["author"][0]["url"] == "https://meridian.example/author/ines-okafor/");
    CHECK(article["publisher"]["logo"]["url"] == "https://meridian.example/assets/icon.png");
    entry.summary.picture->credit = "Ana Ruiz";
    const auto credited =
        nlohmann::json::parse(head_of(publication, newest).structured_data)[0]["image"][0];
    CHECK(credited["@type"] == "ImageObject");
    CHECK(credited["url"] == "https://meridian.example/pictures/lake.jpg");
    CHECK(credited["creditText"] == "Ana Ruiz");
    const auto& crumbs = data[1];
    CHECK(crumbs["@type"] == "BreadcrumbList");
    REQUIRE(crumbs["itemListElement"].size() == 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(crumbs["itemListElement"][i]["position"] == i + 1);
    CHECK(crumbs["itemListElement"][0]["item"] == "https://meridian.example/");
    CHECK(crumbs["itemListElement"][2]["name"] == "Linhai");
}

TEST_CASE("the structured data of an article has its comments, each with its replies") {
    const auto data =
        nlohmann::json::parse(head_of(tests::sample_publication(), newest).structured_data);
    const auto& article = data[0];
    CHECK(article["commentCount"] == 3);
    REQUIRE(article["comment"].size() == 2);
    const auto& first = article["comment"][0];
    CHECK(first["@type"] == "Comment");
    CHECK(first["url"] == "https://meridian.example" + newest + "#comment-7");
    CHECK(first["author"]["name"] == "Ann");
    CHECK(first["dateCreated"] == "2026-11-13T09:05:00+08:00");
    CHECK(first["text"] == "I heard the bells <at six>.");
    REQUIRE(first["comment"].size() == 1);
    CHECK(first["comment"][0]["text"] == "At seven, says my clock");
    CHECK_FALSE(article["comment"][1].contains("author"));
    model::Publication many = tests::sample_publication();
    std::vector<model::Comment>& comments = many.entries[newest].comments;
    comments.clear();
    for (int i = 0; i < 500; ++i) {
        comments.push_back({i + 1, i % 7 == 3 ? 40 : i % 5, "Ann", {}, {}});
    }
    const auto limited = nlohmann::json::parse(head_of(many, newest).structured_data);
    CHECK(limited[0]["commentCount"] == 500);
    CHECK(limited.size() == 2);
    CHECK_FALSE(
        nlohmann::json::parse(head_of(many, "/2026/11/11/story-11/").structured_data)[0].contains(
            "commentCount"));
}

TEST_CASE("lists and pages have structured data") {
    const model::Publication publication = tests::sample_publication();
    const auto type = [&](const char* path) {
        const auto data = nlohmann::json::parse(head_of(publication, path).structured_data);
        return std::string(data[0]["@type"]);
    };
    CHECK(type("/") == "WebSite");
    CHECK(type("/author/ines-okafor/") == "ProfilePage");
    CHECK(type("/category/asia/") == "BreadcrumbList");
    CHECK(type("/about/") == "BreadcrumbList");
    CHECK(head_of(publication, "/nowhere/").structured_data.empty());
    CHECK(head_of(publication, "/page/2/").structured_data.empty());
}

// There is no `rel=next`, because Firefox prefetches such pages, which the site's content security
// policy forbids.
TEST_CASE("a list links to its feeds") {
    const model::Publication publication = tests::sample_publication();
    const page::Head first = head_of(publication, "/category/asia/");
    CHECK(links(first, "alternate", "application/rss+xml") == "/category/asia/feed.xml /feed.xml");
    CHECK(links(first, "alternate", "application/atom+xml") == "/category/asia/atom.xml /atom.xml");
    CHECK(links(first, "next", "").empty());
    const page::Head tag = head_of(publication, "/tag/water/");
    CHECK(links(tag, "alternate", "application/feed+json") == "/feed.json");
    const page::Head without = head_of(publication, "/category/asia/", false);
    CHECK(links(without, "alternate", "application/rss+xml") == "/feed.xml");
}

TEST_CASE("an article links to its translations") {
    model::Publication publication = tests::sample_publication();
    publication.entries.at(newest).translations = {{"ar", "/about/"}, {"en", newest}};
    const page::Head head = head_of(publication, newest);
    CHECK(links(head, "alternate", "") ==
          "https://meridian.example/about/=ar "
          "https://meridian.example/2026/11/12/story-12/=en");
}

TEST_CASE("without a base URL the head contains nothing that requires one") {
    model::Publication publication = tests::sample_publication();
    publication.site.base_url.clear();
    publication.entries.at(newest).translations = {{"ar", "/about/"}};
    const page::Head head = head_of(publication, newest);
    for (const char* name : {"og:url", "og:image", "article:author"}) {
        CHECK(property(head, name).empty());
    }
    CHECK(property(head, "og:title") == "Story number 12");
    CHECK(property(head, "twitter:card") == "summary");
    CHECK(head.structured_data.empty());
    CHECK(links(head, "alternate", "").empty());
    CHECK(links(head, "alternate", "application/rss+xml") == "/feed.xml");
    CHECK(links(head, "alternate", "application/atom+xml").empty());
}

}  // namespace broadsheet::metadata
