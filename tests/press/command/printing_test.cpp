#include "press/command/printing.h"

#include <doctest/doctest.h>

using namespace broadsheet;

TEST_CASE("a path that is printed as a part of a command can be pasted into a shell") {
    CHECK(press::shell_word("sites/my-paper_2") == "sites/my-paper_2");
    CHECK(press::shell_word("Köln") == "Köln");
    CHECK(press::shell_word("my paper") == "\"my paper\"");
    CHECK(press::shell_word("Ann's (new)") == "\"Ann's (new)\"");
    CHECK(press::shell_word("it's $1") == "'it'\\''s $1'");
}

TEST_CASE("the next step is one that the shells of the system take") {
    CHECK(press::next_step("my paper", false, false) ==
          "Next: cd \"my paper\" && broadsheet serve\n");
    CHECK(press::next_step("a", true, true) == "Next: cd a\n      npx broadsheet serve\n");
    CHECK(press::next_step("a\x1b[2J", false, false).find('\x1b') == std::string::npos);
}
