#include "press/articles/article_changes.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("kinds of changes to an article") {
    Article before;
    before.stem = "a";
    before.fields.title = "A";
    before.fields.tags = {"x"};

    Article text = before;
    text.fields.title = "B";
    text.fields.summary = "S";
    text.text = "other";
    CHECK(is_same_but_text(before, text));
    CHECK(is_same_but_lists(before, text));

    Article tags = before;
    tags.fields.tags = {"y"};
    CHECK(!is_same_but_text(before, tags));
    CHECK(is_same_but_lists(before, tags));

    Article moved = before;
    moved.fields.url = "/b/";
    CHECK(!is_same_but_lists(before, moved));
    Article draft = before;
    draft.fields.draft = true;
    CHECK(!is_same_but_lists(before, draft));
}

}  // namespace broadsheet::press
