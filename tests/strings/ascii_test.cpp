#include "strings/ascii.h"

#include <doctest/doctest.h>

namespace broadsheet::strings {

TEST_CASE("only ASCII letters change case") {
    CHECK(lower_ascii("ABC-\u00c9z") == "abc-\u00c9z");
    CHECK(lower_ascii("").empty());
}

TEST_CASE("trimming removes the given characters from both ends") {
    CHECK(trimmed(" \ta b\n") == "a b");
    CHECK(trimmed("'a'", "'") == "a");
    CHECK(trimmed(" \n ").empty());
}

}  // namespace broadsheet::strings
