// A folder of content as a publication.
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
#include "press/articles/translations.h"
#include "press/base/progress.h"
#include "press/config/content_folder.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// What `list` says of one text file.
struct SourceEntry {
    std::string file;  // as messages name it
    model::Path path;
    std::string title;
    model::EntryKind kind = model::EntryKind::article;
    std::optional<model::Date> date;
    std::vector<OwnField> fields;
    bool draft = false;
    bool future = false;
    bool expired = false;
};

struct LoadedSite {
    model::Publication publication;
    EntryStore store;  // where bodies are packed: what its entries lack
    std::vector<Asset> assets;
    std::vector<PictureUse> pictures;  // that pages show and that have sizes of their own
    Diagnostics diagnostics;           // sorted
    std::string base_path = "/";       // of the site at its host; ends with '/'
    FeedConfig feeds;
    Translations translations;
    std::vector<model::Path> drafts;   // that are among the entries
    std::vector<SourceEntry> sources;  // where LoadOptions asks for them, by file
};

struct LoadOptions {
    std::filesystem::path content;
    std::filesystem::path excluded;  // a folder within it that holds no content: the output
    std::string base_url;
    PublishFilter filter;
    int jobs = 1;
    Progress* progress = nullptr;  // may be null
    bool check = false;            // adds what check_site finds
    bool list_sources = false;     // fills LoadedSite::sources
    bool pack = false;             // keeps bodies and related articles in LoadedSite::store
};

LoadedSite load_site(const LoadOptions& options);

// "/news/" for "https://example.org/news" or "/news"; "/" where there is no path.
std::string base_path_of(std::string_view base_url);

}  // namespace broadsheet::press
