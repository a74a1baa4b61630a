// Comments below an article: threads, names, addresses.
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "page/page.h"
#include "sample_publication.h"
#include "views/view.h"

namespace broadsheet::views {

namespace {

using page::Node;
using page::Style;

const std::string newest = "/2026/11/12/story-12/";

Node page_of(const model::Publication& publication, const std::string& path = newest) {
    return view(publication, addresses::parse_route(path), {}).root;
}

std::vector<const Node*> all_of(const Node& node, const std::function<bool(const Node&)>& wanted) {
    std::vector<const Node*> found;
    if (wanted(node)) found.push_back(&node);
    for (const Node& child : node.children) {
        for (const Node* each : all_of(child, wanted)) found.push_back(each);
    }
    return found;
}

std::vector<const Node*> with_style(const Node& node, Style style) {
    return all_of(node, [&](const Node& each) { return each.style == style; });
}

std::string words_of(const Node& node) {
    std::string words = node.text;
    for (const Node& child : node.children) words += words_of(child);
    return words;
}

model::Publication with_comments(std::vector<model::Comment> comments) {
    model::Publication publication = tests::sample_publication();
    publication.entries[newest].comments = std::move(comments);
    return publication;
}

model::Comment comment(int number, int depth, const std::string& author) {
    model::Comment result;
    result.number = number;
    result.depth = depth;
    result.author = author;
    return result;
}

}  // namespace

TEST_CASE("an article without comments shows nothing of them") {
    const Node root = page_of(tests::sample_publication(), "/2026/11/11/story-11/");
    CHECK(with_style(root, Style::comments).empty());
    CHECK(words_of(root).find("comment") == std::string::npos);
}

TEST_CASE("the header leads to the comments with their number") {
    const Node root = page_of(tests::sample_publication());
    const auto links = all_of(root, [](const Node& each) { return each.target == "#comments"; });
    REQUIRE(links.size() == 1);
    CHECK(words_of(*links[0]) == "3 comments");
    const auto sections = with_style(root, Style::comments);
    REQUIRE(sections.size() == 1);
    CHECK(sections[0]->identifier == "comments");
    const Node one = page_of(with_comments({comment(1, 0, "Ann")}));
    CHECK(with_style(one, Style::comments)[0]->label == "1 comment");
}

TEST_CASE("an identifier of the text is not taken for the comments") {
    model::Publication publication = tests::sample_publication();
    publication.entries[newest].body.blocks[1].identifier = "comments";
    const Node root = page_of(publication);
    const auto named = [](const Node& each) { return each.identifier == "comments"; };
    CHECK(all_of(root, named).size() == 1);
    CHECK(with_style(root, Style::comments)[0]->identifier == "comments-of-readers");
}

TEST_CASE("replies are in the item of the comment that they answer") {
    const Node root = page_of(tests::sample_publication());
    const auto items = with_style(root, Style::comment);
    REQUIRE(items.size() == 3);
    CHECK(items[0]->identifier == "comment-7");
    CHECK(with_style(*items[0], Style::comment).size() == 2);
    CHECK(words_of(*with_style(*items[2], Style::comment_author)[0]) == "Anonymous");
    CHECK(with_style(*items[2], Style::comment_date).empty());
    CHECK(page::node_to_html(*items[0]).find("&lt;at six&gt;") != std::string::npos);
    CHECK(page::node_to_html(*items[1]).find("rel=\"ugc nofollow noopener\"") != std::string::npos);
}

TEST_CASE("the name of a comment's author leads to the author's website") {
    model::Comment one = comment(1, 0, "Ann");
    one.website = "https://ann.example/";
    const Node root = page_of(with_comments({one}));
    const Node& name = *with_style(root, Style::comment_author)[0];
    CHECK(words_of(name) == "Ann");
    CHECK(page::node_to_html(name).find("<a href=\"https://ann.example/\" rel=\"ugc nofollow") !=
          std::string::npos);
}

TEST_CASE("deep replies are not indented further, and name whom they answer") {
    std::vector<model::Comment> chain;
    chain.reserve(3000);
    for (int depth = 0; depth < 3000; ++depth) {
        chain.push_back(comment(depth + 1, depth, "Writer " + std::to_string(depth)));
    }
    const Node root = page_of(with_comments(chain));
    CHECK(with_style(root, Style::comment).size() == 3000);
    CHECK(with_style(root, Style::comment_replies).size() == 3);
    const auto answers = with_style(root, Style::comment_answer);
    REQUIRE(answers.size() == 2996);
    CHECK(words_of(*answers[0]) == "In reply to Writer 3");
    CHECK(answers[0]->target == "#comment-4");
}

TEST_CASE("any depths of data give a page") {
    for (const auto& depths :
         std::vector<std::vector<int>>{{5, 0, 900, 3, -7}, {1000000000, 2}, {0, 2, 1, 2}}) {
        std::vector<model::Comment> comments;
        comments.reserve(depths.size());
        for (const int depth : depths) comments.push_back(comment(1, depth, ""));
        const Node root = page_of(with_comments(comments));
        CHECK(with_style(root, Style::comment).size() == depths.size());
    }
}

// Giscus, Utterances, Isso and Commento name a thread by the path in the address bar.
TEST_CASE("the frame of live comments names the thread with the site's path on its host") {
    model::Publication publication = tests::sample_publication();
    publication.site.comments = {"c.example", "https://c.example/?t={term}&p={path}&u={url}", "||",
                                 ""};
    ReaderState state;
    state.interactive = true;
    state.shows_comments = true;
    const auto frame_at = [&](const std::string& site) {
        state.site_url = site;
        const Node root = view(publication, addresses::parse_route(newest), state).root;
        const auto frames = with_style(root, Style::comments_frame);
        return frames.empty() ? std::string() : frames[0]->target;
    };
    CHECK(frame_at("https://a.example/news") ==
          "https://c.example/?t=news%2F2026%2F11%2F12%2Fstory-12%2F&p=%2Fnews%2F2026%2F11%2F12%"
          "2Fstory-12%2F&u=https%3A%2F%2Fa.example%2Fnews%2F2026%2F11%2F12%2Fstory-12%2F");
    CHECK(frame_at("https://a.example").find("?t=2026%2F11%2F12%2Fstory-12%2F&") !=
          std::string::npos);
}

TEST_CASE("an article says when it was changed, if that was on a later day") {
    model::Publication publication = tests::sample_publication();
    const auto updates = [&](const model::Date& date) {
        publication.entries[newest].modified = date;
        std::string all;
        const Node root = page_of(publication);
        for (const Node* each :
             all_of(root, [](const Node& node) { return node.role == page::Role::time; })) {
            if (words_of(*each).starts_with("Updated"))
                all += words_of(*each) + " " + each->datetime;
        }
        return all;
    };
    model::Date later = publication.entries[newest].summary.date;
    CHECK(updates(later).empty());
    later.hour = 23;
    later.minute = 59;
    CHECK(updates(later).empty());
    later.day = {2026, 12, 1};
    const std::string shown = updates(later);
    CHECK(shown == "Updated December 1, 2026 2026-12-01T23:59:00+08:00");
}

}  // namespace broadsheet::views
