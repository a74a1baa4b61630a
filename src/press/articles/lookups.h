// What an article asked of the site's index while it was read. As long as the answers are the same,
// it reads the same.
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

struct Asked {
    std::vector<std::pair<char, std::string>> questions;  // which of the index's, and about what
    std::uint64_t answers = 0;

    bool operator==(const Asked&) const = default;
};

// The questions of SiteIndex that reading an article needs.
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

bool same_answers(const Asked& asked, const SiteIndex& index, const Article& article);

// See model/members.h.
template <model::Either<Asked> Type, typename Visit>
void members(Type& asked, Visit&& visit) {
    auto& [questions, answers] = asked;
    visit(questions, answers);
}

}  // namespace broadsheet::press
