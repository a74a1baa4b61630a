#include "press/shortcodes/block_place.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace broadsheet::press {

namespace {

// The text with its tag, "@", replaced by a block.
std::string fitted(std::string text, std::string_view block) {
    const std::size_t at = text.find('@');
    return text.replace(at, 1, BlockPlace(text, at, at + 1).fit(block));
}

}  // namespace

TEST_CASE("a block fits into the line that its tag is in") {
    struct Case {
        const char* text;
        const char* expected;
    };
    const std::array<Case, 12> cases = {{
        {"a\n\n@\n\nb", "a\n\n\n\n<div>\nx|y\n</div>\n\n\n\nb"},
        {"| @ | b |\n", "| <div> x&#124;y </div> | b |\n"},
        {"- @\n- b", "- <div>\n  x|y\n  </div>\n- b"},
        {"1. a\n   @\n2. b", "1. a\n   <div>\n   x|y\n   </div>\n2. b"},
        {"- a @\n- b", "- a \n\n  <div>\n  x|y\n  </div>\n- b"},
        {"- a\n\n  @ c\n", "- a\n\n  <div>\n  x|y\n  </div>\n\n   c\n"},
        {"- a\n  @\n  c\n", "- a\n  <div>\n  x|y\n  </div>\n\n  \n  c\n"},
        {"- 1. @\n", "- 1. <div>\n     x|y\n     </div>\n"},
        {"> a\n> @\n", "> a\n> <div>\n> x|y\n> </div>\n"},
        {"> - @\n> b", "> - <div>\n>   x|y\n>   </div>\n>\n>   \n> b"},
        {"a\n\n    @\n", "a\n\n    \n\n<div>\nx|y\n</div>\n\n\n"},
        {"@", "\n\n<div>\nx|y\n</div>\n\n"},
    }};
    for (const Case& each : cases) {
        CAPTURE(each.text);
        CHECK(fitted(each.text, "\n\n<div>\nx|y\n</div>\n\n") == each.expected);
    }
    // A blank line goes before what does not end a paragraph.
    CHECK(fitted("- a\n  @\n", "\n\n<b>x</b>\n\n") == "- a\n  \n\n  <b>x</b>\n");
}

TEST_CASE("the text between tags is without what its lines begin with") {
    const std::string text = "> - @\n>     a\n>   b\n>\n>   @";
    const BlockPlace place(text, text.find('@'), text.size());
    CHECK(place.without_margin("\n>     a\n>   b\n>\n>   ") == "\n  a\nb\n\n");
}

}  // namespace broadsheet::press
