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
struct LookupRecord {
    std::vector<std::pair<char, std::string>> lookups;  // kind of lookup, and its argument
    std::uint64_t results = 0;

    bool operator==(const LookupRecord&) const = default;
};

// Makes the lookups of SiteIndex that reading an article needs, and records them. Not thread-safe.
class RecordedLookups {
  public:
    RecordedLookups(const SiteIndex& index, const PlacedArticle& article)
        : index_(index), article_(article) {}

    std::optional<std::string> find_link(std::string_view target);
    const Asset* find_asset(std::string_view target);
    std::optional<std::string> find_named(std::string_view name);
    std::optional<std::string> similar_article(std::string_view target);
    std::optional<std::string> similar_asset(std::string_view target);
    std::optional<PictureSize> size_of(const Asset& asset);
    Recording recording_of(const Asset& asset);

    LookupRecord take() { return std::move(record_); }

  private:
    void note(char kind, std::string_view argument, std::string_view result);

    const SiteIndex& index_;
    const PlacedArticle& article_;
    LookupRecord record_;
};

// Repeats the lookups. True if their results are the same.
bool same_results(const LookupRecord& record, const SiteIndex& index, const PlacedArticle& article);

// See model/members.h.
template <model::Either<LookupRecord> Type, typename Visit>
void members(Type& record, Visit&& visit) {
    auto& [lookups, results] = record;
    visit(lookups, results);
}

}  // namespace broadsheet::press
