// Default front matter for groups of articles: Jekyll's `defaults` and Hugo's `cascade`. Fields of
// an article take precedence.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/values/value.h"

namespace broadsheet::press {

// Fields for all articles that match a path and a type.
struct FrontMatterDefaults {
    std::string path;  // a folder or a glob pattern; empty: all paths
    // "posts", "drafts", "pages", "sections" (_index.md) or the name of a Jekyll collection; empty:
    // all
    std::string type;
    Value values;  // a table
    // The path is a pattern for pages, as Hugo has it: without the endings of files, and with "*"
    // within a folder and "**" across folders.
    bool of_pages = false;
    // The categories are added to those of an article, before them, as Jekyll does it.
    bool joins_categories = false;
};

// Reads `defaults` of _config.yml. Like Jekyll, ignores entries without a scope or values.
void read_jekyll_defaults(const Value& config, std::vector<FrontMatterDefaults>& defaults);

// Reads `cascade` from a section's front matter, or from the site's configuration (folder "").
void read_cascade(const Value& table, const std::string& folder,
                  std::vector<FrontMatterDefaults>& defaults);

// Reads Hugo's `permalinks`: a pattern for each section. Articles of other sections follow their
// folders; returns the pattern for these, or nothing if the site has no patterns.
std::string read_hugo_permalinks(const Value& table,
                                 const std::vector<std::pair<std::string, std::string>>& folders,
                                 std::vector<FrontMatterDefaults>& defaults);

// A pattern of Hugo's for the addresses of lists.
struct ListPermalink {
    std::string kind;  // "section", "taxonomy" or "term"
    std::string name;  // of the section or the taxonomy: "posts", "tags"
    std::string pattern;
};

std::vector<ListPermalink> read_list_permalinks(const Value& table);

// Adds missing fields to the front matter of the article at `path`. If several defaults match, the
// one with the longest path takes precedence, then one with a type, then the last. Added values
// have position 0, because they are not in the article's file.
void add_defaults(Value& front_matter, const std::string& path, std::string_view type,
                  const std::vector<FrontMatterDefaults>& defaults);

// Serializes defaults, to detect changes.
std::string text_of(const std::vector<FrontMatterDefaults>& defaults);

}  // namespace broadsheet::press
