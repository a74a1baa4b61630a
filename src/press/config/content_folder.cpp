#include "press/config/content_folder.h"

#include <fnmatch.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "press/base/files.h"
#include "press/config/config_files.h"
#include "press/values/source.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string without_extension(const std::string& name) {
    return name.substr(0, name.size() - extension_of(name).size());
}

// True for files that describe a repository. They belong to the site only if they have front
// matter.
bool is_about_repository(const std::string& name) {
    static constexpr std::array<std::string_view, 6> names = {
        "readme", "license", "licence", "contributing", "changelog", "code_of_conduct"};
    return contains(names, lower_ascii(without_extension(name)));
}

bool has_front_matter(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string head(16, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(in.gcount()));
    std::string_view view = head;
    if (view.starts_with("\xEF\xBB\xBF")) view.remove_prefix(3);
    return view.starts_with("---") || view.starts_with("+++") || view.starts_with("{");
}

class Walker {
  public:
    Walker(ContentFolder& content, const fs::path& root, const fs::path& excluded, bool is_static)
        : content_(content), excluded_(excluded), static_(is_static) {
        std::error_code ignored;
        real_root_ = fs::canonical(root, ignored);
    }

    void walk(const fs::path& folder, const std::string& prefix, int depth) {
        constexpr int deepest_folder = 64;
        if (depth > deepest_folder) return;
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator each(folder, error), end; !error && each != end;
             each.increment(error)) {
            entries.push_back(*each);
        }
        if (error) {
            add(Severity::error, prefix, "the folder cannot be read (" + error.message() + ")",
                "check its permissions");
        }
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            const std::string name = entry.path().filename().string();
            if (name.empty() || name[0] == '.' || name == "node_modules") continue;
            if (is_ignored(prefix + name)) continue;
            if (leads_outside(entry)) {
                add(Severity::note, prefix + name,
                    "the symbolic link leads to a folder or out of the content folder, so it is "
                    "ignored",
                    "");
                continue;
            }
            std::error_code ignored;
            if (entry.is_directory(ignored)) {
                if (is_left_out(name, prefix)) continue;
                if (!excluded_.empty() && fs::equivalent(entry.path(), excluded_, ignored))
                    continue;
                walk(entry.path(), prefix + name + "/", depth + 1);
            } else if (entry.is_regular_file(ignored)) {
                add_file(entry.path(), prefix, name);
            }
        }
    }

  private:
    void add(Severity severity, const std::string& path, std::string what, std::string remedy) {
        Diagnostic diagnostic;
        diagnostic.severity = severity;
        diagnostic.path = content_.shown_prefix + path;
        diagnostic.what = std::move(what);
        diagnostic.remedy = std::move(remedy);
        content_.diagnostics.push_back(std::move(diagnostic));
    }

    bool leads_outside(const fs::directory_entry& entry) const {
        std::error_code error;
        if (!entry.is_symlink(error)) return false;
        content_.has_links = true;
        const fs::path target = fs::canonical(entry.path(), error);
        if (error) return true;
        const auto [own, other] =
            std::mismatch(real_root_.begin(), real_root_.end(), target.begin(), target.end());
        // Links to folders are never followed, because a link to a parent folder would cause
        // endless recursion.
        return own != real_root_.end() || entry.is_directory();
    }

    bool is_ignored(const std::string& path) const {
        const auto& patterns = content_.config.ignored;
        return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& each) {
            const std::string pattern =
                each.ends_with('/') ? each.substr(0, each.size() - 1) : each;
            return fnmatch(pattern.c_str(), path.c_str(), 0) == 0;
        });
    }

    bool is_left_out(const std::string& name, const std::string& prefix) const {
        static constexpr std::array<std::string_view, 3> always = {"_site", "_includes",
                                                                   "_layouts"};
        const bool at_top = prefix.empty() && !static_ && content_.shown_prefix.empty();
        if (content_.generator == Generator::jekyll && name[0] == '_') {
            return name != "_posts" && name != "_drafts";
        }
        static constexpr std::array<std::string_view, 9> hugo_folders = {
            "archetypes", "assets", "data",      "i18n",  "layouts",
            "public",     "themes", "resources", "static"};
        // Folders of a Hugo or Zola site whose articles are not in content/.
        if (at_top && content_.generator != Generator::plain) return contains(hugo_folders, name);
        if (at_top && name == "static") return true;  // walked separately
        return contains(always, name);
    }

    void add_file(const fs::path& location, const std::string& prefix, const std::string& name) {
        ContentFile file{location, prefix + name, FileRole::asset};
        if (static_) {
            if (is_publishable(name) || is_advertised(prefix + name)) {
                content_.static_files.push_back(std::move(file));
            } else {
                add(Severity::note, prefix + name, "files of this type are not published", "");
            }
            return;
        }
        if (is_markdown(name)) {
            if (is_about_repository(name) && !has_front_matter(location)) {
                add(Severity::note, prefix + name,
                    "the file describes the folder rather than the site, so it is not published",
                    "add front matter to publish it");
                return;
            }
            const std::string stem = without_extension(name);
            const bool section = stem == "_index" || stem.starts_with("_index.");
            file.role = section ? FileRole::section : FileRole::text;
            content_.files.push_back(std::move(file));
        } else if (is_publishable(name)) {
            content_.files.push_back(std::move(file));
        }
    }

    // True for files of advertisements. They may be HTML, because they are shown in a
    // frame.
    bool is_advertised(const std::string& path) const {
        const auto& list = content_.config.advertisements;
        return std::any_of(list.begin(), list.end(),
                           [&](const auto& each) { return each.file == "/" + path; });
    }

    ContentFolder& content_;
    fs::path real_root_;
    fs::path excluded_;
    bool static_;
};

