// The articles that are in a folder before an import, so that the file of an item is found although
// the author renamed or moved it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// The line of an article's front matter with its identifier; empty if it has none.
std::string guid_line_of(std::string_view article);

// The same line, for an identifier as exports have it.
std::string guid_line_for(std::string_view guid);

// True if the front matter says that the article is a draft.
bool is_draft_article(std::string_view article);

class PresentArticles {
  public:
    // Reads all Markdown files below `folder`, except in static/ and in hidden folders.
    void read(const std::filesystem::path& folder);

    // The files with this line, relative to the folder, in order. May be called from several
    // threads.
    const std::vector<std::string>& files_of(const std::string& guid_line) const;
    bool is_draft(const std::string& file) const;

  private:
    std::map<std::string, std::vector<std::string>> files_;
    std::map<std::string, bool> drafts_;
};

}  // namespace broadsheet::press
