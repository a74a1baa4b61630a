#include "strings/percent.h"

#include <doctest/doctest.h>

namespace broadsheet::strings {

TEST_CASE("percent-encoding keeps letters, digits and the given characters") {
    CHECK(percent_encoded("a/b c~\u00e9", unreserved) == "a%2Fb%20c~%C3%A9");
    CHECK(percent_encoded("a/b", KeptBytes("/")) == "a/b");
    CHECK(percent_encoded("", unreserved).empty());
}

TEST_CASE("percent-decoding leaves malformed escapes unchanged") {
    CHECK(percent_decoded("a%2fb%C3%A9") == "a/b\u00e9");
    CHECK(percent_decoded("100%, %, %4, %zz") == "100%, %, %4, %zz");
}

}  // namespace broadsheet::strings
