#include "press/config/content_folder.h"

#include <fnmatch.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "press/base/files.h"
#include "press/base/nfc.h"
#include "press/base/site_output.h"
#include "press/config/config_files.h"
#include "press/config/shortcode_files.h"
#include "press/values/source.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Lists the files of a folder. What is left out is reported at the end, each kind once.
class Walker {
  public:
    Walker(ContentFolder& content, const fs::path& root, const fs::path& excluded, FileArea area)
        : content_(content), excluded_(excluded), root_(root) {
        rules_.generator = content.generator;
        rules_.area = area;
        rules_.is_site_root = content.shown_prefix.empty();
        rules_.included = content.config.included;
        std::error_code ignored;
        real_root_ = fs::canonical(root, ignored);
    }

    void run() {
        walk(root_, "", 0);
        for (auto& [what, group] : left_out_) {
            Diagnostic& first = group.first;
            if (group.count > 1) {
                first.what += " (" + std::to_string(group.count) + " of them; this is the first)";
            }
            content_.diagnostics.push_back(std::move(first));
        }
    }

  private:
    struct Group {
        Diagnostic first;
        int count = 0;
    };

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
            add({Severity::error, "the folder cannot be read (" + error.message() + ")",
                 "check its permissions"},
                prefix);
        }
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            const std::string name = entry.path().filename().string();
            if (name.empty() || is_ignored(prefix + name)) continue;
            std::error_code ignored;
            if (entry.is_directory(ignored) && rules_.skips_folder(prefix, name)) {
                const auto left_out = rules_.unread_folder(name);
                if (left_out) leave_out(*left_out, prefix + name);
                continue;
            }
            if (leads_outside(entry)) {
                if (name[0] == '.') continue;
                add({Severity::note,
                     "the symbolic link leads to a folder or out of the content folder, so it is "
                     "ignored",
                     ""},
                    prefix + name);
                continue;
            }
            if (entry.is_directory(ignored)) {
                if (!is_output(entry.path())) walk(entry.path(), prefix + name + "/", depth + 1);
            } else if (entry.is_regular_file(ignored)) {
                add_file(entry.path(), prefix, name);
            }
        }
    }

    Diagnostic diagnostic(const LeftOut& problem, const std::string& path) const {
        Diagnostic result;
        result.severity = problem.severity;
        result.path = content_.shown_prefix + path;
        result.what = problem.what;
        result.remedy = problem.remedy;
        return result;
    }

    void add(const LeftOut& problem, const std::string& path) {
        content_.diagnostics.push_back(diagnostic(problem, path));
    }

    void leave_out(const LeftOut& problem, const std::string& path) {
        Group& group = left_out_[problem.what];
        if (group.count++ == 0) group.first = diagnostic(problem, path);
    }

    // True for the output folder and for other folders that hold a generated site.
    bool is_output(const fs::path& folder) const {
        std::error_code ignored;
        return (!excluded_.empty() && fs::equivalent(folder, excluded_, ignored)) ||
               fs::is_regular_file(folder / made_files_name, ignored);
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

    void add_file(const fs::path& location, const std::string& prefix, const std::string& name) {
        const FileDecision decision = rules_.decide(location, prefix, name);
        if (decision.left_out) leave_out(*decision.left_out, prefix + name);
        if (!decision.role) return;
        auto& files = rules_.area == FileArea::published ? content_.static_files : content_.files;
        files.push_back({location, to_nfc(prefix + name), *decision.role});
    }

    ContentFolder& content_;
    const fs::path& excluded_;
    const fs::path& root_;
    fs::path real_root_;
    FileRules rules_;
    std::map<std::string, Group> left_out_;  // by what is said about them
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
    for (Diagnostic& warning : parsed.warnings) add(std::move(warning), decoded.text);
    text = std::move(decoded.text);
    return std::move(parsed.root);
}

// The member of a table with this name, added if it is missing.
Value& member_of(Value& table, const std::string& name) {
    for (Value& member : table.members) {
        if (equal_ignoring_case(member.name, name)) return member;
    }
    Value member;
    member.kind = ValueKind::table;
    member.name = name;
    return table.members.emplace_back(std::move(member));
}

