// Holds the parts of the publication that have been fetched, and determines which files are missing
// for a route.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "addresses/route.h"
#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "model/publication.h"

namespace broadsheet::reader {

// The kinds of files in a bundle.
enum class FileKind : std::uint8_t { manifest, start, entries, lists };

// The fetched publication.
class Loader {
  public:
    // The files that are missing to show a route, in the order to fetch them. When it is empty, the
    // publication contains everything that the route shows.
    std::vector<std::string> missing(const addresses::Route& route);

    // Adds a file. Returns an error message if the file is invalid, else "".
    std::string take(std::string_view name, std::string_view bytes);

    // Takes the site of a loader that this one replaces, so that messages can be shown within the
    // page frame until the start data arrive.
    void take_site(Loader& other) { publication_.site = std::move(other.publication_.site); }

    const model::Publication& publication() const { return publication_; }
    const bundle::Manifest& manifest() const { return manifest_; }
    bool has_start() const { return has_start_; }

  private:
    using Names = std::vector<std::string>;

    static FileKind kind_of(std::string_view name);
    bool has(const std::string& name) const;
    void want(std::string name, Names& files) const;
    void want_list(const addresses::Route& route, Names& files);
    void want_calendar_list(const addresses::Route& route, Names& files);
    // Adds the part of a list that contains `count` articles from index `first` on.
    void want_part(const model::Path& path, int total, int first, int count, Names& files) const;
    void take_list(bundle::ListPart part);
    void place_chunks();

    bundle::Manifest manifest_;
    model::Publication publication_;
    std::vector<std::string> taken_;
    std::vector<bundle::ListPart> chunks_;  // chunks of lists whose length is not known yet
    bool has_manifest_ = false;
    bool has_start_ = false;
};

inline constexpr std::string_view manifest_name = "manifest.json";

}  // namespace broadsheet::reader
