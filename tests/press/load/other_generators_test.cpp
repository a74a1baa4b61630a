// Addresses, dates and identifiers of sites that were written for other generators.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

// The addresses of all entries, one a line.
std::string addresses_of(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) all += path + "\n";
    return all;
}

// The addresses of all entries and where they lead, one a line.
std::string entries_of(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) {
        all += path + " " + entry.redirect + " " + entry.summary.title + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("a site that is read only once has the entries of one that can be read again") {
    const MemoryFolder jekyll;
    jekyll.write("_config.yml", "title: T\ntimezone: America/New_York\n");
    jekyll.write(
        "_posts/2013-05-06-released.markdown",
        "---\ntitle: Released\ndate: 2013-05-06 02:12:52 +0200\ncategories: [news]\n---\nx\n");
    jekyll.write("_posts/2013-05-07-other.markdown",
                 "---\ntitle: Other\ncategories: [news, a]\n---\nx\n");
    const MemoryFolder hugo;
    hugo.write("hugo.toml", "title = 'T'\n[permalinks]\nposts = '/:year/:title/'\n");
    hugo.write(
        "content/posts/deep/one.md",
        "---\ntitle: One\ndate: 2024-01-01\naliases: [/old/]\ntags: [C#, Two Words]\n---\nx\n");
    hugo.write("content/posts/two.md", "---\ntitle: Two\ndate: 2024-01-02\nslug: zwei\n---\nx\n");
    hugo.write("content/about.md", "---\ntitle: About\n---\nx\n");
    for (const MemoryFolder* folder : {&jekyll, &hugo}) {
        LoadOptions options = options_for(*folder);
        options.pack = true;
        const std::string again = entries_of(load_site(options));
        options.once = true;
        CHECK(entries_of(load_site(options)) == again);
        CHECK(std::count(again.begin(), again.end(), '\n') > 3);
    }
}

TEST_CASE("Jekyll's addresses keep capital letters and underscores") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\npermalink: pretty\n");
    folder.write("_posts/2024-01-01-CVE_one-Two.md", "---\ntitle: A\n---\nx\n");
    folder.write("zh_tw/_posts/2024-01-02-two.md",
                 "---\ntitle: B\nlang: zh_tw\n---\n[A](/2024/01/01/CVE_one-Two/) "
                 "[B](/zh_tw/2024/01/02/two/)\n");
    folder.write("_posts/2024-01-03-Caf\xC3\xA9 & b.md", "---\ntitle: C\n---\nx\n");
    folder.write("_posts/2024-01-04-d.md", "---\ntitle: D\nslug: My_Own\n---\nx\n");
    folder.write("Docs/Read_Me.md", "---\ntitle: Page\n---\nx\n");
    folder.write("Docs/index.md", "---\ntitle: Docs\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    CHECK(addresses_of(site) ==
          "/2024/01/01/CVE_one-Two/\n/2024/01/03/Caf\xC3\xA9-&-b/\n/2024/01/04/My_Own/\n/Docs/\n"
          "/Docs/Read_Me/\n/zh_tw/2024/01/02/two/\n");
    const model::Entry& two = *site.publication.entry("/zh_tw/2024/01/02/two/");
    CHECK(two.language == "zh-TW");
    const auto& nodes = two.body.blocks[0].children;
    CHECK(nodes[0].target == "/2024/01/01/CVE_one-Two/");
    CHECK(nodes[2].target == "/zh_tw/2024/01/02/two/");
}

