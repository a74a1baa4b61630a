// The configuration of a site, from site.toml or from the configuration file of another generator.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/members.h"
#include "model/publication.h"
#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/base/markdown_switches.h"
#include "press/config/collections.h"
#include "press/config/date_fields.h"
#include "press/config/front_matter_defaults.h"
#include "press/config/hugo_menus.h"
#include "press/config/permalink.h"
#include "press/values/value.h"

namespace broadsheet::press {

// An author in [authors.ID].
struct AuthorConfig {
    std::string id;
    std::string name;
    std::string biography;
    std::string portrait;  // path of a picture in the content folder
    std::vector<model::Link> links;
};

// An entry of [[advertisements]].
struct AdvertisementConfig {
    model::Advertisement advertisement;  // except its picture or frame
    std::string file;                    // as written in site.toml
    Position position;                   // in site.toml
};

// An entry of [[look.fonts]]: a file of a typeface.
struct FontConfig {
    std::string family;
    std::string file;  // as written in site.toml
    int min_weight = 400;
    int max_weight = 400;  // greater: a variable font
    bool italic = false;
    std::string unicode_range;  // as in CSS; empty: all characters
    Position position;          // in site.toml
};

// The table [feeds].
struct FeedConfig {
    int limit = 20;     // maximum number of articles
    bool full = false;  // full articles instead of summaries
};

// The table [menu].
struct MenuConfig {
    std::vector<model::Link> main;
    std::vector<model::Link> utility;
    std::vector<model::Link> footer;
};

// How quotes, apostrophes, dashes and dots are published.
enum class Punctuation { smart, plain };

// The table [text].
struct TextConfig {
    model::TextLines lines = model::TextLines::ragged;
    bool hyphens = true;
    bool hanging = true;
    bool drop_caps = false;
    bool indented = false;
    model::TextFigures figures = model::TextFigures::font;
    Punctuation punctuation = Punctuation::smart;
    // Marks that another generator's site chooses: opening and closing double ones, then single
    // ones. Empty: by language.
    std::vector<std::string> quotes;
    MarkdownSwitches markdown;  // of another generator's site
};

// The table [consent].
struct ConsentConfig {
    bool bar = false;  // a bar on each page asks, besides the embeds
};

// The table [offline].
struct OfflineConfig {
    bool enabled = true;
};

// The table [front].
struct FrontConfig {
    // Names or paths of the lists that become sections, in order. Nothing: the top categories.
    std::optional<std::vector<std::pair<std::string, Position>>> sections;
    int section_articles = 5;
    int beside = 4;  // stories beside the first one
    int latest = 6;  // newest articles below them
};

// The services that count views.
enum class StatisticsService { none, goatcounter, plausible, umami, matomo };

// The table [statistics].
struct StatisticsConfig {
    StatisticsService service = StatisticsService::none;
    std::string url;       // of the service, without '/' at its end
    std::string id;        // of the site there; may be empty
    bool picture = false;  // readers without scripts are counted by a picture
};

// The table [podcast].
struct PodcastConfig {
    std::string title;  // the site's if empty; likewise the description
    std::string description;
    std::string author;
    std::string email;
    std::string image;  // path or URL of a square picture
    std::string category;
    bool is_explicit = false;

