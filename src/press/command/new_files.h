// What `broadsheet new` writes: a folder that builds as it is, and the beginning of an article.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

// A file of a new site, under its name in the folder. "DAY" in the name, and @TITLE@, @DATE@,
// @EARLIER@, @DAY@ and @YEAR@ in the text, are filled in.
struct TemplateFile {
    std::string_view name;
    std::string_view text;
};
const std::vector<TemplateFile>& new_site_files();

struct NewFiles {
    std::vector<std::filesystem::path> written;
    Diagnostics diagnostics;  // where it has an error, nothing was written
};

// Writes a site into `folder`, which must be new or empty. Its title is made from the folder's
// name.
NewFiles write_new_site(const std::filesystem::path& folder, const model::Date& now);

struct NewArticle {
    std::filesystem::path content;  // of the site, as for a build
    std::string title;
    model::Date now;
    bool draft = false;
};

// Writes an article's front matter where the site keeps its articles, in the form of the tool that
// the site was written for. A file that is there is left alone, with an error.
NewFiles write_new_article(const NewArticle& article);

}  // namespace broadsheet::press
