// What a site has that Windows cannot store: an address such as /con/, a picture such as what?.png.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "press/articles/article.h"
#include "press/load/loaded_site.h"

namespace broadsheet::press {

struct NamedSite {
    const std::vector<Article>& articles;
    const model::Publication& publication;
    const std::vector<Asset>& assets;
    const std::vector<OldAddress>& old_addresses;
    std::filesystem::path folder;  // what the paths of assets in messages begin at
    // The text of an article, which is usually not in memory any more.
    std::function<SourceArticle(const Article&)> read_again;
};

// A message for each name. All say the same, so that they can be joined; the name is in the remedy.
// Errors where this program itself runs on Windows, since not even a part should be written then.
Diagnostics unstorable_names(const NamedSite& site, Severity severity);

}  // namespace broadsheet::press
