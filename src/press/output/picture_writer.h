// Generates the resized versions of all pictures that pages show. This happens between reading and
// writing a site.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "press/base/progress.h"
#include "press/base/site_output.h"
#include "press/load/loaded_site.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::press {

// The versions of a picture, by its number and bytes. Called from several threads.
using VariantsOf = std::function<PictureVariants(std::size_t, std::string_view)>;

// Writes the resized versions of `site.pictures` and sets their placeholders in the publication. A
// picture that cannot be decoded is an error at the place that shows it.
Diagnostics write_pictures(LoadedSite& site, const VariantsOf& variants_of, int jobs,
                           SiteOutput& out, Progress* progress = nullptr);

// The same for some pictures. Adds their placeholders to `placeholders`.
Diagnostics write_pictures(const std::vector<PictureUse>& pictures, const VariantsOf& variants_of,
                           int jobs, SiteOutput& out, Placeholders& placeholders,
                           Progress* progress = nullptr);

}  // namespace broadsheet::press
