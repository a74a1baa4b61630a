// Converts the items of a WordPress export to the files of articles and pages.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "press/import/article_file.h"
#include "press/import/import_site.h"
#include "press/import/wordpress_site.h"
#include "press/import/wxr_reader.h"

namespace broadsheet::press {

// Where an item is written.
struct ItemPlace {
    std::string file;  // relative to the folder of the site, without its ending ".md"
    std::string slug;
    std::string url;   // empty: follows from slug and date
    std::string path;  // of the published item
    bool is_page = false;
    bool is_draft = false;
};

// The files of one item.
struct ItemFiles {
    std::string article;
    std::string comments;  // JSON; empty if there are none
    int comment_count = 0;
};

class WordpressItems {
  public:
    // `uploads`: a copy of wp-content/uploads; may be empty.
    WordpressItems(const WordpressSite& site, std::filesystem::path uploads, ImportReport& report)
        : site_(site), uploads_(std::move(uploads)), report_(report) {}

    // Decides where an item is written; nothing if it is not imported. The order of calls counts.
    std::optional<ItemPlace> place(const WxrRecord& item);
    // Converts an item. May be called from several threads.
    ItemFiles convert(const WxrRecord& item, const ItemPlace& place);

    // The media files that texts use, relative to the folder of uploads.
    const std::set<std::string>& used_media() const { return used_media_; }

    // The paths of placed items that are published, by number, and whether one has this path.
    const std::map<int, std::string>& published_paths() const { return published_paths_; }
    bool has_path(const std::string& path) const;

    // The name of a term in an article: its own, or its slug if the name would give another
    // address.
    static std::string written_name(const WordpressTerm& term);

  private:
    void place_article(const WxrRecord& item, ItemPlace& place) const;
    void place_page(const WxrRecord& item, ItemPlace& place) const;
    void make_unique(ItemPlace& place, int number);
    void write_front_matter(const WxrRecord& item, const ItemPlace& place, FrontMatter& out);
    void write_terms(const WxrRecord& item, FrontMatter& out) const;
    void write_own_fields(const WxrRecord& item, const ItemPlace& place, FrontMatter& out) const;
    std::string target_of(const std::string& target, const std::string& file);
    std::string media_target(const std::string& address, const std::string& path,
                             const std::string& file);
    void add_dropped(std::map<std::string, Dropped>& to, const std::map<std::string, int>& names,
                     const std::string& file);
    WordpressText read_text(const std::string& text, const WxrRecord& item,
                            const std::string& file);
    std::string comments_of(const WxrRecord& item, const std::string& file, int& count);

    const WordpressSite& site_;
    std::filesystem::path uploads_;
    ImportReport& report_;
    std::mutex mutex_;  // of the report and the used media, during convert
    std::set<std::string> files_;
    std::set<std::string> paths_;
    std::set<std::string> used_media_;
    std::set<std::string> aliases_;
    std::map<int, std::string> published_paths_;
};

}  // namespace broadsheet::press
