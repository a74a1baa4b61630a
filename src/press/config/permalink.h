// Patterns of addresses, such as "/:year/:month/:slug/", with the placeholders of Hugo and Jekyll.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "model/publication.h"

namespace broadsheet::press {

inline constexpr std::string_view default_permalink = "/:year/:month/:day/:slug/";

// What placeholders stand for.
struct PermalinkValues {
    model::Date date;
    std::string slug;
    std::string folder;  // "posts/2024/"; "" at the top
    std::vector<std::string> categories;
};

model::Path expand_permalink(std::string_view pattern, const PermalinkValues& values);

// The first placeholder of a pattern that no tool knows, with its ':'.
std::optional<std::string> unknown_placeholder(std::string_view pattern);

// A path as an author writes it, in the form of the model: '/' at both ends (but none after a name
// that ends in .html), no empty segments, no "." and "..". Nothing where it cannot be a path.
std::optional<model::Path> clean_address(std::string_view text);

// Folder by folder as slugs: "Get Involved/" → "get-involved/".
std::string slug_folders(std::string_view folder);

}  // namespace broadsheet::press
