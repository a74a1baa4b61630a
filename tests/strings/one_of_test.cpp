#include "strings/one_of.h"

#include <doctest/doctest.h>

TEST_CASE("a name is one of a list only if it is the whole name") {
    constexpr auto names = std::to_array<std::string_view>({"one", "two"});
    CHECK(broadsheet::strings::is_one_of(names, "two"));
    CHECK_FALSE(broadsheet::strings::is_one_of(names, "tw"));
    CHECK_FALSE(broadsheet::strings::is_one_of(names, "two "));
    CHECK_FALSE(broadsheet::strings::is_one_of(names, ""));
}
