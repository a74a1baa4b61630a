// Loads and builds complete content folders.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "press/load/load_folder.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"

using namespace broadsheet;
using press::load;
using press::MemoryFolder;

namespace {

std::string article(const std::string& date, const std::string& fields = {},
                    const std::string& body = "Text.\n") {
    return "---\ntitle: T\ndate: " + date + "\n" + fields + "---\n" + body;
}

std::string said(const press::Diagnostics& diagnostics) {
    std::string out;
    for (const press::Diagnostic& each : diagnostics) out += press::format_diagnostic(each);
    return out;
}

// One line for each entry: "path" or "path → target".
std::string addresses(const model::Publication& publication) {
    std::string out;
    for (const auto& [path, entry] : publication.entries) {
        out += path;
        if (entry.kind == model::EntryKind::page) out += " page";
        if (entry.kind == model::EntryKind::redirect) out += " > " + entry.redirect;
        out += '\n';
    }
    return out;
}

std::string lists(const model::Publication& publication) {
    std::string out;
    for (const auto& [path, list] : publication.lists) {
        out += path + " " + list.title + " " + std::to_string(list.total()) + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("addresses of articles, pages, aliases and redirects") {
    const MemoryFolder folder;
    folder.write("2024-02-06-from-name.md", "Text\n");
    folder.write("dated.md", article("2024-02-07"));
    folder.write("Named Slug.md", article("2024-02-08", "slug: Own Slug\n"));
    folder.write("url.md", article("2024-02-09", "url: own/place\naliases: [/old/, older.html]\n"));
    folder.write("bundle/index.md", article("2024-02-10"));
    folder.write("pages/about.md", "About\n");
    folder.write("pages/legal/privacy.md", "Privacy\n");
    folder.write("pages/legal/index.md", "Legal\n");
    folder.write("guides/One Two.md", "Undated\n");
    folder.write("posts/undated.md", "Undated\n");
    folder.write("stub.md", "---\nredirect: /blog/dated\n---\n");
    folder.write("away.md", "---\nredirect: https://example.org/x\n---\n");
    folder.write("README.md", "About the folder\n");
    folder.write(".hidden.md", "x");
    folder.write("node_modules/x.md", "x");
    folder.write("index.md", "---\ntitle: The Site\n---\n");
    // Most links with this prefix match articles of the site, so it is recognised as the site's
    // former location.
    folder.write("linking.md",
                 article("2024-02-11", "",
                         "[a](/blog/dated) [b](/blog/url#x) [c](dated.md) [d](/blog/nothing)\n"));
    const auto site = load(folder);
    CHECK(site.publication.site.title == "The Site");
    CHECK(addresses(site.publication) ==
          "/2024/02/06/from-name/\n"
          "/2024/02/07/dated/\n"
          "/2024/02/08/own-slug/\n"
          "/2024/02/10/bundle/\n"
          "/2024/02/11/linking/\n"
          "/about/ page\n"
          "/away/ > https://example.org/x\n"
          "/guides/one-two/ page\n"
          "/legal/ page\n"
          "/legal/privacy/ page\n"
          "/old/ > /own/place/\n"
          "/older.html > /own/place/\n"
          "/own/place/\n"
          "/posts/undated/\n"
          "/stub/ > /2024/02/07/dated/\n");
    const auto& links = site.publication.entries.at("/2024/02/11/linking/").body.blocks[0].children;
    CHECK(links[0].target == "/2024/02/07/dated/");
    CHECK(links[2].target == "/own/place/#x");
    CHECK(links[4].target == "/2024/02/07/dated/");
    CHECK(links[6].target == "/blog/nothing");
    CHECK(said(site.diagnostics) ==
          "README.md: note: files that describe the folder rather than the site are not "
          "published; add front matter to publish them\n");
}

TEST_CASE("permalink patterns of site.toml") {
    const MemoryFolder folder;
    folder.write("site.toml", "permalink = \"/:categories/:year/:i_month/:slug.html\"\n");
    folder.write("a.md", article("2024-02-06", "category: News\n"));
    CHECK(addresses(load(folder).publication) == "/news/2024/2/a.html\n");
}

TEST_CASE("equal dates never hide an article") {
    const MemoryFolder folder;
    for (const char* name : {"a", "b", "c"}) {
        folder.write(std::string(name) + ".md", article("2024-02-06T10:00:00Z"));
    }
    folder.write("older.md", article("2024-02-06T12:00:00+03:00"));
    folder.write("posts/undated.md", "x");
    const auto publication = load(folder).publication;
    const auto neighbours = [&](const char* path) {
        const model::Entry& entry = publication.entries.at(path);
        return (entry.previous ? entry.previous->path : "-") + " " +
               (entry.next ? entry.next->path : "-");
    };
    CHECK(neighbours("/2024/02/06/older/") == "- /2024/02/06/a/");
    CHECK(neighbours("/2024/02/06/a/") == "/2024/02/06/older/ /2024/02/06/b/");
    CHECK(neighbours("/2024/02/06/b/") == "/2024/02/06/a/ /2024/02/06/c/");
    CHECK(neighbours("/2024/02/06/c/") == "/2024/02/06/b/ -");
    CHECK(neighbours("/posts/undated/") == "- -");
    const model::List* front = publication.list("/");
    REQUIRE(front != nullptr);
    REQUIRE(front->articles.size() == 5);
    CHECK(front->articles.front()->path == "/2024/02/06/c/");
    CHECK(front->articles.back()->path == "/posts/undated/");
}

TEST_CASE("nested categories are recognised if they are consistent") {
    const MemoryFolder folder;
    folder.write(
        "a.md",
        article("2024-02-06", "categories: [Asia, China, Kunming]\ntags: [River, river, Lake]\n"));
    folder.write(
        "b.md",
        article("2024-03-07", "categories: [Asia, China, Beijing]\ntags: [river]\nauthor: jo\n"));
    folder.write("c.md", article("2024-03-08", "categories: [Asia, Japan]\n"));
    folder.write("site.toml", "title = \"T\"\n[authors.jo]\nname = \"Jo Doe\"\nbio = \"Bio\"\n");
    const auto publication = load(folder).publication;
    CHECK(lists(publication) ==
          "/ T 3\n"
          "/2024/ 2024 3\n"
          "/2024/02/ February 2024 1\n"
          "/2024/02/06/ February 6, 2024 1\n"
          "/2024/03/ March 2024 2\n"
          "/2024/03/07/ March 7, 2024 1\n"
          "/2024/03/08/ March 8, 2024 1\n"
          "/author/jo/ Jo Doe 1\n"
          "/category/asia/ Asia 3\n"
          "/category/asia/china/ China 2\n"
          "/category/asia/china/beijing/ Beijing 1\n"
          "/category/asia/china/kunming/ Kunming 1\n"
          "/category/asia/japan/ Japan 1\n"
          "/tag/lake/ Lake 1\n"
          "/tag/river/ river 2\n");
    REQUIRE(publication.site.categories.size() == 1);
    CHECK(publication.site.categories[0].count == 3);
    CHECK(publication.site.categories[0].children.size() == 2);
    CHECK(publication.list("/category/asia/china/kunming/")->trail.size() == 2);
    const model::Entry& entry = publication.entries.at("/2024/02/06/a/");
    REQUIRE(entry.summary.category_trail.size() == 3);
    CHECK(entry.summary.category_trail[2].path == "/category/asia/china/kunming/");
    CHECK(entry.tags.size() == 2);
    REQUIRE(publication.site.archive.size() == 2);
    CHECK(publication.site.archive[0] == model::ArchiveMonth{2024, 3, 2, 0b11000000, {1, 1}});
}

TEST_CASE("flat categories stay flat, and a category with a slash is always nested") {
    const MemoryFolder folder;
    folder.write("a.md", article("2024-02-06", "categories: [News, China]\n"));
    folder.write("b.md", article("2024-02-07", "categories: [China, News]\n"));
    folder.write("c.md", article("2024-02-08", "category: Asia/China\n"));
    const std::string all = lists(load(folder).publication);
    CHECK(all.find("/category/china/ China 2") != std::string::npos);
    CHECK(all.find("/category/news/ News 2") != std::string::npos);
    CHECK(all.find("/category/asia/china/ China 1") != std::string::npos);
}

TEST_CASE("drafts, future and expired articles are published only with their flags") {
    const MemoryFolder folder;
    folder.write("a.md", article("2024-01-01"));
    folder.write("draft.md", article("2024-01-01", "draft: true\n"));
    folder.write("hidden.md", article("2024-01-01", "published: false\n"));
    folder.write("future.md", article("2026-01-02"));
    folder.write("later.md", article("2024-01-01", "publishDate: 2026-01-02\n"));
    folder.write("expired.md", article("2024-01-01", "expiryDate: 2025-01-01\n"));
    CHECK(load(folder).publication.entries.size() == 1);
    CHECK(load(folder, {.drafts = true}).publication.entries.size() == 3);
    CHECK(load(folder, {.future = true}).publication.entries.size() == 3);
    CHECK(load(folder, {.expired = true}).publication.entries.size() == 2);
}

TEST_CASE("summaries come from the field, the divider or the first words") {
    const MemoryFolder folder;
    folder.write("more.md", article("2024-01-01", "summary: S\n",
                                    "# T\n\nOne *two*.\n\n<!--more-->\n\nThree.\n"));
    folder.write("field.md", article("2024-01-02", "summary: \"*S* `x`\"\ndescription: D\n"));
    std::string words =
        "First sentence is here and has some words in it, enough of them to count as ones. ";
    for (int i = 0; i < 100; ++i) words += "word ";
    folder.write("auto.md", article("2024-01-03", "", "## Heading\n\n" + words + "\n"));
    folder.write("short.md", article("2024-01-04", "", "One.\n\n```\ncode\n```\n\nTwo.\n"));
    folder.write("lake.png", "x");
    folder.write("list.md", article("2024-01-06", "", "- six\n  - nested\n- seven\n"));
    folder.write("picture.md",
                 article("2024-01-05", "",
                         "![Morning over a lake](lake.png) In *it* ![a boat](lake.png) lies\na "
                         "`boat`.\n\n[![All of it](lake.png)](/)\n\nAnd so on.\n"));
    const auto publication = load(folder).publication;
    CHECK(publication.entries.at("/2024/01/05/picture/").summary.excerpt ==
          "In it lies a boat. And so on.");
    CHECK(publication.entries.at("/2024/01/01/more/").summary.excerpt == "One two.");
    CHECK(publication.entries.at("/2024/01/02/field/").summary.excerpt == "S x");
    CHECK(publication.entries.at("/2024/01/02/field/").description == "D");
    const model::Entry& automatic = publication.entries.at("/2024/01/03/auto/");
    CHECK(model::count_words(automatic.summary.excerpt) == 70);
    CHECK(automatic.summary.excerpt.ends_with("word…"));
    CHECK(automatic.description.size() < 170);
    CHECK(publication.entries.at("/2024/01/04/short/").summary.excerpt == "One. Two.");
    CHECK(publication.entries.at("/2024/01/06/list/").summary.excerpt == "six nested seven");
}

TEST_CASE("titles come from the field, the first heading or the file's name") {
    const MemoryFolder folder;
    folder.write("a.md", "# Heading\n\nText\n");
    folder.write("some-name.md", "Text\n");
    folder.write("c.md", "---\ntitle: Same\n---\n# Same\n\nText\n");
    folder.write("d.md", "---\ntitle: One\n---\n# Two\n");
    const auto publication = load(folder).publication;
    CHECK(publication.entries.at("/a/").summary.title == "Heading");
    CHECK(publication.entries.at("/a/").body.blocks.size() == 1);
    CHECK(publication.entries.at("/some-name/").summary.title == "Some name");
    CHECK(publication.entries.at("/c/").body.blocks.size() == 1);
    CHECK(publication.entries.at("/d/").body.blocks.size() == 1);
}

TEST_CASE("pictures are found beside the article, from the root and in static/") {
    const MemoryFolder folder;
    const std::string gif = std::string("GIF89a") + '\x02' + '\0' + '\x03' + '\0';
    folder.write(
        "post/index.md",
        article("2024-01-01", "image: own.gif\n",
                "![a](own.gif) ![b](/shared/a%20b.gif) ![c](/s.gif) ![d](../shared/a%20b.gif)\n"));
    folder.write("post/own.gif", gif);
    folder.write("shared/a b.gif", gif);
    folder.write("static/s.gif", gif);
    folder.write("static/run.js", "alert(1)");
    folder.write("page.html", "<script>alert(1)</script>");
    const auto site = load(folder);
    const model::Entry& entry = site.publication.entries.at("/2024/01/01/post/");
    const auto& nodes = entry.body.blocks[0].children;
    CHECK(nodes[0].target == "/post/own.gif");
    CHECK(nodes[0].width == 2);
    CHECK(nodes[0].height == 3);
    CHECK(nodes[2].target == "/shared/a b.gif");
    CHECK(nodes[4].target == "/s.gif");
    CHECK(nodes[6].target == "/shared/a b.gif");
    CHECK(entry.summary.picture->target == "/post/own.gif");
    CHECK(site.assets.size() == 4);
    CHECK(press::count_of(site.diagnostics, press::Severity::warning) == 0);
}

TEST_CASE("sound and video files of the site are played, with their length") {
    const MemoryFolder folder;
    // Two seconds of silence at 8,000 bytes a second.
    const std::string wav = std::string("RIFF\x24\x3e\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0", 24) +
                            std::string("\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0", 12) +
                            std::string("data\x80\x3e\0\0", 8) + std::string(16000, '\x7f');
    folder.write("sound.wav", wav);
    folder.write("film.mp4", "x");
    folder.write("film.vtt", "WEBVTT\n");
    folder.write("poster.gif", std::string("GIF89a\x02\0\x03\0", 10));
    folder.write("a.md",
                 article("2024-01-01", "",
                         "One ![Two](sound.wav \"Three\") four\n\n"
                         "<video poster=poster.gif width=320 height=240><source src=film.mp4>"
                         "<track src=film.vtt srclang=en label=English kind=captions></video>\n\n"
                         "<p><b>a <audio src=sound.wav></audio></b></p>\n\n"
                         "# ![Head](sound.wav)\n\n"
                         "![far](https://other.example/b.mp3)\n\n"
                         "![](gone.mp3)\n"));
    folder.write("episode.md",
                 article("2024-01-02", "audio: sound.wav\ntranscript: film.vtt\n", "Text\n"));
    const auto site = load(folder);
    const auto& blocks = site.publication.entries.at("/2024/01/01/a/").body.blocks;
    REQUIRE(blocks.size() == 8);
    CHECK(blocks[0].children[0].text == "One");
    CHECK(blocks[1].kind == model::NodeKind::audio);
    CHECK(blocks[1].target == "/sound.wav");
    CHECK(blocks[1].title == "Two");
    CHECK(blocks[1].number == 2);
    CHECK(blocks[2].children[0].text == "four");
    CHECK(blocks[3].kind == model::NodeKind::video);
    CHECK(blocks[3].info == "/poster.gif");
    CHECK(blocks[3].width == 320);
    REQUIRE(blocks[3].children.size() == 1);
    CHECK(blocks[3].children[0].target == "/film.vtt");
    CHECK(blocks[3].children[0].info == "captions");
    CHECK(blocks[4].children[0].kind == model::NodeKind::strong);
    CHECK(blocks[5].kind == model::NodeKind::audio);
    CHECK(blocks[6].children[0].kind == model::NodeKind::link);
    CHECK(blocks[7].children[0].target == "https://other.example/b.mp3");
    CHECK(said(site).find("there is no sound file \"gone.mp3\"") != std::string::npos);
    const model::Entry& episode = site.publication.entries.at("/2024/01/02/episode/");
    REQUIRE(episode.episode);
    CHECK(*episode.episode ==
          model::Episode{"/sound.wav", "audio/wav", 16'044, 2, "/film.vtt", ""});
    CHECK(episode.body.blocks[0].kind == model::NodeKind::audio);
    CHECK(episode.body.blocks[0].children[0].target == "/film.vtt");
    CHECK(site.publication.site.recordings);
}

TEST_CASE("the policy names where forms send to") {
    const MemoryFolder folder;
    folder.write("a.md",
                 article("2024-01-01", "", "{{< form action=\"https://a.example/x\" >}}\n"));
    folder.write("b.md", article("2024-01-02", "",
                                 "<form action=\"https://b.example:8443\"><input name=q></form>\n\n"
                                 "{{< form action=\"/own\" >}} {{< form >}}\n"));
    folder.write(
        "b.comments.json",
        "{\"comments\": [{\"id\": 1, \"author\": \"A\", \"date\": \"2024-01-03\", \"text\": "
        "\"<form action=\\\"https://c.example/\\\"><input name=q></form> Text\"}]}");
    const auto site = load(folder);
    CHECK(site.publication.site.form_targets ==
          std::vector<std::string>{"https://a.example", "https://b.example:8443"});
    CHECK(said(site).find("the form has no address to send to") != std::string::npos);
    for (const model::Comment& comment : site.publication.entries.at("/2024/01/02/b/").comments) {
        for (const model::Node& block : comment.text.blocks) {
            CHECK(block.kind != model::NodeKind::form);
        }
    }
}

TEST_CASE("sites of other generators are read without changes") {
    const MemoryFolder jekyll;
    jekyll.write("_config.yml",
                 "title: J\nrepository: https://example.org/r\npermalink: /:year/:title/\n");
    jekyll.write(
        "_posts/2024-02-06-a.markdown",
        "---\nlayout: post\n---\n{{ site.repository }}/x [b]({% post_url 2024-02-07-b %})\n");
    jekyll.write("sub/_posts/2024-02-07-b.md", "---\ntitle: B\n---\nx\n");
    jekyll.write("_layouts/x.md", "x");
    jekyll.write("about.md", "---\ntitle: About\ndate: 2024-01-01\n---\nx\n");
    const auto one = load(jekyll);
    CHECK(one.publication.site.title == "J");
    CHECK(addresses(one.publication) == "/2024/a/\n/2024/b/\n/about/ page\n");
    CHECK(one.publication.list("/category/sub/") != nullptr);
    const auto& nodes = one.publication.entries.at("/2024/a/").body.blocks[0].children;
    CHECK(nodes[0].target == "https://example.org/r/x");
    CHECK(nodes[2].target == "/2024/b/");

    const MemoryFolder hugo;
    hugo.write(
        "hugo.toml",
        "title = 'H'\nbaseURL = 'https://example.org/sub/'\n[permalinks]\nposts = '/:slug/'\n");
    hugo.write("content/posts/a.md",
               "+++\ntitle = 'A'\ndate = 2024-02-06\n+++\n{{< ref \"b\" >}}\n");
    hugo.write("content/posts/b/index.md", "+++\ntitle = 'B'\ndate = 2024-02-06\n+++\n[a](../a)\n");
    hugo.write("content/posts/_index.md", "+++\ntitle = 'Posts'\n+++\n");
    hugo.write("content/posts/a.fr.md", "+++\ntitle = 'A'\ndate = 2024-02-06\n+++\n");
    hugo.write("layouts/x.md", "x");
    const auto two = load(hugo);
    CHECK(two.base_path == "/sub/");
    CHECK(addresses(two.publication) == "/a/\n/b/\n/fr/a/\n/posts/ > /\n");
    CHECK(two.publication.entries.at("/fr/a/").language == "fr");
    CHECK(two.publication.entries.at("/b/").body.blocks[0].children[0].target == "/a/");

    const MemoryFolder zola;
    zola.write("config.toml", "base_url = 'https://example.org'\ntitle = 'Z'\n");
    zola.write("content/2018/index.md", "+++\ntitle = '2018'\n+++\nx");
    zola.write("content/blog/2024-02-06_a.md", "+++\n+++\n[b](@/2018/index.md#x)\n");
    const auto three = load(zola);
    CHECK(addresses(three.publication) ==
          "/2024/02/06/a/\n/blog/ > /\n/blog/a/ > /2024/02/06/a/\n/pages/2018/ page\n");
    CHECK(three.publication.entries.at("/2024/02/06/a/").body.blocks[0].children[0].target ==
          "/pages/2018/#x");
}

TEST_CASE("folders determine languages") {
    const MemoryFolder folder;
    folder.write("ar/about/index.md", "---\ntitle: A\n---\nx");
    folder.write("zh-cn/index.md", "---\ntitle: B\n---\nx");
    folder.write("en/x.md", "---\ntitle: C\nlang: en-GB\n---\nx");
    const auto publication = load(folder).publication;
    CHECK(publication.entries.at("/ar/about/").language == "ar");
    CHECK(publication.entries.at("/zh-cn/").language == "zh-CN");
    CHECK(publication.entries.at("/en/x/").language == "en-GB");
}

TEST_CASE("calendar lists are ranges of the front page's list") {
    const MemoryFolder folder;
    for (int i = 0; i < 230; ++i) {
        const std::string day = i < 200 ? "2024-02-06" : i < 220 ? "2024-02-07" : "2023-12-31";
        folder.write("p" + std::to_string(i) + ".md", article(day, "tags: [t]\n"));
    }
    folder.write("posts/undated.md", "---\ntitle: Undated\n---\n\nText.\n");
    const auto publication = load(folder).publication;
    CHECK(publication.list("/tag/t/")->total() == 230);
    CHECK(publication.list("/")->total() == 231);
    CHECK(publication.list("/2024/")->total() == 220);
    CHECK(publication.list("/2024/02/")->total() == 220);
    CHECK(publication.list("/2024/02/06/")->total() == 200);
    CHECK(publication.list("/2024/02/06/")->title == "February 6, 2024");
    CHECK(publication.list("/2024/02/06/")->trail.size() == 2);
    const model::List* last = publication.list("/2023/12/31/");
    REQUIRE(last != nullptr);
    CHECK(last->total() == 10);
    for (const auto& each : last->articles) CHECK(each->date.day.year == 2023);
    CHECK(publication.list("/2024/02/08/") == nullptr);
    CHECK(publication.site.recent.size() == 16);
}