// Adds the members of a table to another. Later values take precedence.
void merge_into(Value& to, Value from) {
    if (to.kind != ValueKind::table || from.kind != ValueKind::table) {
        from.name = to.name;
        to = std::move(from);
        return;
    }
    for (Value& member : from.members) {
        const std::string name = member.name;
        merge_into(member_of(to, name), std::move(member));
    }
}

// Adds the files of Hugo's configuration folder. Returns false if there are none.
bool merge_config_folder(ContentFolder& content, const fs::path& folder, Value& all) {
    const std::vector<ConfigPart> parts = config_folder_files(folder);
    for (const ConfigPart& part : parts) {
        std::string text;
        auto root = parse_config(content, folder, part.file, text);
        if (!root) continue;
        Value* target = &all;
        // languages.de.toml is the language itself, menus.de.toml a table of it.
        if (!part.language.empty()) {
            target = &member_of(member_of(all, "languages"), part.language);
        }
        const bool is_language = !part.language.empty() && part.table == "languages";
        if (!part.table.empty() && !is_language) target = &member_of(*target, part.table);
        merge_into(*target, std::move(*root));
    }
    return !parts.empty();
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
    if (content.generator == Generator::hugo) {
        Value all = *root;
        merge_config_folder(content, folder, all);
        content.config = read_foreign_config(all, content.generator);
    } else {
        content.config = read_foreign_config(*root, content.generator);
    }
    return true;
}

bool load_config_folder(ContentFolder& content, const fs::path& folder) {
    Value all;
    all.kind = ValueKind::table;
    if (!merge_config_folder(content, folder, all)) return false;
    content.generator = Generator::hugo;
    content.config = read_foreign_config(all, Generator::hugo);
    return true;
}

// Adds a note about files that are not part of the site, and removes them.
void leave_out_files(ContentFolder& content, std::string what,
                     const std::function<bool(const ContentFile&)>& is_outside) {
    const auto outside = std::stable_partition(content.files.begin(), content.files.end(),
                                               [&](const auto& file) { return !is_outside(file); });
    const auto count = content.files.end() - outside;
    if (count == 0) return;
    Diagnostic note;
    note.severity = Severity::note;
    note.path = content.shown_prefix + outside->path;
    note.what = std::move(what) + " (" + std::to_string(count) + " of them; this is the first)";
    content.diagnostics.push_back(std::move(note));
    content.files.erase(outside, content.files.end());
}

// Hugo reads no content outside of the folders of its languages, if each has one.
void leave_out_other_languages(ContentFolder& content) {
    if (!content.config.only_language_folders) return;
    leave_out_files(content, "files outside of the contentDir of every language are not read",
                    [&](const ContentFile& file) {
                        const auto& folders = content.config.language_folders;
                        return std::none_of(folders.begin(), folders.end(), [&](const auto& each) {
                            return file.path.starts_with(each.first);
                        });
                    });
}

// Jekyll reads no posts outside of its `collections_dir`.
void leave_out_other_posts(ContentFolder& content) {
    const std::string& folder = content.config.collections_folder;
    if (folder.empty()) return;
    leave_out_files(content, "posts outside of the collections_dir are not read",
                    [&](const ContentFile& file) {
                        const std::string path = "/" + file.path;
                        const bool post = path.find("/_posts/") != std::string::npos ||
                                          path.find("/_drafts/") != std::string::npos;
                        return post && !file.path.starts_with(folder);
                    });
}

// Of files with one path in several static folders, the last counts.
void leave_out_first_of_two(std::vector<ContentFile>& files) {
    std::map<std::string, std::size_t> last;
    for (std::size_t i = 0; i < files.size(); ++i) last[files[i].path] = i;
    if (last.size() == files.size()) return;
    std::vector<ContentFile> kept;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (last.at(files[i].path) == i) kept.push_back(std::move(files[i]));
    }
    files = std::move(kept);
}

