// What a site's configuration names and does not have, and why a site has no article.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

const std::string article = "---\ntitle: A\ndate: 2024-02-06\nauthors: [ann]\n---\nx\n";

std::string checked(const MemoryFolder& folder) {
    LoadOptions options = options_for(folder);
    options.check = true;
    return said(load_site(options));
}

}  // namespace

TEST_CASE("check-menus: entries of menus that lead to no page are named") {
    const MemoryFolder folder;
    folder.write(
        "site.toml",
        "title = \"none\"\n[check]\nignore = [\"/shop/\"]\n[menu]\n"
        "main = [{name = \"A\", url = \"/archive/\", children = [\n"
        "  {name = \"B\", url = \"none\"}]}]\n"
        "footer = [{name = \"C\", url = \"/feed.xml\"}, {name = \"D\", url = \"a.md\"},\n"
        "  {name = \"E\", url = \"https://e.example/\"}, {name = \"F\", url = \"/shop/x\"},\n"
        "  {name = \"G\", url = \"/author/ann/\"}, {name = \"H\", url = \"#top\"}]\n"
        "[authors.ann]\nlinks = {Blog = \"/blog/\"}\n");
    folder.write("a.md", article);
    const auto expected = [](const std::string& severity) {
        return "site.toml:6:23: " + severity +
               ": the menu leads to \"/none\", but no page is there; correct or remove the entry\n"
               "  {name = \"B\", url = \"none\"}]}]\n"
               "                      ^\n"
               "site.toml:11:18: " +
               severity +
               ": the author ann leads to \"/blog/\", but no page is there; correct or remove the "
               "entry\nlinks = {Blog = \"/blog/\"}\n                 ^\n";
    };
    CHECK(said(load(folder)) == expected("warning"));
    CHECK(checked(folder) == expected("error"));
}

TEST_CASE("menu-fragments: entries that lead to no place of their page are named by check") {
    const MemoryFolder folder;
    folder.write(
        "site.toml",
        "[menu]\nmain = [{name = \"A\", url = \"/about/#team\"},\n"
        "  {name = \"B\", url = \"/about/#teem\"}, {name = \"C\", url = \"/about/#top\"}]\n");
    folder.write("pages/about.md", "---\ntitle: About\n---\n## Team\n");
    folder.write("a.md", article);
    CHECK(said(load(folder)) == "");
    CHECK(checked(folder) ==
          "site.toml:3:23: error: the menu leads to \"/about/#teem\", but the page /about/ has no "
          "anchor \"#teem\"; did you mean \"#team\"?\n"
          "  {name = \"B\", url = \"/about/#teem\"}, {name = \"C\", url = \"/about/#top\"}]\n"
          "                      ^\n");
}

TEST_CASE("comment-anchors: links to comments lead somewhere") {
    const MemoryFolder folder;
    folder.write("a.md", article + "[c](#comment-7) [all](#comments) [none](#comment-8)\n");
    folder.write("a.comments.json", R"({"comments": [{"id": 7, "author": "A", "text": "T"}]})");
    const std::string all = checked(folder);
    CHECK(all.find("#comment-8") != std::string::npos);
    CHECK(all.find("no anchor \"#comment-7") == std::string::npos);
    CHECK(all.find("no anchor \"#comments") == std::string::npos);
}

