// Resolves the link targets that authors write: the name of a file, the address on the old site, or
// the address on the new site.
#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "press/articles/article.h"
#include "press/media/recording.h"
#include "press/pictures/picture_size.h"
#include "press/shortcodes/shortcode_template.h"

namespace broadsheet::press {

// A file that is published unchanged.
struct Asset {
    std::filesystem::path location;
    model::Path path;
};

// An index of all articles and assets of a site. Safe to use from several threads once built.
// REQUIRES: the articles have their addresses.
class SiteIndex {
  public:
    // `elsewhere` are the articles of other editions, whose paths lead there.
    SiteIndex(const std::vector<Article>& articles, const ContentFolder& content,
              std::string_view base_url, const std::vector<const Article*>& elsewhere = {});

    // The address on this site of a link in `article`, with its query and fragment, and without the
    // site's path on its host. Nothing for links to other sites and to files, and for broken links.
    std::optional<std::string> find_link(const PlacedArticle& article,
                                         std::string_view target) const;

    // The asset that `target` in `article` refers to, or null.
    const Asset* find_asset(const PlacedArticle& article, std::string_view target) const;

    // The asset at this path, or null.
    const Asset* asset_at(const model::Path& path) const;

    // The address of an article by name or path, as in ref, post_url and link tags. "fr:NAME": of
    // the article in that language.
    std::optional<std::string> find_named(std::string_view name) const;

    // The site's own shortcode with this name, or null.
    const SiteShortcode* shortcode(std::string_view name) const;
    // The template that shortcodes call by this name, or null.
    const SiteShortcode* partial(std::string_view name) const;

    // Suggestions for a broken link: the address of an article, or the path of an asset. Slow,
    // because they compare all names.
    std::optional<std::string> similar_article(std::string_view target) const;
    std::optional<std::string> similar_asset(std::string_view target) const;

    // The size of a picture, or nothing if it has none. Reads each file once.
    std::optional<PictureSize> size_of(const Asset& asset) const;

    // The length and size of a sound or video file. Reads each file once.
    Recording recording_of(const Asset& asset) const;

    const std::vector<Asset>& assets() const { return assets_; }

    // True if a lookup has found the asset with this index in assets().
    bool is_used(std::size_t asset) const { return used_[asset]; }

  private:
    void add_article(const PlacedArticle& article, const SiteConfig& config);
    void add_assets(const std::vector<ContentFile>& files,
                    const std::vector<CollectionConfig>& collections,
                    const std::map<std::string, model::Path>& post_folders);
    void add_elsewhere(const PlacedArticle& article);
    void add_in_language(const PlacedArticle& article, const std::string& language);
    const Asset* use(std::size_t asset) const;
    void infer_mount(const std::vector<Article>& articles);
    std::optional<model::Path> find_path(std::string_view path) const;
    std::vector<std::string> candidates(const PlacedArticle& article,
                                        std::string_view target) const;
    std::optional<std::string> site_path(std::string_view target) const;
    std::optional<std::string> without_base(std::string_view path) const;

    const SiteInput& input_;
    std::string base_url_;
    // The paths that the site has on its host, now and by its configuration: "/blog/". Authors for
    // other generators write them before addresses.
    std::vector<std::string> base_paths_;
    std::vector<std::string> own_folders_;  // with the files of this edition: "de/"
    std::string mount_;  // path of this content on the old site, inferred from links: "/blog"
    std::unordered_map<std::string, model::Path> paths_;  // by `key_of`
    std::unordered_map<std::string, model::Path> names_;
    std::vector<Asset> assets_;
    mutable std::deque<std::atomic<bool>> used_;  // by asset
    std::unordered_map<std::string, std::size_t> asset_by_path_;
    std::map<std::string, SiteShortcode, std::less<>> shortcodes_;
    std::map<std::string, SiteShortcode, std::less<>> partials_;
    mutable std::mutex sizes_mutex_;
    mutable std::map<model::Path, std::optional<PictureSize>> sizes_;
    mutable std::map<model::Path, Recording> recordings_;
};

}  // namespace broadsheet::press
