#include "press/config/file_rules.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "press/base/files.h"
#include "press/config/config_files.h"
#include "press/values/value.h"
#include "strings/one_of.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

std::string without_extension(const std::string& name) {
    return name.substr(0, name.size() - extension_of(name).size());
}

FileDecision publish(FileRole role) { return {role, std::nullopt}; }

FileDecision leave_out(Severity severity, std::string what, std::string remedy = {}) {
    return {std::nullopt, LeftOut{severity, std::move(what), std::move(remedy)}};
}

// True for files that describe a repository. They belong to the site only if they have front
// matter.
bool is_about_repository(const std::string& name) {
    static constexpr std::array<std::string_view, 6> names = {
        "readme", "license", "licence", "contributing", "changelog", "code_of_conduct"};
    return strings::is_one_of(names, lower_ascii(without_extension(name)));
}

// The first characters of a file, without a byte order mark.
std::string head_of(const SiteInput& input, const fs::path& path) {
    constexpr std::size_t longest_head = 16;
    const std::string head = input.read_part(path, 0, longest_head).value_or("");
    return head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head;
}

bool has_front_matter(const SiteInput& input, const fs::path& path) {
    const std::string head = head_of(input, path);
    // Templates begin with two braces, or with a brace and a percent sign.
    const bool is_template = head.starts_with("{{") || head.starts_with("{%");
    return head.starts_with("---") || head.starts_with("+++") ||
           (head.starts_with("{") && !is_template);
}

// Markup languages that this tool does not read, by file extension.
std::string_view unread_language(std::string_view extension) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> languages = {
        {{".mdx", "MDX"},
         {".rst", "reStructuredText"},
         {".adoc", "AsciiDoc"},
         {".asciidoc", "AsciiDoc"},
         {".org", "Org mode"},
         {".textile", "Textile"},
         {".pandoc", "Pandoc"},
         {".pdc", "Pandoc"},
         {".rmd", "R Markdown"},
         {".qmd", "Quarto"},
         {".ipynb", "Jupyter notebook"},
         {".mediawiki", "MediaWiki"}}};
    const auto found = std::find_if(languages.begin(), languages.end(),
                                    [&](const auto& each) { return each.first == extension; });
    return found == languages.end() ? std::string_view() : found->second;
}

// Files in which Jekyll replaces Liquid tags if they have front matter.
bool may_be_jekyll_template(std::string_view extension) {
    static constexpr std::array<std::string_view, 11> endings = {
        ".css", ".scss", ".sass", ".js",          ".coffee", ".json",
        ".xml", ".txt",  ".csv",  ".webmanifest", ".svg"};
    return strings::is_one_of(endings, extension);
}

// Files at the top level that hosts, search engines and browsers look for by name.
bool is_for_hosts(const std::string& name) {
    static constexpr std::array<std::string_view, 12> names = {"CNAME",
                                                               ".nojekyll",
                                                               ".htaccess",
                                                               ".domains",
                                                               "_redirects",
                                                               "_headers",
                                                               "manifest.json",
                                                               "site.webmanifest",
                                                               "pgp-key.asc",
                                                               "manifest.webmanifest",
                                                               "browserconfig.xml",
                                                               "humans.txt"};
    return strings::is_one_of(names, name);
}

// HTML and XML files with which search engines verify who owns a site are short and have no script.
bool may_be_verification(const SiteInput& input, const fs::path& location,
                         const std::string& name) {
    constexpr std::uint64_t longest = 4096;
    if (!is_html(name) && extension_of(name) != ".xml") return false;
    if (input.size(location).value_or(longest + 1) > longest) return false;
    const auto text = input.read(location);
    return text && lower_ascii(*text).find("<script") == std::string::npos;
}

// Hidden files that belong to editors, systems and repositories, or that may contain secrets.
bool is_hidden_junk(std::string_view name) {
    static constexpr std::array<std::string_view, 6> names = {".DS_Store", ".keep", ".svn",
                                                              ".hg",       ".idea", ".vscode"};
    return strings::is_one_of(names, name) || name.starts_with(".git") ||
           name.starts_with(".env") || name.starts_with("._") || name.starts_with(".#") ||
           name.starts_with(".Trash") || name.ends_with(".swp");
}

// Names that Jekyll leaves out unless they are included: of parts, of editors' copies and locks.
bool is_special_in_jekyll(std::string_view name) {
    return name[0] == '_' || name[0] == '#' || name[0] == '~' || name.ends_with('~');
}

// True for names such as "2024-05-31-title.md", and also "24-5-31-title.md".
bool begins_with_date(std::string_view name) {
    for (int part = 0; part < 3; ++part) {
        const auto digits = std::min(name.find_first_not_of("0123456789"), name.size());
        const std::size_t longest = part == 0 ? 4 : 2;
        if (digits == 0 || digits > longest) return false;
        name.remove_prefix(digits);
        if (!name.starts_with('-')) return false;
        name.remove_prefix(1);
    }
    return !name.empty();
}

}  // namespace

