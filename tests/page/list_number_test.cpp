#include "page/list_number.h"

#include <doctest/doctest.h>

namespace broadsheet::page {

TEST_CASE("numbers of lists are digits, letters or Roman numerals") {
    CHECK(list_number(3, "") == "3");
    CHECK(list_number(1, "a") == "a");
    CHECK(list_number(26, "a") == "z");
    CHECK(list_number(27, "A") == "AA");
    CHECK(list_number(703, "a") == "aaa");
    CHECK(list_number(4, "i") == "iv");
    CHECK(list_number(1994, "I") == "MCMXCIV");
    // As in CSS, what letters cannot write is in digits.
    CHECK(list_number(0, "a") == "0");
    CHECK(list_number(-2, "I") == "-2");
    CHECK(list_number(4000, "i") == "4000");
    CHECK(list_number(5, "disc") == "5");
}

}  // namespace broadsheet::page
