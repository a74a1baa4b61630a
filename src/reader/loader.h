// The parts of the publication that the reader has, and which file to fetch for what it lacks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "addresses/route.h"
#include "bundle/format/list_parts.h"
#include "bundle/format/manifest.h"
#include "model/publication.h"

namespace broadsheet::reader {

enum class FileKind : std::uint8_t { manifest, start, entries, lists };

class Loader {
  public:
    // Files of the bundle without which the route cannot be shown, in the order to fetch them.
    // Empty: everything is there.
    // Once they are, the publication has what the route shows.
    std::vector<std::string> missing(const addresses::Route& route);

    // Takes a file in; gives a sentence where it cannot be used.
    std::string take(std::string_view name, std::string_view bytes);

    // For a newer publish. What every page shows stays until the new start data is there, so that a
    // message in between still has its frame.
    void forget_files();

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
    // The part of a list that has `count` articles from place `first` on.
    void want_part(const model::Path& path, int total, int first, int count, Names& files) const;
    void take_list(bundle::ListPart part);
    void place_runs();

    bundle::Manifest manifest_;
    model::Publication publication_;
    std::vector<std::string> taken_;
    std::vector<bundle::ListPart> runs_;  // of lists whose length is not known yet
    bool has_manifest_ = false;
    bool has_start_ = false;
};

inline constexpr std::string_view manifest_name = "manifest.json";

}  // namespace broadsheet::reader
