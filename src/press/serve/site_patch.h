// Puts an article's new text into a site that is whole, instead of putting the site together anew.
//
// What it does must be what `assemble` would have done: whatever the latter makes of an article's
// title, text, excerpt, description, picture and dates of change has its counterpart here.
// tests/press/live_site_test.cpp holds the two against each other.
#pragma once

#include "press/load/site_loader.h"

namespace broadsheet::press {

// `article` was read whole (SiteReader::new_texts) and is otherwise as the one in the site.
void patch_site(LoadedSite& site, const Article& article);

}  // namespace broadsheet::press
