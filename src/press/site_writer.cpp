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
#include "press/parallel.h"
#include "press/program_files.h"
#include "press/search_index.h"
#include "press/site_files.h"
#include "press/svg.h"
#include "theme/custom.h"
#include "theme/stylesheet.h"
#include "views/view.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

const std::string bundle_folder = std::string(bundle::folder) + "/";

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
        : site_(site), options_(options), out_(out), parts_(site.base_path) {
        state_.prepared = &parts_;
    }

    WriteReport run() {
        html_.base_path = site_.base_path;
        write_stylesheet();
        write_program();
        const bundle::Writer bundle(publication(), &site_.store);
        SearchIndex index(publication().site, publication().entries.size());
        std::vector<std::string> shards(bundle.shard_count());
        write_entries(bundle, shards, index);
        // The last steps of the search index are for one thread alone; pages fill the others.
        std::thread search;
        std::string search_hash;
        if (options_.jobs > 1) {
            search = std::thread([&] { search_hash = index.write(out_, options_.jobs); });
        } else {
            search_hash = index.write(out_, options_.jobs);
        }
        write_lists(bundle, shards);
        if (search.joinable()) search.join();
        for (const bundle::File& file : bundle.closing_files(shards, search_hash)) {
            out_.write(bundle_folder + file.name, file.bytes);
        }
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

    // Each entry is whole for as long as its shard is written, its words are gathered and its page is
    // made.
    void write_entries(const bundle::Writer& bundle, std::vector<std::string>& shards,
                       SearchIndex& index) {
        for_each_in_parallel(
            bundle.entry_shard_count(), options_.jobs,
            [&](std::size_t i) {
                const bundle::File file = bundle.shard(i, [&](const model::Entry& entry) {
                    index.add(entry);
                    if (options_.pages != Pages::none) write_entry(entry);
                });
                shards[i] = file.name;
                out_.write(bundle_folder + file.name, file.bytes);
            },
            1);
    }

    void write_list_shards(const bundle::Writer& bundle, std::vector<std::string>& shards) {
        const std::size_t first = bundle.entry_shard_count();
        for_each_in_parallel(
            shards.size() - first, options_.jobs,
            [&](std::size_t i) {
                const bundle::File file = bundle.shard(first + i);
                shards[first + i] = file.name;
                out_.write(bundle_folder + file.name, file.bytes);
            },
            1);
    }

    void write_page(const std::string& name, const page::Page& page) {
        out_.write(name, page::page_to_html(page, html_));
        ++pages_;
    }

    void write_route(const views::Route& route) {
        write_page(file_of(views::route_path(route)), views::view(publication(), route, state_));
    }

    void write_entry(const model::Entry& entry) {
        const model::Path& path = entry.summary.path;
        if (entry.kind == model::EntryKind::redirect) {
            out_.write(file_of(path),
                       redirect_page(entry.redirect, publication().site.base_url, site_.base_path));
            ++pages_;
            return;
        }
        write_page(file_of(path), views::view(publication(), entry, state_));
    }

    void write_lists(const bundle::Writer& bundle, std::vector<std::string>& shards) {
        write_list_shards(bundle, shards);
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
        for_each_in_parallel(work.size(), options_.jobs, [&](std::size_t i) { work[i](); });
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
            out_.write(views::feed_path(lists[i]->path).substr(1),
                       rss_feed(publication(), *lists[i], site_.base_path));
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
        const bool has_robots =
            std::any_of(site_.assets.begin(), site_.assets.end(),
                        [](const Asset& asset) { return asset.path == "/robots.txt"; });
        if (!has_robots) out_.write("robots.txt", robots_file(base_url));
        for (const SitemapFile& file : sitemap_files(publication())) {
            out_.write(file.name, file.bytes);
        }
    }

    const LoadedSite& site_;
    const WriteOptions& options_;
    OutputFolder& out_;
    page::HtmlOptions html_;
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
