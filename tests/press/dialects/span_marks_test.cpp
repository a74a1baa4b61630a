#include "press/dialects/span_marks.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "press/punctuation/emoji.h"

namespace broadsheet::press {

TEST_CASE("marks of spans become elements where their settings are on") {
    struct Case {
        const char* markdown;
        const char* expected;
    };
    const std::array<Case, 14> cases = {{
        {"==a *b* c== d", "<mark>a *b* c</mark> d"},
        {"++a++ H~2~O x^2^", "<ins>a</ins> H<sub>2</sub>O x<sup>2</sup>"},
        {"==a ~b~==", "<mark>a <sub>b</sub></mark>"},
        {"~~a~~ ===b===", "~~a~~ ===b==="},
        {"a == b == c", "a == b == c"},
        {"~a b~ ^c d^", "~a b~ ^c d^"},
        {"`==a==` \\==b==", "`==a==` \\==b=="},
        {"```\n==a==\n```\n==b==\n", "```\n==a==\n```\n<mark>b</mark>\n"},
        {"[x](/~a/~b) https://e.org/~a/~b <i title=\"==a==\">",
         "[x](/~a/~b) https://e.org/~a/~b <i title=\"==a==\">"},
        {"a[^1] b[^2]", "a[^1] b[^2]"},
        {"Title\n==\nx", "Title\n==\nx"},
        {"==a", "==a"},
        {"", ""},
        {"~", "~"},
    }};
    MarkdownSwitches all;
    all.marked = all.inserted = all.subscript = all.superscript = true;
    for (const Case& each : cases) {
        CHECK(resolve_span_marks(each.markdown, all) == each.expected);
        CHECK(resolve_span_marks(each.markdown, {}) == each.markdown);
    }
}

TEST_CASE("names of emoji") {
    CHECK(emoji_of("+1") == emoji_of("thumbsup"));
    CHECK(emoji_of("zzz") == "💤");
    CHECK(emoji_of("smile") == "😄");
    CHECK(emoji_of("smil").empty());
    CHECK(emoji_of("").empty());
}

}  // namespace broadsheet::press
