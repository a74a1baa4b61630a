#include "press/base/nearest_name.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

TEST_CASE("the most similar name is suggested") {
    CHECK(nearest_name("titel", {"date", "title", "tile"}) == "title");
    CHECK(nearest_name("pagesize", {"page_size", "permalink"}) == "page_size");
    CHECK(nearest_name("colour", {"color", "colours"}) == "color");
    CHECK(!nearest_name("x-custom", {"date", "title"}));
    CHECK(!nearest_name("title", {}));
    CHECK(!nearest_name(std::string(101, 'a'), {"a"}));
}

}  // namespace broadsheet::press