TEST_CASE("Jekyll's collections have addresses of their own") {
    const MemoryFolder folder;
    folder.write("_config.yml",
                 "title: T\npermalink: /:title/\ncollections_dir: more\ncollections:\n"
                 "  posts: {output: true}\n"
                 "  recipes: {output: true, permalink: '/r/:name/'}\n"
                 "  docs: {output: true}\n"
                 "  news: {output: true, permalink: '/:collection/:year/:title:output_ext'}\n"
                 "  hidden: {output: false}\n");
    folder.write("more/_posts/2024-01-01-post.md", "---\ntitle: P\n---\n[s](/r/fish-soup/)\n");
    folder.write("more/_drafts/soon.md", "---\ntitle: Soon\n---\nx\n");
    folder.write("_posts/2024-01-02-other.md", "---\ntitle: O\n---\nx\n");
    folder.write("more/_recipes/Fish_Soup.md", "---\ntitle: S\n---\n![i](soup.png)\n");
    folder.write("more/_recipes/soup.png", "PNG");
    folder.write("more/_docs/a/Deep.md", "---\ntitle: D\n---\nx\n");
    folder.write("more/_docs/own.md", "---\ntitle: O\npermalink: /own/\n---\nx\n");
    folder.write("more/_news/2024-02-03-first.md", "---\ntitle: N\n---\nx\n");
    folder.write("more/_hidden/x.md", "---\ntitle: H\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(said(site) ==
          "_posts/2024-01-02-other.md: note: posts outside of the collections_dir are not read (1 "
          "of them; this is the first)\n"
          "more/_hidden: note: folders of Jekyll collections without output are not read; set "
          "`output: true` for them in `collections` of _config.yml\n");
    CHECK(site.publication.entry("/post/")->summary.category_trail.empty());
    CHECK(addresses_of(site) ==
          "/docs/a/Deep/\n/news/2024/first.html\n/own/\n/post/\n/r/fish-soup/\n");
    // Those with a date are articles, which have a place in lists.
    CHECK(site.publication.entry("/news/2024/first.html")->kind == model::EntryKind::article);
    CHECK(site.publication.entry("/docs/a/Deep/")->kind == model::EntryKind::page);
    const model::Entry& soup = *site.publication.entry("/r/fish-soup/");
    CHECK(soup.body.blocks[0].children[0].target == "/recipes/soup.png");
}

TEST_CASE("languages of a site are BCP 47 tags") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\nlang: pt_br\n");
    folder.write("_posts/2024-01-01-a.md", "---\ntitle: A\nlang: pt_BR\n---\nx\n");
    folder.write("_posts/2024-01-02-b.md", "---\ntitle: B\nlang: en_us\n---\nx\n");
    const LoadedSite site = load(folder);
    CHECK(site.publication.site.language == "pt-BR");
    CHECK(site.publication.entry("/2024/01/01/a/")->language.empty());
    CHECK(site.publication.entry("/2024/01/02/b/")->language == "en-US");
}

TEST_CASE("the site's own 404 page") {
    for (const char* name : {"404.md", "404.html", "404/index.md"}) {
        for (const char* permalink : {"", "permalink: /404.html\n", "permalink: /404/\n"}) {
            const MemoryFolder folder;
            folder.write("_config.yml", "title: T\n");
            folder.write(name, std::string("---\ntitle: Not found\n") + permalink + "---\nx\n");
            const LoadedSite site = load(folder);
            CHECK(said(site).empty());
            CHECK(addresses_of(site) == "/404.html\n");
        }
    }
}

TEST_CASE("a date in the path dates an article") {
    const MemoryFolder folder;
    folder.write("config.toml", "base_url = 'https://t.example'\ntitle = 'T'\n");
    folder.write("content/first.md",
                 "+++\npath = '2024/02/03/first'\ntitle = 'First'\n+++\n\n## TOML 1.1 / x\n\n"
                 "## TOML 1.1 / x\n\n## Caf\xC3\xA9 & tea\n");
    folder.write("content/2024/02/04/second.md", "+++\ntitle = 'Second'\n+++\nx\n");
    folder.write("content/2024/99/04/third.md", "+++\ntitle = 'Third'\n+++\nx\n");
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    CHECK(site.publication.site.article_count == 2);
    const model::Entry& first = *site.publication.entry("/2024/02/03/first/");
    CHECK(first.dated);
    CHECK(first.summary.date.day == model::Day{2024, 2, 3});
    CHECK(first.body.blocks[0].identifier == "toml-1-1-x");
    CHECK(first.body.blocks[1].identifier == "toml-1-1-x-1");
    CHECK(first.body.blocks[2].identifier == "cafe-tea");
    CHECK(site.publication.entry("/2024/02/04/second/")->dated);
}

