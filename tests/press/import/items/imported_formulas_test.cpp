#include "press/import/items/imported_formulas.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {
namespace {

const std::string first =
    "\xEF\xA3\xB6"
    "1\xEF\xA3\xB7";
const std::string second =
    "\xEF\xA3\xB6"
    "2\xEF\xA3\xB7";

TEST_CASE("formulas are written between dollars, and nothing else reads as one") {
    CHECK(with_formulas("a " + first + " b\n\n" + second + "\n", {"x_1*y", "E"}) ==
          "a $x_1*y$ b\n\n$$E$$\n");
    CHECK(with_formulas("a " + first + "5", {"x"}) == "a \\(x\\)5");
    CHECK(with_formulas("$a$ " + first + " $5 and $6 `$b$`", {"x"}) ==
          "&#36;a$ $x$ $5 and $6 `$b$`");
    CHECK(with_formulas("\\\\(a\\\\) " + first, {"x"}) == "\\\\&#40;a\\\\) $x$");
    CHECK(with_formulas("a \xEF\xA3\xB6 b", {"x"}) == "a \xEF\xA3\xB6 b");
    CHECK(with_formulas("$a$", {}) == "$a$");
    CHECK(with_code_for_formulas("a " + first, {"x"}) == "a `x`");
}

}  // namespace
}  // namespace broadsheet::press
