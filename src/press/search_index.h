// The search index of a publication: gathers what is searched of each entry as it comes by, then
// writes the files.
#pragma once

#include <string>
#include <vector>

#include "model/publication.h"
#include "press/site_output.h"
#include "search/index_builder.h"

namespace broadsheet::press {

class SearchIndex {
  public:
    // `documents`: about how many articles and pages will come.
    SearchIndex(const model::Site& site, std::size_t documents);

    // Redirects are left out. Safe to call from several threads, in any order.
    void add(const model::Entry& entry);

    // Writes the files into a folder of their own in the bundle's, and returns the hash part of its
    // name; empty where there is nothing to search.
    // `names`: gets those of the files.
    std::string write(SiteOutput& out, int jobs, std::vector<std::string>* names = nullptr);

  private:
    search::IndexBuilder builder_;
};

}  // namespace broadsheet::press