TEST_CASE("front matter may follow blank lines and comments") {
    const MemoryFolder folder;
    folder.write("a.md", "\n\n---\ntitle: A\ndate: 2024-01-01\ndraft: true\n---\nBody\n");
    folder.write("b.md", "<!-- by x -->\n\n---\ntitle: B\ndate: 2024-01-01\n---\nBody\n");
    folder.write("c.md", " \n+++\r\ntitle = 'C'\r\ndate = 2024-01-01\r\n+++\r\nBody\r\n");
    folder.write("d.md", "\xEF\xBB\xBF\n{\"title\": \"D\", \"date\": \"2024-01-01\"}\nBody\n");
    folder.write("e.md", "\n---\n\nText after a rule.\n\n---\n\nMore.\n");
    folder.write("f.md", "Text.\n\n```\n---\ntitle: x\n---\n```\n");
    folder.write("g.md", "\n---\ntitle: G\ndate: 2024-01-01\ntags: 1:\n  - x: [\n---\nBody\n");
    const LoadedSite site = load(folder);
    CHECK(addresses_of(site) == "/2024/01/01/b/\n/2024/01/01/c/\n/2024/01/01/d/\n/e/\n/f/\n");
    CHECK(site.publication.entry("/2024/01/01/b/")->body.blocks.size() == 1);
    CHECK(site.publication.entry("/e/")->body.blocks.size() == 4);
    CHECK(said(site).starts_with("g.md:5:"));
}

TEST_CASE("one article in other categories does not change the addresses of the others") {
    const MemoryFolder folder;
    const auto write = [&](const char* name, const std::string& categories) {
        folder.write(name,
                     "---\ntitle: A\ndate: 2024-01-01\ncategories: [" + categories + "]\n---\nx\n");
    };
    write("a1.md", "Asia, Linhai, Dianmen");
    write("a2.md", "Asia, Linhai");
    write("a3.md", "Asia, Tokyo");
    write("a4.md", "Europe, Porto");
    write("a5.md", "Sport, Local");
    const LoadedSite before = load(folder);
    write("a6.md", "Culture, Local");
    write("a7.md", "Asia, Sport");
    write("a8.md", "Sport");
    const LoadedSite after = load(folder);
    for (const auto& [path, list] : before.publication.lists) {
        CHECK(after.publication.list(path) != nullptr);
    }
    CHECK(after.publication.list("/category/culture/local/") != nullptr);
    CHECK(after.publication.list("/category/local/") == nullptr);
    CHECK(after.publication.list("/category/asia/sport/") == nullptr);
    CHECK(after.publication.list("/category/sport/")->articles.size() == 3);
    CHECK(said(before).empty());
    CHECK(said(after).find("a6.md:4:23: warning: the category \"Local\"") != std::string::npos);
}

TEST_CASE("terms of signs have lists of their own") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = 'T'\ntaxonomies = ['series']\n");
    int day = 0;
    for (const char* name : {"C", "C++", "C#", "F", "F#", "NET", ".NET", "A+", "A", "+", "#",
                             "\xF0\x9F\x8E\x89", "\xF0\x9F\x9A\x80"}) {
        const std::string value = std::string("[\"") + name + "\"]\n";
        folder.write("a" + std::to_string(++day) + ".md",
                     "---\ntitle: A\ndate: 2024-01-01\ntags: " + value + "categories: " + value +
                         "series: " + value + "---\nx\n");
    }
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    for (const char* slug :
         {"c", "c-plus-plus", "c-sharp", "f", "f-sharp", "net", "dot-net", "a-plus", "a", "plus",
          "sharp", "\xF0\x9F\x8E\x89", "\xF0\x9F\x9A\x80"}) {
        for (const char* taxonomy : {"/tag/", "/category/", "/series/"}) {
            const model::List* list = site.publication.list(std::string(taxonomy) + slug + "/");
            REQUIRE(list != nullptr);
            CHECK(list->articles.size() == 1);
        }
    }
    CHECK(site.publication.list("/tag/c-plus-plus/")->title == "C++");
}

TEST_CASE("Jekyll's dates with an offset are turned into the site's time zone, if it has one") {
    const auto text = [](const std::string& date) {
        return "---\ntitle: A\ndate: " + date + "\n---\nx\n";
    };
    const MemoryFolder folder;
    folder.write("_config.yml", "permalink: pretty\ntimezone: '-05:00'\n");
    folder.write("_posts/2024-01-02-a.md", text("2024-01-02 01:00:00 +0000"));
    folder.write("_posts/2024-01-03-b.md", text("2024-01-03 12:00:00 +0000"));
    folder.write("_posts/2024-01-04-c.md", text("2024-01-04 01:00:00"));
    folder.write("_posts/2024-01-05-d.md", text("2024-01-05"));
    const LoadedSite site = load(folder);
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) {
        all += path + (entry.redirect.empty() ? "" : ">" + entry.redirect) + " ";
    }
    CHECK(all ==
          "/2024/01/01/a/ /2024/01/02/a/>/2024/01/01/a/ /2024/01/03/b/ /2024/01/04/c/ "
          "/2024/01/05/d/ ");
    CHECK(model::format_rfc3339(site.publication.entry("/2024/01/01/a/")->summary.date) ==
          "2024-01-01T20:00:00-05:00");
    folder.write("_config.yml", "permalink: pretty\n");
    CHECK(load(folder).publication.entry("/2024/01/02/a/")->redirect.empty());
}

