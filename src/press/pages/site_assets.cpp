#include "press/pages/site_assets.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bundle/format/hash.h"
#include "model/queries.h"
#include "press/base/files.h"
#include "press/base/parallel.h"
#include "press/html/entity.h"
#include "press/pages/comments_page.h"
#include "press/pages/feed.h"
#include "press/pages/font_files.h"
#include "press/pages/host_files.h"
#include "press/pages/offline_files.h"
#include "press/pages/program_files.h"
#include "press/pages/search_program.h"
#include "press/pages/site_icon.h"
#include "press/pages/sitemap.h"
#include "press/pages/view_counter.h"
#include "press/pictures/svg.h"
#include "strings/hyphen_languages.h"
#include "theme/custom.h"
#include "theme/stylesheet.h"
#include "views/view.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The reader's entry point. build/web determines its name.
constexpr const char* start_script = "boot.js";
constexpr const char* program_file = "reader.wasm";

// Files with lines of the author and generated ones.
constexpr std::string_view robots_path = "/robots.txt";
constexpr std::string_view headers_path = "/_headers";
constexpr std::string_view redirects_path = "/_redirects";

Diagnostic problem(Severity severity, std::string path, std::string what, std::string remedy) {
    Diagnostic result;
    result.severity = severity;
    result.path = std::move(path);
    result.what = std::move(what);
    result.remedy = std::move(remedy);
    return result;
}

// Keeps only the hyphenation patterns of the site's language and of its articles.
void keep_patterns(std::map<std::string, std::string>& files,
                   const model::Publication& publication) {
    std::set<std::string_view> languages;
    if (publication.site.hyphens) {
        languages.insert(publication.site.language);
        for (const auto& [path, entry] : publication.entries) languages.insert(entry.language);
    }
    std::set<std::string> wanted;
    for (const std::string_view language : languages) {
        wanted.insert(strings::hyphenation_file(strings::hyphenation_patterns(language)));
    }
    std::erase_if(files, [&](const auto& file) {
        return strings::is_hyphenation_file(file.first) && !wanted.contains(file.first);
    });
}

// The reader's files import each other by name, so they keep their names. The folder's name
// contains a hash of their contents instead.
void write_program(const fs::path& program, const LoadedSite& loaded, SiteOutput& out,
                   page::HtmlOptions& html, Diagnostics& problems) {
    const model::Site& site = loaded.publication.site;
    std::map<std::string, std::string> files;
    if (program.empty()) {
        for (const ProgramFile& file : built_in_program()) files.emplace(file.name, file.bytes);
    }
    std::error_code error;
    for (fs::directory_iterator each(program, error), end; !error && each != end;
         each.increment(error)) {
        const std::string name = each->path().filename().string();
        const std::string ending = extension_of(name);
        if (ending != ".js" && ending != ".wasm" && ending != ".svg" &&
            !strings::is_hyphenation_file(name))
            continue;
        if (auto bytes = read_file(each->path())) files.emplace(name, std::move(*bytes));
    }
    const auto has = [&](const char* name) { return files.count(name) != 0; };
    std::string missing;
    for (const char* name : {start_script, program_file}) {
        if (!has(name)) missing += (missing.empty() ? "" : " and ") + std::string(name);
    }
    if (!missing.empty()) {
        problems.push_back(
            problem(Severity::warning, program.string(),
                    "missing reader files: " + missing + "; the site is written as plain HTML",
                    "pass the folder of a built reader with --program, or build the reader before "
                    "this program, as `./dev build` does"));
        return;
    }
    std::erase_if(files, [](const auto& file) { return is_service_worker_source(file.first); });
    join_search_program(files, site.language);
    if (loaded.statistics.service == StatisticsService::none) files.erase(counter_script);
    if (loaded.other_editions.empty()) files.erase(not_found_script);
    if (site.comments.provider.empty()) files.erase(comments_script);
    if (loaded.comment_server.empty()) files.erase(comments_frame_script);
    std::string all;
    for (const auto& [name, bytes] : files) all += name + bundle::content_hash(bytes);
    // All patterns count for the folder's name, so that the first article in another language does
    // not change every page.
    keep_patterns(files, loaded.publication);
    const std::string folder = "assets/reader." + bundle::content_hash(all) + "/";
    for (const auto& [name, bytes] : files) out.write(folder + name, bytes);
    html.script = folder + start_script;
    if (has(comments_frame_script)) {
        out.write(comments_page_name,
                  comments_page(loaded, page::url_of("/" + folder + comments_frame_script,
                                                     loaded.base_path)));
    }
    if (has("settings.js")) html.settings = folder + "settings.js";
    if (has("icon.svg")) html.icon = folder + "icon.svg";
}

const Asset* asset_at(const LoadedSite& site, std::string_view path) {
    const auto found = std::find_if(site.assets.begin(), site.assets.end(),
                                    [&](const Asset& each) { return each.path == path; });
    return found == site.assets.end() ? nullptr : &*found;
}

// The author's own file at `path`, which comes before the generated lines. Empty if there is none.
std::string own_lines(const LoadedSite& site, std::string_view path) {
    const Asset* own = asset_at(site, path);
    std::string text = own == nullptr ? "" : site.input->read(own->location).value_or("");
    if (!text.empty() && text.back() != '\n') text += '\n';
    return text;
}

