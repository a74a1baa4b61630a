// What a picture becomes for the site: its standard widths as WebP, and the colours that hold its
// place until it is there.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

struct PictureVariant {
    int width = 0;
    std::string bytes;

    bool operator==(const PictureVariant&) const = default;
};

struct PictureVariants {
    std::string placeholder;               // see raster.h; may be empty
    std::vector<PictureVariant> variants;  // narrowest first
    std::string what;                      // not empty: nothing could be made, and why
    std::string remedy;

    bool operator==(const PictureVariants&) const = default;
};

// Changes with everything that the result depends on beside the picture's bytes: the widths, the
// encoder's settings, the way of scaling, the format of the cache.
inline constexpr std::string_view variants_version = "1";

// `bytes` are a JPEG, PNG or WebP file. The widths are those of page/picture_sizes.h.
PictureVariants make_variants(std::string_view bytes);

// A folder of results by the content of the picture, shared by all sites of a person. It may be
// deleted at any time, and what cannot be read or written is made anew.
class PictureCache {
  public:
    // Empty: nothing is kept.
    explicit PictureCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // `make_variants`, or what it gave before. Safe to call from several threads and processes.
    PictureVariants variants_of(std::string_view bytes) const;

  private:
    std::filesystem::path folder_;
};

// $XDG_CACHE_HOME/broadsheet, else ~/.cache/broadsheet; empty where there is neither.
std::filesystem::path usual_cache_folder();

}  // namespace broadsheet::press
