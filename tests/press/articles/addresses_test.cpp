#include "press/articles/addresses.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

Article article_at(const std::string& folder, const std::string& stem, const char* date = "") {
    Article article;
    article.folder = folder;
    article.stem = stem;
    article.file.path = folder + stem + ".md";
    article.shown_path = article.file.path;
    if (const auto parsed = model::parse_date(date)) {
        article.dated = true;
        article.date = *parsed;
    } else {
        article.kind = model::EntryKind::page;
    }
    return article;
}

// The addresses, each with what was said about it.
std::string assigned(std::vector<Article> articles, const SiteConfig& config = {}) {
    assign_addresses(articles, config);
    std::string all;
    for (const Article& article : articles) {
        all += article.path;
        for (const Diagnostic& each : article.diagnostics) all += " (" + each.what + ")";
        all += '\n';
    }
    return all;
}

}  // namespace

TEST_CASE("Hugo's aliases begin beside the page") {
    Article article;
    article.path = "/2024/a/";
    SiteConfig config;
    config.address_style = AddressStyle::hugo;
    config.permalink = "/:sections/:slugorcontentbasename/";
    const auto from_root = [&](const char* alias) {
        return absolute_alias(alias, article, config);
    };
    CHECK(from_root("old-name") == "/2024/old-name");
    CHECK(from_root("./old/") == "/2024/old/");
    CHECK(from_root("../up") == "/up");
    CHECK(from_root("../../../up") == "/up");
    CHECK(from_root("/old") == "/old");
    CHECK(from_root("https://a.example/") == "https://a.example/");
    article.path = "/b/a.html";
    CHECK(from_root("x.html") == "/b/x.html");
    article.path = "/about/";
    CHECK(from_root("us") == "/us");
    CHECK(absolute_alias("us", article, SiteConfig()) == "us");
}

TEST_CASE("addresses follow the date, or the folder") {
    CHECK(assigned({article_at("posts/", "A Story", "2024-02-03"), article_at("Docs/", "How To"),
                    article_at("pages/", "about")}) ==
          "/2024/02/03/a-story/\n/docs/how-to/\n/about/\n");
    SiteConfig config;
    config.permalink = "/:section/:slug.html";
    CHECK(assigned({article_at("posts/", "a", "2024-02-03")}, config) == "/posts/a.html\n");
}

TEST_CASE("an address that an author chose") {
    Article chosen = article_at("", "a", "2024-02-03");
    chosen.fields.url = "/mine/:year/";
    CHECK(assigned({chosen}) == "/mine/2024/\n");
    chosen.fields.url = "https://a.example/mine/";
    SiteConfig config;
    config.base_url = "https://a.example";
    CHECK(assigned({chosen}, config) == "/mine/\n");
    CHECK(assigned({chosen}) ==
          "/2024/02/03/a/ (\"https://a.example/mine/\" is not a path of this site)\n");
}

TEST_CASE("addresses that two articles or the site need") {
    CHECK(assigned({article_at("", "a"), article_at("x/", "a"), article_at("X/", "a")}) ==
          "/a/\n/x/a/\n/x/a/ (the address /x/a/ is already used by x/a.md)\n");
    CHECK(assigned({article_at("", "assets")}) ==
          "/pages/assets/ (the address /assets/ is reserved, so the page gets the address "
          "/pages/assets/)\n");
    Article chosen = article_at("", "a");
    chosen.fields.url = "/tag/x/";
    CHECK(assigned({chosen}) == "/tag/x/ (the address /tag/x/ is reserved)\n");
    CHECK(assigned({article_at("", std::string(300, 'a'))})
              .ends_with("(the address is too long for a file name)\n"));
}

TEST_CASE("translations are below their language") {
    Article german = article_at("", "about");
    german.file.path = "about.de.md";
    german.language = "de";
    SiteConfig config;
    config.language = "en";
    CHECK(assigned({german}, config) == "/de/about/\n");
    config.language = "de";
    CHECK(assigned({german}, config) == "/about/\n");
}

}  // namespace broadsheet::press
