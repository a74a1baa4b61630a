#include "addresses/paths.h"

#include <doctest/doctest.h>

using namespace broadsheet::addresses;

TEST_CASE("paths are percent-encoded and decoded") {
    CHECK(encode_path("/tag/昆明/") == "/tag/%E6%98%86%E6%98%8E/");
    CHECK(encode_path("/a b?c#d%") == "/a%20b%3Fc%23d%25");
    CHECK(decode_path("/a%20b%3Fc") == "/a b?c");
    CHECK(decode_path("/100%/%zz/%4") == "/100%/%zz/%4");
    CHECK(decode_path(encode_path("/tag/昆明 %41/")) == "/tag/昆明 %41/");
}

TEST_CASE("paths of lists") {
    CHECK(year_path(2025) == "/2025/");
    CHECK(month_path(2025, 7) == "/2025/07/");
    CHECK(day_path({2025, 7, 4}) == "/2025/07/04/");
    CHECK(day_path({987, 7, 4}) == "/0987/07/04/");
    CHECK(paged_path("/tag/x/", 1) == "/tag/x/");
    CHECK(paged_path("/tag/x/", 3) == "/tag/x/page/3/");
}
