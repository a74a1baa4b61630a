// Finds articles and files by whatever an author's link says: a file's name, the address it had on
// the old site, or the one it has on the new.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "press/articles/article.h"
#include "press/pictures/picture_size.h"

namespace broadsheet::press {

// A file that is copied to the site as it is.
struct Asset {
    std::filesystem::path location;
    model::Path path;
};

class SiteIndex {
  public:
    SiteIndex(const std::vector<Article>& articles, const ContentFolder& content,
              std::string_view base_url);

    // The address that `target`, as written in `article`, leads to on this site, with its fragment;
    // nothing where it leads elsewhere or nowhere.
    std::optional<std::string> find_link(const Article& article, std::string_view target) const;

    // The copied file that `target` names.
    const Asset* find_asset(const Article& article, std::string_view target) const;

    const Asset* asset_at(const model::Path& path) const;

    // An article by name, as ref, post_url and link give it.
    std::optional<std::string> find_named(std::string_view name) const;

    // What a mistyped target was likely meant to be: the address of an article, the path of a file.
    // Looks at all names, so it is for targets that lead nowhere.
    std::optional<std::string> similar_article(std::string_view target) const;
    std::optional<std::string> similar_asset(std::string_view target) const;

    // Read once for each file; safe to call from several threads.
    std::optional<PictureSize> size_of(const Asset& asset) const;

    const std::vector<Asset>& assets() const { return assets_; }

  private:
    void add_article(const Article& article);
    void add_assets(const std::vector<ContentFile>& files);
    void infer_mount(const std::vector<Article>& articles);
    std::optional<model::Path> find_path(std::string_view path) const;
    std::vector<std::string> candidates(const Article& article, std::string_view target) const;
    std::optional<std::string> site_path(std::string_view target) const;

    std::string base_url_;
    std::string mount_;  // "/blog": where the old site had the folder, guessed from its links
    std::unordered_map<std::string, model::Path> paths_;  // by `key_of`
    std::unordered_map<std::string, model::Path> names_;
    std::vector<Asset> assets_;
    std::unordered_map<std::string, std::size_t> asset_by_path_;
    mutable std::mutex sizes_mutex_;
    mutable std::map<model::Path, std::optional<PictureSize>> sizes_;
};

}  // namespace broadsheet::press
