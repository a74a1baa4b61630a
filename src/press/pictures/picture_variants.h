// The variants of a picture that a site publishes: WebP files in the standard widths, and a
// placeholder to show while the picture loads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// One size of a picture, as a WebP file.
struct PictureVariant {
    int width = 0;  // in pixels
    std::string bytes;

    bool operator==(const PictureVariant&) const = default;
};

// All variants of a picture, or a message.
struct PictureVariants {
    std::string placeholder;               // see placeholder_of; may be empty
    std::vector<PictureVariant> variants;  // narrowest first
    std::string what;                      // the problem if there are no variants, else empty
    std::string remedy;

    bool operator==(const PictureVariants&) const = default;
};

// Part of the names of cache files. Change it with the widths, the encoder settings, the scaling or
// the format of the cache.
inline constexpr std::string_view variants_version = "1";

// Makes the variants of a JPEG, PNG or WebP file, in the widths of page/picture_sizes.h.
PictureVariants make_variants(std::string_view bytes);

// The same without files: the placeholder, or a message.
PictureVariants make_placeholder(std::string_view bytes);

// Variants as bytes. Nothing for damaged bytes.
std::string packed_variants(const PictureVariants& result);
std::optional<PictureVariants> unpacked_variants(std::string_view bytes);

// The name of such bytes, by the content of the picture: "3f/3f0c….v1".
std::string variants_name(std::string_view picture);

// A cache of picture variants by content, shared by all sites of a user. Users may delete it at any
// time. If an entry cannot be read or written, the variants are made again.
class PictureCache {
  public:
    // An empty folder disables the cache.
    explicit PictureCache(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // The result of `make_variants`, from the cache if possible. Safe to call from several threads
    // and processes.
    PictureVariants variants_of(std::string_view bytes) const;
    // The same, but files are not made if they are not in the cache.
    PictureVariants placeholder_of(std::string_view bytes) const;

  private:
    std::optional<PictureVariants> find(std::string_view bytes) const;

    std::filesystem::path folder_;
};

// $XDG_CACHE_HOME/broadsheet, or else ~/.cache/broadsheet; empty if neither variable is set.
std::filesystem::path default_cache_folder();

}  // namespace broadsheet::press