TEST_CASE("dates without an offset are in the site's time zone") {
    for (const auto& [name, config] :
         {std::pair("hugo.toml", "title = 'T'\ntimeZone = '+09:00'\n"),
          std::pair("_config.yml", "title: T\ntimezone: '+09:00'\n"),
          std::pair("site.toml", "title = \"T\"\ntime_zone = \"+09:00\"\n")}) {
        const MemoryFolder folder;
        folder.write(name, config);
        folder.write("_posts/2025-12-31-a.md",
                     "---\ntitle: A\ndate: 2026-01-01 08:00:00\n---\nx\n");
        folder.write("_posts/2025-12-31-b.md",
                     "---\ntitle: B\ndate: 2026-01-01 08:00:00Z\n---\nx\n");
        folder.write("_posts/2025-12-31-c.md", "---\ntitle: C\n---\nx\n");
        const LoadedSite site = load(folder);  // on 2026-01-01T00:00:00Z
        CHECK(site.publication.site.article_count == 2);
        const model::Entry* article = site.publication.entry("/2026/01/01/a/");
        REQUIRE(article != nullptr);
        CHECK(model::format_rfc3339(article->summary.date) == "2026-01-01T08:00:00+09:00");
        CHECK(
            said(site) ==
            "_posts/2025-12-31-b.md: note: the date of this article is in the future, so it is not "
            "published; --future publishes it\n");
    }
}

TEST_CASE("a redirect takes the address of the article in its place") {
    const MemoryFolder jekyll;
    jekyll.write("_config.yml", "title: J\npermalink: /:year/:month/:day/:title/\n");
    jekyll.write("_posts/2025-11-02-k.md",
                 "---\ntitle: K\nredirect_to: https://e.example/k\n---\nB\n");
    jekyll.write("old.md", "---\ntitle: Old\ndate: 2024-01-01\nredirect_to: /new/\n---\n");
    CHECK(addresses_of(load(jekyll)) == "/2025/11/02/k/\n/old/\n");
    const MemoryFolder plain;
    plain.write("2025-11-11-k.md", "---\ntitle: K\nredirect: /2025/11/01/a/\n---\nx\n");
    plain.write("page.md", "---\ntitle: P\nredirect: /x/\n---\n");
    CHECK(addresses_of(load(plain)) == "/2025/11/11/k/\n/page/\n");
}

TEST_CASE("file names in decomposed form are compared composed") {
    const MemoryFolder folder;
    folder.write("2025-11-05-cafe\u0301.md",
                 "---\ntitle: C\ntags: [\"\u0438\u0306\"]\n---\n\u043A\u0438\u0438\u0306\n");
    folder.write("2025-11-05-\u0438\u0306.md", "---\ntitle: R\ntags: [\"\u0439\"]\n---\nx\n");
    folder.write("2025-11-05-\u1112\u1161\u11AB.md", "---\ntitle: K\n---\nx\n");
    folder.write("\u5199\u771F\u304B\u3099.gif", "GIF89a\x01\x01\x01\x01");
    folder.write(
        "2025-11-06-links.md",
        "---\ntitle: L\n---\n[a](2025-11-05-caf\u00E9.md) [b](2025-11-05-\u0439.md) "
        "[c](2025-11-05-\uD55C.md) ![p](\u5199\u771F\u304C.gif) [d](2025-11-05-cafe%CC%81.md)\n");
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    CHECK(addresses_of(site) ==
          "/2025/11/05/cafe/\n/2025/11/05/\u0439/\n/2025/11/05/\uD55C/\n/2025/11/06/links/\n");
    const auto& nodes = site.publication.entry("/2025/11/06/links/")->body.blocks[0].children;
    CHECK(nodes[0].target == "/2025/11/05/cafe/");
    CHECK(nodes[2].target == "/2025/11/05/\u0439/");
    CHECK(nodes[4].target == "/2025/11/05/\uD55C/");
    CHECK(nodes[6].target == "/\u5199\u771F\u304C.gif");
    CHECK(nodes[8].target == "/2025/11/05/cafe/");
    CHECK(site.publication.list("/tag/\u0439/")->articles.size() == 2);
    CHECK(model::plain_text(site.publication.entry("/2025/11/05/cafe/")->body) ==
          "\u043A\u0438\u0439");
}