// Parses a configuration file. On failure, adds a diagnostic and returns nothing.
std::optional<Value> parse_config(ContentFolder& content, const fs::path& folder,
                                  const ConfigFile& file, std::string& text) {
    const fs::path path = folder / file.name;
    const auto add = [&](Diagnostic diagnostic, std::string_view source) {
        diagnostic.path = file.name;
        if (diagnostic.source_line.empty()) {
            diagnostic.source_line = std::string(line_of(source, diagnostic.position.line));
        }
        content.diagnostics.push_back(std::move(diagnostic));
    };
    const auto bytes = read_file(path);
    if (!bytes) {
        Diagnostic error;
        error.what = "the file cannot be read";
        error.remedy = "check its permissions";
        add(std::move(error), {});
        return std::nullopt;
    }
    Decoded decoded = decode_text(*bytes);
    if (decoded.error) {
        add(std::move(*decoded.error), {});
        return std::nullopt;
    }
    Parsed parsed = parse_values(decoded.text, file.dialect);
    if (parsed.error) {
        add(std::move(*parsed.error), decoded.text);
        return std::nullopt;
    }
    text = std::move(decoded.text);
    return std::move(parsed.root);
}

// Reads a configuration file. Returns false if it does not exist.
bool load_config(ContentFolder& content, const fs::path& folder, const ConfigFile& file) {
    std::error_code ignored;
    if (!fs::is_regular_file(folder / file.name, ignored)) return false;
    std::string text;
    const auto root = parse_config(content, folder, file, text);
    if (!root) return true;
    content.generator = file.generator;
    if (file.name == "site.toml") {
        Diagnostics problems;
        content.config = read_site_config(*root, problems);
        for (Diagnostic& each : problems) {
            each.path = file.name;
            each.source_line = std::string(line_of(text, each.position.line));
            content.diagnostics.push_back(std::move(each));
        }
        return true;
    }
    // Hugo and Zola both use config.toml. Zola requires `base_url`; Hugo uses `baseURL`.
    if (file.name == "config.toml" && root->find("base_url") != nullptr) {
        content.generator = Generator::zola;
    }
    content.config = read_foreign_config(*root, content.generator);
    return true;
}

bool load_config_folder(ContentFolder& content, const fs::path& folder) {
    Value all;
    all.kind = ValueKind::table;
    bool any = false;
    std::error_code ignored;
    for (const auto& [file, table] : config_folder_files()) {
        if (!fs::is_regular_file(folder / file.name, ignored)) continue;
        any = true;
        std::string text;
        auto root = parse_config(content, folder, file, text);
        if (!root) continue;
        if (table.empty()) {
            std::move(root->members.begin(), root->members.end(), std::back_inserter(all.members));
        } else if (all.find(table) == nullptr) {
            root->name = table;
            all.members.push_back(std::move(*root));
        }
    }
    if (!any) return false;
    content.generator = Generator::hugo;
    content.config = read_foreign_config(all, Generator::hugo);
    return true;
}

