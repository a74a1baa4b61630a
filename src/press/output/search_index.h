// The search index of a publication: gathers what is searched of each entry as it comes by, then
// writes the files.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "press/base/site_output.h"
#include "press/load/site_loader.h"
#include "search/build/index_builder.h"

namespace broadsheet::press {

class SearchIndex {
  public:
    // `known`: what was made for the last one, so that only changed texts are wanted.
    // REQUIRES: the site stays as it is, and both outlive the index.
    SearchIndex(const LoadedSite& site, search::KnownRuns& known);

    // Safe to call from several threads, in any order.
    bool wants(const model::Entry& light) const;
    // REQUIRES: it is wanted.
    void add(const model::Entry& light, const model::Entry& whole);
    // Fetches all wanted texts that were not added. REQUIRES: the site still has them.
    void add_rest(int jobs);

    // Writes the files into the bundle's folder, and returns the hash part of the root's name;
    // empty where there is nothing to search. `names`: gets those of the files.
    // REQUIRES: `add_rest` came before.
    std::string write(SiteOutput& out, int jobs, std::vector<std::string>* names = nullptr);

  private:
    const LoadedSite& site_;
    std::vector<const model::Entry*> entries_;
    std::unordered_map<const model::Entry*, std::size_t> numbers_;
    search::IndexBuilder builder_;
};

// Runs that the last build of an index left in the cache; none where `file` is empty.
search::KnownRuns read_known_runs(const std::filesystem::path& file);
void keep_known_runs(const search::KnownRuns& known, const std::filesystem::path& file);

}  // namespace broadsheet::press