TEST_CASE("the title stays the title when the text has other headings of level 1") {
    const MemoryFolder folder;
    folder.write("2025-01-01-a.md",
                 "---\ntitle: Chain of trust\n---\n# Roots\n\nText.\n\n# Leaves\n");
    const LoadedSite site = load(folder);
    const model::Entry& entry = *site.publication.entry("/2025/01/01/a/");
    CHECK(entry.summary.title == "Chain of trust");
    REQUIRE(entry.body.blocks.size() == 3);
    CHECK(model::plain_text(entry.body.blocks[0]) == "Roots");
}

TEST_CASE("a broken link to an anchor is reported at its own place") {
    const MemoryFolder folder;
    folder.write("2025-01-01-a.md",
                 "---\ntitle: A\n---\n[b](2025-01-02-b.md#part-on) [good](#part-one) [x](#part)\n\n"
                 "## Part one\n");
    folder.write("2025-01-02-b.md", "---\ntitle: B\n---\n## Part one\n");
    LoadOptions options;
    options.content = folder.path();
    options.input = &folder.input();
    options.filter.now = *model::parse_date("2026-01-01");
    options.check = true;
    const Diagnostics found = load_site(options).diagnostics;
    REQUIRE(found.size() == 2);
    CHECK(found[0].position == Position{4, 20});
    CHECK(found[1].position == Position{4, 52});
}

TEST_CASE("terms that share a list are reported at both") {
    const MemoryFolder folder;
    folder.write("a.md", "---\ntitle: A\ndate: 2024-01-01\ntags: [Go, water]\n---\nGo! Go.\n");
    folder.write("b.md",
                 "---\ntitle: B\ndate: 2024-01-02\ntags: ['Go!', Water, I \u2764 NY]\n---\nx\n");
    folder.write("c.md",
                 "---\ntitle: C\ndate: 2024-01-03\ntags: [I NY, node js, node.js]\n---\nx\n");
    const std::string because =
        ", because addresses do not have all signs; write both alike, or give one of them another "
        "name\n";
    std::string messages;
    for (const Diagnostic& each : load(folder).diagnostics) {
        messages += each.path + ":" + std::to_string(each.position.line) + ": " + each.what + "; " +
                    each.remedy + "\n";
    }
    CHECK(messages ==
          "a.md:4: \"Go\" shares the list /tag/go/ with \"Go!\"" + because +
              "b.md:4: \"Go!\" shares the list /tag/go/ with \"Go\"" + because +
              "b.md:4: \"I \u2764 NY\" shares the list /tag/i-ny/ with \"I NY\"" + because +
              "c.md:4: \"I NY\" shares the list /tag/i-ny/ with \"I \u2764 NY\"" + because);
}

TEST_CASE("aliases that differ only by capital letters are reported") {
    const MemoryFolder folder;
    folder.write("a.md",
                 "---\ntitle: A\ndate: 2024-01-01\naliases: [/Old/, /2024/01/01/A/]\n---\nx\n");
    folder.write("b.md", "---\ntitle: B\ndate: 2024-01-01\naliases: [/old/, /Old/]\n---\nx\n");
    folder.write("c.md", "---\ntitle: C\ndate: 2024-01-01\nurl: /offline/\n---\nx\n");
    const LoadedSite site = load(folder);
    std::string messages;
    for (const Diagnostic& each : site.diagnostics) {
        messages += each.path + ":" + std::to_string(each.position.line) + ": " + each.what + "\n";
    }
    CHECK(
        messages ==
        "a.md:4: the alias /2024/01/01/A/ differs only by capital letters from /2024/01/01/a/, so "
        "it gets no redirect\n"
        "b.md:4: the alias /old/ differs only by capital letters from /Old/ of a.md\n"
        "b.md:4: the alias /Old/ is already used by a.md\n"
        "c.md:4: the address /offline/ is reserved\n");
    CHECK(site.publication.entry("/Old/")->redirect == "/2024/01/01/a/");
}

