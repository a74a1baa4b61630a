// Which files besides the texts are published.
#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "press/load/content_loader.h"
#include "press/publication/own_files.h"

namespace broadsheet::press {

// Files in the folder of an article wait as it does.
void ContentLoader::find_withheld_folders() {
    withheld_folders_.clear();
    std::set<std::filesystem::path> shown;
    for (const Article& article : articles_) {
        const bool is_leaf = article.is_bundle && article.file.role == FileRole::text;
        if (!is_leaf || (article.folder.empty() && article.stem.empty())) continue;
        const auto folder = std::filesystem::path(article.file.location).parent_path();
        const bool waits = !article.fields.hidden && !is_published(article, options_.filter);
        (waits ? withheld_folders_ : shown).insert(folder);
    }
    // Those of its translations may be published.
    for (const std::filesystem::path& folder : shown) withheld_folders_.erase(folder);
}

bool ContentLoader::is_of_withheld(const Asset& asset) const {
    if (withheld_folders_.empty()) return false;
    for (std::filesystem::path folder = asset.location.parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
        if (withheld_folders_.contains(folder)) return true;
    }
    return false;
}

// Leaves out files with the names of generated ones.
void ContentLoader::take_assets(LoadedSite& site) {
    // The files of the site are in the usual edition. Others have only what they show.
    const bool is_usual = content_.config.edition_folder().empty();
    static constexpr auto of_each = std::to_array<std::string_view>({"/icon.png", "/icon.svg"});
    for (std::size_t i = 0; i < index_->assets().size(); ++i) {
        const Asset& asset = index_->assets()[i];
        const bool is_wanted =
            is_usual || index_->is_used(i) ||
            std::find(of_each.begin(), of_each.end(), asset.path) != of_each.end();
        if (!is_wanted || (is_of_withheld(asset) && !index_->is_used(i))) continue;
        if (!is_generated(site.publication, asset.path)) {
            site.assets.push_back(asset);
            continue;
        }
        Diagnostic warning;
        warning.severity = Severity::warning;
        warning.path = asset.location.lexically_relative(options_.content).generic_string();
        warning.what = "the site generates " + asset.path + ", so this file is not published";
        warning.remedy = "rename or remove it";
        last_problems_.push_back(std::move(warning));
    }
}

}  // namespace broadsheet::press
