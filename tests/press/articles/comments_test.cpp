// Comments beside an article: how they are found, ordered and cleaned.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "press/articles/comment_file.h"
#include "press/load/load_folder.h"
#include "press/text/packed_document.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::ScratchFolder;

namespace {

const std::string article = "---\ntitle: A\ndate: 2024-02-06\n---\nText.\n";

// The comments as lines "depth number author: text".
std::string shown(const model::Entry& entry) {
    std::string out;
    for (const model::Comment& each : entry.comments) {
        out += std::to_string(each.depth) + " " + std::to_string(each.number) + " " + each.author +
               ": " + model::plain_text(each.text) + "\n";
    }
    return out;
}

int count(const std::vector<model::Node>& nodes, model::NodeKind kind) {
    int found = 0;
    for (const model::Node& node : nodes) {
        found += (node.kind == kind ? 1 : 0) + count(node.children, kind);
    }
    return found;
}

bool has_identifiers(const std::vector<model::Node>& nodes) {
    for (const model::Node& node : nodes) {
        if (!node.identifier.empty() || has_identifiers(node.children)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("comment-members: a misspelt member of a comment is said") {
    Diagnostics problems;
    read_comments(R"({"comments": [{"id": 1, "auhtor": "A", "text": "T", "rating": 5, "name": "x"},
                     {"id": 2, "author": "B", "txt": "T", "auther": "C"}]})",
                  "a.comments.json", nullptr, problems);
    std::string all;
    for (const Diagnostic& each : problems) all += each.what + "; " + each.remedy + "\n";
    CHECK(all ==
          "\"auhtor\" is not a member of a comment, so it is not shown; did you mean "
          "\"author\"?\n");
}

TEST_CASE("replies follow the comment that they answer, in the order of the file") {
    const ScratchFolder folder;
    folder.write("a.md", article);
    folder.write("a.comments.json",
                 R"({"comments": [{"id": 5, "author": "E", "parent": 2, "text": "To B"},
                     {"id": 1, "author": "A", "text": "First"}, {"id": 2, "author": "B", "text": "Second"},
                     {"id": 3, "author": "C", "parent": 1, "text": "To A"},
                     {"id": 4, "author": "D", "parent": 3, "text": "To C"},
                     {"id": 6, "author": "F", "parent": 1, "text": "To A too"}]})");
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    CHECK(shown(site.publication.entries.at("/2024/02/06/a/")) ==
          "0 1 A: First\n1 3 C: To A\n2 4 D: To C\n1 6 F: To A too\n0 2 B: Second\n1 5 E: To B\n");
    CHECK(site.assets.empty());
}

TEST_CASE("pages, HTML files and articles in folders of their own have comments too") {
    const ScratchFolder folder;
    const std::string comments = R"({"comments": [{"id": 1, "text": "Yes"}]})";
    folder.write("pages/about.md", "---\ntitle: About\n---\nText.\n");
    folder.write("pages/about.comments.json", comments);
    folder.write("posts/b/index.md", article);
    folder.write("posts/b/index.comments.json", comments);
    folder.write("posts/c.html", "---\ntitle: C\ndate: 2024-02-06\n---\n<p>Text.</p>\n");
    folder.write("posts/c.comments.json", comments);
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    int found = 0;
    for (const auto& [path, entry] : site.publication.entries) {
        found += static_cast<int>(entry.comments.size());
    }
    CHECK(found == 3);
}

TEST_CASE("other generators publish such files unless they belong to an article") {
    const ScratchFolder folder;
    folder.write("_config.yml", "title: Paper\npermalink: pretty\n");
    folder.write("_posts/2024-02-06-a.md", "---\ntitle: A\n---\nText.\n");
    folder.write("_posts/2024-02-06-a.comments.json",
                 R"({"comments": [{"id": 1, "text": "Yes"}]})");
    folder.write("data.comments.json", "[1]");
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    REQUIRE(site.assets.size() == 1);
    CHECK(site.assets[0].path == "/data.comments.json");
    REQUIRE(site.publication.entries.size() == 1);
    CHECK(shown(site.publication.entries.begin()->second) == "0 1 : Yes\n");
}

TEST_CASE("texts of strangers contain no pictures, embeds, headings and identifiers") {
    const ScratchFolder folder;
    folder.write("a.md", article);
    folder.write("b.md", "---\ntitle: B\ndate: 2024-02-07\n---\nText.\n");
    folder.write(
        "a.comments.json",
        R"({"comments": [{"id": 1, "text": "# Loud\n\n![a cat](https://x.example/cat.png) [![](x.png)](https://x.example/)\n\n<script>alert(1)</script><p id=\"content\">One</p>\n\n<iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe>\n\n<details><summary>More</summary>Inside</details>\n\n[B](b.md) [bad](javascript:alert(1))[^1]\n\n[^1]: Note"}]})");
    const LoadedSite site = load(folder);
    const auto& blocks = site.publication.entries.at("/2024/02/06/a/").comments.at(0).text.blocks;
    for (const model::NodeKind kind :
         {model::NodeKind::image, model::NodeKind::embed, model::NodeKind::heading,
          model::NodeKind::details, model::NodeKind::footnotes,
          model::NodeKind::footnote_reference}) {
        CHECK(count(blocks, kind) == 0);
    }
    CHECK_FALSE(has_identifiers(blocks));
    const std::string text = model::plain_text({blocks});
    CHECK(text.find("Loud") != std::string::npos);
    CHECK(text.find("a cat") != std::string::npos);
    CHECK(text.find("Inside") != std::string::npos);
    CHECK(text.find("alert(1)</") == std::string::npos);
    std::string targets;
    const auto collect = [&](const auto& self, const std::vector<model::Node>& nodes) -> void {
        for (const model::Node& node : nodes) {
            if (node.kind == model::NodeKind::link) targets += node.target + "\n";
            self(self, node.children);
        }
    };
    collect(collect, blocks);
    CHECK(targets.find("/2024/02/07/b/\n") != std::string::npos);
    CHECK(targets.find("javascript") == std::string::npos);
    CHECK(site.publication.site.frame_sources.empty());
}

TEST_CASE("ten thousand comments in one chain are read") {
    std::string json = "{\"comments\": [";
    for (int i = 1; i <= 10'000; ++i) {
        json += (i > 1 ? "," : "") + std::string("{\"id\": ") + std::to_string(i) +
                ", \"parent\": " + std::to_string(i - 1) + ", \"text\": \"Yes\"}";
    }
    const ScratchFolder folder;
    folder.write("a.md", article);
    folder.write("a.comments.json", json + "]}");
    const LoadedSite site = load(folder);
    CHECK(said(site) == "");
    const auto& comments = site.publication.entries.at("/2024/02/06/a/").comments;
    REQUIRE(comments.size() == 10'000);
    CHECK(comments.back().depth == 9'999);
    CHECK(unpack_comments(pack(comments)) == comments);
    CHECK_FALSE(unpack_comments("\x05\x01"));
}

TEST_CASE("an author's website must be on the web") {
    Diagnostics problems;
    const auto comments = read_comments(
        R"({"comments": [{"id": 1, "website": "https://ann.example/", "text": "x"},
                         {"id": 2, "website": "javascript:x", "text": "x"}]})",
        "a.comments.json", nullptr, problems);
    REQUIRE(comments.size() == 2);
    CHECK(comments[0].website == "https://ann.example/");
    CHECK(comments[1].website.empty());
    REQUIRE(problems.size() == 1);
    CHECK(format_diagnostic(problems[0]).find("is not the address of a website") !=
          std::string::npos);
}
