// A folder of content as a publication.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/article.h"
#include "press/content_folder.h"
#include "press/picture_uses.h"
#include "press/site_index.h"

namespace broadsheet::press {

struct LoadedSite {
    model::Publication publication;
    std::vector<Asset> assets;
    std::vector<PictureUse> pictures;  // that pages show and that have sizes of their own
    Diagnostics diagnostics;           // sorted
    std::string base_path = "/";       // of the site at its host; ends with '/'
};

struct LoadOptions {
    std::filesystem::path content;
    std::filesystem::path excluded;  // a folder within it that holds no content: the output
    std::string base_url;
    Clock clock;
    int jobs = 1;
};

LoadedSite load_site(const LoadOptions& options);

// "/news/" for "https://example.org/news" or "/news"; "/" where there is no path.
std::string base_path_of(std::string_view base_url);

}  // namespace broadsheet::press
