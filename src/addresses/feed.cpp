#include "addresses/feed.h"

namespace broadsheet::addresses {

bool has_feed(model::ListKind kind) {
    return kind == model::ListKind::front || kind == model::ListKind::category ||
           kind == model::ListKind::tag || kind == model::ListKind::author ||
           kind == model::ListKind::term;
}

model::Path feed_path(const model::Path& list) { return list + "feed.xml"; }

bool has_all_feeds(const model::Site& site, model::ListKind kind) {
    return !site.base_url.empty() &&
           (kind == model::ListKind::front || kind == model::ListKind::category ||
            kind == model::ListKind::author);
}

model::Path atom_path(const model::Path& list) { return list + "atom.xml"; }
model::Path json_path(const model::Path& list) { return list + "feed.json"; }

}  // namespace broadsheet::addresses
