// Collects the pictures that pages show, each with a position for messages about it.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "model/members.h"
#include "press/articles/site_index.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

// A picture file and its first use.
struct PictureUse {
    std::filesystem::path location;
    model::Path path;
    Diagnostic place;  // position of the use; no message
};

// The pictures of all articles.
class PictureUses {
  public:
    // Adds a use of a picture, if it is of a type that has variants. Of several uses, the first by
    // path and position counts. Safe to call from several threads.
    void add(const Asset& asset, Diagnostic place);

    void add(const std::vector<PictureUse>& uses);

    // Returns all pictures, sorted by path. REQUIRES: no other thread still adds.
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
