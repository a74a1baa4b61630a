#include "press/publication/own_files.h"

#include <doctest/doctest.h>

#include "sample_publication.h"

namespace broadsheet::press {

TEST_CASE("files that a build generates") {
    const model::Publication publication = tests::sample_publication();
    for (const char* path :
         {"/", "/index.html", "/about/", "/about/index.html", "/tag/water/", "/feed.xml",
          "/tag/water/feed.xml", "/sitemap.xml", "/search/", "/bundle/anything", "/2026/11/"}) {
        CHECK_MESSAGE(is_generated(publication, path), path);
    }
    for (const char* path : {"/pictures/a.png", "/tag/none/", "/about.html", "/robots.txt"}) {
        CHECK_MESSAGE(!is_generated(publication, path), path);
    }
    CHECK(may_be_replaced("/robots.txt"));
    CHECK(may_be_replaced("/404.html"));
    CHECK(!may_be_replaced("/feed.xml"));
}

}  // namespace broadsheet::press
