#include "press/publication/redirects.h"

#include <doctest/doctest.h>

#include <string>

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
    make_redirects(articles, {}, {}, assets, publication, diagnostics);
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

TEST_CASE("pages of an old folder lead to those at the root") {
    model::Publication publication = tests::sample_publication();
    const std::size_t before = publication.entries.size();
    Diagnostics diagnostics;
    SiteConfig config;
    config.old_folder = "en/";
    make_redirects({}, {}, config, {}, publication, diagnostics);
    CHECK(diagnostics.empty());
    CHECK(publication.entries.size() == 2 * before + 1);
    CHECK(publication.entry("/en/")->redirect == "/");
    CHECK(publication.entry("/en/about/")->redirect == "/about/");
    const std::string target = publication.entry("/old/")->redirect;
    CHECK(publication.entry("/en/old/")->redirect == target);
}

}  // namespace broadsheet::press
