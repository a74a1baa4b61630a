// The files that `broadsheet new` writes: a complete example site, or the front matter of a new
// article.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

// A file of a new site. "DAY" in `name`, and @TITLE@, @DATE@, @EARLIER@, @EARLIEST@, @DAY@ and
// @YEAR@ in `text` are placeholders.
struct TemplateFile {
    std::string_view name;
    std::string_view text;
};
// All files of a new site.
const std::vector<TemplateFile>& new_site_files();

// The files that publish a site on each host. The first folder of `name` is that of the host. "DOT"
// at the start of a file's or folder's name stands for a dot. @NAME@ in `text` is the name of the
// folder.
const std::vector<TemplateFile>& host_site_files();

// The files that were written.
struct NewFiles {
    std::vector<std::filesystem::path> written;
    Diagnostics diagnostics;  // an error if a file could not be written
};

// Writes a site to `folder`, which must be empty or not exist. The title of the site comes from the
// name of the folder. `host` is one of the folders of host_site_files, or empty.
NewFiles write_new_site(const std::filesystem::path& folder, const model::Date& now,
                        std::string_view host = {});

// The parameters of a new article.
struct NewArticle {
    std::filesystem::path content;  // folder of the site, as for a build
    std::string title;
    model::Date now;
    bool draft = false;
};

// Writes the front matter of an article to the site's folder of articles, in the format of the
// site's generator. Never overwrites a file: an existing one is an error.
NewFiles write_new_article(const NewArticle& article);

}  // namespace broadsheet::press
