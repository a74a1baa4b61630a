// Small Jekyll sites. What is expected is what Jekyll 4.3.1 makes of them.
#include <doctest/doctest.h>

#include <string>

#include "press/load/load_folder.h"

namespace broadsheet::press {

namespace {

std::string target_of(const LoadedSite& site, const std::string& path) {
    const model::Entry* entry = site.publication.entry(path);
    return entry == nullptr ? "none" : entry->redirect;
}

std::string titled(const std::string& title, const std::string& fields = {}) {
    return "---\ntitle: " + title + "\n" + fields + "---\nx\n";
}

// The addresses of all entries that are not redirects, and of all files, each followed by a space.
std::string published(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) {
        if (entry.kind != model::EntryKind::redirect) all += path + " ";
    }
    return all + files_of(site);
}

}  // namespace

TEST_CASE("pages of a Jekyll site are found at their files, unless addresses end with a slash") {
    for (const char* permalink : {"", "permalink: date\n", "permalink: /:title.html\n",
                                  "permalink: /blog/:year/:title\n", "permalink: weekdate\n"}) {
        CAPTURE(permalink);
        const MemoryFolder folder;
        folder.write("_config.yml", std::string("title: T\n") + permalink);
        folder.write("about.md", "---\ntitle: About\n---\nx\n");
        folder.write("docs/Read Me.md", "---\ntitle: Read me\n---\nx\n");
        folder.write("_posts/2024-01-01-a.md", "---\ntitle: A\n---\nx\n");
        const LoadedSite site = load(folder);
        CHECK(target_of(site, "/about.html") == "/about/");
        CHECK(target_of(site, "/docs/Read Me.html") != "none");
    }
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\npermalink: pretty\n");
    folder.write("about.md", "---\ntitle: About\n---\nx\n");
    CHECK(target_of(load(folder), "/about.html") == "none");
}

TEST_CASE("a slug in Jekyll's addresses keeps letters of all scripts, in lower case") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\npermalink: /blog/:short_year/:slug/\n");
    folder.write("_posts/2024-11-25-\u00FCber-stra\u00DFe.md", "---\ntitle: A\n---\nx\n");
    folder.write("_posts/2024-03-05-Hello_World Again.md", "---\ntitle: B\n---\nx\n");
    folder.write("_posts/2024-01-02-c.md", "---\ntitle: C\nslug: Own_Slug\n---\nx\n");
    const LoadedSite site = load(folder);
    for (const char* path :
         {"/blog/24/\u00FCber-stra\u00DFe/", "/blog/24/hello-world-again/", "/blog/24/own-slug/"}) {
        CAPTURE(path);
        CHECK(site.publication.entry(path) != nullptr);
    }
}

TEST_CASE("categories of Jekyll's defaults come before those of a post") {
    const MemoryFolder folder;
    folder.write("_config.yml",
                 "title: T\npermalink: /:categories/:title/\ndefaults:\n"
                 "  - scope: {path: '', type: posts}\n    values: {categories: [usual]}\n"
                 "  - scope: {path: '_posts/deep'}\n    values: {categories: 'deep more'}\n");
    folder.write("_posts/2024-01-01-none.md", "---\ntitle: A\n---\nx\n");
    folder.write("_posts/2024-01-02-text.md", "---\ntitle: B\ncategories: a usual b\n---\nx\n");
    folder.write("_posts/deep/2024-01-03-list.md", "---\ntitle: C\ncategories: [c]\n---\nx\n");
    const LoadedSite site = load(folder);
    for (const char* path : {"/usual/none/", "/usual/a/b/text/", "/deep/more/c/list/"}) {
        CAPTURE(path);
        CHECK(site.publication.entry(path) != nullptr);
    }
}

TEST_CASE("two dollars are a formula in Jekyll, whatever its switches") {
    const auto formulas = [](const std::string& config, const std::string& field) {
        const MemoryFolder folder;
        folder.write("_config.yml", "title: T\n" + config);
        folder.write("_posts/2024-01-01-a.md",
                     "---\ntitle: A\n" + field + "---\nIn $$x^2$$ there is $1 and $2.\n");
        int count = 0;
        const LoadedSite site = load(folder);
        for (const auto& [path, entry] : site.publication.entries) {
            if (entry.body.blocks.empty()) continue;
            for (const model::Node& node : entry.body.blocks.front().children) {
                count += node.kind == model::NodeKind::formula ? 1 : 0;
            }
        }
        return count;
    };
    CHECK(formulas("", "") == 1);
    CHECK(formulas("markdown: kramdown\nkramdown: {math_engine: katex}\n", "") == 1);
    CHECK(formulas("kramdown: {math_engine: null}\n", "") == 0);
    CHECK(formulas("markdown: CommonMark\n", "") == 0);
    CHECK(formulas("", "math: false\n") == 0);
}

TEST_CASE("notes, copies and parts in a Jekyll site are not published") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\n");
    folder.write("_posts/2024-01-01-a.md", titled("A"));
    for (const char* const path : {"_drafts/notes.txt", "_drafts/pic.png", "_drafts/noext",
                                   "_posts/noext", "_posts/notes.txt", "_posts/x.text",
                                   "_posts/2024-01-02-draft.md.bak", "_posts/2024-01-03-x.md~",
                                   "sub/_x.txt", "~z.txt", "#w.txt", "sub/v.txt~", "#dir/x.txt"}) {
        folder.write(path, "secret");
    }
    for (const char* const path : {"_drafts/page.html", "_posts/nodate.html", "folder/_inner.md",
                                   "folder/~back.md", "#x.md", "~dir/x.md"}) {
        folder.write(path, titled("Secret"));
    }
    folder.write("ok.txt", "ok");
    CHECK(published(load(folder)) == "/2024/01/01/a/ /ok.txt ");
}

TEST_CASE("Jekyll's configuration may publish what is in the future") {
    const auto site_with = [](const std::string& settings) {
        const MemoryFolder folder;
        folder.write("_config.yml", "permalink: /:title/\n" + settings);
        folder.write("_posts/2099-01-01-future.md", titled("Future"));
        folder.write("_posts/2024-01-01-hidden.md", titled("Hidden", "published: false\n"));
        folder.write("_drafts/draft.md", titled("Draft", "date: 2024-01-02\n"));
        return published(load(folder));
    };
    CHECK(site_with("") == "");
    CHECK(site_with("future: true\n") == "/future/ ");
}

TEST_CASE("relative links in a Jekyll post begin at its address") {
    const MemoryFolder folder;
    folder.write("_config.yml", "title: T\n");
    folder.write("_posts/2024-01-01-a.md",
                 "---\ntitle: A\n---\n[b](../02/b.html) [c](c.html#x) [d](../../../about.html)\n");
    folder.write("_posts/2024-01-02-b.md", titled("B"));
    folder.write("_posts/2024-01-01-c.md", titled("C"));
    folder.write("about.md", titled("About"));
    const LoadedSite site = load(folder);
    const auto& nodes = site.publication.entries.at("/2024/01/01/a/").body.blocks[0].children;
    REQUIRE(nodes.size() == 5);
    CHECK(nodes[0].target == "/2024/01/02/b/");
    CHECK(nodes[2].target == "/2024/01/01/c/#x");
    CHECK(nodes[4].target == "/about/");
}

}  // namespace broadsheet::press
