// Folders of the tools whose configuration is a script, and Hexo's folders of posts.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

std::string text_of(const std::string& title, const std::string& text = "x") {
    return "---\ntitle: " + title + "\n---\n" + text + "\n";
}

std::string paths_of(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) all += path + " ";
    return all;
}

}  // namespace

TEST_CASE("foreign-docusaurus: docs/, blog/, src/pages/ and static/ have the addresses of there") {
    const MemoryFolder folder;
    folder.write("docusaurus.config.js", "module.exports = {}\n");
    folder.write("README.md", "# The repository\n");
    folder.write("docs/README.md", "# Docs\n\n[Intro](intro.md)\n");
    folder.write("docs/intro.md", text_of("Intro", "![Logo](/img/logo.png)"));
    folder.write("docs/deep/index.md", text_of("Deep"));
    folder.write("docs/deep/README.md", "# Not this\n");
    folder.write("docs/deep/_category_.json", "{}");
    folder.write("blog/2024-02-06-first.md", text_of("First", "[About](/about)"));
    folder.write("src/pages/about.md", text_of("About"));
    folder.write("build/old.png", "PNG");
    folder.write("static/img/logo.png", "PNG");
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/first/ /about/ /docs/ /docs/deep/ /docs/intro/ ");
    CHECK(files_of(site) == "/img/logo.png ");
    const std::string all = said(site);
    CHECK(all.find("warning") == std::string::npos);
    CHECK(all.find("docs/deep/README.md: note: a README.md beside an index.md is not a page") !=
          std::string::npos);
    CHECK(all.find("names and the order of Docusaurus' categories") != std::string::npos);
}

TEST_CASE("docusaurus-numbers: numbers before names in docs/ are for their order only") {
    const MemoryFolder folder;
    folder.write("docusaurus.config.js", "module.exports = {}\n");
    folder.write("docs/01-intro.md",
                 text_of("Intro", "[Deep](./02-guides/1. deep.md) [B](/docs/guides/b)"));
    folder.write("docs/02-guides/1. deep.md", text_of("Deep"));
    folder.write("docs/02-guides/03_b.md", text_of("B"));
    folder.write("docs/02-guides/2024-02-06-note.md", text_of("Dated"));
    folder.write("docs/02-guides/7.0-release.md", text_of("Release"));
    folder.write("docs/02-guides/404.md", text_of("Number"));
    folder.write("docs/02-guides/9-named.md", "---\ntitle: N\nslug: 10-kept\n---\nx\n");
    folder.write("src/pages/01-about.md", text_of("About"));
    const LoadedSite site = load(folder);
    const std::string all = paths_of(site);
    CAPTURE(all);
    for (const char* const path :
         {"/docs/intro/ ", "/docs/guides/deep/ ", "/docs/guides/b/ ", "/docs/guides/7-0-release/ ",
          "/docs/guides/404/ ", "/docs/guides/10-kept/ ", "/01-about/ "}) {
        CHECK(all.find(path) != std::string::npos);
    }
    CHECK(said(site).find("broken") == std::string::npos);
}

TEST_CASE("foreign-astro: src/content/ and src/pages/ are not in addresses, public/ is the root") {
    const MemoryFolder folder;
    folder.write("astro.config.mjs", "export default {}\n");
    folder.write("src/content/blog/first.md",
                 "---\ntitle: F\npubDate: 2024-02-06\n---\n"
                 "![a](../../assets/a.png) ![b](/b.png) [g](/docs/guide)\n");
    folder.write("src/content/docs/guide.md", text_of("Guide"));
    folder.write("src/pages/about.md", text_of("About"));
    folder.write("src/pages/index.astro", "x");
    folder.write("src/assets/a.png", "PNG");
    folder.write("public/b.png", "PNG");
    folder.write("dist/c.png", "PNG");
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/first/ /about/ /docs/guide/ ");
    CHECK(files_of(site) == "/src/assets/a.png /b.png ");
    CHECK(said(site).find("warning") == std::string::npos);
    CHECK(said(site).find(".astro files are not published") != std::string::npos);
}

