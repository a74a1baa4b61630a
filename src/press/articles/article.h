// One text file on its way to an entry of the publication.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/articles/fields.h"
#include "press/base/diagnostic.h"
#include "press/config/content_folder.h"
#include "press/text/packed_document.h"

namespace broadsheet::press {

struct Article {
    // From the file (read_article).
    ContentFile file;
    std::string shown_path;  // in messages
    std::string text;        // decoded, with its front matter
    std::size_t body_offset = 0;
    Fields fields;
    std::string stem;        // the file's or bundle folder's name without date and endings
    std::string folder;      // "posts/2024/", of the file or of its bundle; "" at the top
    bool is_bundle = false;  // index.md of a folder
    model::EntryKind kind = model::EntryKind::article;
    bool dated = false;
    model::Date date;
    std::string language;
    std::uint64_t source_hash = 0;        // of the file's bytes
    std::vector<std::string> root_links;  // of the body: beginnings of "](/…"

    // From the site (assign_addresses).
    model::Path path;

    // From the body (read_body).
    model::ArticleSummary summary;
    std::string description;
    std::string redirect;
    model::Document body;  // empty where it is packed
    std::shared_ptr<const PackedBody> packed;
    std::vector<std::string> frames;  // origins of what the body embeds

    Diagnostics diagnostics;

    std::string_view body_text() const { return std::string_view(text).substr(body_offset); }
    // Adds a problem of this file; position and line are filled in where they are missing.
    void report(Diagnostic diagnostic);
    // A diagnostic without a problem, at the place of `target` in the file.
    Diagnostic place_of(std::string_view target) const;
    // The same, with the place of `target` in the file.
    void report_at(std::string_view target, Severity severity, std::string what,
                   std::string remedy);
};

// Reads the file and its front matter. `language_folders`: the top folders are languages.
Article read_article(const ContentFile& file, const ContentFolder& content, bool language_folders);

// True for the codes that folders and file endings use: "ar", "zh-cn", "pt_BR".
bool is_language_code(std::string_view text);

// True where most of the top folders with articles are named after languages.
bool has_language_folders(const ContentFolder& content);

// What is published: as of `now`, with drafts, future and expired articles where asked for.
struct Clock {
    model::Date now;
    bool drafts = false;
    bool future = false;
    bool expired = false;
};
bool is_published(const Article& article, const Clock& clock);

}  // namespace broadsheet::press
