#include "press/articles/lookups.h"

#include <xxhash.h>

namespace broadsheet::press {

namespace {

constexpr char link = 'l';
constexpr char asset = 'a';
constexpr char named = 'n';
constexpr char size = 's';
constexpr char like_article = 'L';
constexpr char like_asset = 'A';

std::string answer_of(const std::optional<std::string>& found) {
    return found ? "=" + *found : std::string();
}

}  // namespace

void Lookups::note(char question, std::string_view about, std::string_view answer) {
    asked_.questions.emplace_back(question, about);
    asked_.answers = XXH3_64bits_withSeed(answer.data(), answer.size(), asked_.answers + 1);
}

std::optional<std::string> Lookups::find_link(std::string_view target) {
    auto found = index_.find_link(article_, target);
    note(link, target, answer_of(found));
    return found;
}

const Asset* Lookups::find_asset(std::string_view target) {
    const Asset* found = index_.find_asset(article_, target);
    note(asset, target, found == nullptr ? std::string_view() : std::string_view(found->path));
    return found;
}

std::optional<PictureSize> Lookups::size_of(const Asset& of) {
    const auto found = index_.size_of(of);
    note(size, of.path,
         found ? std::to_string(found->width) + " " + std::to_string(found->height) : "");
    return found;
}

std::optional<std::string> Lookups::find_named(std::string_view name) {
    auto found = index_.find_named(name);
    note(named, name, answer_of(found));
    return found;
}

std::optional<std::string> Lookups::similar_article(std::string_view target) {
    auto found = index_.similar_article(target);
    note(like_article, target, answer_of(found));
    return found;
}

std::optional<std::string> Lookups::similar_asset(std::string_view target) {
    auto found = index_.similar_asset(target);
    note(like_asset, target, answer_of(found));
    return found;
}

bool same_answers(const Asked& asked, const SiteIndex& index, const Article& article) {
    Lookups again(index, article);
    for (const auto& [question, about] : asked.questions) {
        if (question == link) again.find_link(about);
        if (question == asset) again.find_asset(about);
        if (question == named) again.find_named(about);
        if (question == like_article) again.similar_article(about);
        if (question == like_asset) again.similar_asset(about);
        if (question != size) continue;
        const Asset* of = index.asset_at(about);
        if (of == nullptr) return false;
        again.size_of(*of);
    }
    return again.take().answers == asked.answers;
}

}  // namespace broadsheet::press
