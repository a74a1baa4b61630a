// Permalink patterns, such as "/:year/:month/:slug/", with the placeholders of Hugo and Jekyll.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "model/publication.h"

namespace broadsheet::press {

// The pattern for articles of sites that do not set one.
inline constexpr std::string_view default_permalink = "/:year/:month/:day/:slug/";

// The values of the placeholders.
struct PermalinkValues {
    model::Date date;
    std::string slug;
    std::string folder;  // "posts/2024/"; "" at the top
    std::vector<std::string> categories;
};

// Expands a pattern to a path. Unknown placeholders are kept as text. If the result is not a valid
// path, returns "/slug/".
model::Path expand_permalink(std::string_view pattern, const PermalinkValues& values);

// The first unknown placeholder of a pattern, with its ':', if any.
std::optional<std::string> unknown_placeholder(std::string_view pattern);

// Converts a path that an author wrote to the form of the model: with '/' at both ends (but not
// after a name that ends in .html), and without empty, "." and ".." segments. Returns nothing for
// URLs of other sites and for paths with '?', '#', '%', '\' or control characters.
std::optional<model::Path> clean_address(std::string_view text);

// Converts each folder name to a slug: "Get Involved/" → "get-involved/". Omits _posts and _drafts.
std::string slug_folders(std::string_view folder);

}  // namespace broadsheet::press