// Gives each file of comments to the article that it is beside. Without an article, it is a file
// like others of its generator.
void place_comments(ContentFolder& content) {
    std::map<std::string, ContentFile*> texts;  // by path without extension
    for (ContentFile& file : content.files) {
        if (file.role != FileRole::text) continue;
        const std::string ending = extension_of(file.path);
        texts.emplace(file.path.substr(0, file.path.size() - ending.size()), &file);
    }
    for (ContentFile& file : content.files) {
        if (file.role != FileRole::comments) continue;
        const auto text =
            texts.find(file.path.substr(0, file.path.size() - comments_ending.size()));
        if (text != texts.end()) {
            text->second->comments = file.location;
        } else if (content.generator != Generator::plain) {
            file.role = FileRole::asset;
        } else {
            Diagnostic warning;
            warning.severity = Severity::warning;
            warning.path = content.shown_prefix + file.path;
            warning.what = "there is no article for these comments";
            warning.remedy = "name the file like the article: lake.comments.json beside lake.md";
            content.diagnostics.push_back(std::move(warning));
        }
    }
    std::erase_if(content.files,
                  [](const ContentFile& file) { return file.role == FileRole::comments; });
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

void load_old_addresses(ContentFolder& content, const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_regular_file(folder / redirects_name, ignored)) return;
    std::string text;
    const ConfigFile file{std::string(redirects_name), Dialect::toml, content.generator};
    const auto root = parse_config(content, folder, file, text);
    if (!root) return;
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(std::string_view(text).substr(at, end - at));
        at = end + 1;
    }
    for (const Value& member : root->members) {
        const auto line = static_cast<std::size_t>(member.position.line);
        OldAddress address{member.name, member.text, member.position, {}};
        if (line > 0 && line <= lines.size()) address.source_line = lines[line - 1];
        if (member.kind == ValueKind::text) {
            content.old_addresses.push_back(std::move(address));
            continue;
        }
        Diagnostic error;
        error.path = file.name;
        error.position = member.position;
        error.source_line = std::move(address.source_line);
        error.what = "the target is " + describe(member) + " instead of an address";
        error.remedy = R"(write lines such as "/old/" = "/new/")";
        content.diagnostics.push_back(std::move(error));
    }
}

// Where the site's configuration names a value; only its path if it cannot be found.
Diagnostic place_in_config(const fs::path& folder, const std::string& value) {
    Diagnostic place;
    place.path = "configuration";
    std::vector<std::string> names;
    for (const ConfigFile& file : config_files()) names.push_back(file.name);
    for (const ConfigPart& part : config_folder_files(folder)) names.push_back(part.file.name);
    for (const std::string& name : names) {
        const auto bytes = read_file(folder / name);
        if (!bytes) continue;
        const Decoded decoded = decode_text(*bytes);
        const auto found = decoded.text.find(value);
        if (decoded.error || found == std::string::npos) continue;
        place.path = name;
        place.position = position_of(decoded.text, found);
        place.source_line = std::string(line_of(decoded.text, place.position.line));
        break;
    }
    return place;
}

void read_time_zone(ContentFolder& content, const fs::path& folder) {
    const std::string& name = content.config.time_zone;
    if (name.empty()) return;
    content.time_zone = TimeZone::named(name);
    if (content.time_zone) return;
    Diagnostic warning = place_in_config(folder, name);
    warning.severity = Severity::warning;
    warning.what =
        "the time zone \"" + name + "\" is not known on this machine, so dates are in UTC";
    warning.remedy = "use a name such as \"Europe/Berlin\" or an offset such as \"+01:00\"";
    content.diagnostics.push_back(std::move(warning));
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
    if (content.generator == Generator::jekyll) {
        content.config.address_style = AddressStyle::jekyll;
    }
    load_shortcodes(content, folder);
    read_time_zone(content, folder);
    load_old_addresses(content, folder);
    content.root = folder;
    const bool inner =
        content.generator != Generator::jekyll && fs::is_directory(folder / "content", ignored) &&
        (content.generator != Generator::plain || fs::exists(folder / "site.toml", ignored));
    if (inner) {
        content.root = folder / "content";
        content.shown_prefix = "content/";
    }
    Walker(content, content.root, excluded, FileArea::content).run();
    place_comments(content);
    for (const std::string& name : content.config.static_folders) {
        const fs::path statics = folder / name;
        if (content.generator == Generator::jekyll || !fs::is_directory(statics, ignored)) continue;
        const std::string shown = std::exchange(content.shown_prefix, name + "/");
        Walker(content, statics, excluded, FileArea::published).run();
        content.shown_prefix = shown;
    }
    leave_out_first_of_two(content.static_files);
    leave_out_other_languages(content);
    leave_out_other_posts(content);
    load_cascades(content);
    return content;
}

}  // namespace broadsheet::press
