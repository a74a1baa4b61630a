#include "press/config/collections.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("collections with output") {
    const Value config =
        parse_yaml(
            "permalink: pretty\ncollections_dir: more/\ncollections:\n  a: {output: true}\n"
            "  b: {output: true, permalink: '/b/:title'}\n  c: {output: false}\n  d:\n"
            "  posts: {output: true}\n",
            1)
            .root;
    const auto all = read_collections(config);
    REQUIRE(all.size() == 2);
    CHECK(all[0].folder == "more/_a/");
    CHECK(all[0].permalink == "/:collection/:path/");
    CHECK(all[1].permalink == "/b/:title");
    CHECK(collection_of(all, "more/_b/x/")->name == "b");
    CHECK(collection_of(all, "_b/") == nullptr);
    CHECK(collection_of(all, "more/_bc/") == nullptr);
}

TEST_CASE("collections of a list have no output") {
    CHECK(read_collections(parse_yaml("collections: [a, b]\n", 1).root).empty());
    CHECK(read_collections(parse_yaml("collections: 3\n", 1).root).empty());
    CHECK(read_collections(parse_yaml("title: T\n", 1).root).empty());
}

}  // namespace broadsheet::press
