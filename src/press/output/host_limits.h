// The limits of hosts for static files, and which of them a site exceeds.
#pragma once

#include "press/output/build.h"

namespace broadsheet::press {

// A note for each limit that the result exceeds, with the option that brings it below. The limits
// are those that the hosts document: GitHub Pages 1 GB for a site; Cloudflare Pages 20,000 files
// (in its free plan) and 25 MiB for a file. Netlify documents none that a site of this kind reaches
// before. Sources: the hosts' documentation, 2025.
Diagnostics host_limit_notes(const BuildReport& report, const std::string& out);

}  // namespace broadsheet::press
