// What the author says about the whole site: site.toml, or the configuration file of the tool that
// the folder was written for, as far as it says the same things.
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
#include "press/config/front_matter_defaults.h"
#include "press/values/value.h"

namespace broadsheet::press {

struct AuthorConfig {
    std::string id;
    std::string name;
    std::string biography;
    std::string portrait;
    std::vector<model::Link> links;
};

struct AdvertisementConfig {
    model::Advertisement advertisement;  // without its file
    std::string file;                    // as written
    Position position;                   // in site.toml
};

struct FeedConfig {
    int limit = 20;     // articles
    bool full = false;  // with their whole text
};

struct MenuConfig {
    std::vector<model::Link> main;
    std::vector<model::Link> utility;
    std::vector<model::Link> footer;
};

struct CheckConfig {
    // URL prefixes at the site's host that something else serves.
    std::vector<std::string> ignored_prefixes;
};

struct SiteConfig {
    std::string title;
    std::string tagline;
    std::string description;
    std::string language;
    std::string base_url;
    std::string copyright;
    std::string permalink;  // of articles, e.g. "/:year/:month/:day/:slug/"
    int week_start = 1;
    int page_size = 10;
    std::optional<bool> nested_categories;  // nothing: by the look of the site's articles
    std::vector<AuthorConfig> authors;
    std::vector<std::string> taxonomies;  // fields beside categories, tags and authors
    MenuConfig menu;
    std::string date_format;  // empty: as the language has it
    std::map<std::string, std::string>
        phrases;  // words of the interface that the site has its own for
    std::vector<AdvertisementConfig> advertisements;
    std::map<std::string, std::string> look;  // what changes of the theme: colours, fonts, sizes
    FeedConfig feeds;
    CheckConfig check;
    std::vector<FrontMatterDefaults> defaults;  // of other tools' sites
    // Hugo's folders of languages within its content: "fr/" and "fr".
    std::vector<std::pair<std::string, std::string>> language_folders;
    std::vector<std::string> ignored;  // files, by their paths or patterns of them
    // Jekyll's `site.…`: every scalar of the file, by its name.
    std::map<std::string, std::string> variables;
};

// `table` is site.toml. Names that it may not hold are errors. Diagnostics get no path.
SiteConfig read_site_config(const Value& table, Diagnostics& diagnostics);

// `table` is another tool's file; what it says beyond our fields is passed over.
SiteConfig read_foreign_config(const Value& table, Generator generator);

// Adds the authors of another tool's data file: a table of tables by their names in articles.
void read_author_table(const Value& table, SiteConfig& config);

// See model/members.h.
template <model::Either<FeedConfig> Type, typename Visit>
void members(Type& feed_config, Visit&& visit) {
    auto& [limit, full] = feed_config;
    visit(limit, full);
}

}  // namespace broadsheet::press