bool is_in_folder(std::string_view path, std::string_view folder) {
    for (auto slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
        if (path.substr(0, slash) == folder) return true;
        path.remove_prefix(slash + 1);
    }
    return false;
}

bool is_jekyll_post(std::string_view path) {
    return is_in_folder(path, "_posts") || is_in_folder(path, "_drafts");
}

bool is_markdown(const std::string& path) {
    static constexpr std::array<std::string_view, 6> endings = {".md",     ".markdown", ".mdown",
                                                                ".mkdown", ".mkdn",     ".mkd"};
    return strings::is_one_of(endings, extension_of(path));
}

bool is_readme(std::string_view name) {
    return lower_ascii(name.substr(0, name.find('.'))) == "readme";
}

bool is_html(const std::string& path) {
    const std::string ending = extension_of(path);
    return ending == ".html" || ending == ".htm";
}

bool is_publishable(const std::string& path) {
    static constexpr std::array<std::string_view, 39> endings = {
        ".png",  ".jpg",  ".jpeg", ".gif",  ".webp", ".avif", ".svg",   ".ico", ".bmp",  ".jxl",
        ".mp3",  ".ogg",  ".oga",  ".opus", ".wav",  ".flac", ".m4a",   ".mp4", ".webm", ".ogv",
        ".mov",  ".vtt",  ".srt",  ".pdf",  ".txt",  ".csv",  ".epub",  ".odt", ".ods",  ".odp",
        ".docx", ".xlsx", ".pptx", ".zip",  ".gz",   ".woff", ".woff2", ".ttf", ".otf"};
    const std::string ending = extension_of(path);
    // Podcasting 2.0 wants chapters in JSON, and takes transcripts in it.
    const std::string name = lower_ascii(path.substr(path.rfind('/') + 1));
    const bool of_episode =
        name.find("chapters") != std::string::npos || name.find("transcript") != std::string::npos;
    return (ending == ".json" && of_episode) || strings::is_one_of(endings, ending);
}

bool FileRules::is_included(const std::string& name) const {
    return std::find(included.begin(), included.end(), name) != included.end();
}

bool FileRules::skips_folder(const std::string& prefix, const std::string& name) const {
    if (name == "node_modules") return true;
    if (prefix.starts_with(".well-known/")) return false;
    if (name[0] == '.') {
        if (area == FileArea::published) return is_hidden_junk(name);
        return !(prefix.empty() && name == ".well-known") && !is_included(name);
    }
    if (area == FileArea::published) return false;
    static constexpr std::array<std::string_view, 3> generated = {"_site", "_includes", "_layouts"};
    static constexpr std::array<std::string_view, 10> hugo_folders = {
        "archetypes", "assets", "data",      "i18n",   "layouts",
        "public",     "themes", "resources", "static", "templates"};
    static constexpr std::array<std::string_view, 4> bundler = {"bundle", "cache", "gems", "ruby"};
    const bool at_top = prefix.empty() && is_site_root;
    switch (generator) {
        case Generator::jekyll:
            // Where Bundler installs gems. Themes keep scripts and pictures beside them.
            if (is_site_root && prefix == "vendor/" && strings::is_one_of(bundler, name)) {
                return true;
            }
            return is_special_in_jekyll(name) && name != "_posts" && name != "_drafts" &&
                   !is_included(name);
        case Generator::hugo:
        case Generator::zola:
            // Articles of such a site may be outside of a folder named content.
            if (at_top) return strings::is_one_of(hugo_folders, name);
            break;
        case Generator::plain:
            // Read separately.
            if (at_top && (name == "static" || name == "shortcodes")) return true;
            if (prefix.empty() && std::find(apart.begin(), apart.end(), name) != apart.end()) {
                return true;
            }
            break;
    }
    return strings::is_one_of(generated, name);
}

std::optional<LeftOut> FileRules::unread_folder(const std::string& name) const {
    static constexpr std::array<std::string_view, 6> templates = {"_site", "_includes", "_layouts",
                                                                  "_sass", "_data",     "_plugins"};
    if (generator != Generator::jekyll || name[0] != '_' || strings::is_one_of(templates, name)) {
        return std::nullopt;
    }
    return LeftOut{Severity::note, "folders of Jekyll collections without output are not read",
                   "set `output: true` for them in `collections` of _config.yml"};
}

