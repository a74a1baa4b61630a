// What all items of an export have in common, from a first reading of its files.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/date.h"
#include "press/base/diagnostic.h"
#include "press/import/exports/import_record.h"
#include "press/import/items/imported_menu.h"
#include "press/import/items/item_types.h"
#include "press/import/items/type_archives.h"
#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

struct ImportedTerm {
    std::string name;
    std::string slug;
    std::string parent;  // slug of the category above; empty at the top
    std::string description;
    ItemNumber number = 0;  // 0: not in the export
};

struct ImportedAuthor {
    std::string id;  // as in the address of the author's list
    std::string name;
    std::string biography;
    ItemNumber number = 0;   // 0: not in the export
    std::string portrait{};  // the address of a picture
    std::string website{};
};

// The site of an export.
struct ImportedSite {
    std::string title;
    std::string tagline;
    std::string language;
    std::string base;  // "https://paper.example/news", without '/' at the end
    // Further hosts that the site had: "paper.example", or "paper.blogspot." with any ending.
    std::vector<std::string> other_hosts;
    std::string permalink;
    std::string time_zone;                           // "+02:00"; empty if no item says
    std::map<std::string, ImportedAuthor> authors;   // by login
    std::map<std::string, ImportedTerm> categories;  // by slug
    std::map<std::string, ImportedTerm> tags;        // by slug
    std::map<ItemNumber, MediaFile> media;
    std::set<std::string> media_hosts;            // on which `media` is
    std::map<std::string, std::string> not_kept;  // the site's own logo and the like
    std::map<ItemNumber, std::vector<ItemNumber>>
        attached;                                   // media by the item that they belong to
    std::map<ItemNumber, std::string> reusable;     // texts of reusable blocks
    std::map<ItemNumber, std::string> paths;        // of published items
    ItemNumber front_page = 0;                      // the page that was at "/"; 0: none
    std::map<ItemNumber, int> parts;                // of those whose texts were on several pages
    std::map<ItemNumber, std::string> event_parts;  // titles of venues and organizers
    std::map<std::string, std::vector<ItemNumber>>
        items_of_types;                           // published, of types of its own
    std::map<std::string, TypeArchive> archives;  // those to which the menus lead, by path
    // Addresses of the old site that articles cannot have here, each with the one in its place.
    std::map<std::string, std::string> new_addresses;
    std::set<std::string> hidden_types;  // of items that readers could not open
    ImportedMenu menu;
    ImportedMenu footer_menu;
    int menu_entries = 0;        // of both menus
    int other_menu_entries = 0;  // of other menus, and those without a target
    // Addresses to which no page may link, by the titles of the entries that had them.
    std::map<std::string, std::string> lost_targets;
    std::map<std::string, std::string> redirects;  // that the old site had, by old path
    // The terms of the site's own taxonomies, by taxonomy and slug.
    std::map<std::string, std::map<std::string, ImportedTerm>> taxonomies;

    // The categories from the top to the one with this slug.
    std::vector<const ImportedTerm*> trail_of(const std::string& slug) const;
    // Why the place of a category is not kept as it was; empty if it is.
    std::string problem_of_category(const std::string& slug) const;
    // The path itself, or one beside it if the new site keeps the path for its own pages and files.
    std::string free_path(const std::string& path, ItemNumber number) const;
    // The logins of the authors of an item: those of plug-ins for several authors, or its creator.
    std::vector<std::string> authors_of(const ImportRecord& item) const;
    // A date of a post or comment, in the site's time zone if it does not say its own: WordPress
    // leaves out the second form of some.
    std::optional<model::Date> moment_of(const RecordFields& fields, std::string_view local,
                                         std::string_view utc) const;
    // A path for an address of this site, decoded; empty for other addresses.
    std::string path_of(const std::string& address) const;
};

// The name of a term in an article: its own, or its slug if the name would give another address.
std::string written_name(const ImportedTerm& term);

// False for taxonomies that are not the site's own ways to group its articles: those of WordPress
// and of plug-ins for translations and authors, and those whose lists could have no address.
bool is_own_taxonomy(std::string_view name);

// True for taxonomies in which plug-ins and themes keep what is said elsewhere: authors, languages,
// kinds of products and posts.
bool is_record_of_plugin(std::string_view taxonomy);

// The path of a category's list on the new site: "/category/asia/china/".
std::string category_path(const ImportedSite& site, const std::string& slug);

// Collects the site from records, one after the other.
class SiteCollector {
  public:
    void add(const ImportRecord& record);
    ImportedSite finish();

  private:
    void add_item(const ImportRecord& item);
    void add_term(const TermUse& use);
    void add_described_term(const ImportRecord& record);
    void add_guest_author(const ImportRecord& item);
    void add_attachment(const ImportRecord& item, ItemNumber number);
    void count_pattern(const ImportRecord& item);

    ImportedSite site_;
    // Permalink patterns and the paths before them, with the number of items that have them.
    std::map<std::pair<std::string, std::string>, int> patterns_;
    std::map<std::string, int> zones_;
    std::map<std::string, std::map<std::string, ImportedTerm>> described_terms_;
    MenuCollector menus_;
    TypeCollector types_;
};

// The date of a post or comment in its own time zone, if it has one.
std::optional<model::Date> date_of(const ImportRecord& item, std::string_view local,
                                   std::string_view utc);
std::optional<model::Date> date_of(const RecordFields& fields, std::string_view local,
                                   std::string_view utc);

// The text of a title or name, without markup and references.
std::string plain_title(const std::string& text);

}  // namespace broadsheet::press
