#include "press/config/content_folder.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "press/base/files.h"
#include "press/config/config_files.h"
#include "press/config/config_loader.h"
#include "press/config/folder_files.h"
#include "press/config/language_editions.h"
#include "press/config/shortcode_files.h"
#include "press/config/source_layout.h"
#include "press/values/source.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

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
                        return is_jekyll_post(file.path) && !file.path.starts_with(folder);
                    });
}

// jekyll-multiple-languages-plugin has posts in `_i18n/xx/_posts`, beside parts of pages that only
// its tags read.
void leave_out_translated_parts(ContentFolder& content) {
    if (content.generator != Generator::jekyll) return;
    leave_out_files(
        content, "files in _i18n outside of _posts are not read", [](const ContentFile& file) {
            return file.path.starts_with("_i18n/") && !is_in_folder(file.path, "_posts");
        });
}

// In Hugo, a Markdown file beside or below the index.md of a page is a part of that page, which its
// templates may show.
void leave_out_resources(ContentFolder& content) {
    if (content.generator != Generator::hugo) return;
    const auto is_index = [](const std::string& name) {
        return name.starts_with("index.") && (is_markdown(name) || is_html(name));
    };
    std::set<std::string> bundles;
    for (const ContentFile& file : content.files) {
        const auto slash = file.path.rfind('/');
        if (slash == std::string::npos) continue;
        if (file.role == FileRole::text && is_index(file.path.substr(slash + 1))) {
            bundles.insert(file.path.substr(0, slash + 1));
        }
    }
    leave_out_files(content, "Markdown files beside the index.md of a page are not pages",
                    [&](const ContentFile& file) {
                        if (file.role != FileRole::text) return false;
                        const auto name = file.path.rfind('/');
                        for (auto end = name; end != std::string::npos && end > 0;
                             end = file.path.rfind('/', end - 1)) {
                            const bool own = end == name && is_index(file.path.substr(name + 1));
                            if (!own && bundles.contains(file.path.substr(0, end + 1))) return true;
                        }
                        return false;
                    });
}

void read_source_layout(ContentFolder& content, const fs::path& folder) {
    auto layout = source_layout(folder, *content.input);
    if (!layout) return;
    SiteConfig& config = content.config;
    if (!layout->content_folder.empty()) config.content_folders = {layout->content_folder};
    config.static_folders = std::move(layout->static_folders);
    config.moved_folders = std::move(layout->moved_folders);
    config.readme_is_index = layout->readme_is_index;
    config.numbered_folder = std::move(layout->numbered_folder);
    for (std::string& each : layout->ignored) config.ignored.push_back(std::move(each));
}

