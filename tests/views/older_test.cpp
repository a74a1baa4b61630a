// Pages of lists that stay as they are when an article is added.
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "addresses/paths.h"
#include "sample_publication.h"
#include "views/view.h"

namespace broadsheet::views {

namespace {

// A tag with `count` articles, the oldest of which is "Story 1".
model::Publication publication_of(int count) {
    model::Publication publication;
    publication.site.title = "Paper";
    publication.site.steady_pages = true;
    publication.site.article_count = count;
    model::List& list = publication.lists["/tag/water/"];
    list.kind = model::ListKind::tag;
    list.path = "/tag/water/";
    list.title = "Water";
    for (int number = count; number >= 1; --number) {
        auto summary = std::make_shared<model::ArticleSummary>();
        summary->title = "Story " + std::to_string(number);
        summary->path = "/story-" + std::to_string(number) + "/";
        summary->date.day = {2026, 1, 1};
        list.articles.push_back(std::move(summary));
    }
    return publication;
}

// The targets of all links in the content, as one text.
void add_targets(const page::Node& node, std::string& out) {
    if (node.role == page::Role::link) out += node.target + " ";
    for (const page::Node& child : node.children) add_targets(child, out);
}

const page::Node* main_of(const page::Node& node) {
    if (node.role == page::Role::main) return &node;
    for (const page::Node& child : node.children) {
        if (const page::Node* found = main_of(child)) return found;
    }
    return nullptr;
}

std::string targets(const model::Publication& publication, const char* path,
                    bool interactive = false) {
    ReaderState state;
    state.interactive = interactive;
    std::string out;
    const page::Page page = view(publication, addresses::parse_route(path), state);
    const page::Node* main = main_of(page.root);
    REQUIRE(main != nullptr);
    add_targets(*main, out);
    return out;
}

int count_stories(const std::string& targets) {
    int count = 0;
    for (auto at = targets.find("/story-"); at != std::string::npos;
         at = targets.find("/story-", at + 1)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("every article of a list is on its first page or in a block") {
    for (const int total : {9, 10, 11, 60, 100, 105, 110, 111, 199, 200, 250}) {
        CAPTURE(total);
        const model::Publication publication = publication_of(total);
        std::string all = targets(publication, "/tag/water/");
        for (int last = 100; last <= total; last += 100) {
            const std::string path = addresses::block_path("/tag/water/", {last - 99, last});
            if (last + 100 > total) CHECK(all.find(path + " ") != std::string::npos);
            const std::string block = targets(publication, path.c_str());
            CHECK(count_stories(block) == 100);
            all += block;
        }
        for (int number = 1; number <= total; ++number) {
            CHECK(all.find("/story-" + std::to_string(number) + "/ ") != std::string::npos);
        }
    }
}

TEST_CASE("a block has its articles, newest first, and ways on") {
    const model::Publication publication = publication_of(350);
    const std::string middle = targets(publication, "/tag/water/articles/101-200/");
    CHECK(middle.find("/story-200/ /story-199/") != std::string::npos);
    CHECK(middle.ends_with("/story-101/ /tag/water/articles/201-300/ /tag/water/articles/1-100/ "));
    CHECK(targets(publication, "/tag/water/articles/1-100/")
              .ends_with("/story-1/ /tag/water/articles/101-200/ "));
    CHECK(targets(publication, "/tag/water/articles/201-300/")
              .ends_with("/story-201/ /tag/water/ /tag/water/articles/101-200/ "));
    for (const char* path : {"/tag/water/articles/301-400/", "/tag/water/articles/2-101/",
                             "/tag/water/articles/1-50/"}) {
        CHECK(!view(publication, addresses::parse_route(path), {}).findable);
    }
}

TEST_CASE("a block does not change when articles are added, until there is a newer one") {
    const auto page_of = [](int total) {
        const model::Publication publication = publication_of(total);
        return view(publication, addresses::parse_route("/tag/water/articles/101-200/"), {});
    };
    CHECK(page_of(200) == page_of(299));
    CHECK(page_of(300) == page_of(5000));
    CHECK(page_of(299) != page_of(300));
}

TEST_CASE("a later page is only its address when it is prerendered, and whole in the reader") {
    const model::Publication publication = publication_of(350);
    CHECK(targets(publication, "/tag/water/page/3/").ends_with("/tag/water/ "));
    CHECK(count_stories(targets(publication, "/tag/water/page/3/")) == 0);
    CHECK(!view(publication, addresses::parse_route("/tag/water/page/3/"), {}).findable);
    CHECK(count_stories(targets(publication, "/tag/water/page/3/", true)) == 10);
    model::Publication more = publication_of(351);
    CHECK(view(publication, addresses::parse_route("/tag/water/page/3/"), {}) ==
          view(more, addresses::parse_route("/tag/water/page/3/"), {}));
    // A small site has all pages.
    model::Publication small = publication_of(35);
    small.site.steady_pages = false;
    CHECK(count_stories(targets(small, "/tag/water/page/3/")) == 10);
    CHECK(targets(small, "/tag/water/").ends_with("/tag/water/page/2/ "));
}

TEST_CASE("years list their months, months their days, and days all articles") {
    model::Publication publication = publication_of(25);
    publication.site.archive = {{2026, 2, 3, 0b101, {1, 2}}, {2026, 1, 22, 1, {22}}};
    const auto move = [&](const char* path, model::ListKind kind) {
        model::List& list = publication.lists[path];
        list = publication.lists["/tag/water/"];
        list.path = path;
        list.kind = kind;
    };
    move("/2026/", model::ListKind::year);
    move("/2026/02/", model::ListKind::month);
    move("/2026/02/03/", model::ListKind::day);
    CHECK(targets(publication, "/2026/").ends_with("/2026/02/ /2026/01/ "));
    CHECK(targets(publication, "/2026/02/").ends_with("/2026/02/03/ /2026/02/01/ "));
    CHECK(count_stories(targets(publication, "/2026/02/03/")) == 25);
}

TEST_CASE("prerendered pages have a sidebar only where it is about the present") {
    const model::Publication publication = tests::sample_publication();
    const auto has_sidebar = [&](const char* path, bool interactive) {
        ReaderState state;
        state.interactive = interactive;
        const page::Page page = view(publication, addresses::parse_route(path), state);
        return page::node_to_html(page.root).find("<aside") != std::string::npos;
    };
    for (const char* path : {"/", "/search/"}) CHECK(has_sidebar(path, false));
    for (const char* path : {"/2026/11/12/story-12/", "/tag/water/", "/2026/", "/page/2/"}) {
        CHECK(!has_sidebar(path, false));
        CHECK(has_sidebar(path, true));
    }
    CHECK(page::node_to_html(not_found_view(publication, {}).root).find("<aside") !=
          std::string::npos);
}

}  // namespace broadsheet::views
