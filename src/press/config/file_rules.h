// Decides what becomes of each file and folder of a site, by the conventions of its generator.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/base/site_input.h"

namespace broadsheet::press {

// `text` is an article or page, `section` an _index.md file, `asset` a file that is published
// unchanged, and `comments` the comments on an article.
enum class FileRole { text, section, asset, comments };

// True if a folder of the path has this name: "news/_posts/a.md" has "_posts".
bool is_in_folder(std::string_view path, std::string_view folder);

// True if Jekyll takes a file with this path for a post or for the draft of one.
bool is_jekyll_post(std::string_view path);

// The folder that is being read: the articles, or the files that are published as they are.
enum class FileArea { content, published };

// A file that is not published. Files with the same `what` are reported together.
struct LeftOut {
    Severity severity = Severity::note;
    std::string what;    // of all such files: "Org mode files are not read"
    std::string remedy;  // may be empty
};

// What becomes of a file. Both members are empty if it is not part of the site.
struct FileDecision {
    std::optional<FileRole> role;
    std::optional<LeftOut> left_out;
};

// The site that the rules are for.
struct FileRules {
    const SiteInput* input = &disk_input();
    Generator generator = Generator::plain;
    FileArea area = FileArea::content;
    bool is_site_root = false;          // the folder contains the site's configuration
    std::vector<std::string> included;  // names that Jekyll reads although they begin with '_'
    bool has_undated_posts = false;     // files in _posts need no date in their names
    bool readme_is_index = false;       // a README.md is the page of its folder
    std::vector<std::string> apart;     // folders at the top level that are read separately

    // What becomes of the file `name` in the folder `prefix` ("posts/"; "" at the top level).
    FileDecision decide(const std::filesystem::path& location, const std::string& prefix,
                        const std::string& name) const;

    // True if the folder `name` in the folder `prefix` is not part of the site.
    bool skips_folder(const std::string& prefix, const std::string& name) const;

    // For a skipped folder: what is said about it, if anything.
    std::optional<LeftOut> unread_folder(const std::string& name) const;

  private:
    FileDecision decide_text(const std::filesystem::path& location, const std::string& prefix,
                             const std::string& name) const;
    FileDecision decide_jekyll(const std::filesystem::path& location, const std::string& prefix,
                               const std::string& name) const;
    static FileDecision decide_special(const std::string& name);
    // For posts of a Jekyll site that Jekyll does not take for posts: what is said about them.
    std::optional<LeftOut> undated_post(const std::string& prefix, const std::string& name) const;
    FileDecision decide_other(const std::filesystem::path& location, const std::string& prefix,
                              const std::string& name) const;
    bool is_included(const std::string& name) const;
};

// True for paths with a Markdown extension.
bool is_markdown(const std::string& path);

// True for "README.md" and other names of it.
bool is_readme(std::string_view name);

// True for paths with an HTML extension.
bool is_html(const std::string& path);

// The ending of a file of comments: "lake.comments.json" belongs to "lake.md".
inline constexpr std::string_view comments_ending = ".comments.json";

// True for files that are published wherever they are: pictures, audio, video, documents and data.
bool is_publishable(const std::string& path);

}  // namespace broadsheet::press
