// What all items of a WordPress export have in common, from a first reading of its files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "press/base/diagnostic.h"
#include "press/import/wordpress_text.h"
#include "press/import/wxr_reader.h"

namespace broadsheet::press {

struct WordpressTerm {
    std::string name;
    std::string slug;
    std::string parent;  // slug of the category above; empty at the top
    std::string description;
    int number = 0;  // 0: not in the export
};

struct WordpressAuthor {
    std::string id;  // as in the address of the author's list
    std::string name;
    std::string biography;
    int number = 0;  // 0: not in the export
};

struct WordpressMenuEntry {
    std::string title;
    std::string target;
};

// The site of an export.
struct WordpressSite {
    std::string title;
    std::string tagline;
    std::string language;
    std::string base;  // "https://paper.example/news", without '/' at the end
    std::string permalink;
    std::string time_zone;                            // "+02:00"; empty if no item says
    std::map<std::string, WordpressAuthor> authors;   // by login
    std::map<std::string, WordpressTerm> categories;  // by slug
    std::map<std::string, WordpressTerm> tags;        // by slug
    std::map<int, MediaFile> media;
    std::map<int, std::vector<int>> attached;  // media by the item that they belong to
    std::map<int, std::string> reusable;       // texts of reusable blocks
    std::map<int, std::string> paths;          // of published items
    std::vector<WordpressMenuEntry> menu;

    // The categories from the top to the one with this slug.
    std::vector<const WordpressTerm*> trail_of(const std::string& slug) const;
    // A path for an address of this site, decoded; empty for other addresses.
    std::string path_of(const std::string& address) const;
};

// Collects the site from records, one after the other.
class WordpressSiteReader {
  public:
    void add(const WxrRecord& record);
    WordpressSite finish();

  private:
    void add_item(const WxrRecord& item);
    void add_attachment(const WxrRecord& item, int number);
    void add_menu_entry(const WxrRecord& item);
    void count_pattern(const WxrRecord& item);

    WordpressSite site_;
    std::map<std::string, int> patterns_;
    std::map<std::string, int> zones_;
    int menu_objects_ = 0;
    std::vector<std::pair<std::size_t, int>> menu_targets_;  // entries whose target is an item
};

// The date of a post or comment in its own time zone, if it has one.
std::optional<model::Date> date_of(const WxrRecord& item, std::string_view local,
                                   std::string_view utc);
std::optional<model::Date> date_of(const WxrFields& fields, std::string_view local,
                                   std::string_view utc);

// The text of a title or name, without markup and references.
std::string plain_title(const std::string& text);

int number_of(const std::string& text);

}  // namespace broadsheet::press
