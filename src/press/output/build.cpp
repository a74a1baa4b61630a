#include "press/output/build.h"

#include <algorithm>
#include <chrono>
#include <deque>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "model/queries.h"
#include "press/base/append_diagnostics.h"
#include "press/base/cache_file.h"
#include "press/base/system.h"
#include "press/config/content_folder.h"
#include "press/load/site_loader.h"
#include "press/output/host_limits.h"
#include "press/output/output_folder.h"
#include "press/output/part_files.h"
#include "press/output/part_writer.h"
#include "press/output/picture_writer.h"
#include "press/output/site_writer.h"
#include "press/pages/host_files.h"
#include "press/pages/program_files.h"
#include "press/pages/site_assets.h"
#include "press/pages/view_counter.h"

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

fs::path temporary_folder() {
    std::error_code error;
    return fs::temp_directory_path(error);
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

LoadedSite read_site(const LoadOptions& options) {
    LoadedSite site = load_site(options);
    return_freed_memory();  // that of the articles
    return site;
}

LoadOptions load_options(const BuildOptions& options, const std::string& language,
                         SpillFile& spill) {
    LoadOptions load;
    load.spill = &spill;
    load.language = language;
    load.content = options.content;
    load.excluded = options.out;
    load.base_url = options.base_url;
    load.filter = options.filter;
    load.jobs = options.jobs;
    load.progress = options.progress;
    load.pack = true;
    load.once = true;
    load.kept = cache_file(options.cache, language.empty() ? "articles" : "articles-" + language,
                           options.content);
    return load;
}

WriteOptions write_options(const BuildOptions& options, int articles, const fs::path& out,
                           SpillFile& spill) {
    WriteOptions write;
    write.spill = &spill;
    write.pages = chosen_pages(options.pages, articles);
    write.jobs = options.jobs;
    write.progress = options.progress;
    write.now = options.filter.now;
    write.program = program_folder(options);
    write.known_runs = cache_file(options.cache, "search", out);
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

// Builds the editions of a site one after the other into one output folder. A site in one language
// has one.
class SiteBuild {
  public:
    SiteBuild(const BuildOptions& options, BuildReport& report)
        : options_(options),
          report_(report),
          spill_(options.cache.empty() ? temporary_folder() : options.cache) {}

    void run() {
        if (!can_begin()) return;
        append(report_.diagnostics, parts_.open(options_.parts));
        if (!report_.ok()) return;
        std::vector<LanguageEdition> editions = editions_of(options_.content);
        if (!editions.empty() && !is_whole()) {
            report_.diagnostics.push_back(
                output_error("--part", "a site with language editions cannot be built in parts",
                             "build it on one machine, without --part and --join"));
            return;
        }
        // The files at the root have lines of all editions, so the usual one is the last.
        for (std::size_t i = editions.size(); i-- > 1;) {
            if (!make_edition(editions[i].code)) return;
        }
        if (make_edition("")) commit();
    }

  private:
    bool is_whole() const { return options_.part.count == 0 && options_.parts.empty(); }

    bool can_begin() {
        if (!holds(options_.out, options_.content)) return true;
        report_.diagnostics.push_back(output_error(options_.out,
                                                   "the output folder contains the content",
                                                   "choose another folder with --out"));
        return false;
    }

    // Reads and writes an edition. Returns false if there are errors.
    bool make_edition(const std::string& language) {
        LoadedSite site = read_site(load_options(options_, language, spill_));
        if (!options_.counts_views || options_.filter.drafts) site.statistics = {};
        append(report_.diagnostics, std::move(site.diagnostics));
        const std::string& folder = site.edition_folder;
        for (const model::Path& draft : site.drafts) {
            report_.drafts.push_back("/" + folder + draft.substr(1));
        }
        const int articles = site.publication.site.article_count;
        report_.articles += articles;
        report_.sources = merged_sources(std::move(report_.sources), policy_of(site));
        if (folder.empty()) report_.base_path = site.base_path;
        if (!report_.ok()) return false;
        if (!out_) out_.emplace(options_.out);
        out_->begin_edition(folder);
        OutputMemory& memory = memories_.emplace_back(options_.cache, options_.out / folder);
        WriteOptions write = write_options(options_, articles, options_.out / folder, spill_);
        if (!options_.parts.empty()) write.parts = &parts_;
        write.editions = editions_;
        report_.written_pages = write.pages;
        WriteReport written = write_files(site, options_, write, memory, *out_, report_);
        if (!folder.empty()) editions_.push_back(edition_lines(site));
        append(report_.diagnostics, std::move(written.diagnostics));
        report_.pages += written.pages;
        return report_.ok();
    }

    void commit() {
        append(report_.diagnostics, parts_.damage());
        report_.files = out_->files();
        report_.bytes = out_->bytes();
        std::tie(report_.largest_name, report_.largest_file) = out_->largest();
        if (!report_.ok()) return;
        if (std::string error = out_->commit(); !error.empty()) {
            report_.diagnostics.push_back(output_error(options_.out, std::move(error), ""));
            return;
        }
        report_.changes = out_->changes();
        if (options_.part.count == 0) {
            append(report_.diagnostics, host_limit_notes(report_, options_.out.string()));
        }
        for (const OutputMemory& memory : memories_) memory.save(options_.jobs);
    }

    const BuildOptions& options_;
    BuildReport& report_;
    SpillFile spill_;
    PartFiles parts_;
    std::optional<OutputFolder> out_;
    std::deque<OutputMemory> memories_;   // by edition
    std::vector<EditionLines> editions_;  // of those written so far
};

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
    SiteBuild(options, report).run();
    if (options.progress != nullptr) options.progress->end();
    // Editions have the same configuration and files, so they report the same faults.
    sort_diagnostics(report.diagnostics);
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report.peak_memory = peak_memory();
    return report;
}

}  // namespace broadsheet::press
