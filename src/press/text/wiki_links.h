// The links of Obsidian and of wikis: [[Note]], [[Note#Heading|words]], ![[picture.png|300]]. And
// its comments, %%between two signs%%.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// Finds what the names of links mean.
struct WikiTargets {
    std::function<std::optional<std::string>(std::string_view name)> article;  // its path
    std::function<std::optional<std::string>(std::string_view name)> file;     // its address
    // The folder is one of Obsidian's. Comments are then removed, and names without a target
    // reported; elsewhere, both signs mean other things, too.
    bool is_vault = false;
};

struct WikiText {
    std::string text;
    std::vector<std::string> missing;    // names without a target, which stay as they are
    std::optional<std::size_t> comment;  // the offset of the first comment, if it was not removed
};

// True if a text may have any of these signs.
bool has_wiki_signs(std::string_view text);

// Writes them as Markdown. Code is not changed. Line feeds stay, so that positions stay in their
// lines.
WikiText resolve_wiki_links(std::string_view text, const WikiTargets& targets);

}  // namespace broadsheet::press
