#include <algorithm>
#include <utility>

#include "addresses/paths.h"
#include "press/articles/site_index.h"
#include "press/base/link_target.h"
#include "strings/edit_distance.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

// The last segment of a path, decoded and in lower case, without its extension unless
// `keep_ending`.
std::string name_of(std::string_view target, bool keep_ending) {
    std::string path =
        lower_ascii(addresses::decode_path(target.substr(0, target.find_first_of("?#"))));
    while (path.ends_with('/')) path.pop_back();
    std::string name = path.substr(path.rfind('/') + 1);
    if (!keep_ending) name.erase(std::min(name.size(), name.rfind('.')));
    return name;
}

std::string without_digits(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c < '0' || c > '9') out += c;
    }
    return out;
}

// Finds the most similar of several names. Of equally similar ones, chooses the first answer in
// alphabetical order, so that the result does not depend on the order of the names.
class Nearest {
  public:
    explicit Nearest(std::string wanted)
        : wanted_(std::move(wanted)),
          letters_(strings::code_points(wanted_)),
          // A quarter of the name's length; the extension does not count.
          max_distance_(wanted_.substr(0, wanted_.rfind('.')).size() / 4) {}

    void offer(const std::string& name, const std::string& answer) {
        const std::size_t distance = distance_to(name);
        if (distance > max_distance_ || wanted_.empty()) return;
        std::pair<std::size_t, std::string> offered{distance, answer};
        if (!best_ || offered < *best_) best_ = std::move(offered);
    }

    std::optional<std::string> answer() const {
        return best_ ? std::optional(best_->second) : std::nullopt;
    }

  private:
    std::size_t distance_to(const std::string& name) const {
        // "photo-3" is not a misspelling of "photo-4".
        if (name != wanted_ && without_digits(name) == without_digits(wanted_))
            return max_distance_ + 1;
        constexpr std::size_t longest = 100;
        const std::size_t longer = std::max(name.size(), wanted_.size());
        const std::size_t shorter = std::min(name.size(), wanted_.size());
        if (longer - shorter <= max_distance_ && longer < longest) {
            const std::size_t distance =
                strings::edit_distance(letters_, strings::code_points(name), max_distance_);
            if (distance <= max_distance_) return distance;
        }
        // "the-harbour" is part of "2026-11-25-the-harbour-opens".
        constexpr std::size_t min_part = 6;
        const bool is_part = wanted_.size() >= min_part && name.find(wanted_) != std::string::npos;
        return is_part ? max_distance_ : max_distance_ + 1;
    }

    std::string wanted_;
    std::u32string letters_;
    std::size_t max_distance_;
    std::optional<std::pair<std::size_t, std::string>> best_;
};

}  // namespace

std::optional<std::string> SiteIndex::similar_article(std::string_view target) const {
    Nearest nearest(name_of(target, false));
    for (const auto& [name, path] : names_) nearest.offer(name_of(name, true), path);
    return nearest.answer();
}

std::optional<std::string> SiteIndex::similar_asset(std::string_view target) const {
    Nearest nearest(name_of(target, true));
    for (const Asset& asset : assets_) {
        nearest.offer(name_of(target_of_file(asset.path), true), asset.path);
    }
    return nearest.answer();
}

}  // namespace broadsheet::press