    bool operator==(const PodcastConfig&) const = default;
};

// What another generator's site publishes although it is a draft, not yet due or expired.
struct PublishConfig {
    bool drafts = false;
    bool future = false;
    bool expired = false;
};

// The table [check].
struct CheckConfig {
    // URL prefixes on the site's host that another server serves.
    std::vector<std::string> ignored_prefixes;
};

// An edition of the site in a language.
struct LanguageEdition {
    std::string code;       // "pt-br", as configured
    std::string name;       // in the language itself: "Português"
    std::string folder;     // of its pages, relative to the site's: "pt-br/"; empty: the usual one
    bool fallback = false;  // articles that are missing are shown in the usual language
};

// All settings of a site, with their defaults. Empty texts are not set.
struct SiteConfig {
    std::string title;
    std::string tagline;
    std::string description;
    std::string language;
    std::string base_url;
    std::string copyright;
    std::string permalink;  // pattern of articles; empty: default_permalink
    AddressStyle address_style = AddressStyle::slugs;
    bool zola_term_names = false;  // addresses of terms are their names, in a Zola site
    bool has_pages_folder = true;  // the folder `pages/` is not part of addresses
    // The folders of the articles, relative to the site's folder. Empty: `content`, if it is there.
    std::vector<std::string> content_folders;
    std::vector<std::string> ignored_expressions;  // regular expressions for paths of files
    int week_start = 1;                            // 1 is Monday, 7 is Sunday
    int page_size = 10;                            // articles on a page of a list
    std::optional<bool> steady_pages;              // absent: decided by the number of articles
    std::optional<bool> nested_categories;         // nothing: decided from the articles
    std::vector<AuthorConfig> authors;
    bool math = false;                    // texts may have formulas in TeX
    bool single_dollars = true;           // $…$ is one; false: a Hugo site has other delimiters
    bool double_dollars = false;          // $$…$$ is one without `math`, too, as kramdown has it
    std::vector<std::string> taxonomies;  // besides categories, tags and authors
    MenuConfig menu;
    std::vector<MenuEntry> menu_entries;         // of a Hugo site, in place of `menu`
    std::string date_format;                     // empty: the language's format
    std::string time_zone;                       // of dates that do not name theirs; empty: UTC
    std::map<std::string, std::string> phrases;  // custom wording of the interface
    std::vector<AdvertisementConfig> advertisements;
    std::map<std::string, std::string> look;  // changes to the theme, by name
    std::vector<FontConfig> fonts;
    FeedConfig feeds;
    TextConfig text;
    ConsentConfig consent;
    OfflineConfig offline;
    FrontConfig front;
    StatisticsConfig statistics;
    model::LiveComments comments;
    std::string comment_server;  // whose script the site's page of comments runs; may be empty
    PodcastConfig podcast;
    CheckConfig check;
    PublishConfig publishes;
    DateFields date_fields;                     // of a Hugo site
    std::vector<FrontMatterDefaults> defaults;  // of other generators' sites
    // The sections of a Hugo site whose addresses end in ".html" there (uglyURLs); "": all.
    std::vector<std::string> ugly_sections;
    // Hugo's content folders of languages, relative to the content root, such as "fr/" and "fr".
    std::vector<std::pair<std::string, std::string>> language_folders;
    bool only_language_folders = false;           // nothing else below the content root is content
    std::vector<LanguageEdition> editions;        // the usual one first; empty: only one language
    std::size_t edition = 0;                      // index of the one that these settings are of
    std::vector<std::string> disabled_languages;  // their articles are not published
    // Where another generator published the usual edition, such as "en/"; empty: at the root.
    std::string old_folder;

    // Relative to the site: "de/"; empty: the usual edition, or the only one.
    std::string edition_folder() const {
        return editions.empty() ? std::string() : editions[edition].folder;
    }
    std::vector<std::string> ignored;   // paths or glob patterns of files
    std::vector<std::string> included;  // names that Jekyll would otherwise ignore
    bool has_undated_posts = false;     // files in _posts need no date in their names, as in Hexo
    std::vector<CollectionConfig> collections;  // of a Jekyll site
    // The folder of Jekyll's posts and collections, such as "my/". Empty: the site's.
    std::string collections_folder;
    // Folders whose names are not in addresses, and what stands for them (SourceLayout).
    std::vector<std::pair<std::string, std::string>> moved_folders;
    bool readme_is_index = false;  // a README.md is the page of its folder
    std::string numbered_folder;   // where numbers before names are not in addresses; empty: none
    // Folders of files that are published as they are, relative to the site's folder.
    std::vector<std::string> static_folders = {"static"};
    // Where those that are not published at the root are: "files" → "downloads/".
    std::map<std::string, std::string> static_targets;
    std::vector<ListPermalink> list_permalinks;  // of a Hugo site
    // Jekyll's `site.…` variables: every scalar of the configuration file, by name. Also those of
    // Hugo's `params` and Zola's `extra`.
    std::map<std::string, std::string> variables;
};

// Reads site.toml. Unknown keys are errors. Diagnostics get no path.
SiteConfig read_site_config(const Value& table, Diagnostics& diagnostics);

// Reads the configuration file of another generator. Ignores settings without a counterpart.
SiteConfig read_foreign_config(const Value& table, Generator generator);

// Warnings about settings of Hugo that change where pages are, and that have no counterpart here.
// They get no path.
Diagnostics unread_hugo_settings(const Value& table);

// Adds the authors of another generator's data file: a table with a table for each author ID.
void read_author_table(const Value& table, SiteConfig& config);

// See model/members.h.
template <model::Either<FeedConfig> Type, typename Visit>
void members(Type& feed_config, Visit&& visit) {
    auto& [limit, full] = feed_config;
    visit(limit, full);
}

}  // namespace broadsheet::press
