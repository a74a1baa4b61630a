#include "press/import/run/present_articles.h"

#include <algorithm>
#include <system_error>

#include "press/base/files.h"
#include "press/import/items/article_file.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view guid_start = "\nguid: ";

// The front matter, with the line end before its first line.
std::string_view front_matter_of(std::string_view article) {
    if (!article.starts_with("---\n")) return {};
    return article.substr(3, std::min(article.find("\n---", 4), article.size()) - 3);
}

}  // namespace

std::string guid_line_of(std::string_view article) {
    const std::string_view front = front_matter_of(article);
    const auto begin = front.find(guid_start);
    if (begin == std::string_view::npos) return {};
    return std::string(front.substr(begin, front.find('\n', begin + 1) - begin));
}

std::string guid_line_for(std::string_view guid) {
    return guid.empty() ? std::string() : std::string(guid_start) + in_double_quotes(guid);
}

bool is_draft_article(std::string_view article) {
    const std::string_view front = front_matter_of(article);
    return front.find("\ndraft: true") != std::string_view::npos ||
           front.find("\npublished: false") != std::string_view::npos;
}

void PresentArticles::read(const fs::path& folder) {
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
        const fs::path& path = at->path();
        const bool is_folder = at->is_directory(error);
        const std::string name = path.filename().string();
        if (is_folder) {
            const bool is_static = at.depth() == 0 && name == "static";
            if (is_static || name.starts_with('.')) at.disable_recursion_pending();
            continue;
        }
        if (!name.ends_with(".md")) continue;
        const auto text = read_file(path);
        const std::string line = text ? guid_line_of(*text) : std::string();
        if (line.empty()) continue;
        const std::string file = path.lexically_relative(folder).generic_string();
        files_[line].push_back(file);
        drafts_[file] = is_draft_article(*text);
    }
    for (auto& [line, files] : files_) std::sort(files.begin(), files.end());
}

const std::vector<std::string>& PresentArticles::files_of(const std::string& guid_line) const {
    static const std::vector<std::string> none;
    const auto found = files_.find(guid_line);
    return found == files_.end() ? none : found->second;
}

bool PresentArticles::is_draft(const std::string& file) const {
    const auto found = drafts_.find(file);
    return found != drafts_.end() && found->second;
}

}  // namespace broadsheet::press