TEST_CASE("mixed-services: services and forms that browsers refuse on an https: site are named") {
    const MemoryFolder folder;
    folder.write("site.toml",
                 "base_url = \"https://a.example\"\n[statistics]\nprovider = \"umami\"\n"
                 "url = \"http://s.example/\"\nid = \"x\"\n[comments]\nprovider = \"isso\"\n"
                 "url = \"http://c.example\"\n");
    folder.write("a.md",
                 article + "\n<form action=\"http://f.example/send\"><input name=\"a\"></form>\n");
    const std::string all = checked(folder);
    CHECK(all.find("site.toml:4:8: warning: browsers do not load the counter of views from "
                   "\"http://s.example\", because the site itself is at https:; use its https: "
                   "address") != std::string::npos);
    CHECK(all.find("site.toml:8:8: warning: browsers do not load comments from "
                   "\"http://c.example\"") != std::string::npos);
    CHECK(all.find("a.md:8:15: warning: the form sends to \"http://f.example/send\" without "
                   "encryption") != std::string::npos);
    folder.write("site.toml", "[statistics]\nprovider = \"plausible\"\n");
    CHECK(said(load(folder))
              .find("site.toml:2:13: warning: Plausible counts by the domain of the "
                    "site, which is not known, so it counts nothing; add id = "
                    "\"paper.example\" to [statistics], or set base_url") != std::string::npos);
    folder.write("site.toml", "[statistics]\nprovider = \"plausible\"\nid = \"a.example\"\n");
    CHECK(said(load(folder)) == "");
}

TEST_CASE("podcast-picture: a podcast without a picture is said") {
    const MemoryFolder folder;
    folder.write("site.toml", "base_url = \"https://a.example\"\n");
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2024-02-06\naudio: {src: 'https://b.example/a.mp3', "
                 "length: 1}\n---\nx\n");
    CHECK(said(load(folder)) ==
          "site.toml: warning: the podcast has no picture, so Apple and other directories refuse "
          "it; add image = \"/podcast.jpg\", square and 1400 to 3000 pixels wide, to [podcast]\n");
    folder.write("site.toml", "base_url = \"https://a.example\"\n[podcast]\nimage = \"/p.jpg\"\n");
    folder.write("p.jpg", "JPEG");
    CHECK(said(load(folder)) == "");
}

TEST_CASE("check-portraits: missing portraits and pictures of the podcast are named") {
    const MemoryFolder folder;
    folder.write("site.toml",
                 "[authors.ann]\nportrait = \"/none.jpg\"\n"
                 "[authors.bob]\nportrait = \"/b.jpg\"\n"
                 "[authors.eve]\nportrait = \"https://e.example/eve.jpg\"\n"
                 "[podcast]\nimage = \"/cover.png\"\n");
    folder.write("a.md", article);
    folder.write("b.jpg", "JPEG");
    const std::string all = said(load(folder));
    CHECK(all.find("site.toml:2:13: warning: the portrait \"/none.jpg\" of \"ann\" does not "
                   "exist") != std::string::npos);
    CHECK(all.find("bob") == std::string::npos);
    CHECK(all.find("is on another site, so it is not shown") != std::string::npos);
    CHECK(all.find("the picture \"/cover.png\" of the podcast does not exist") !=
          std::string::npos);
    CHECK(checked(folder) == all);
}

TEST_CASE("advertisement-in-a-folder: an HTML file is found and published wherever it is") {
    const MemoryFolder folder;
    folder.write("site.toml",
                 "language = \"en\"\n[languages.de]\n[[advertisements]]\nslot = \"top\"\n"
                 "file = \"/ads/a.html\"\nwidth = 300\nheight = 200\n[[advertisements]]\n"
                 "slot = \"list\"\nfile = \"/de/ads/b.html\"\nwidth = 300\nheight = 200\n");
    folder.write("a.md", article);
    folder.write("de/a.md", article);
    folder.write("ads/a.html", "<p>Buy<script>1</script></p>");
    folder.write("de/ads/b.html", "<p>Kauf<script>1</script></p>");
    folder.write("ads/other.html", "<p>x</p>");
    for (const std::string language : {"en", "de"}) {
        const LoadedSite site = load_edition(folder, language);
        CHECK(said(site).find("error") == std::string::npos);
        REQUIRE(site.publication.site.advertisements.size() == 2);
        std::string files;
        for (const Asset& asset : site.assets) files += asset.path + " ";
        for (const auto& each : site.publication.site.advertisements) {
            CHECK(each.framed);
            CHECK(files.find(each.file + " ") != std::string::npos);
        }
        CHECK(files.find("other") == std::string::npos);
    }
}

