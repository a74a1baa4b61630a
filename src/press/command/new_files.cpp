#include "press/command/new_files.h"

#include <fstream>
#include <utility>

#include "addresses/slug.h"
#include "press/base/windows_names.h"
#include "press/config/content_folder.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

Diagnostic problem(const fs::path& path, std::string what, std::string remedy) {
    Diagnostic result;
    result.path = path.string();
    result.what = std::move(what);
    result.remedy = std::move(remedy);
    return result;
}

void write_file(const fs::path& path, const std::string& text, NewFiles& result) {
    std::error_code error;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    if (error || !out) {
        result.diagnostics.push_back(
            problem(path, "the file cannot be written", "check the folder's permissions"));
    } else {
        result.written.push_back(path);
    }
}

// "my-paper" → "My paper".
std::string title_of_folder(const fs::path& folder) {
    std::string name = fs::absolute(folder).lexically_normal().filename().string();
    if (name.empty()) name = fs::absolute(folder).lexically_normal().parent_path().filename();
    for (char& c : name) {
        if (c == '-' || c == '_' || c == '"' || c == '\\') c = ' ';
    }
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') {
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    }
    return name.empty() ? "The paper" : name;
}

// A quoted string that is valid in YAML, TOML and JSON.
std::string in_double_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + "\"";
}

std::string front_matter(const NewArticle& article, Generator generator) {
    const std::string date = model::format_rfc3339(article.now);
    const std::string title = in_double_quotes(article.title);
    if (generator == Generator::zola) {
        return "+++\ntitle = " + title + "\ndate = " + date +
               (article.draft ? "\ndraft = true" : "") +
               "\ndescription = \"\"\n\n[taxonomies]\ncategories = []\ntags = []\n+++\n\n";
    }
    const bool jekyll = generator == Generator::jekyll;
    return "---\ntitle: " + title + "\ndate: " + date +
           (article.draft && !jekyll ? "\ndraft: true" : "") +
           "\ndescription: \"\"\ncategories: []\ntags: []\n---\n\n";
}

// The folder in which the site keeps its articles, relative to the content root.
fs::path article_folder(const ContentFolder& content, bool draft) {
    if (content.generator == Generator::jekyll) return draft ? "_drafts" : "_posts";
    std::error_code ignored;
    for (const char* name : {"articles", "posts", "post", "blog", "news"}) {
        if (fs::is_directory(content.root / name, ignored)) return name;
    }
    return content.generator == Generator::plain ? "articles" : "posts";
}

}  // namespace

namespace {

void write_host_files(const fs::path& folder, std::string_view host, NewFiles& result) {
    const std::string start = std::string(host) + "/";
    const fs::path name_of_folder = fs::absolute(folder).lexically_normal();
    const fs::path named = name_of_folder.has_filename() ? name_of_folder.filename()
                                                         : name_of_folder.parent_path().filename();
    for (const TemplateFile& file : host_site_files()) {
        if (!file.name.starts_with(start)) continue;
        std::string name(file.name.substr(start.size()));
        strings::replace_all(name, "DOT", ".");
        std::string text(file.text);
        strings::replace_all(text, "@NAME@", addresses::slugify(named.string()));
        write_file(folder / name, text, result);
    }
}

}  // namespace

NewFiles write_new_site(const fs::path& folder, const model::Date& now, std::string_view host) {
    NewFiles result;
    std::error_code error;
    const bool exists = fs::exists(folder, error);
    const bool is_folder = fs::is_directory(folder, error);
    const std::string_view what = folder.empty()         ? "the folder has no name"
                                  : exists && !is_folder ? "this is a file"
                                  : exists && !fs::is_empty(folder, error)
                                      ? "the folder is not empty"
                                      : "";
    if (!what.empty()) {
        result.diagnostics.push_back(problem(folder.empty() ? fs::path("new site") : folder,
                                             std::string(what), "choose a new or empty folder"));
        return result;
    }
    constexpr std::int64_t hour = 3600;
    const std::int64_t seconds = model::seconds_since_epoch(now);
    const model::Date earlier = model::date_from_epoch(seconds - hour);
    const model::Date earliest = model::date_from_epoch(seconds - 2 * hour);
    const std::string title = title_of_folder(folder);
    const std::string day = model::format_day(now.day);
    for (const TemplateFile& file : new_site_files()) {
        std::string name(file.name);
        strings::replace_all(name, "DAY", day);
        if (name == "gitignore") name = ".gitignore";
        std::string text(file.text);
        strings::replace_all(text, "@TITLE@", title);
        strings::replace_all(text, "@DATE@", model::format_rfc3339(now));
        strings::replace_all(text, "@EARLIER@", model::format_rfc3339(earlier));
        strings::replace_all(text, "@EARLIEST@", model::format_rfc3339(earliest));
        strings::replace_all(text, "@DAY@", day);
        strings::replace_all(text, "@YEAR@", day.substr(0, 4));
        write_file(folder / name, text, result);
        if (!result.diagnostics.empty()) return result;
    }
    if (!host.empty()) write_host_files(folder, host, result);
    return result;
}

NewFiles write_new_article(const NewArticle& article) {
    NewFiles result;
    const ContentFolder content = open_content(article.content);
    if (content.root.empty()) {
        result.diagnostics = content.diagnostics;
        return result;
    }
    std::string slug = addresses::file_slug(article.title);
    if (!windows_name_fault(slug).empty()) slug += "-1";  // the address has it, too
    const bool dated = content.generator == Generator::plain ||
                       (content.generator == Generator::jekyll && !article.draft);
    const fs::path path =
        content.root / article_folder(content, article.draft) /
        ((dated ? model::format_day(article.now.day) + "-" : std::string()) + slug + ".md");
    if (std::error_code ignored; fs::exists(path, ignored)) {
        result.diagnostics.push_back(
            problem(path, "the file already exists", "choose another title"));
        return result;
    }
    write_file(path, front_matter(article, content.generator), result);
    return result;
}

}  // namespace broadsheet::press
