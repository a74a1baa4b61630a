#include "press/publication/redirects.h"

#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"
#include "sample_publication.h"

namespace broadsheet::press {

TEST_CASE("aliases become redirects") {
    model::Publication publication = tests::sample_publication();
    std::vector<Article> articles(2);
    articles[0].path = "/about/";
    articles[0].shown_path = "about.md";
    articles[0].fields.aliases = {"/who-we-are/", "us.html", "/about/", "/who-we-are/"};
    articles[1].path = "/other/";
    articles[1].shown_path = "other.md";
    articles[1].fields.aliases = {"/who-we-are/", "/feed.xml",   "/old/",
                                  "/p.png",       "/tag/water/", "https://a.example/"};
    Diagnostics diagnostics;
    const std::vector<Asset> assets = {{"p.png", "/p.png"}};
    make_redirects(articles, {}, {}, assets, {}, publication, diagnostics);
    CHECK(publication.entry("/who-we-are/")->redirect == "/about/");
    CHECK(publication.entry("/us.html")->redirect == "/about/");
    std::string said;
    for (const Diagnostic& each : diagnostics) said += each.path + ": " + each.what + "\n";
    CHECK(said ==
          "other.md: the alias /who-we-are/ is already used by about.md\n"
          "other.md: the alias /feed.xml is a file of the site\n"
          "other.md: the alias /old/ is already used by /old/\n"
          "other.md: the alias /p.png is a file of the site\n"
          "other.md: the alias \"/tag/water/\" cannot be used for a redirect\n"
          "other.md: the alias \"https://a.example/\" cannot be used for a redirect\n");
}

TEST_CASE(
    "no redirect stands where the site has a page, list or file, whatever its capital letters") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = 'T'\n");
    folder.write("static/P.png", "x");
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2025-07-01\ntags: [x]\ncategories: [c]\naliases:\n"
                 "  - /archive/\n  - /Tags/\n  - /Tag/x/\n  - /Tag/none/\n---\nx\n");
    folder.write("redirects.toml",
                 "'/categories/' = '/x/'\n'/FEED.XML' = '/x/'\n'/TAG/x/' = '/x/'\n"
                 "'/Old/' = '/x/'\n'/old/' = '/x/'\n'/OLD/' = '/y/'\n");
    const LoadedSite site = load_whole(folder);
    std::string all;
    for (const Diagnostic& each : site.diagnostics) {
        all += each.path + ":" + std::to_string(each.position.line) + ": " + each.what + "\n";
        CHECK(each.severity == Severity::warning);
    }
    CHECK(all ==
          "a.md:7: the site has a page of its own at /archive/, so the alias /archive/ gets no "
          "redirect\n"
          "a.md:8: the site has a page of its own at /tags/, so the alias /Tags/ gets no redirect\n"
          "a.md:9: the alias \"/Tag/x/\" cannot be used for a redirect\n"
          "redirects.toml:1: the site has a page or redirect at /categories/ already\n"
          "redirects.toml:2: the site has a page or redirect at /feed.xml/ already\n"
          "redirects.toml:3: \"/TAG/x/\" cannot be redirected\n"
          "redirects.toml:6: the site has a page or redirect at /Old/ already\n");
    for (const char* path : {"/archive/", "/categories/", "/tags/"}) {
        CHECK(site.store.overviews.contains(path));
    }
    CHECK(site.publication.entry("/Tag/none/") != nullptr);
    CHECK(site.publication.entry("/old/")->redirect == "/x/");

    folder.write(
        "a.md",
        "---\ntitle: A\ndate: 2025-07-01\naliases: [/Search/, /404, /Feed.xml, /p.png]\n---\nx\n");
    CHECK(count_of(load_whole(folder).diagnostics, Severity::error) == 4);
}

TEST_CASE("old addresses that are too long for file names are named, and left out") {
    const MemoryFolder folder;
    const std::string name(256, 'x');
    folder.write("_config.yml", "title: T\n");
    folder.write("_posts/2025-07-01-" + std::string(252, 'y') + ".md", "---\ntitle: Y\n---\nx\n");
    folder.write("a.md", "---\ntitle: A\naliases: [/z/" + name + "]\n---\nx\n");
    folder.write("redirects.toml",
                 "'/" + name + "/' = '/a/'\n'/" + name.substr(1) + "/' = '/a/'\n");
    const LoadedSite site = load_whole(folder);
    std::string all;
    for (const Diagnostic& each : site.diagnostics) {
        all += each.path + ":" + std::to_string(each.position.line) + ": " + each.what + "\n";
        CHECK(each.severity == Severity::warning);
    }
    CHECK(
        all ==
        "a.md:3: the alias is too long for a file name, so it gets no redirect\n"
        "redirects.toml:1: the old address is too long for a file name, so it gets no redirect\n");
    CHECK(site.publication.entry("/" + name.substr(1) + "/") != nullptr);
    for (const auto& [path, entry] : site.publication.entries) CHECK(!is_too_long(path));
}

TEST_CASE("pages of an old folder lead to those at the root") {
    model::Publication publication = tests::sample_publication();
    const std::size_t before = publication.entries.size();
    redirect_old_folder("", publication);
    CHECK(publication.entries.size() == before);
    redirect_old_folder("en/", publication);
    CHECK(publication.entries.size() == 2 * before + 1);
    CHECK(publication.entry("/en/")->redirect == "/");
    CHECK(publication.entry("/en/about/")->redirect == "/about/");
    const std::string target = publication.entry("/old/")->redirect;
    CHECK(publication.entry("/en/old/")->redirect == target);
}

}  // namespace broadsheet::press
