#include "press/site_writer.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bundle/bundle.h"
#include "bundle/hash.h"
#include "model/queries.h"
#include "model/slug.h"
#include "page/page.h"
#include "press/feed.h"
#include "press/page_head.h"
#include "press/parallel.h"
#include "press/program_files.h"
#include "press/search_index.h"
#include "press/site_files.h"
#include "press/site_icon.h"
#include "press/sitemap.h"
#include "press/svg.h"
#include "theme/custom.h"
#include "theme/stylesheet.h"
#include "views/view.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The reader starts from this file; its name is fixed by the files in build/web.
constexpr const char* start_script = "boot.js";
constexpr const char* program_file = "reader.wasm";

Diagnostic problem(Severity severity, std::string path, std::string what, std::string remedy) {
    Diagnostic result;
    result.severity = severity;
    result.path = std::move(path);
    result.what = std::move(what);
    result.remedy = std::move(remedy);
    return result;
}

// "/a/b/" → "a/b/index.html"; a path that names a file is that file.
std::string file_of(const model::Path& path) {
    const std::string name = path.substr(1);
    return path.ends_with('/') ? name + "index.html" : name;
}

// Menus, calendars and lists of the sidebar, as HTML.
class Parts : public views::PreparedParts {
  public:
    explicit Parts(std::string base_path) : base_path_(std::move(base_path)) {}

    page::Node part(const std::string& name, const std::function<page::Node()>& make) override {
        page::Node node;
        node.role = page::Role::prepared;
        {
            const std::shared_lock lock(mutex_);
            if (const auto known = known_.find(name); known != known_.end()) {
                node.text = known->second;
                return node;
            }
        }
        page::Node made = make();
        const bool empty = made.role == page::Role::group && made.children.empty();
        if (empty) return made;
        node.text = page::node_to_html(made, base_path_);
        const std::lock_guard lock(mutex_);
        known_.emplace(name, node.text);
        return node;
    }

  private:
    std::string base_path_;
    std::shared_mutex mutex_;
    std::unordered_map<std::string, std::string> known_;
};

class Writer {
  public:
    Writer(const LoadedSite& site, const WriteOptions& options, OutputFolder& out)
        : site_(site),
          options_(options),
          out_(out),
          head_{site.publication, site.translations, options.pages == Pages::all, {}},
          parts_(site.base_path) {
        state_.prepared = &parts_;
    }

    WriteReport run() {
        html_.base_path = site_.base_path;
        write_stylesheet();
        write_program();
        write_icons();
        // The last steps of the search index are for one thread alone; pages fill the others.
        std::thread bundle;
        if (options_.jobs > 1) {
            bundle = std::thread([this] { write_bundle_files(); });
        } else {
            write_bundle_files();
        }
        write_pages();
        if (bundle.joinable()) bundle.join();
        write_assets();
        write_small_files();
        report_.pages = pages_;
        return std::move(report_);
    }

  private:
    const model::Publication& publication() const { return site_.publication; }

    void write_stylesheet() {
        const std::string css = theme::stylesheet(theme::customised(publication().site.look));
        html_.stylesheet = "assets/theme." + bundle::content_hash(css) + ".css";
        out_.write(html_.stylesheet, css);
    }

