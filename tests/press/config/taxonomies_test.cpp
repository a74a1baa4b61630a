#include "press/config/taxonomies.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("taxonomies of a site") {
    CHECK(is_built_in_taxonomy("tags"));
    CHECK(is_built_in_taxonomy("categories"));
    CHECK(!is_built_in_taxonomy("series"));
    CHECK(can_be_taxonomy("series"));
    for (const char* field : {"search", "assets", "bundle", "page", "???"}) {
        CHECK_MESSAGE(!can_be_taxonomy(field), field);
    }
    SiteConfig config;
    add_taxonomy("Photo Series", config);
    add_taxonomy("photo-series", config);
    add_taxonomy("places", config);
    CHECK(config.taxonomies.size() == 2);
    CHECK(taxonomy_path("Photo Series") == "/photo-series/");
    CHECK(term_path("places", "C++") == "/places/c-plus-plus/");
    CHECK(is_taxonomy_path("/places/", config));
    CHECK(!is_taxonomy_path("/series/", config));
    const auto all = taxonomies_of(config);
    REQUIRE(all.size() == 2);
    CHECK(all[1].name == "Places");
    CHECK(all[1].path == "/places/");
}

}  // namespace broadsheet::press