TEST_CASE("no-articles: a site without articles says why") {
    const auto said_of = [](const MemoryFolder& folder) { return said(load(folder)); };
    const MemoryFolder folder;
    folder.write("a.md", "---\ntitle: A\ndate: 2024-01-01\ndraft: true\n---\nx\n");
    CHECK(said_of(folder) ==
          "a.md: warning: no article is published: 1 is a draft; --drafts publishes it\n");
    folder.write("b.md", "---\ntitle: B\ndate: 2999-01-01\n---\nx\n");
    folder.write("c.md", "---\ntitle: C\ndate: 2024-01-01\nexpiryDate: 2025-01-01\n---\nx\n");
    folder.write("d.md", "---\ntitle: D\ndate: 2024-01-01\nexpiryDate: 2025-01-01\n---\nx\n");
    CHECK(said_of(folder) ==
          "a.md: warning: no article is published: 1 is a draft, 1 has a date in the future, 2 "
          "have expired; --drafts, --future and --expired publish them\n");
    folder.write("e.md", article);
    CHECK(said_of(folder) ==
          "b.md: note: the date of this article is in the future, so it is not published; "
          "--future publishes it\n");

    const MemoryFolder foreign;
    foreign.write("a.rst", "x");
    CHECK(said_of(foreign).find("there is no Markdown file in this folder") != std::string::npos);
}

TEST_CASE("content-folder-missing: a folder of articles that does not exist is named") {
    const MemoryFolder folder;
    folder.write("hugo.toml", "title = 'T'\ncontentDir = 'texts'\n");
    folder.write("posts/a.md", article);
    CHECK(
        said(load(folder)) ==
        "hugo.toml:2:15: warning: the folder \"texts\" of the articles does not exist, so they are "
        "read from the whole site; correct the name, or make the folder\n"
        "contentDir = 'texts'\n              ^\n");
    folder.write("texts/a.md", article);
    CHECK(said(load(folder)) == "");
}

TEST_CASE("language-not-a-code: names of languages are warnings that say the code") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = \"My english site\"\nlanguage = \"english\"\n");
    folder.write("a.md", "---\ntitle: A\ndate: 2024-01-01\nlang: Deutsch\n---\nx\n");
    folder.write("b.md", "---\ntitle: B\ndate: 2024-01-01\nlang: de_AT\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(said(site) ==
          "a.md:4:7: warning: \"Deutsch\" is not a language code, so the text has the language of "
          "the site; write \"de\"\nlang: Deutsch\n      ^\n"
          "site.toml:2:13: warning: \"english\" is not a language code, so pages say that they are "
          "in English; write \"en\"\nlanguage = \"english\"\n            ^\n");
    CHECK(site.publication.site.language == "en");
    CHECK(site.publication.entry("/2024/01/01/a/")->language.empty());
    CHECK(site.publication.entry("/2024/01/01/b/")->language == "de-AT");
    folder.write("site.toml", "language = \"pt_br\"\n");
    CHECK(load(folder).publication.site.language == "pt-BR");

    const MemoryFolder hugo;
    hugo.write("hugo.toml", "title = 'T'\n[languages.en]\n[languages.french]\ntitle = 'F'\n");
    hugo.write("content/posts/a.md", article);
    CHECK(said(load(hugo)) ==
          "hugo.toml:3:1: warning: \"french\" is not a language code, so there is no edition of "
          "this language; write \"fr\"\n");
}

TEST_CASE("html-templates: files that begin with two braces have no front matter") {
    const MemoryFolder folder;
    folder.write("a.md", article);
    folder.write("templates/single.html", "{{ page.title }} <a href=\"{{ page.url }}\">x</a>\n");
    folder.write("templates/base.html", "{% extends \"x\" %}\n");
    CHECK(said(load(folder)) ==
          "templates/base.html: note: .html files are not published (2 of them; this is the "
          "first); put them into static/ to publish them as they are\n");
}

}  // namespace broadsheet::press
