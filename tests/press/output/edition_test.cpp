#include "press/output/edition.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/load/site_loader.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

namespace {

LoadedSite site_of(const test::ScratchFolder& folder) {
    folder.write("site.toml", "title = \"P\"\nbase_url = \"https://e.org\"\npage_size = 2\n");
    for (const char day : {'1', '2', '3', '4', '5'}) {
        const std::string name = std::string("2026-01-0") + day + "-a.md";
        folder.write(name, std::string("---\ntitle: A") + day +
                               "\ntags: [x]\ncategories: [Asia, China]\n---\nText\n");
    }
    folder.write("pages/about.md", "---\ntitle: About\n---\nText\n");
    LoadOptions options;
    options.content = folder.path();
    options.filter.now = *model::parse_date("2026-11-01");
    return load_site(options);
}

}  // namespace

TEST_CASE("each file of an edition is found by name and is the same") {
    const test::ScratchFolder folder;
    const LoadedSite site = site_of(folder);
    const SitePages pages(site, {});
    const Edition edition(site, pages);
    std::vector<EditionFile> files = edition.common_files();
    for (const auto& [path, entry] : site.publication.entries) {
        files.push_back(edition.page_of(entry));
    }
    for (const auto& [path, list] : site.publication.lists) {
        for (EditionFile& file : edition.pages_of_list(list)) files.push_back(std::move(file));
        for (EditionFile& file : edition.feeds_of(list)) files.push_back(std::move(file));
    }
    std::set<std::string> names;
    for (const EditionFile& file : files) {
        CAPTURE(file.name);
        CHECK(names.insert(file.name).second);
        const auto found = edition.find(file.name);
        REQUIRE(found);
        CHECK(found->make() == file.make());
    }
    for (const char* name :
         {"index.html", "page/2/index.html", "page/3/index.html", "2026/01/03/a/index.html",
          "about/index.html", "category/asia/china/index.html", "category/asia/atom.xml",
          "tag/x/feed.xml", "feed.json", "search/index.html", "404.html"}) {
        CAPTURE(name);
        CHECK(names.contains(name));
    }
}

TEST_CASE("names that an edition does not have are not found") {
    const test::ScratchFolder folder;
    LoadedSite site = site_of(folder);
    site.publication.site.feeds_of_lists = false;
    const SitePages pages(site, {});
    const Edition edition(site, pages);
    for (const char* name : {"", "page/1/index.html", "page/4/index.html", "tag/y/index.html",
                             "2026/01/06/a/index.html", "tag/x/feed.xml", "../secret"}) {
        CAPTURE(name);
        CHECK(!edition.find(name));
    }
    CHECK(edition.find("feed.xml"));
}

TEST_CASE("a page names the kind of part that it needs from the bundle") {
    const test::ScratchFolder folder;
    const LoadedSite site = site_of(folder);
    page::HtmlOptions html;
    html.script = "boot.js";
    const SitePages pages(site, html);
    const Edition edition(site, pages);
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"2026/01/03/a/index.html", "entries"},
        {"about/index.html", "entries"},
        {"index.html", "lists"},
        {"tag/x/index.html", "lists"},
        {"page/2/index.html", ""},
        {"2026/01/index.html", ""},
        {"search/index.html", ""},
        {"404.html", ""}};
    for (const auto& each : cases) {
        const std::string& name = each.first;
        const std::string& part = each.second;
        CAPTURE(name);
        const auto file = edition.find(name);
        REQUIRE(file);
        const std::string text = file->make();
        CHECK(text.find("data-manifest=") != std::string::npos);
        const auto at = text.find("data-part=");
        CHECK((at == std::string::npos) == part.empty());
        if (!part.empty()) CHECK(text.find("data-part=\"" + part + "\"") == at);
    }
}

}  // namespace broadsheet::press
