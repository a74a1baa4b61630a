// Jekyll's collections: folders such as `_recipes`, whose files have addresses of their own
// pattern.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/values/value.h"

namespace broadsheet::press {

// A collection with `output: true`. Jekyll does not publish the others.
struct CollectionConfig {
    std::string name;       // "recipes"
    std::string folder;     // "_recipes/", or below `collections_dir`
    std::string permalink;  // pattern of its addresses
};

// Reads `collections_dir` of _config.yml: "my/", or empty.
std::string read_collections_folder(const Value& table);

// Reads the pattern of posts in `collections`; empty if there is none.
std::string permalink_of_posts(const Value& table);

// Reads `collections` and `collections_dir` of _config.yml.
std::vector<CollectionConfig> read_collections(const Value& table);

// The collection that contains the folder of a file ("_recipes/soups/"), or null.
const CollectionConfig* collection_of(const std::vector<CollectionConfig>& collections,
                                      std::string_view folder);

}  // namespace broadsheet::press