// Invalid author files are ignored, because generators have no fixed format for them.
void load_authors(ContentFolder& content, const fs::path& folder) {
    if (content.generator == Generator::plain || !content.config.authors.empty()) return;
    const bool jekyll = content.generator == Generator::jekyll;
    for (const ConfigFile& file : author_files()) {
        if ((file.generator == Generator::jekyll) != jekyll) continue;
        const auto bytes = read_file(folder / file.name);
        if (!bytes) continue;
        const Decoded decoded = decode_text(*bytes);
        if (decoded.error) return;
        const Parsed parsed = parse_values(decoded.text, file.dialect);
        if (!parsed.error) read_author_table(parsed.root, content.config);
        return;
    }
}

// Reads the `cascade` tables of Hugo sections, which apply to everything below the section.
void load_cascades(ContentFolder& content) {
    if (content.generator != Generator::hugo) return;
    for (const ContentFile& file : content.files) {
        if (file.role != FileRole::section) continue;
        const auto bytes = read_file(file.location);
        if (!bytes || bytes->find("cascade") == std::string::npos) continue;
        // Errors in the file are reported when it is read as a page.
        const Decoded decoded = decode_text(*bytes);
        if (decoded.error) continue;
        const Split split = split_front_matter(decoded.text);
        const Parsed parsed = parse_values(split.front_matter, split.dialect);
        const auto slash = file.path.rfind('/');
        if (parsed.error) continue;
        read_cascade(parsed.root, slash == std::string::npos ? "" : file.path.substr(0, slash),
                     content.config.defaults);
    }
}

void find_config(ContentFolder& content, const fs::path& folder) {
    for (const ConfigFile& file : config_files()) {
        if (load_config(content, folder, file)) return;
    }
    if (load_config_folder(content, folder)) return;
    std::error_code ignored;
    if (fs::is_directory(folder / "_posts", ignored)) content.generator = Generator::jekyll;
}

}  // namespace

bool is_markdown(const std::string& path) {
    static constexpr std::array<std::string_view, 6> endings = {".md",     ".markdown", ".mdown",
                                                                ".mkdown", ".mkdn",     ".mkd"};
    return contains(endings, extension_of(path));
}

bool is_publishable(const std::string& path) {
    static constexpr std::array<std::string_view, 39> endings = {
        ".png",  ".jpg",  ".jpeg", ".gif",  ".webp", ".avif", ".svg",   ".ico", ".bmp",  ".jxl",
        ".mp3",  ".ogg",  ".oga",  ".opus", ".wav",  ".flac", ".m4a",   ".mp4", ".webm", ".ogv",
        ".mov",  ".vtt",  ".srt",  ".pdf",  ".txt",  ".csv",  ".epub",  ".odt", ".ods",  ".odp",
        ".docx", ".xlsx", ".pptx", ".zip",  ".gz",   ".woff", ".woff2", ".ttf", ".otf"};
    return contains(endings, extension_of(path));
}

ContentFolder open_content(const fs::path& folder, const fs::path& excluded) {
    ContentFolder content;
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored)) {
        Diagnostic error;
        error.path = folder.string();
        error.what = "the folder does not exist";
        error.remedy = "pass the folder of your articles with --content";
        content.diagnostics.push_back(std::move(error));
        return content;
    }
    find_config(content, folder);
    load_authors(content, folder);
    content.root = folder;
    const bool inner =
        content.generator != Generator::jekyll && fs::is_directory(folder / "content", ignored) &&
        (content.generator != Generator::plain || fs::exists(folder / "site.toml", ignored));
    if (inner) {
        content.root = folder / "content";
        content.shown_prefix = "content/";
    }
    Walker(content, content.root, excluded, false).walk(content.root, "", 0);
    const fs::path statics = folder / "static";
    if (content.generator != Generator::jekyll && fs::is_directory(statics, ignored)) {
        const std::string shown = std::exchange(content.shown_prefix, "static/");
        Walker(content, statics, excluded, true).walk(statics, "", 0);
        content.shown_prefix = shown;
    }
    load_cascades(content);
    return content;
}

}  // namespace broadsheet::press
