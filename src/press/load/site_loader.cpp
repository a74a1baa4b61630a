#include "press/load/site_loader.h"

#include "press/load/content_loader.h"

namespace broadsheet::press {

std::string base_path_of(std::string_view base_url) {
    while (base_url.ends_with('/')) base_url.remove_suffix(1);
    const auto scheme = base_url.find("://");
    if (scheme != std::string_view::npos) {
        const auto path = base_url.find('/', scheme + 3);
        base_url = path == std::string_view::npos ? std::string_view() : base_url.substr(path);
    }
    return base_url.starts_with('/') ? std::string(base_url) + "/" : "/";
}

LoadedSite load_site(const LoadOptions& options) { return ContentLoader(options).read(); }

}  // namespace broadsheet::press
