// The site's icons and its web app manifest.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/pictures/raster.h"

namespace broadsheet::press {

struct SiteIcon {
    std::string path;  // "assets/icon-192.1a2b3c4d.png"
    int size = 0;
    std::string bytes;
};

// PNG files of the sizes that phones and manifests want, of the site's own picture, the bytes of a
// PNG, JPEG or WebP, or where there is none of a page in the site's colours.
std::vector<SiteIcon> site_icons(const model::Site& site,
                                 const std::optional<std::string>& own_picture);

// A web app manifest with these icons.
std::string web_manifest(const model::Site& site, std::string_view base_path,
                         const std::vector<SiteIcon>& icons);

// What all pages say of icons, manifest and colours in their head.
std::string icon_head(const model::Site& site, std::string_view base_path,
                      const std::vector<SiteIcon>& icons);

}  // namespace broadsheet::press