FileDecision FileRules::decide(const fs::path& location, const std::string& prefix,
                               const std::string& name) const {
    if (prefix.starts_with(".well-known/")) return publish(FileRole::asset);
    if (area == FileArea::published) {
        return is_hidden_junk(name) ? FileDecision() : publish(FileRole::asset);
    }
    const bool at_top = prefix.empty();
    if (at_top && is_for_hosts(name)) return publish(FileRole::asset);
    if (name[0] == '.') {
        return is_included(name) ? publish(FileRole::asset) : FileDecision();
    }
    if (at_top && is_site_root && is_config_file(name)) return {};
    if (at_top && name == "import-report.md") return {};  // what `import` says about its work
    if (name.ends_with(".md.new")) {
        return leave_out(Severity::note,
                         "new texts that an import left beside yours are not published",
                         "take over what you want of them, and delete them");
    }
    if (generator == Generator::jekyll && is_special_in_jekyll(name) && !is_included(name)) {
        return decide_special(name);
    }
    if (is_markdown(name)) return decide_text(location, prefix, name);
    if (name.ends_with(comments_ending)) return publish(FileRole::comments);
    if (generator == Generator::hugo && name.starts_with("_content.") &&
        name.ends_with(".gotmpl")) {
        return leave_out(Severity::warning,
                         "content adapters are not run, so their pages are missing",
                         "write these pages as Markdown files");
    }
    if (const auto language = unread_language(extension_of(name)); !language.empty()) {
        return leave_out(Severity::warning, std::string(language) + " files are not read",
                         "convert them to Markdown");
    }
    return generator == Generator::jekyll ? decide_jekyll(location, prefix, name)
                                          : decide_other(location, prefix, name);
}

FileDecision FileRules::decide_special(const std::string& name) {
    if (!is_markdown(name)) return {};
    return leave_out(Severity::note,
                     "files whose names begin with _, # or ~ are not published, as in Jekyll",
                     "name them in `include` of _config.yml to publish them");
}

std::optional<LeftOut> FileRules::undated_post(const std::string& prefix,
                                               const std::string& name) const {
    if (generator != Generator::jekyll || !is_in_folder(prefix, "_posts") || has_undated_posts ||
        begins_with_date(name)) {
        return std::nullopt;
    }
    return LeftOut{Severity::note,
                   "files in _posts whose names do not begin with a date are not published",
                   "name them like 2024-05-31-title.md, as Jekyll asks for"};
}

FileDecision FileRules::decide_text(const fs::path& location, const std::string& prefix,
                                    const std::string& name) const {
    if (auto undated = undated_post(prefix, name)) return {std::nullopt, std::move(undated)};
    // The one at the top describes the program that makes the site.
    const bool is_index = readme_is_index && is_readme(name) && !(prefix.empty() && is_site_root);
    if (is_about_repository(name) && !is_index && !has_front_matter(*input, location)) {
        return leave_out(Severity::note,
                         "files that describe the folder rather than the site are not published",
                         "add front matter to publish them");
    }
    const std::string stem = without_extension(name);
    const bool section = stem == "_index" || stem.starts_with("_index.");
    return publish(section ? FileRole::section : FileRole::text);
}

// Jekyll copies every file without front matter, whatever it contains.
FileDecision FileRules::decide_jekyll(const fs::path& location, const std::string& prefix,
                                      const std::string& name) const {
    static constexpr std::array<std::string_view, 2> bundler = {"Gemfile", "Gemfile.lock"};
    if (strings::is_one_of(bundler, name) || name.ends_with(".gemspec")) return {};
    const bool page = is_html(name);
    const bool may_be_template = page || may_be_jekyll_template(extension_of(name));
    // Jekyll knows no front matter in TOML or JSON, and most JSON files begin with "{".
    const bool is_processed = may_be_template && head_of(*input, location).starts_with("---");
    if (!is_processed) {
        // Notes and copies among posts and drafts are nobody's but the author's. Pictures beside
        // posts are published, because plug-ins do so, and Hexo publishes all files there.
        const bool is_note = !is_publishable(name) || extension_of(name) == ".txt";
        const bool is_among_posts = is_in_folder(prefix, "_posts") && !has_undated_posts && is_note;
        if (is_among_posts || is_in_folder(prefix, "_drafts")) {
            return leave_out(Severity::note,
                             "files in _posts and _drafts that are not texts are not published",
                             "move those that the site needs to another folder");
        }
        return publish(FileRole::asset);
    }
    if (auto undated = undated_post(prefix, name)) return {std::nullopt, std::move(undated)};
    if (page) {
        const auto text = input->read(location);
        if (text && text->find("{%") == std::string::npos) return publish(FileRole::text);
    }
    return leave_out(Severity::note,
                     "files that Jekyll makes with Liquid or Sass are not published",
                     "put the finished files there, without front matter, if the site needs them");
}

FileDecision FileRules::decide_other(const fs::path& location, const std::string& prefix,
                                     const std::string& name) const {
    if (is_html(name) && has_front_matter(*input, location)) return publish(FileRole::text);
    if (is_publishable(name)) return publish(FileRole::asset);
    // Hugo and Zola copy every file beside an article.
    if (generator != Generator::plain && !is_site_root) return publish(FileRole::asset);
    if (prefix.empty() && may_be_verification(*input, location, name))
        return publish(FileRole::asset);
    if (name.starts_with("_category_.")) {
        return leave_out(Severity::note,
                         "the names and the order of Docusaurus' categories are not read");
    }
    const std::string ending = extension_of(name);
    if (ending.empty() && is_about_repository(name)) return {};
    return leave_out(Severity::note,
                     ending.empty() ? "files without an extension are not published"
                                    : ending + " files are not published",
                     "put them into static/ to publish them as they are");
}

}  // namespace broadsheet::press
