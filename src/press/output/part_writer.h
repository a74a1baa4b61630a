// Writes the share of one machine; see part_files.h.
#pragma once

#include "press/output/output_folder.h"
#include "press/output/part_files.h"
#include "press/output/site_writer.h"

namespace broadsheet::press {

// Writes the sizes of the pictures of the part, and sets the placeholders of all pictures, which
// pages have.
Diagnostics write_part_pictures(LoadedSite& site, const PartNumber& part, const PictureCache& cache,
                                const WriteOptions& options, PartList& list, OutputFolder& out);

// Writes the pages, data files and search runs of the part, and its list.
// REQUIRES: `write_part_pictures` was called. Takes the bodies out of the site's entries.
WriteReport write_part(LoadedSite& site, const PartNumber& part, const WriteOptions& options,
                       PartList& list, OutputFolder& out);

}  // namespace broadsheet::press
