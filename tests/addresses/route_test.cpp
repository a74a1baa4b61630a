#include "addresses/route.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

namespace broadsheet::addresses {

TEST_CASE("routes are recognised by their form") {
    struct Case {
        const char* path;
        RouteKind kind;
        const char* list;
        int page;
    };
    constexpr std::array<Case, 13> cases = {
        {{"/", RouteKind::list, "/", 1},
         {"/page/4/", RouteKind::list, "/", 4},
         {"/category/a/b/", RouteKind::list, "/category/a/b/", 1},
         {"/category/", RouteKind::entry, "/category/", 1},
         {"/tag/x/page/2/", RouteKind::list, "/tag/x/", 2},
         {"/tag/x/y/", RouteKind::entry, "/tag/x/y/", 1},
         {"/author/x", RouteKind::list, "/author/x/", 1},
         {"/2025/", RouteKind::list, "/2025/", 1},
         {"/2025/07/14/page/3/", RouteKind::list, "/2025/07/14/", 3},
         {"/2025/07/14/slug/", RouteKind::entry, "/2025/07/14/slug/", 1},
         {"/20256/", RouteKind::entry, "/20256/", 1},
         {"/page/0/", RouteKind::entry, "/page/0/", 1},
         {"/about/", RouteKind::entry, "/about/", 1}}};
    for (const Case& one : cases) {
        const Route route = parse_route(one.path);
        INFO(one.path);
        CHECK(route.kind == one.kind);
        CHECK(route.path == one.list);
        CHECK(route.page == one.page);
    }
}

TEST_CASE("blocks of lists") {
    const Route block{RouteKind::list, "/tag/x/", 1, {}, false, {101, 200}};
    CHECK(parse_route("/tag/x/articles/101-200/") == block);
    CHECK(route_path(block) == "/tag/x/articles/101-200/");
    CHECK(parse_route("/articles/1-100/").block == Block{1, 100});
    for (const char* path :
         {"/tag/x/articles/0-100/", "/tag/x/articles/100/", "/articles/2-1/",
          "/articles/1-9999999999/", "/articles/01-100/", "/articles/1-100/x/"}) {
        INFO(path);
        CHECK(!parse_route(path).block);
    }
}

TEST_CASE("routes of custom taxonomies") {
    const std::vector<model::TermReference> taxonomies = {{"Series", "/series/"}};
    const Route list{RouteKind::list, "/series/x/", 2};
    CHECK(parse_route("/series/x/page/2/", taxonomies) == list);
    CHECK(parse_route("/series/x/page/2/").kind == RouteKind::entry);
    CHECK(parse_route("/series/", taxonomies).kind == RouteKind::entry);
    CHECK(parse_route("/series/x/y/", taxonomies).kind == RouteKind::entry);
    CHECK(parse_route("/serie/x/", taxonomies).kind == RouteKind::entry);
}

TEST_CASE("a search query in a URL becomes one line without control characters") {
    CHECK(parse_route("/search/?q=a%01%1Fb%0A+c").query == "a  b  c");
    CHECK(parse_route("/search/?q=%FF").query == "\xEF\xBF\xBD");
    CHECK(parse_route("/search/?q=" + std::string(5000, 'x')).query.size() == longest_query);
}

}  // namespace broadsheet::addresses
