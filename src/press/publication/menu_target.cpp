#include "press/publication/menu_target.h"

#include <utility>

#include "press/base/link_target.h"
#include "press/config/language_editions.h"

namespace broadsheet::press {

std::string menu_target(const SiteConfig& config, const SiteIndex& index, std::string target) {
    target = path_in_edition(config, std::move(target));
    if (target.empty() || target.starts_with('#') || target.starts_with("/../")) return target;
    const Article at_top;
    if (auto found = index.find_link(at_top, target)) return *std::move(found);
    const bool from_root = target.starts_with('/') || is_absolute_url(target);
    return from_root ? target : "/" + target;
}

}  // namespace broadsheet::press
