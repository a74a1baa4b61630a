// Updates a loaded site after a change of an article's text, without assembling the site again.
//
// The result must be the same as that of `assemble`. Everything that `assemble` derives from an
// article's title, text, excerpt, description, picture and modification date has a counterpart
// here. tests/press/serve/live_site_test.cpp compares the two.
#pragma once

#include "press/load/loaded_site.h"

namespace broadsheet::press {

// `article` comes from ContentLoader::changed_articles, and nothing else in the site has changed.
void patch_site(LoadedSite& site, const Article& article);

}  // namespace broadsheet::press
