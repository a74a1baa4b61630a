// An article or page while it is being read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/articles/comment_file.h"
#include "press/articles/fields.h"
#include "press/base/diagnostic.h"
#include "press/config/content_folder.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

// An article is read in three phases, each with a type: what its file says, what its address is,
// and what its text becomes when the addresses of all others are known. Functions take the type of
// the phase that they need.

// What the file of an article says.
struct SourceArticle {
    ContentFile file;
    std::string shown_path;  // path in messages
    std::string text;        // decoded file, including its front matter
    std::size_t body_offset = 0;
    Fields fields;
    std::string stem;        // name of the file or bundle folder, without date and extensions
    std::string dated_stem;  // with the date, if the name has one
    std::string folder;      // folder of the file or bundle: "posts/2024/"; "" at the top level
    std::string sections;    // Hugo: the part of it whose folders are sections
    bool is_bundle = false;  // the file is index.md in a folder of its own
    model::EntryKind kind = model::EntryKind::article;
    bool dated = false;
    model::Date date;
    std::string language;
    std::uint64_t source_hash = 0;        // see hash_of_source
    std::vector<std::string> root_links;  // link targets in the body that start with '/'
    std::vector<WrittenComment> written_comments;
    Diagnostics diagnostics;  // of this phase and the next ones

    std::string_view body_text() const { return std::string_view(text).substr(body_offset); }
    // Adds a diagnostic about this file. Sets its path, and its source line if it is missing.
    void report(Diagnostic diagnostic);
    // A diagnostic without a message, at the first occurrence of `target` in the body, or else in
    // the file.
    Diagnostic place_of(std::string_view target) const;
    // Adds a diagnostic at place_of(target).
    void report_at(std::string_view target, Severity severity, std::string what,
                   std::string remedy);
};

// An article with its address, which assign_addresses gives it.
struct PlacedArticle : SourceArticle {
    model::Path path;
};

// What read_body makes of the text of an article.
struct ArticleBody {
    model::ArticleSummary summary;
    std::string description;
    std::string redirect;
    model::Document body;                  // empty if `packed` is set
    std::vector<model::Comment> comments;  // likewise
    std::shared_ptr<const PackedBody> packed;
    // What the body needs of the content security policy.
    std::vector<std::string> frames;  // origins of the embeds
    std::vector<std::string> forms;   // origins that forms send to, other than the site
    bool recordings = false;          // it has sound or video files
    bool formulas = false;            // it has some, for which the style sheet has rules
    std::optional<model::Episode> episode;
};

// An entry of the publication.
struct Article : PlacedArticle, ArticleBody {};

// Reads a file and its front matter. `language_folders`: the top-level folders are languages.
SourceArticle read_article(const ContentFile& file, const ContentFolder& content,
                           bool language_folders);

// A hash of the bytes of a file and of its comments. Nothing if one of them cannot be read.
std::optional<std::uint64_t> hash_of_source(const ContentFile& file, const SiteInput& input);

// True for language codes as used in folder names and file suffixes: "ar", "zh-cn", "pt_BR".
bool is_language_code(std::string_view text);

// True if at least two top-level folders with articles, and at least half of them, are named after
// languages. Only for sites in this tool's own format.
bool has_language_folders(const ContentFolder& content);

// Decides which articles are published: those that are current at `now`, and optionally drafts,
// future-dated and expired articles.
struct PublishFilter {
    model::Date now;
    bool drafts = false;
    bool future = false;
    bool expired = false;
};
// True if the article passes the filter. Hidden articles never do.
bool is_published(const SourceArticle& article, const PublishFilter& filter);

}  // namespace broadsheet::press
