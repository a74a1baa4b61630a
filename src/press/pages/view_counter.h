// The counter of views that a site's configuration names, in its pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"
#include "press/config/site_config.h"
#include "press/load/loaded_site.h"

namespace broadsheet::press {

// The script of the counter, among the reader's files.
inline constexpr const char* counter_script = "statistics.js";

// The origin of a URL: "https://a.example:8000" for "https://a.example:8000/b".
std::string origin_of_url(std::string_view url);

// Adds the counter to the options of pages. `script` is the path of its script. `base_url` is the
// site's; views of copies at other hosts do not count. Nothing if the site has no counter.
void add_counter(page::HtmlOptions& html, const StatisticsConfig& statistics,
                 std::string_view script, std::string_view base_url);

// Adds the counter to the sources that the policy of the site allows.
page::PolicySources with_counter(page::PolicySources sources, const StatisticsConfig& statistics);

// What the policy of the whole site allows.
page::PolicySources policy_of(const LoadedSite& site);

}  // namespace broadsheet::press
