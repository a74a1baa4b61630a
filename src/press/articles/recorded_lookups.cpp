#include "press/articles/recorded_lookups.h"

#include <xxhash.h>

namespace broadsheet::press {

namespace {

// Kinds of lookups.
constexpr char link = 'l';
constexpr char asset = 'a';
constexpr char named = 'n';
constexpr char size = 's';
constexpr char recording = 'r';
constexpr char like_article = 'L';
constexpr char like_asset = 'A';

std::string result_of(const std::optional<std::string>& found) {
    return found ? "=" + *found : std::string();
}

}  // namespace

void RecordedLookups::note(char kind, std::string_view argument, std::string_view result) {
    record_.lookups.emplace_back(kind, argument);
    record_.results = XXH3_64bits_withSeed(result.data(), result.size(), record_.results + 1);
}

std::optional<std::string> RecordedLookups::find_link(std::string_view target) {
    auto found = index_.find_link(article_, target);
    note(link, target, result_of(found));
    return found;
}

const Asset* RecordedLookups::find_asset(std::string_view target) {
    const Asset* found = index_.find_asset(article_, target);
    note(asset, target, found == nullptr ? std::string_view() : std::string_view(found->path));
    return found;
}

std::optional<PictureSize> RecordedLookups::size_of(const Asset& of) {
    const auto found = index_.size_of(of);
    note(size, of.path,
         found ? std::to_string(found->width) + " " + std::to_string(found->height) +
                     (found->animated ? " animated" : "")
               : "");
    return found;
}

Recording RecordedLookups::recording_of(const Asset& of) {
    const Recording found = index_.recording_of(of);
    note(recording, of.path,
         std::to_string(found.bytes) + " " + std::to_string(found.seconds) + " " +
             std::to_string(found.width) + " " + std::to_string(found.height));
    return found;
}

std::optional<std::string> RecordedLookups::find_named(std::string_view name) {
    auto found = index_.find_named(name);
    note(named, name, result_of(found));
    return found;
}

std::optional<std::string> RecordedLookups::similar_article(std::string_view target) {
    auto found = index_.similar_article(target);
    note(like_article, target, result_of(found));
    return found;
}

std::optional<std::string> RecordedLookups::similar_asset(std::string_view target) {
    auto found = index_.similar_asset(target);
    note(like_asset, target, result_of(found));
    return found;
}

bool same_results(const LookupRecord& record, const SiteIndex& index,
                  const PlacedArticle& article) {
    RecordedLookups repeated(index, article);
    for (const auto& [kind, argument] : record.lookups) {
        if (kind == link) repeated.find_link(argument);
        if (kind == asset) repeated.find_asset(argument);
        if (kind == named) repeated.find_named(argument);
        if (kind == like_article) repeated.similar_article(argument);
        if (kind == like_asset) repeated.similar_asset(argument);
        if (kind != size && kind != recording) continue;
        const Asset* of = index.asset_at(argument);
        if (of == nullptr) return false;
        if (kind == size) repeated.size_of(*of);
        if (kind == recording) repeated.recording_of(*of);
    }
    return repeated.take().results == record.results;
}

}  // namespace broadsheet::press