TEST_CASE("foreign-vuepress: a README.md is its folder's page, and public/ is the root") {
    for (const std::string start : {"", "docs/"}) {
        for (const std::string own : {".vuepress/", ".vitepress/"}) {
            const MemoryFolder folder;
            folder.write(start + own + "config.js", "x");
            folder.write(start + ".vuepress/public/v.png", "PNG");
            folder.write(start + "public/w.png", "PNG");
            folder.write(start + "guide/README.md", "# Guide\n\n[B](./b.md) ![v](/v.png)\n");
            folder.write(start + "guide/b.md", "# B\n\n[Guide](/guide/) ![w](/w.png)\n");
            const LoadedSite site = load(folder);
            CAPTURE(start);
            CAPTURE(own);
            CHECK(said(site) == "");
            CHECK(paths_of(site) == "/guide/ /guide/b/ ");
            CHECK(files_of(site) == "/w.png /v.png ");
        }
    }
}

TEST_CASE("foreign-eleventy: the folder of the texts is that of the script, and not its output") {
    const MemoryFolder folder;
    folder.write(".eleventy.js",
                 "module.exports = (c) => {\n"
                 "  c.addPassthroughCopy({ './public/': '/' });\n"
                 "  return { dir: { input: './src', output: \"dist\" } };\n};\n");
    folder.write("public/p.png", "PNG");
    folder.write("README.md", "# The repository\n");
    folder.write("src/posts/a.md", "---\ntitle: A\ndate: 2024-02-06\n---\n![i](/img/i.png)\n");
    folder.write("src/about.md", text_of("About"));
    folder.write("src/index.njk", "x");
    folder.write("src/img/i.png", "PNG");
    folder.write("dist/img/i.png", "PNG");
    const LoadedSite site = load(folder);
    CHECK(paths_of(site) == "/2024/02/06/a/ /about/ ");
    CHECK(files_of(site) == "/img/i.png /p.png ");
    CHECK(said(site).find("warning") == std::string::npos);
    CHECK(said(site).find(".njk files are not published") != std::string::npos);
}

TEST_CASE("hexo-asset-folder: the files in the folder of a post are at the post's address") {
    const MemoryFolder folder;
    folder.write("_config.yml",
                 "title: H\npermalink: :year/:month/:day/:title/\npost_asset_folder: true\n");
    folder.write("source/_posts/hello.md",
                 "---\ntitle: Hello\ndate: 2024-01-02\n---\n![c](cat.jpg) ![d](hello/cat.jpg) "
                 "{% asset_img cat.jpg A cat %} {% asset_link a/b.pdf The report %}\n");
    folder.write("source/_posts/hello/cat.jpg", "JPEG");
    folder.write("source/_posts/hello/a/b.pdf", "PDF");
    folder.write("source/_posts/other.md",
                 "---\ntitle: Other\ndate: 2024-01-03\n---\n![c](/2024/01/02/hello/cat.jpg)\n");
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    CHECK(files_of(site) == "/2024/01/02/hello/a/b.pdf /2024/01/02/hello/cat.jpg ");
    const model::Entry* hello = site.publication.entry("/2024/01/02/hello/");
    REQUIRE(hello != nullptr);
    std::string targets;
    for (const model::Node& node : hello->body.blocks[0].children) {
        if (!node.target.empty()) targets += node.target + " ";
    }
    CHECK(targets ==
          "/2024/01/02/hello/cat.jpg /2024/01/02/hello/cat.jpg /2024/01/02/hello/cat.jpg "
          "/2024/01/02/hello/a/b.pdf ");
}

TEST_CASE("jekyll-same-day: categories tell posts of the same day and name apart") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: J\n");
    folder.write("a/_posts/2024-02-06-x.md", text_of("X"));
    folder.write("b/_posts/2024-02-06-x.md", text_of("Y"));
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    CHECK(site.publication.entry("/2024/02/06/x/") != nullptr);
    CHECK(site.publication.entry("/b/2024/02/06/x/") != nullptr);
}

}  // namespace broadsheet::press
