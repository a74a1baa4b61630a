// A second import into a folder changes only what it must.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace fs = std::filesystem;

TEST_CASE("a second import changes only what changed, and never what the author edited") {
    ImportedWordpress site(post_item(1, "One") + post_item(2, "Two"));
    std::ofstream(site.path("articles/2025/01/post-1.md"), std::ios::app) << "Mine\n";
    site.import(wordpress_export(post_item(1, "Uno") + post_item(2, "Two")));
    CHECK(site.report.edited == std::vector<std::string>{"articles/2025/01/post-1.md"});
    CHECK(has(site.post(1), "Mine"));
    CHECK(has(site.file("articles/2025/01/post-1.md.new"), "Uno"));
    CHECK(site.report.unchanged >= 2);
}

TEST_CASE("an item that moved is not there twice, and what is gone is named but kept") {
    const std::string guid = "<guid>https://paper.example/?p=2</guid>";
    std::string moved = post_item(2, "Two", guid);
    ImportedWordpress site(post_item(1, "One") + moved + post_item(3, "Three"));
    for (auto at = moved.find("2025-01-02"); at != std::string::npos;
         at = moved.find("2025-01-02")) {
        moved.replace(at, 10, "2025-02-02");
    }
    fs::remove(site.path("articles/2025/01/post-1.md"));
    site.import(wordpress_export(post_item(1, "One") + moved));
    CHECK(site.report.removed == std::vector<std::string>{"articles/2025/01/post-2.md"});
    CHECK_FALSE(fs::exists(site.path("articles/2025/01/post-2.md")));
    CHECK(has(site.file("articles/2025/02/post-2.md"), "Two"));
    CHECK(site.report.gone == std::vector<std::string>{"articles/2025/01/post-3.md"});
    CHECK(fs::exists(site.path("articles/2025/01/post-3.md")));
    // What the author deleted stays so until the export has another text.
    CHECK(site.report.deleted == std::vector<std::string>{"articles/2025/01/post-1.md"});
    CHECK(site.post(1).empty());
    site.import(wordpress_export(post_item(1, "Uno") + moved));
    CHECK(has(site.post(1), "Uno"));
}

TEST_CASE("two sites do not get into one folder") {
    ImportedWordpress site(post_item(1, "One"));
    std::string other = wordpress_export(post_item(2, "Two"));
    for (auto at = other.find("paper.example"); at != std::string::npos;
         at = other.find("paper.example")) {
        other.replace(at, 13, "other.example");
    }
    site.import(other);
    CHECK_FALSE(site.report.ok());
    CHECK(has(site.report.diagnostics[0].what, "the folder holds another site"));
    CHECK(site.file("articles/2025/01/post-2.md").empty());
}
