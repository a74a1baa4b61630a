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

TEST_CASE("texts become one line, and end at a limit") {
    CHECK(single_spaced(" one\n\ttwo\x01 three \n") == "one two three");
    CHECK(single_spaced(" \n ").empty());
    CHECK(single_spaced("one two", 5) == "one t");
    CHECK(single_spaced("one two", 3) == "one");
}

}  // namespace broadsheet::strings
