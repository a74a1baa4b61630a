// Converts the items of an export to the files of articles and pages.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "press/import/exports/import_record.h"
#include "press/import/items/article_file.h"
#include "press/import/items/import_report.h"
#include "press/import/items/import_source.h"
#include "press/import/items/imported_site.h"
#include "press/import/items/media_library.h"

namespace broadsheet::press {

// Where an item is written.
struct ItemPlace {
    std::string file;  // relative to the folder of the site, without its ending ".md"
    std::string slug;
    std::string url;   // empty: follows from slug and date
    std::string path;  // of the published item
    bool is_page = false;
    bool is_draft = false;
    std::string hidden;  // why not everybody may read it; empty: everybody may
};

// The files of one item.
struct ItemFiles {
    std::string article;
    std::string comments;  // JSON; empty if there are none
    int comment_count = 0;
};

class ItemConverter {
  public:
    // REQUIRES: the arguments live longer.
    ItemConverter(const ImportSource& source, const ImportedSite& site, MediaLibrary& media,
                  ImportReport& report);

    // Decides where an item is written; nothing if it is not imported. The order of calls counts.
    std::optional<ItemPlace> place(const ImportRecord& item);
    // Converts an item. May be called from several threads.
    ItemFiles convert(const ImportRecord& item, const ItemPlace& place);

    // The paths of placed items that are published, by number, and whether one has this path.
    const std::map<ItemNumber, std::string>& published_paths() const { return published_paths_; }
    bool has_path(const std::string& path) const;

  private:
    // Why the old system did not show the item to everybody; empty if it did.
    std::string why_hidden(const ImportRecord& item) const;
    void place_article(const ImportRecord& item, ItemPlace& place) const;
    void place_page(const ImportRecord& item, ItemPlace& place) const;
    void keep_from_reserved(ItemPlace& place, ItemNumber number);
    void make_unique(ItemPlace& place, ItemNumber number);
    void write_front_matter(const ImportRecord& item, const ItemPlace& place, FrontMatter& out);
    void write_terms(const ImportRecord& item, FrontMatter& out) const;
    void write_own_fields(const ImportRecord& item, const ItemPlace& place, FrontMatter& out);
    void write_engine_fields(const ImportRecord& item, const ItemPlace& place,
                             FrontMatter& out) const;
    void write_authors(const ImportRecord& item, FrontMatter& out) const;
    std::string target_of(const std::string& target, const std::string& file);
    void add_dropped(std::map<std::string, Dropped>& to, const std::map<std::string, int>& names,
                     const std::string& file);
    ImportedText read_text(const std::string& text, const ImportRecord& item,
                           const std::string& file, const std::string& footnotes = {});
    std::string comments_of(const ImportRecord& item, const std::string& file, int& count);

    const ImportSource& source_;
    const ImportedSite& site_;
    MediaLibrary& media_;
    ImportReport& report_;
    std::mutex mutex_;  // of the report, during convert
    std::set<std::string> files_;
    std::set<std::string> paths_;
    std::set<std::string> aliases_;
    std::map<std::string, std::string> media_pages_;  // addresses of files by those of their pages
    std::set<std::string> old_paths_;  // of published items, as the old site had them
    std::map<ItemNumber, std::string> published_paths_;
};

}  // namespace broadsheet::press
