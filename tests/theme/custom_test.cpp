#include "theme/custom.h"

#include <doctest/doctest.h>

#include <array>

#include "theme/stylesheet.h"

namespace broadsheet::theme {

TEST_CASE("a site can change colours and fonts of the theme") {
    const Theme theme = customised({{"accent", "#05a"},
                                    {"dark-paper", "#000102"},
                                    {"serif", "Georgia, serif"},
                                    {"sidebar", "start"}});
    CHECK(theme.light[static_cast<std::size_t>(Ink::accent)] == Color{0x00, 0x55, 0xaa});
    CHECK(theme.dark[static_cast<std::size_t>(Ink::paper)] == Color{0, 1, 2});
    CHECK(theme.light[static_cast<std::size_t>(Ink::ink)] ==
          default_theme().light[static_cast<std::size_t>(Ink::ink)]);
    CHECK(stylesheet(theme).find("font-family:Georgia, serif") != std::string::npos);
}

TEST_CASE("invalid changes are reported and ignored") {
    struct Change {
        const char* name;
        const char* value;
        const char* problem;
    };
    constexpr std::array<Change, 6> cases = {{
        {"accent", "red", "\"red\" is not a colour such as \"#9b1c2e\""},
        {"accent", "#12345g", "\"#12345g\" is not a colour such as \"#9b1c2e\""},
        {"acent", "#123456", "unknown key \"acent\" in [look]"},
        {"serif", "x;}body{display:none", "\"x;}body{display:none\" is not a list of font names"},
        {"sidebar", "left", "sidebar is \"left\", not \"end\", \"start\" or \"none\""},
        {"masthead", "big", "masthead is \"big\", not \"center\" or \"start\""},
    }};
    for (const Change& one : cases) {
        CHECK(check_change(one.name, one.value) == one.problem);
        CHECK(stylesheet(customised({{one.name, one.value}})) == stylesheet(default_theme()));
    }
}

}  // namespace broadsheet::theme
