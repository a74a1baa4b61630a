#include "model/slug.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using namespace broadsheet::model;

TEST_CASE("names become slugs") {
    constexpr std::array<std::pair<const char*, const char*>, 26> cases = {{
        {"Hello, World!", "hello-world"},
        {"  --Go 1.22--  ", "go-1-22"},
        {"Brasília", "brasilia"},
        {"São Paulo", "sao-paulo"},
        {"Montréal", "montreal"},
        {"Montre\u0301al", "montreal"},
        {"Łódź", "lodz"},
        {"Straße", "strasse"},
        {"Ærø", "aero"},
        {"Phở Việt", "pho-viet"},
        {"don't stop", "dont-stop"},
        {"don’t stop", "dont-stop"},
        {"昆明市", "昆明市"},
        {"昆明、北京", "昆明-北京"},
        {"서울특별시", "서울특별시"},
        {"القاهرة", "القاهرة"},
        {"नई दिल्ली", "नई-दिल्ली"},
        {"КИЇВ", "київ"},
        {"Αθήνα", "αθήνα"},
        {"กรุงเทพ", "กรุงเทพ"},
        {"a/b\\c", "a-b-c"},
        {"100% — sure…", "100-sure"},
        {"🚀 launch 🚀", "launch"},
        {"!!!", "untitled"},
        {"", "untitled"},
        {"bad \xFF byte", "bad-byte"},
    }};
    for (const auto& [name, slug] : cases) {
        const std::string shown(name);
        INFO(shown);
        CHECK(slugify(name) == slug);
    }
}

TEST_CASE("a slug is its own slug") {
    for (const char* name : {"Brasília", "नई दिल्ली", "Go 1.22", "昆明、北京"}) {
        CHECK(slugify(slugify(name)) == slugify(name));
    }
}

TEST_CASE("paths are percent-encoded and back") {
    CHECK(encode_path("/tag/昆明/") == "/tag/%E6%98%86%E6%98%8E/");
    CHECK(encode_path("/a b?c#d%") == "/a%20b%3Fc%23d%25");
    CHECK(decode_path("/a%20b%3Fc") == "/a b?c");
    CHECK(decode_path("/100%/%zz/%4") == "/100%/%zz/%4");
    CHECK(decode_path(encode_path("/tag/昆明 %41/")) == "/tag/昆明 %41/");
}

TEST_CASE("lists have addresses") {
    CHECK(year_path(2025) == "/2025/");
    CHECK(month_path(2025, 7) == "/2025/07/");
    CHECK(day_path({2025, 7, 4}) == "/2025/07/04/");
    CHECK(day_path({987, 7, 4}) == "/0987/07/04/");
    CHECK(paged_path("/tag/x/", 1) == "/tag/x/");
    CHECK(paged_path("/tag/x/", 3) == "/tag/x/page/3/");
}
