// The pictures that pages show, each with the place that a message about it names.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "model/members.h"
#include "press/articles/site_index.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

struct PictureUse {
    std::filesystem::path location;
    model::Path path;
    Diagnostic place;  // path, position and line; nothing is wrong yet
};

class PictureUses {
  public:
    // Of several places the first counts, by path and position. Safe to call from several threads.
    void add(const Asset& asset, Diagnostic place);

    void add(const std::vector<PictureUse>& uses);

    // By path. REQUIRES: no other thread still adds.
    std::vector<PictureUse> take();

  private:
    void add(PictureUse more);

    std::mutex mutex_;
    std::map<model::Path, PictureUse> uses_;
};

// See model/members.h.
template <model::Either<PictureUse> Type, typename Visit>
void members(Type& picture_use, Visit&& visit) {
    auto& [location, path, place] = picture_use;
    visit(location, path, place);
}

}  // namespace broadsheet::press
