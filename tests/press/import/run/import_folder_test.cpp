// A second import into a folder changes only what it must.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
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

namespace {

std::string with_status(std::string item, const std::string& status) {
    const std::string publish = "<wp:status>publish";
    return item.replace(item.find(publish), publish.size(), "<wp:status>" + status);
}

std::string identified_post(int number, const std::string& text) {
    return post_item(number, text,
                     "<guid>https://paper.example/?p=" + std::to_string(number) + "</guid>");
}

}  // namespace

TEST_CASE("a file that the author renamed is found, and its new text is beside it") {
    ImportedWordpress site(identified_post(1, "One") + identified_post(2, "Two"));
    fs::rename(site.path("articles/2025/01/post-1.md"), site.path("articles/2025/01/mine.md"));
    site.import(wordpress_export(identified_post(1, "Uno") + identified_post(2, "Two")));
    CHECK(site.post(1).empty());
    CHECK(has(site.file("articles/2025/01/mine.md"), "One"));
    CHECK(has(site.file("articles/2025/01/mine.md.new"), "Uno"));
    CHECK(site.report.edited == std::vector<std::string>{"articles/2025/01/mine.md"});
    CHECK(site.report.deleted.empty());
    CHECK(site.report.gone.empty());
    site.import(wordpress_export(identified_post(1, "Uno") + identified_post(2, "Two")));
    CHECK(site.report.edited.empty());
    CHECK(site.report.deleted.empty());
}

TEST_CASE("an item that is private now does not stay public unsaid") {
    const std::string all = identified_post(1, "One") + identified_post(2, "Two") +
                            identified_post(3, "Three") + identified_post(4, "Four");
    ImportedWordpress site(all);
    std::ofstream(site.path("articles/2025/01/post-1.md"), std::ios::app) << "Mine\n";
    fs::rename(site.path("articles/2025/01/post-2.md"), site.path("articles/2025/01/mine.md"));
    site.import(wordpress_export(with_status(identified_post(1, "One"), "private") +
                                 with_status(identified_post(2, "Two"), "private") +
                                 with_status(identified_post(3, "Three"), "private") +
                                 with_status(identified_post(4, "Four"), "trash")));
    const std::map<std::string, std::string> published = {{"articles/2025/01/post-1.md", "private"},
                                                          {"articles/2025/01/mine.md", "private"}};
    CHECK(site.report.still_published == published);
    CHECK(has(site.file("import-report.md"), "## Still published"));
    // Never two files with one item.
    CHECK(site.file("articles/drafts/post-1.md").empty());
    CHECK(site.file("articles/drafts/post-2.md").empty());
    CHECK(has(site.file("articles/2025/01/post-1.md.new"), "draft: true"));
    CHECK(site.report.unpublished.size() == 1);
    CHECK(has(site.file("articles/drafts/post-3.md"), "draft: true"));
    CHECK(site.report.removed == std::vector<std::string>{"articles/2025/01/post-3.md"});
    CHECK(site.report.binned == std::vector<std::string>{"articles/2025/01/post-4.md"});
    CHECK(site.post(3).empty());
    CHECK(site.post(4).empty());
    CHECK(site.report.gone.empty());
}

TEST_CASE("items that share an identifier are not taken for each other") {
    const std::string guid = "<guid>https://paper.example/same</guid>";
    ImportedWordpress site(post_item(1, "One", guid) + post_item(2, "Two", guid));
    fs::remove(site.path("articles/2025/01/post-2.md"));
    std::ofstream(site.path("articles/2025/01/post-1.md"), std::ios::app) << "Mine\n";
    site.import(wordpress_export(post_item(1, "One", guid) + post_item(2, "Dos", guid)));
    CHECK(has(site.post(2), "Dos"));
    CHECK(has(site.post(1), "Mine"));
}

TEST_CASE("a file of the author's own is not overwritten by a new item") {
    ImportedWordpress site(post_item(1, "One"));
    std::ofstream(site.path("articles/2025/01/post-2.md")) << "Mine\n";
    site.import(wordpress_export(post_item(1, "One") + post_item(2, "Two")));
    CHECK(site.post(2) == "Mine\n");
    CHECK(has(site.file("articles/2025/01/post-2.md.new"), "Two"));
}

TEST_CASE("comments that are not approved any more are removed, and the report says why") {
    const auto comment = [](const std::string& approved) {
        return "<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_content>Yes"
               "</wp:comment_content><wp:comment_approved>" +
               approved +
               "</wp:comment_approved></wp:comment><guid>https://paper.example/?p=1</guid>";
    };
    ImportedWordpress site(post_item(1, "One", comment("1")));
    site.import(wordpress_export(post_item(1, "One", comment("0"))));
    CHECK(site.report.uncommented ==
          std::vector<std::string>{"articles/2025/01/post-1.comments.json"});
    CHECK(site.report.removed.empty());
    CHECK(site.file("articles/2025/01/post-1.comments.json").empty());
}
