#include "addresses/feed.h"

namespace broadsheet::addresses {

bool has_feed(model::ListKind kind) {
    return kind == model::ListKind::front || kind == model::ListKind::category ||
           kind == model::ListKind::tag || kind == model::ListKind::author ||
           kind == model::ListKind::term;
}

model::Path feed_path(const model::Path& list) { return list + "feed.xml"; }

}  // namespace broadsheet::addresses
