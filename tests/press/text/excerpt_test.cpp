#include "press/text/excerpt.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("an excerpt ends with a sentence if it can") {
    CHECK(cut_at_sentence("One two.  Three\nfour five six.", 4) == "One two.");
    CHECK(cut_at_sentence("One two three four five.", 3) == "One two three…");
    CHECK(cut_at_sentence("Short.", 10) == "Short.");
    CHECK(cut_at_sentence("A. B c d e f g h i j.", 9) == "A. B c d e f g h i…");
    CHECK(cut_at_sentence("", 5).empty());
    // A Chinese character counts as half a word.
    CHECK(cut_at_sentence("第一句。第二句很长很长。", 3) == "第一句。");
}

TEST_CASE("a description ends with a word") {
    CHECK(cut_at_word("One two three", 100) == "One two three");
    CHECK(cut_at_word("One two three", 8) == "One two…");
    CHECK(cut_at_word("One two. Three", 8) == "One two.");
    CHECK(cut_at_word("  One\n two ", 100) == "One two");
    CHECK(cut_at_word("Caf\xC3\xA9 au lait", 4) == "Caf\xC3\xA9…");
}

}  // namespace broadsheet::press