// Where a README.md is the page of its folder, an index.md comes first.
void leave_out_readmes(ContentFolder& content) {
    if (!content.config.readme_is_index) return;
    std::set<std::string> folders;
    for (const ContentFile& file : content.files) {
        const auto name = file.path.rfind('/') + 1;
        if (file.path.compare(name, std::string::npos, "index.md") == 0) {
            folders.insert(file.path.substr(0, name));
        }
    }
    leave_out_files(content, "a README.md beside an index.md is not a page",
                    [&](const ContentFile& file) {
                        const auto name = file.path.rfind('/') + 1;
                        return file.role == FileRole::text &&
                               is_readme(std::string_view(file.path).substr(name)) &&
                               folders.contains(file.path.substr(0, name));
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

// In sites of this tool's own format, a folder with the code of an edition has its articles.
void find_language_folders(ContentFolder& content) {
    const std::vector<LanguageEdition>& editions = content.config.editions;
    if (editions.empty() || content.generator != Generator::plain) return;
    std::map<std::string, std::string> folders;
    for (const ContentFile& file : content.files) {
        const std::string top = file.path.substr(0, file.path.find('/') + 1);
        if (top.size() < 3 || folders.contains(top)) continue;
        const auto edition = edition_of(editions, top.substr(0, top.size() - 1));
        folders[top] = edition && is_code_of(editions[*edition], top.substr(0, top.size() - 1))
                           ? editions[*edition].code
                           : std::string();
    }
    for (const auto& [folder, code] : folders) {
        if (!code.empty()) content.config.language_folders.emplace_back(folder, code);
    }
}

// Without the folder of its language, which is no section.
void find_sections(ContentFolder& content) {
    if (content.generator != Generator::hugo) return;
    for (const ContentFile& file : content.files) {
        if (file.role != FileRole::section) continue;
        std::string folder = file.path.substr(0, file.path.rfind('/') + 1);
        for (const auto& [start, language] : content.config.language_folders) {
            if (folder.starts_with(start)) folder.erase(0, start.size());
        }
        content.section_folders.insert(std::move(folder));
    }
}

// Reads the `cascade` tables of Hugo sections, which apply to everything below the section.
void load_cascades(ContentFolder& content) {
    if (content.generator != Generator::hugo) return;
    for (const ContentFile& file : content.files) {
        if (file.role != FileRole::section) continue;
        const auto bytes = content.input->read(file.location);
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

}  // namespace

std::vector<LanguageEdition> editions_of(const fs::path& folder, const SiteInput& input) {
    ContentFolder content;
    content.input = &input;
    load_configuration(content, folder, {});
    return content.config.editions;
}

ContentFolder open_content(const fs::path& folder, const fs::path& excluded,
                           const std::string& language, const SiteInput& input) {
    ContentFolder content;
    content.input = &input;
    if (!input.has_folder(folder)) {
        Diagnostic error;
        error.path = folder.string();
        error.what = "the folder does not exist";
        error.remedy = "pass the folder of your articles with --content";
        content.diagnostics.push_back(std::move(error));
        return content;
    }
    load_configuration(content, folder, language);
    if (content.generator == Generator::plain) read_source_layout(content, folder);
    load_shortcodes(content, folder);
    read_time_zone(content, folder);
    load_old_addresses(content, folder);
    content.root = folder;
    const std::vector<std::string>& folders = content.config.content_folders;
    if (folders.size() > 1) {
        for (const std::string& each : folders) {
            if (!input.has_folder(folder / each)) continue;
            add_folder_files(content, folder, excluded, FileArea::content, each + "/");
        }
    } else {
        const std::string name = folders.empty() ? "content" : folders.front();
        const bool may_be_inner =
            !folders.empty() || content.generator == Generator::hugo ||
            content.generator == Generator::zola ||
            (content.generator == Generator::plain &&
             (input.has_file(folder / settings_file) || has_site_layout(folder, input)));
        if (may_be_inner && input.has_folder(folder / name)) {
            content.root = folder / name;
            content.shown_prefix = name + "/";
        }
        if (!folders.empty() && !input.has_folder(folder / name)) {
            Diagnostic warning = place_in_config(folder, input, name, {"contentDir", "source"});
            warning.severity = Severity::warning;
            warning.what =
                "the folder \"" + name +
                "\" of the articles does not exist, so they are read from the whole site";
            warning.remedy = "correct the name, or make the folder";
            content.diagnostics.push_back(std::move(warning));
        }
        add_folder_files(content, content.root, excluded, FileArea::content);
    }
    content.is_vault =
        input.has_folder(folder / ".obsidian") || input.has_folder(content.root / ".obsidian");
    leave_out_translated_parts(content);
    leave_out_resources(content);
    leave_out_readmes(content);
    place_comments(content);
    find_language_folders(content);
    for (const std::string& name : content.config.static_folders) {
        const fs::path statics = folder / name;
        if (content.generator == Generator::jekyll || !input.has_folder(statics)) continue;
        const std::string shown = std::exchange(content.shown_prefix, name + "/");
        const std::size_t first = content.static_files.size();
        add_folder_files(content, statics, excluded, FileArea::published);
        const auto target = content.config.static_targets.find(name);
        for (std::size_t i = first;
             target != content.config.static_targets.end() && i < content.static_files.size();
             ++i) {
            content.static_files[i].path.insert(0, target->second);
        }
        content.shown_prefix = shown;
    }
    leave_out_first_of_two(content.static_files);
    leave_out_other_languages(content);
    leave_out_other_posts(content);
    find_sections(content);
    load_cascades(content);
    return content;
}

}  // namespace broadsheet::press
