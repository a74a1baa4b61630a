// Fields that a site gives to many articles at once: Jekyll's `defaults` and Hugo's `cascade`. What
// an article says itself goes before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/values/value.h"

namespace broadsheet::press {

struct FrontMatterDefaults {
    std::string path;  // of a folder, or a pattern of paths; empty: everywhere
    std::string type;  // posts, drafts or pages, as Jekyll has it; empty: all
    Value values;      // a table
};

// `defaults` of _config.yml. What is no scope with values is passed over, as Jekyll does.
void read_jekyll_defaults(const Value& config, std::vector<FrontMatterDefaults>& defaults);

// `cascade` of a section's front matter, or of the site's configuration (folder "").
void read_cascade(const Value& table, const std::string& folder,
                  std::vector<FrontMatterDefaults>& defaults);

// Adds to the front matter of the article at `path` what it lacks; of several that concern it, the
// nearest counts, then the one that names a type, then the last. What is added has no position.
void add_defaults(Value& front_matter, const std::string& path, std::string_view type,
                  const std::vector<FrontMatterDefaults>& defaults);

// All of them as one text, to tell whether they changed.
std::string text_of(const std::vector<FrontMatterDefaults>& defaults);

}  // namespace broadsheet::press
