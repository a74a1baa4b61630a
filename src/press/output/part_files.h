// Parts: what one of several machines makes of a site, so that a join has only to put it together.
//
// A part is a folder with the files of its share below `site/`, the sizes of its pictures below
// `pictures/`, its runs of the search index in `search`, and a list of all these. Each
// file of the site has the fingerprint of its input. A join takes a file only if it would make it
// from the same input, so its site is that of a build on one machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/base/site_output.h"
#include "press/output/fingerprint.h"
#include "press/output/part_number.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::press {

// The folders and files in a part.
inline constexpr std::string_view part_site_folder = "site/";
inline constexpr std::string_view part_pictures_folder = "pictures/";
inline constexpr std::string_view part_search_name = "search";

// Collects the list of a part's files. Safe to use from several threads.
class PartList {
  public:
    // `name` is relative to the part. `fingerprint` is 0 for files that are not of the site.
    void add(const std::string& name, Fingerprint fingerprint, std::string_view bytes);
    // True for the first call with this name: it is then reserved.
    bool claim(const std::string& name);
    // The bytes of the list. `site` is the fingerprint of the whole site.
    std::string bytes(const PartNumber& part, Fingerprint site) const;

  private:
    struct File {
        Fingerprint fingerprint = 0;
        std::uint64_t hash = 0;  // of the bytes
    };

    mutable std::mutex mutex_;
    std::map<std::string, File> files_;
};

// The parts of a join. After `open`, safe to use from several threads.
class PartFiles {
  public:
    // Reads the lists of the parts. Errors if they are not all parts of one site, made by this
    // program.
    Diagnostics open(const std::vector<std::filesystem::path>& folders);

    // The fingerprint of the site that the parts are of.
    Fingerprint site() const { return site_; }

    // A file of the site that was made from `fingerprint`; nothing if no part has it.
    std::optional<std::string> file(const std::string& name, Fingerprint fingerprint) const;
    // The name of the shard that was made from `fingerprint`; empty if no part has it.
    std::string shard(Fingerprint fingerprint) const;
    // The sizes of a picture; nothing if no part has it.
    std::optional<PictureVariants> picture(std::string_view bytes) const;
    // The runs of the search index, of each part.
    std::vector<std::string> search_runs() const;

    // Files that differ from the lists.
    Diagnostics damage() const;

  private:
    struct Place {
        std::filesystem::path location;
        Fingerprint fingerprint = 0;
        std::uint64_t hash = 0;
    };

    std::optional<Diagnostic> read_list(const std::filesystem::path& folder, std::string_view all,
                                        std::map<int, std::filesystem::path>& parts);
    std::optional<std::string> read(const Place& place) const;

    int count_ = 0;
    Fingerprint site_ = 0;
    std::unordered_map<std::string, Place> files_;  // by name in the part
    std::vector<Place> search_;
    std::unordered_map<Fingerprint, std::string> shards_;
    mutable std::mutex mutex_;
    mutable Diagnostics damage_;
};

}  // namespace broadsheet::press
