// Loads a folder of content as a publication.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/picture_uses.h"
#include "press/articles/site_index.h"
#include "press/base/progress.h"
#include "press/config/content_folder.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// A Markdown file as `broadsheet list` shows it.
struct SourceEntry {
    std::string file;  // path as in messages
    model::Path path;
    std::string title;
    model::EntryKind kind = model::EntryKind::article;
    std::optional<model::Date> date;
    std::vector<OwnField> fields;
    bool draft = false;
    bool future = false;
    bool expired = false;
};

// A site that was read completely.
struct LoadedSite {
    model::Publication publication;
    EntryStore store;  // bodies and related articles that entries lack if LoadOptions::pack is set
    std::vector<Asset> assets;
    std::vector<PictureUse> pictures;  // shown on pages; they get resized versions
    Diagnostics diagnostics;           // sorted
    std::string base_path = "/";       // path of the site on its host; ends with '/'
    FeedConfig feeds;
    std::vector<model::Path> drafts;   // entries that are drafts
    std::vector<SourceEntry> sources;  // sorted by file; only if LoadOptions::list_sources is set
};

// The parameters of loading a site.
struct LoadOptions {
    std::filesystem::path content;
    std::filesystem::path excluded;  // a folder within it that is skipped: the output folder
    std::string base_url;            // overrides the site's configuration; empty: as configured
    PublishFilter filter;
    int jobs = 1;                  // threads
    Progress* progress = nullptr;  // may be null
    bool check = false;            // also runs check_site
    bool list_sources = false;     // fills LoadedSite::sources
    bool pack = false;             // keeps bodies and related articles in LoadedSite::store
};

// Loads a site once. Errors are in `diagnostics` of the result.
LoadedSite load_site(const LoadOptions& options);

// The path of a base URL, with '/' at its end: "/news/" for "https://example.org/news" and for
// "/news". "/" if the URL has no path.
std::string base_path_of(std::string_view base_url);

}  // namespace broadsheet::press
