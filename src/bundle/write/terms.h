// What a file of the bundle has once, however often its articles refer to it.
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

// The terms of a file. Categories, tags and authors occur many times in a file, so each is written
// once and referred to by number. REQUIRES: the terms outlive the table, which stores their
// addresses.
class Terms {
  public:
    int number(const model::TermReference& term);
    int number(model::TermReference&& term) = delete;

    void write_table(strings::JsonText& out) const;

    // Profiles of authors are also written once per file. Readers find them by the author's path.
    void add_profile(const model::AuthorProfile& profile) {
        profiles_.try_emplace(profile.author.path, &profile);
    }
    const std::map<std::string_view, const model::AuthorProfile*>& profiles() const {
        return profiles_;
    }

  private:
    std::map<std::string_view, const model::AuthorProfile*> profiles_;
    std::map<std::pair<std::string_view, std::string_view>, int> numbers_;
    std::vector<const model::TermReference*> ordered_;
};

}  // namespace broadsheet::bundle
