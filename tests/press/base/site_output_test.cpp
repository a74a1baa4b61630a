#include "press/base/site_output.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("in memory a later file replaces an earlier one of the same name") {
    MemoryOutput output;
    output.write("a", "1");
    output.copy("a", "/from");
    CHECK(output.files.empty());
    CHECK(output.copies.at("a") == "/from");
    output.write("a", "2");
    CHECK(output.copies.empty());
    CHECK(output.files.at("a") == "2");
}

}  // namespace broadsheet::press