std::string podcast_head(const LoadedSite& loaded) {
    if (!model::has_podcast(loaded.publication)) return {};
    const std::string& own = loaded.podcast.title;
    std::string out = "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"";
    append_escaped(out, own.empty() ? loaded.publication.site.title : own);
    out += "\" href=\"";
    append_escaped(out, page::url_of(podcast_path, loaded.base_path));
    return out + "\">\n";
}

void write_icons(LoadedSite& loaded, SiteOutput& out, page::HtmlOptions& html) {
    const Asset* own = asset_at(loaded, "/icon.png");
    model::Site& site = loaded.publication.site;
    const std::vector<SiteIcon> icons =
        site_icons(site, own == nullptr ? std::nullopt : loaded.input->read(own->location));
    for (const SiteIcon& icon : icons) out.write(icon.path, icon.bytes);
    if (asset_at(loaded, "/manifest.webmanifest") == nullptr) {
        out.write("manifest.webmanifest", web_manifest(site, loaded.base_path, icons));
    }
    html.common_head = icon_head(site, loaded.base_path, icons) + podcast_head(loaded);
    if (!icons.empty()) site.logo = "/" + icons.back().path;
    if (own != nullptr) html.icon = "icon.png";
    if (asset_at(loaded, "/icon.svg") != nullptr) html.icon = "icon.svg";
}

}  // namespace

page::HtmlOptions write_looks(LoadedSite& site, const fs::path& program, SiteOutput& out,
                              Diagnostics& problems) {
    page::HtmlOptions html;
    html.base_path = site.base_path;
    const model::Site& own = site.publication.site;
    const theme::TextDefaults text = {own.lines == model::TextLines::justified,
                                      own.lines == model::TextLines::even,
                                      own.hyphens,
                                      own.formulas,
                                      own.hanging,
                                      own.drop_caps,
                                      own.indented,
                                      static_cast<theme::Figures>(own.figures)};
    theme::Theme theme = theme::customised(own.look);
    const FontFiles fonts = write_fonts(site, theme, out);
    const std::string css = fonts.rules + theme::stylesheet(theme, text);
    html.stylesheet = "assets/theme." + bundle::content_hash(css) + ".css";
    out.write(html.stylesheet, css);
    write_program(program, site, out, html, problems);
    // Plain pages cannot keep the site, and the author's service worker replaces ours.
    if (html.script.empty() || asset_at(site, "/sw.js") != nullptr) {
        site.publication.site.offline = false;
    }
    write_icons(site, out, html);
    html.common_head = fonts.head + html.common_head;
    if (!html.script.empty()) {
        const std::string folder = html.script.substr(0, html.script.rfind('/') + 1);
        add_counter(html, site.statistics, folder + counter_script, own.base_url);
    }
    return html;
}

Diagnostics write_assets(const LoadedSite& site, int jobs, SiteOutput& out) {
    std::vector<Diagnostics> problems(site.assets.size());
    for_each_in_parallel(site.assets.size(), jobs, [&](std::size_t i) {
        const Asset& asset = site.assets[i];
        if (asset.path == robots_path || asset.path == headers_path ||
            asset.path == redirects_path) {
            return;  // written with the generated lines
        }
        const std::string name = asset.path.substr(1);
        if (extension_of(name) != ".svg") return out.copy(name, asset.location);
        const auto bytes = site.input->read(asset.location);
        if (!bytes) {
            problems[i].push_back(
                problem(Severity::error, name, "the file cannot be read", "check its permissions"));
            return;
        }
        const auto clean = clean_svg(*bytes);
        if (clean) return out.write(name, *clean);
        problems[i].push_back(problem(Severity::warning, name,
                                      "the picture is not well-formed SVG, so it is not published",
                                      "export it again from a drawing program"));
    });
    Diagnostics found;
    for (Diagnostics& each : problems) {
        for (Diagnostic& diagnostic : each) found.push_back(std::move(diagnostic));
    }
    return found;
}

EditionLines edition_lines(const LoadedSite& site) {
    // Netlify shows the page for unknown addresses at the root unless told otherwise.
    return {site.base_path, site.publication.site.base_url, policy_of(site),
            redirects_file(site.publication, site.base_path) + site.base_path + "* " +
                site.base_path + "404.html 404\n"};
}

namespace {

// The files that hosts read at the site's root.
void write_host_files(const LoadedSite& site, SiteOutput& out,
                      const std::vector<EditionLines>& editions) {
    out.write("_headers", own_lines(site, headers_path) +
                              headers_file(site.base_path, policy_of(site), editions));
    if (asset_at(site, "/.nojekyll") == nullptr) out.write(".nojekyll", "");
    std::vector<std::string> base_urls = {site.publication.site.base_url};
    std::string redirects =
        own_lines(site, redirects_path) + redirects_file(site.publication, site.base_path);
    for (const EditionLines& each : editions) {
        base_urls.push_back(each.base_url);
        redirects += each.redirects;
    }
    const std::string robots = own_lines(site, robots_path);
    out.write("robots.txt",
              robots.empty() ? robots_file(base_urls) : with_sitemaps(robots, base_urls));
    out.write("_redirects", redirects);
}

}  // namespace

void write_small_files(const LoadedSite& site, const model::Date& now, SiteOutput& out,
                       const std::vector<EditionLines>& editions) {
    const std::string& base_url = site.publication.site.base_url;
    if (site.edition_folder.empty()) write_host_files(site, out, editions);
    if (!base_url.empty()) out.write("news-sitemap.xml", news_sitemap(site.publication, now));
    for (const SitemapFile& file : sitemap_files(site.publication)) {
        out.write(file.name, file.bytes);
    }
}

}  // namespace broadsheet::press
