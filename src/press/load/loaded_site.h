// A site as it was read: the publication, and what is needed to write it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/picture_uses.h"
#include "press/articles/site_index.h"
#include "press/base/site_input.h"
#include "press/config/content_folder.h"
#include "press/publication/entry_store.h"
#include "press/publication/site_fonts.h"

namespace broadsheet::press {

// Why the site will change by itself: an article appears or expires.
enum class ChangeReason { date, publish_date, expiry_date };
struct ComingChange {
    model::Date time;
    ChangeReason reason = ChangeReason::date;
};

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
    std::vector<ComingChange> changes;  // after now, earliest first; none of drafts
};

// A site that was read completely.
struct LoadedSite {
    const SiteInput* input = &disk_input();  // where its files are read
    model::Publication publication;
    EntryStore store;  // bodies and related articles that entries lack if LoadOptions::pack is set
    std::vector<Asset> assets;
    std::vector<PictureUse> pictures;  // shown on pages; they get resized versions
    Diagnostics diagnostics;           // sorted
    std::string base_path = "/";       // path of the site on its host; ends with '/'
    // Of a site with language editions: the folder of this edition in the site, such as "de/", and
    // those of the others if this is the usual edition, whose own folder is empty.
    std::string edition_folder;
    std::vector<std::string> other_editions;
    FeedConfig feeds;
    StatisticsConfig statistics;
    std::string comment_server;  // see SiteConfig
    PodcastConfig podcast;
    std::vector<SiteFont> fonts;
    std::vector<model::Path> drafts;   // entries that are drafts
    std::vector<SourceEntry> sources;  // sorted by file; only if LoadOptions::list_sources is set
};

}  // namespace broadsheet::press
