// The stage between reading a site and writing it: every picture that pages show gets its sizes.
#pragma once

#include "press/base/site_output.h"
#include "press/load/site_loader.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::press {

// Writes the sizes of `site.pictures` and puts their placeholders into the publication. A picture
// that cannot be decoded is an error at the place that shows it.
Diagnostics write_pictures(LoadedSite& site, const PictureCache& cache, int jobs, SiteOutput& out,
                           Progress* progress = nullptr);

// The same of some pictures; gives their placeholders.
Diagnostics write_pictures(const std::vector<PictureUse>& pictures, const PictureCache& cache,
                           int jobs, SiteOutput& out, Placeholders& placeholders,
                           Progress* progress = nullptr);

}  // namespace broadsheet::press
