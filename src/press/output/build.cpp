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
#include "press/output/part_files.h"
#include "press/output/part_writer.h"
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

LoadOptions load_options(const BuildOptions& options) {
    LoadOptions load;
    load.content = options.content;
    load.excluded = options.out;
    load.base_url = options.base_url;
    load.filter = options.filter;
    load.jobs = options.jobs;
    load.progress = options.progress;
    load.pack = true;
    return load;
}

WriteOptions write_options(const BuildOptions& options, int articles) {
    WriteOptions write;
    write.pages = chosen_pages(options.pages, articles);
    write.jobs = options.jobs;
    write.progress = options.progress;
    write.now = options.filter.now;
    write.program = program_folder(options);
    write.known_runs = cache_file(options.cache, "search", options.out);
    return write;
}

// Writes what differs between a build, a part and a join.
WriteReport write_files(LoadedSite& site, const BuildOptions& options, const WriteOptions& write,
                        OutputMemory& memory, OutputFolder& out, BuildReport& report) {
    const PictureCache pictures(options.cache);
    if (options.part.count > 0) {
        PartList list;
        append(report.diagnostics,
               write_part_pictures(site, options.part, pictures, write, list, out));
        if (!report.ok()) return {};
        return write_part(site, options.part, write, list, out);
    }
    const auto variants_of = [&](std::size_t, std::string_view bytes) {
        auto made = write.parts == nullptr ? std::nullopt : write.parts->picture(bytes);
        return made ? std::move(*made) : pictures.variants_of(bytes);
    };
    append(report.diagnostics,
           write_pictures(site, variants_of, options.jobs, out, options.progress));
    if (!report.ok()) return {};
    return write_site(site, write, memory, out);
}

void build(const BuildOptions& options, BuildReport& report) {
    if (holds(options.out, options.content)) {
        report.diagnostics.push_back(output_error(options.out,
                                                  "the output folder contains the content",
                                                  "choose another folder with --out"));
        return;
    }
    PartFiles parts;
    append(report.diagnostics, parts.open(options.parts));
    if (!report.ok()) return;
    LoadedSite site =
        read_site(load_options(options), cache_file(options.cache, "articles", options.content));
    if (!options.counts_views || options.filter.drafts) site.statistics = {};
    append(report.diagnostics, std::move(site.diagnostics));
    report.base_path = site.base_path;
    report.sources = views::policy_sources(site.publication.site);
    report.drafts = std::move(site.drafts);
    report.articles = site.publication.site.article_count;
    if (!report.ok()) return;

    OutputFolder out(options.out);
    WriteOptions write = write_options(options, report.articles);
    if (!options.parts.empty()) write.parts = &parts;
    report.written_pages = write.pages;
    OutputMemory memory(options.cache, options.out);
    WriteReport written = write_files(site, options, write, memory, out, report);
    append(report.diagnostics, std::move(written.diagnostics));
    append(report.diagnostics, parts.damage());
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
    if (options.part.count == 0) {
        append(report.diagnostics, host_limit_notes(report, options.out.string()));
    }
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
