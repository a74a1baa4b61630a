#include "press/publication/overview_pages.h"

#include <doctest/doctest.h>

#include <string>

#include "addresses/overviews.h"
#include "press/load/load_folder.h"
#include "press/output/build.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

// The text of an entry with the targets of its links: "2025(/2025/) July 2025(/2025/07/) (2)".
void add_text(const std::vector<model::Node>& nodes, std::string& out) {
    for (const model::Node& node : nodes) {
        out += node.text;
        add_text(node.children, out);
        if (!node.target.empty()) out += "<" + node.target + ">";
        if (node.kind == model::NodeKind::list_item || node.kind == model::NodeKind::heading) {
            out += "; ";
        }
    }
}

std::string text_of(const LoadedSite& site, std::string_view path) {
    const model::Entry* entry = site.publication.entry(path);
    if (entry == nullptr) return "none";
    std::string out = entry->summary.title + ": ";
    add_text(entry->body.blocks, out);
    return out;
}

const std::string article =
    "---\ntitle: A\ndate: 2025-07-01\ntags: [Zoo, art]\ncategories: [Asia, China]\n---\nx\n";

}  // namespace

TEST_CASE("three pages lead to all months, categories and tags") {
    const test::ScratchFolder folder;
    folder.write("a.md", article);
    folder.write("b.md", "---\ntitle: B\ndate: 2024-12-01\ncategories: [Asia, China]\n---\nx\n");
    const LoadedSite site = load_whole(folder);
    CHECK(text_of(site, addresses::archive_path) ==
          "Archives: 2025</2025/>; July 2025</2025/07/> (1); 2024</2024/>; "
          "December 2024</2024/12/> (1); ");
    CHECK(text_of(site, addresses::categories_path) ==
          "Categories: Asia</category/asia/> (2)China</category/asia/china/> (2); ; ");
    CHECK(text_of(site, addresses::tags_path) == "Tags: art</tag/art/> (1); Zoo</tag/zoo/> (1); ");
}

TEST_CASE("overview pages that would be empty do not exist") {
    const test::ScratchFolder folder;
    folder.write("pages/about.md", "---\ntitle: About\n---\nx\n");
    const LoadedSite site = load_whole(folder);
    CHECK(site.store.overviews.empty());
    CHECK(site.publication.entries.size() == 1);
}

TEST_CASE("pages without text at the addresses of overview pages get their content") {
    const MemoryFolder folder;
    folder.write("_config.yml", "source_dir: source\n");
    folder.write("source/_posts/a.md", article);
    folder.write("source/tags/index.md", "---\ntitle: Marks\ntype: tags\n---\n\n");
    folder.write("source/categories/index.md", "---\ntitle: Kinds\ntype: categories\n---\nMine.\n");
    const LoadedSite site = load_whole(folder);
    CHECK(said(site).empty());
    CHECK(text_of(site, addresses::tags_path) == "Marks: art</tag/art/> (1); Zoo</tag/zoo/> (1); ");
    CHECK(text_of(site, addresses::categories_path) == "Kinds: Mine.");
    CHECK(site.store.overviews.contains("/tags/"));
    CHECK(!site.store.overviews.contains("/categories/"));
}

TEST_CASE("a page without text stays where there is nothing to list") {
    const MemoryFolder folder;
    folder.write("site.toml", "title = 'T'\n");
    folder.write("tags.md", "---\ntitle: Marks\n---\n");
    CHECK(text_of(load_whole(folder), addresses::tags_path) == "Marks: ");
}

TEST_CASE("the author's pages and files come before overview pages") {
    const test::ScratchFolder folder;
    folder.write("a.md", article);
    folder.write("pages/archive.md", "---\ntitle: Mine\nurl: /archive/\n---\nx\n");
    folder.write("static/categories/index.html", "<p>Mine</p>");
    folder.write("site.toml", "title = 'T'\n");
    const LoadedSite site = load_whole(folder);
    for (const Diagnostic& each : site.diagnostics) INFO(format_diagnostic(each));
    CHECK(site.diagnostics.empty());
    CHECK(site.publication.entry("/archive/")->summary.title == "Mine");
    CHECK(site.publication.entry("/categories/") == nullptr);
    CHECK(site.store.overviews == std::set<model::Path>{"/tags/"});
}

}  // namespace broadsheet::press
