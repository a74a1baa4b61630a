#include "press/articles/picture_uses.h"

#include <tuple>
#include <utility>

#include "page/picture_sizes.h"

namespace broadsheet::press {

void PictureUses::add(const Asset& asset, Diagnostic place) {
    if (!page::has_standard_widths(asset.path)) return;
    add({asset.location, asset.path, std::move(place)});
}

void PictureUses::add(const std::vector<PictureUse>& uses) {
    for (const PictureUse& use : uses) add(use);
}

void PictureUses::add(PictureUse more) {
    const auto order = [](const Diagnostic& each) {
        return std::tie(each.path, each.position.line, each.position.column);
    };
    const std::lock_guard lock(mutex_);
    const auto [found, added] = uses_.try_emplace(more.path);
    PictureUse& use = found->second;
    if (!added && order(use.place) <= order(more.place)) return;
    use = std::move(more);
}

std::vector<PictureUse> PictureUses::take() {
    std::vector<PictureUse> result;
    result.reserve(uses_.size());
    for (auto& [path, use] : uses_) result.push_back(std::move(use));
    uses_.clear();
    return result;
}

}  // namespace broadsheet::press
