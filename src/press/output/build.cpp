#include "press/output/build.h"

#include <chrono>
#include <iterator>
#include <tuple>
#include <utility>

#include "model/queries.h"
#include "press/base/cache_file.h"
#include "press/base/system.h"
#include "press/load/content_loader.h"
#include "press/load/site_loader.h"
#include "press/output/host_limits.h"
#include "press/output/output_folder.h"
#include "press/output/picture_writer.h"
#include "press/output/site_writer.h"
#include "press/pages/program_files.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// The reader's folder for programs without a built-in reader: the web build next to the native one.
fs::path find_program() {
    std::error_code error;
    const fs::path executable = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    return (executable.parent_path() / ".." / "web").lexically_normal();
}

Diagnostic output_error(const fs::path& out, std::string what, std::string remedy) {
    Diagnostic error;
    error.path = out.string();
    error.what = std::move(what);
    error.remedy = std::move(remedy);
    return error;
}

// True if `content` is in `out`, so that writing `out` could remove the articles.
bool holds(const fs::path& out, const fs::path& content) {
    std::error_code error;
    const fs::path outer = fs::weakly_canonical(out, error);
    const fs::path inner = fs::weakly_canonical(content, error);
    const fs::path rest = inner.lexically_relative(outer);
    return !rest.empty() && *rest.begin() != "..";
}

void append(Diagnostics& to, Diagnostics from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

// Reads the site. `kept` is the cache file with the state of the previous build.
LoadedSite read_site(const LoadOptions& options, const fs::path& kept) {
    ContentLoader loader(options);
    loader.remember(kept);
    LoadedSite site = loader.read();
    if (loader.texts_read() > 0) loader.keep(kept);
    return site;
}

void build(const BuildOptions& options, BuildReport& report) {
    if (holds(options.out, options.content)) {
        report.diagnostics.push_back(output_error(options.out,
                                                  "the output folder contains the content",
                                                  "choose another folder with --out"));
        return;
    }
    LoadOptions load;
    load.content = options.content;
    load.excluded = options.out;
    load.base_url = options.base_url;
    load.filter = options.filter;
    load.jobs = options.jobs;
    load.progress = options.progress;
    load.pack = true;
    LoadedSite site = read_site(load, cache_file(options.cache, "articles", options.content));
    if (!options.counts_views || options.filter.drafts) site.statistics = {};
    append(report.diagnostics, std::move(site.diagnostics));
    report.base_path = site.base_path;
    report.sources = views::policy_sources(site.publication.site);
    report.drafts = std::move(site.drafts);
    report.articles = site.publication.site.article_count;
    if (!report.ok()) return;

    OutputFolder out(options.out);
    append(report.diagnostics,
           write_pictures(site, PictureCache(options.cache), options.jobs, out, options.progress));
    if (!report.ok()) return;
    WriteOptions write;
    write.pages = chosen_pages(options.pages, report.articles);
    report.written_pages = write.pages;
    write.jobs = options.jobs;
    write.progress = options.progress;
    write.now = options.filter.now;
    write.program = program_folder(options);
    write.known_runs = cache_file(options.cache, "search", options.out);
    OutputMemory memory(options.cache, options.out);
    WriteReport written = write_site(site, write, memory, out);
    append(report.diagnostics, std::move(written.diagnostics));
    report.pages = written.pages;
    report.files = out.files();
    report.bytes = out.bytes();
    std::tie(report.largest_name, report.largest_file) = out.largest();
    if (!report.ok()) return;
    if (std::string error = out.commit(); !error.empty()) {
        report.diagnostics.push_back(output_error(options.out, std::move(error), ""));
        return;
    }
    report.changes = out.changes();
    append(report.diagnostics, host_limit_notes(report, options.out.string()));
    memory.save(options.jobs);
}

}  // namespace

Pages chosen_pages(Pages pages, int articles) {
    // With all its pages, a larger site is beyond the limits of most hosts.
    constexpr int max_articles_with_all = 10000;
    if (pages != Pages::automatic) return pages;
    return articles > max_articles_with_all ? Pages::standard : Pages::all;
}

fs::path program_folder(const BuildOptions& options) {
    return options.program.empty() && built_in_program().empty() ? find_program() : options.program;
}

BuildReport build_site(const BuildOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    BuildReport report;
    build(options, report);
    if (options.progress != nullptr) options.progress->end();
    sort_diagnostics(report.diagnostics);
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report.peak_memory = peak_memory();
    return report;
}

}  // namespace broadsheet::press
