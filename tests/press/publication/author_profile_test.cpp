#include "press/publication/author_profile.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("authors are found by ID and by name") {
    SiteConfig config;
    config.authors = {{.id = "ines", .name = "Ines Okafor"}, {.id = "bo", .name = "Bo Li"}};
    CHECK(author_config(config, "ines") == &config.authors[0]);
    CHECK(author_config(config, "INES OKAFOR") == &config.authors[0]);
    CHECK(author_config(config, "bo-li") == &config.authors[1]);
    CHECK(author_config(config, "Someone") == nullptr);
}

}  // namespace broadsheet::press
