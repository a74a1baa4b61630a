// Builds the search index of a publication: collects the text of each entry and then writes the
// files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "press/base/mapped_files.h"
#include "press/base/site_output.h"
#include "press/load/loaded_site.h"
#include "search/build/index_builder.h"

namespace broadsheet::press {

// Builds one search index. Call `add` or `add_rest` for all entries, then `write`.
class SearchIndex {
  public:
    // `known` has the results of the previous index; only entries with changed texts are needed
    // again. `site` and `known` must outlive this object, and `site` must not change.
    // With a `share`, only its runs are made. What is needed later goes to `spill`, unless it is
    // null.
    SearchIndex(const LoadedSite& site, search::KnownPostingRuns& known,
                search::RunShare share = {}, SpillFile* spill = nullptr);

    // True if the text of the entry is needed. Both functions are safe to call from several
    // threads, in any order.
    bool wants(const model::Entry& light) const;
    // REQUIRES: `wants(light)`.
    void add(const model::Entry& light, const model::Entry& whole);
    // Adds all needed entries that were not added. REQUIRES: the site still has their bodies.
    void add_rest(int jobs);

    // Writes the files to the bundle's folder. Returns the hash in the name of the root file; empty
    // if the publication has no entries to index. Adds the names of all files to `names`, unless it
    // is null. REQUIRES: `add_rest` was called.
    std::string write(SiteOutput& out, int jobs, std::vector<std::string>* names = nullptr);
    // Makes the runs of the share, which are then in `known`. REQUIRES: `add_rest` was called.
    void write_share(int jobs);

  private:
    const LoadedSite& site_;
    std::vector<const model::Entry*> entries_;
    std::unordered_map<const model::Entry*, std::size_t> numbers_;
    search::IndexBuilder builder_;
};

// The results of an index build as bytes. What cannot be read is left out.
std::string packed_runs(const search::KnownPostingRuns& known);
search::KnownPostingRuns unpacked_runs(const strings::SharedBytes& bytes);

// Loads and saves the results of an index build in the cache. The result is empty if `file` is
// empty or cannot be read.
search::KnownPostingRuns read_known_runs(const std::filesystem::path& file);
void keep_known_runs(const search::KnownPostingRuns& known, const std::filesystem::path& file);

}  // namespace broadsheet::press
