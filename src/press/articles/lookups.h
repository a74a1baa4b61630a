// Records the lookups in the site index that reading an article makes. While their results stay the
// same, the article does not have to be read again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/members.h"
#include "press/articles/site_index.h"

namespace broadsheet::press {

// A list of lookups and a hash of their results.
struct Asked {
    std::vector<std::pair<char, std::string>> questions;  // kind of lookup, and its argument
    std::uint64_t answers = 0;

    bool operator==(const Asked&) const = default;
};

// Makes the lookups of SiteIndex that reading an article needs, and records them. Not thread-safe.
class Lookups {
  public:
    Lookups(const SiteIndex& index, const Article& article) : index_(index), article_(article) {}

    std::optional<std::string> find_link(std::string_view target);
    const Asset* find_asset(std::string_view target);
    std::optional<std::string> find_named(std::string_view name);
    std::optional<std::string> similar_article(std::string_view target);
    std::optional<std::string> similar_asset(std::string_view target);
    std::optional<PictureSize> size_of(const Asset& asset);

    Asked take() { return std::move(asked_); }

  private:
    void note(char question, std::string_view about, std::string_view answer);

    const SiteIndex& index_;
    const Article& article_;
    Asked asked_;
};

// Repeats the lookups. True if their results are the same.
bool same_answers(const Asked& asked, const SiteIndex& index, const Article& article);

// See model/members.h.
template <model::Either<Asked> Type, typename Visit>
void members(Type& asked, Visit&& visit) {
    auto& [questions, answers] = asked;
    visit(questions, answers);
}

}  // namespace broadsheet::press
