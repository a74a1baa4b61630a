// The texts of WordPress: HTML of the classic editor or of blocks, with shortcodes.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// A file of the media library.
struct MediaFile {
    std::string address;
    std::string alternative_text;
    std::string caption;
    std::string title;
    std::string page;  // the address of its own page
    int parent = 0;    // the item that it was added to
};

// What a text may refer to. The functions are called from several threads.
struct WordpressContext {
    std::function<const MediaFile*(int)> media;       // by its number; null if unknown
    std::function<const std::string*(int)> reusable;  // text of a reusable block
    std::vector<int> attached;                        // media of the item itself
    // The target of a link or picture on the new site.
    std::function<std::string(const std::string&)> target;
};

// A converted text, and what could not be kept.
struct WordpressText {
    model::Document document;
    std::optional<std::size_t> blocks_before_more;
    std::map<std::string, int> dropped_shortcodes;  // by name
    std::map<std::string, int> dropped_blocks;
    std::map<std::string, int> dropped_elements;  // of HTML, such as "script"
    int double_references = 0;                    // "&amp;amp;", repaired
};

WordpressText read_wordpress_text(std::string_view content, const WordpressContext& context);

}  // namespace broadsheet::press
