// The site's icons and its web app manifest.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/pictures/raster.h"

namespace broadsheet::press {

// An icon as a PNG file.
struct SiteIcon {
    std::string path;  // "assets/icon-192.1a2b3c4d.png"
    int size = 0;      // width and height in pixels
    std::string bytes;
};

// Icons as PNG files in the sizes that phones and web app manifests need. `own_picture` is the
// content of a PNG, JPEG or WebP file; without it, the icon is a newspaper page in the site's
// colours.
std::vector<SiteIcon> site_icons(const model::Site& site,
                                 const std::optional<std::string>& own_picture);

// The web app manifest.
std::string web_manifest(const model::Site& site, std::string_view base_path,
                         const std::vector<SiteIcon>& icons);

// The elements for icons, manifest and theme colours in the <head> of all pages.
std::string icon_head(const model::Site& site, std::string_view base_path,
                      const std::vector<SiteIcon>& icons);

}  // namespace broadsheet::press