    // The program's files import each other by name, so they keep their names, in a folder whose
    // name changes with them.
    void write_program() {
        std::vector<std::pair<std::string, std::string>> files;
        if (options_.program.empty()) {
            for (const ProgramFile& file : built_in_program()) {
                files.emplace_back(file.name, file.bytes);
            }
        }
        std::error_code error;
        for (fs::directory_iterator each(options_.program, error), end; !error && each != end;
             each.increment(error)) {
            const std::string name = each->path().filename().string();
            const std::string ending = extension_of(name);
            if (ending != ".js" && ending != ".wasm" && ending != ".svg") continue;
            if (auto bytes = read_file(each->path())) files.emplace_back(name, std::move(*bytes));
        }
        std::sort(files.begin(), files.end());
        const auto has = [&](const char* name) {
            return std::any_of(files.begin(), files.end(),
                               [&](const auto& file) { return file.first == name; });
        };
        std::string missing;
        for (const char* name : {start_script, program_file}) {
            if (!has(name)) missing += (missing.empty() ? "" : " and ") + std::string(name);
        }
        if (!missing.empty()) {
            report_.diagnostics.push_back(
                problem(Severity::warning, options_.program.string(),
                        "no reader here: " + missing +
                            " missing; the site is written "
                            "as plain HTML",
                        "give --program the folder of a built reader, or build this program after "
                        "it, as `./dev build` does"));
            return;
        }
        std::string all;
        for (const auto& [name, bytes] : files) all += name + bundle::content_hash(bytes);
        const std::string folder = "assets/reader." + bundle::content_hash(all) + "/";
        for (const auto& [name, bytes] : files) out_.write(folder + name, bytes);
        html_.script = folder + start_script;
        if (has("settings.js")) html_.settings = folder + "settings.js";
        if (has("icon.svg")) html_.icon = folder + "icon.svg";
    }

    void write_icons() {
        const Asset* own = asset_at("/icon.png");
        const model::Site& site = publication().site;
        const std::vector<SiteIcon> icons =
            site_icons(site, own == nullptr ? std::nullopt : read_file(own->location));
        for (const SiteIcon& icon : icons) out_.write(icon.path, icon.bytes);
        out_.write("manifest.webmanifest", web_manifest(site, site_.base_path, icons));
        html_.common_head = icon_head(site, site_.base_path, icons);
        if (!icons.empty()) head_.logo = "/" + icons.back().path;
        if (own != nullptr) html_.icon = "icon.png";
        if (asset_at("/icon.svg") != nullptr) html_.icon = "icon.svg";
    }

    const Asset* asset_at(std::string_view path) const {
        const auto found = std::find_if(site_.assets.begin(), site_.assets.end(),
                                        [&](const Asset& each) { return each.path == path; });
        return found == site_.assets.end() ? nullptr : &*found;
    }

    void write_bundle_files() {
        const std::string folder = std::string(bundle::folder) + "/";
        const bundle::Writer writer(publication());
        std::vector<std::string> names(writer.shard_count());
        for_each_in_parallel(names.size(), options_.jobs, [&](std::size_t i) {
            const bundle::File file = writer.shard(i);
            names[i] = file.name;
            out_.write(folder + file.name, file.bytes);
        });
        for (const bundle::File& file : writer.closing_files(names, write_search_index())) {
            out_.write(folder + file.name, file.bytes);
        }
    }

    std::string write_search_index() {
        std::vector<const model::Entry*> entries;
        for (const auto& [path, entry] : publication().entries) entries.push_back(&entry);
        SearchIndex index(publication().site, entries.size());
        for_each_in_parallel(entries.size(), options_.jobs,
                             [&](std::size_t i) { index.add(*entries[i]); });
        return index.write(out_, options_.jobs);
    }

    void write_page(const std::string& name, const page::Page& page, const page::Head& head = {}) {
        out_.write(name, page::page_to_html(page, html_, head));
        ++pages_;
    }

    void write_route(const views::Route& route) {
        const page::Page page = views::view(publication(), route, state_);
        write_page(file_of(views::route_path(route)), page, page_head(head_, route, page));
    }

    void write_entry(const model::Path& path, const model::Entry& entry) {
        if (entry.kind == model::EntryKind::redirect) {
            out_.write(file_of(path),
                       redirect_page(entry.redirect, publication().site.base_url, site_.base_path));
            ++pages_;
            return;
        }
        write_route({views::RouteKind::entry, path, 1});
    }

