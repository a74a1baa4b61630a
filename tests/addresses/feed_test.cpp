#include "addresses/feed.h"

#include <doctest/doctest.h>

namespace broadsheet::addresses {

TEST_CASE("lists by subject have a feed, lists by date do not") {
    CHECK(has_feed(model::ListKind::front));
    CHECK(has_feed(model::ListKind::term));
    CHECK(!has_feed(model::ListKind::month));
    CHECK(feed_path("/") == "/feed.xml");
    CHECK(feed_path("/tag/x/") == "/tag/x/feed.xml");
}

}  // namespace broadsheet::addresses
