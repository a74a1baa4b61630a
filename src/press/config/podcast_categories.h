// The categories of podcasts that Apple's directory knows, which other directories use too.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace broadsheet::press {

struct PodcastCategory {
    std::string_view name;
    std::string_view parent;  // empty: a category of its own
};

// The category of this name, in any case and with "and" for "&". Nothing if there is none.
std::optional<PodcastCategory> podcast_category(std::string_view name);

std::vector<std::string_view> podcast_category_names();

}  // namespace broadsheet::press