TEST_CASE("Jekyll's redirects may be lists, and its JSON files are data") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\n");
    folder.write("_posts/2024-01-01-a.md", "---\nredirect_to:\n- https://x.example/a\n---\nx\n");
    folder.write("data/x.json", "{\"a\": 1}\n");
    const LoadedSite site = load(folder);
    CHECK(said(site).empty());
    CHECK(site.publication.entry("/2024/01/01/a/")->redirect == "https://x.example/a");
    REQUIRE(site.assets.size() == 1);
    CHECK(site.assets[0].path == "/data/x.json");
}

TEST_CASE("Hugo's static folders and mounts are published") {
    const MemoryFolder folder;
    folder.write(
        "hugo.toml",
        "title = 'T'\nstaticDir = ['static', 'more/']\n[[module.mounts]]\nsource = 'mine'\n"
        "target = 'static'\n");
    folder.write("content/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nx\n");
    folder.write("static/one.der", "1");
    folder.write("static/both.txt", "first");
    folder.write("more/both.txt", "second");
    folder.write("mine/three.pem", "3");
    const LoadedSite site = load(folder);
    std::string all;
    for (const Asset& asset : site.assets) {
        all += asset.path + " " + asset.location.parent_path().filename().string() + "\n";
    }
    CHECK(all == "/one.der static\n/both.txt more\n/three.pem mine\n");
}

TEST_CASE("the settings of other generators decide about punctuation") {
    struct Case {
        const char* config;
        const char* settings;
        const char* article;
        const char* title;
    };
    const std::string text = "title: It's \"a\"\ndate: 2024-01-01\n---\n\"b\"\n";
    for (const Case& each : {
             Case{"site.toml", "title = 'T'\n", "a.md", "It\u2019s \u201Ca\u201D"},
             Case{"site.toml", "language = 'de'\n", "a.md", "It\u2019s \u201Ea\u201C"},
             Case{"site.toml", "[text]\npunctuation = 'plain'\n", "a.md", "It's \"a\""},
             Case{"hugo.toml", "title = 'T'\n", "content/a.md", "It\u2019s \u201Ca\u201D"},
             Case{"hugo.toml", "[markup.goldmark.extensions]\ntypographer = false\n",
                  "content/a.md", "It's \"a\""},
             Case{"hugo.toml", "[markup.goldmark.extensions.typographer]\ndisable = true\n",
                  "content/a.md", "It's \"a\""},
             Case{"hugo.toml",
                  "[markup.goldmark.extensions.typographer]\nleftDoubleQuote = '&laquo;'\n"
                  "rightDoubleQuote = '\u00BB'\n",
                  "content/a.md", "It\u2019s \u00ABa\u00BB"},
             Case{"config.toml", "base_url = 'https://x.example'\n", "content/a.md", "It's \"a\""},
             Case{"config.toml",
                  "base_url = 'https://x.example'\n[markdown]\nsmart_punctuation = true\n",
                  "content/a.md", "It\u2019s \u201Ca\u201D"},
             Case{"_config.yml", "title: T\n", "_posts/2024-01-01-a.md", "It\u2019s \u201Ca\u201D"},
             Case{"_config.yml", "kramdown:\n  smart_quotes: apos,apos,quot,quot\n",
                  "_posts/2024-01-01-a.md", "It's \"a\""},
             Case{"_config.yml", "kramdown:\n  smart_quotes: [lsquo, rsquo, laquo, raquo]\n",
                  "_posts/2024-01-01-a.md", "It\u2019s \u00ABa\u00BB"},
             Case{"_config.yml", "markdown: CommonMark\n", "_posts/2024-01-01-a.md", "It's \"a\""},
             Case{"_config.yml", "markdown: CommonMarkGhPages\ncommonmark:\n  options: [SMART]\n",
                  "_posts/2024-01-01-a.md", "It\u2019s \u201Ca\u201D"},
         }) {
        CAPTURE(each.settings);
        const MemoryFolder folder;
        folder.write(each.config, each.settings);
        folder.write(each.article, "---\n" + text);
        const LoadedSite site = load(folder);
        CHECK(said(site).empty());
        REQUIRE(site.publication.entry("/2024/01/01/a/") != nullptr);
        const model::Entry& entry = *site.publication.entry("/2024/01/01/a/");
        CHECK(entry.summary.title == each.title);
        const std::string title(each.title);
        const std::string quoted = title.substr(title.find(' ') + 1);
        std::string body = model::plain_text(entry.body);
        std::replace(body.begin(), body.end(), 'b', 'a');
        CHECK(body == quoted);
    }
}

}  // namespace broadsheet::press
