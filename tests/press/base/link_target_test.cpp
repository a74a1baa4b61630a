#include "press/base/link_target.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("paths lose their dots and never lead above the root") {
    CHECK(normalise_path("/a/./b/../c") == "/a/c");
    CHECK(normalise_path("/../../a") == "/a");
    CHECK(normalise_path("/a/b/..") == "/a");
    CHECK(normalise_path("/a/b/") == "/a/b/");
}

TEST_CASE("absolute URLs have a scheme or a host") {
    for (const char* target : {"https://a.example/", "mailto:a@b.example", "//a.example/x"}) {
        CHECK_MESSAGE(is_absolute_url(target), target);
    }
    for (const char* target : {"/a/", "a/b", "#part", "", "a/b:c", "?q=https://a"}) {
        CHECK_MESSAGE(!is_absolute_url(target), target);
    }
}

TEST_CASE("signs with a meaning in URLs are encoded in targets of files") {
    CHECK(target_of_file("/a 100% #1?.png") == "/a 100%25 %231%3F.png");
}

}  // namespace broadsheet::press
