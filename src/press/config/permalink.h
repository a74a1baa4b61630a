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

// How the names of files and folders become parts of addresses: as slugs, or as Jekyll does, which
// keeps capital letters, underscores and letters with diacritics, or as Hugo does, which has small
// letters, unless the site says otherwise, and keeps dots, too, or as Zola does, which keeps the
// names of folders, and those of files as well if the site says so.
enum class AddressStyle { slugs, jekyll, hugo, hugo_capitals, zola, zola_names };

constexpr bool is_hugo(AddressStyle style) {
    return style == AddressStyle::hugo || style == AddressStyle::hugo_capitals;
}

// The values of the placeholders.
struct PermalinkValues {
    model::Date date;
    std::string slug;
    std::string folder;  // "posts/2024/"; "" at the top
    std::vector<std::string> categories;
    AddressStyle style = AddressStyle::slugs;
    std::string name{};   // Jekyll: of the file or of its slug field; Hugo: of the file
    std::string title{};  // Hugo's address of the title
    std::optional<std::string> sections{};  // of a Hugo site; nothing: all of `folder`
    std::string collection{};  // of a Jekyll site; `folder` is then the one in the collection
};

// Expands a pattern to a path. Unknown placeholders are kept as text. If the result is not a valid
// path, returns "/slug/".
model::Path expand_permalink(std::string_view pattern, const PermalinkValues& values);

// The placeholders of a generator, for messages.
std::string known_placeholders(AddressStyle style);

// The first placeholder of a pattern that a generator does not know, with its ':', if any.
std::optional<std::string> unknown_placeholder(std::string_view pattern, AddressStyle style);

// Converts a path that an author wrote to the form of the model: with '/' at both ends (but not
// after a name that ends in .html), and without empty, "." and ".." segments. Returns nothing for
// URLs of other sites and for paths with '?', '#', '%', '\' or control characters.
std::optional<model::Path> clean_address(std::string_view text);

// The limit of file systems for the name of a file, in bytes.
inline constexpr std::size_t longest_file_name = 255;
// The number of bytes of the longest part of a path between two '/'.
std::size_t longest_segment(std::string_view path);
// True if a part of the path cannot be the name of a file or folder.
bool is_too_long(std::string_view path);

// Converts each folder name: "Get Involved/" → "get-involved/". Omits _posts and _drafts.
std::string slug_folders(std::string_view folder, AddressStyle style = AddressStyle::slugs);

// A name as Zola has it where it makes no slugs: without signs that file systems forbid. Nor does
// it have # and %, which addresses do not have here.
std::string zola_name(std::string_view name);

// Converts a name as Hugo does: letters in lower case, digits and "._#+~@-" stay, spaces become
// hyphens, all other characters vanish.
std::string hugo_name(std::string_view name, AddressStyle style = AddressStyle::hugo);

// The same as patterns of a site have it, for titles, slugs and names of files.
std::string hugo_title_name(std::string_view name, AddressStyle style = AddressStyle::hugo);

// The same for the name of a file or folder in an address that follows folders, and for that of a
// term: there, each space is a hyphen.
std::string hugo_file_name(std::string_view name, AddressStyle style = AddressStyle::hugo);

// Converts the name of a post as Jekyll does: letters, digits and "._~!$&'()+,;=@" stay, every run
// of other characters becomes a hyphen.
std::string jekyll_name(std::string_view name);

}  // namespace broadsheet::press