    void write_pages() {
        std::vector<std::function<void()>> work;
        for (const auto& [path, list] : publication().lists) {
            const bool front = list.kind == model::ListKind::front;
            if (options_.pages != Pages::all && !front) continue;
            const int count = options_.pages == Pages::all
                                  ? model::page_count(list.total(), publication().site.page_size)
                                  : 1;
            for (int page = 1; page <= std::max(1, count); ++page) {
                work.emplace_back([this, &path = path, page] {
                    write_route({views::RouteKind::list, path, page});
                });
            }
        }
        if (options_.pages != Pages::none) {
            for (const auto& [path, entry] : publication().entries) {
                work.emplace_back(
                    [this, &path = path, &entry = entry] { write_entry(path, entry); });
            }
        }
        for_each_in_parallel(work.size(), options_.jobs,
                             with_progress(options_.progress, "Writing pages", work.size(),
                                           [&](std::size_t i) { work[i](); }));
        write_feeds();
        const views::Route search = views::parse_route("/search/");
        if (!publication().entry(search.path)) write_route(search);
        write_page("404.html", views::not_found_view(publication(), state_));
    }

    void write_feeds() {
        std::vector<const model::List*> lists;
        for (const auto& [path, list] : publication().lists) {
            if (!views::has_feed(list.kind)) continue;
            // Where pages are left out to save files, the site's own feed stays.
            if (options_.pages != Pages::all && list.kind != model::ListKind::front) continue;
            lists.push_back(&list);
        }
        for_each_in_parallel(lists.size(), options_.jobs, [&](std::size_t i) {
            const model::List& list = *lists[i];
            const FeedSource source{publication(), list, site_.base_path, site_.feeds};
            out_.write(views::feed_path(list.path).substr(1), rss_feed(source));
            if (!has_all_feeds(publication().site, list.kind)) return;
            out_.write(atom_path(list.path).substr(1), atom_feed(source));
            out_.write(json_path(list.path).substr(1), json_feed(source));
        });
    }

    void write_assets() {
        std::vector<Diagnostics> problems(site_.assets.size());
        for_each_in_parallel(site_.assets.size(), options_.jobs, [&](std::size_t i) {
            const Asset& asset = site_.assets[i];
            const std::string name = asset.path.substr(1);
            if (extension_of(name) != ".svg") return out_.copy(name, asset.location);
            const auto bytes = read_file(asset.location);
            const auto clean = bytes ? clean_svg(*bytes) : std::nullopt;
            if (clean) return out_.write(name, *clean);
            problems[i].push_back(problem(Severity::warning, name,
                                          "the picture is no well-formed SVG; it is left out",
                                          "save it again from a drawing program"));
        });
        for (Diagnostics& each : problems) {
            for (Diagnostic& diagnostic : each)
                report_.diagnostics.push_back(std::move(diagnostic));
        }
    }

    void write_small_files() {
        const std::string& base_url = publication().site.base_url;
        out_.write("_headers",
                   headers_file(site_.base_path, model::framed_origins(publication().site)));
        out_.write(".nojekyll", "");
        if (asset_at("/robots.txt") == nullptr) out_.write("robots.txt", robots_file(base_url));
        out_.write("_redirects",
                   redirects_file(publication(), site_.base_path, options_.pages == Pages::all));
        if (!base_url.empty()) {
            out_.write("news-sitemap.xml", news_sitemap(publication(), options_.now));
        }
        for (const SitemapFile& file : sitemap_files(publication())) {
            out_.write(file.name, file.bytes);
        }
    }

    const LoadedSite& site_;
    const WriteOptions& options_;
    OutputFolder& out_;
    page::HtmlOptions html_;
    HeadContext head_;
    WriteReport report_;
    Parts parts_;
    views::ReaderState state_;
    std::atomic<int> pages_{0};
};

}  // namespace

WriteReport write_site(const LoadedSite& site, const WriteOptions& options, OutputFolder& out) {
    return Writer(site, options, out).run();
}

}  // namespace broadsheet::press
