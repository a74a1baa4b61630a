#include "press/serve/live_site.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <iterator>
#include <mutex>
#include <utility>

#include "bundle/format/hash.h"
#include "bundle/format/manifest.h"
#include "bundle/write/writer.h"
#include "model/queries.h"
#include "page/picture_sizes.h"
#include "press/base/append_diagnostics.h"
#include "press/base/files.h"
#include "press/base/link_target.h"
#include "press/base/parallel.h"
#include "press/base/system.h"
#include "press/base/unfinished.h"
#include "press/output/edition.h"
#include "press/output/picture_writer.h"
#include "press/output/search_index.h"
#include "press/pages/site_assets.h"
#include "press/pages/site_pages.h"
#include "press/pages/view_counter.h"
#include "press/serve/site_patch.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

const std::string bundle_folder = std::string(bundle::folder) + "/";
const std::string search_folder = std::string(bundle::search_folder) + "/";

// Writes files directly to a folder, without replacing it.
class LooseFolder : public SiteOutput {
  public:
    explicit LooseFolder(fs::path folder) : folder_(std::move(folder)) {}

    void write(const std::string& name, std::string_view bytes) override {
        write_atomically(folder_ / name, bytes);
    }
    void copy(const std::string& name, const fs::path& source) override {
        if (const auto bytes = read_file(source)) write(name, *bytes);
    }

  private:
    fs::path folder_;
};

const std::string* find(const std::map<std::string, std::string>& files, const std::string& name) {
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
}

// The picture of which `name` is a smaller size; empty if it is none.
std::string original_of(const std::string& name) {
    for (const int width : page::standard_picture_widths) {
        const std::string ending = page::picture_of_width("", width);
        if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    }
    return {};
}

// Views of a preview do not count.
LoadedSite without_counter(LoadedSite site) {
    site.statistics = {};
    return site;
}

}  // namespace

// A site and the files made from it so far, which are discarded when the site changes.
class LiveSite::Shown {
  public:
    // `known_runs` has the results of earlier search indexes. REQUIRES: no other thread uses them
    // at the same time.
    Shown(LoadedSite site, const BuildOptions& options, search::KnownPostingRuns& known_runs,
          Diagnostics& problems)
        : site_(without_counter(std::move(site))),
          known_runs_(known_runs),
          jobs_(options.jobs),
          now_(options.filter.now),
          pages_(site_, write_looks(site_, options.program, files_, problems)),
          edition_(site_, pages_) {
        append(problems, write_assets(site_, jobs_, files_));
        begin_generation();
    }

    LoadedSite& site() { return site_; }

    void change(const model::Date& now) {
        now_ = now;
        pages_.forget_parts();
        small_.reset();
        bundle_.reset();
        search_.reset();
        earlier_.push_back(generation_);
        constexpr std::size_t most = 32;
        if (earlier_.size() > most) earlier_.erase(earlier_.begin());
        begin_generation();
    }

    std::optional<std::string> file(const std::string& name) const {
        if (name.starts_with(bundle_folder)) {
            return bundle_file(name.substr(bundle_folder.size()));
        }
        if (const std::string* bytes = find(files_.files, name)) return *bytes;
        if (const auto copy = files_.copies.find(name); copy != files_.copies.end()) {
            return read_file(copy->second);
        }
        if (const auto page = edition_.find(name)) return page->make();
        if (const std::string* bytes = find(small_files(), name)) return *bytes;
        return std::nullopt;
    }

  private:
    const model::Publication& publication() const { return site_.publication; }

    // Bundle files only need names that differ from earlier ones, so the names contain a counter
    // instead of a hash.
    void begin_generation() {
        static std::atomic<std::uint64_t> last{0};
        generation_ =
            bundle::content_hash(std::to_string(process_id()) + " " + std::to_string(++last));
    }

    const std::map<std::string, std::string>& small_files() const {
        const std::lock_guard lock(making_);
        if (!small_) {
            small_ = std::make_unique<MemoryOutput>();
            write_small_files(site_, now_, *small_);
        }
        return small_->files;
    }

    const bundle::Writer& bundle_writer() const {
        const std::lock_guard lock(making_);
        if (!bundle_) {
            bundle_ = std::make_unique<bundle::Writer>(publication(), &site_.store);
            shards_.clear();
            names_.clear();
            for (std::size_t i = 0; i < bundle_->shard_count(); ++i) {
                names_.push_back(bundle_->shard_name(i, generation_));
                shards_[names_.back()] = i;
            }
        }
        return *bundle_;
    }

    // A page that is still being loaded asks for files as they were named before the last texts
    // changed. The files of now take their places: they are divided in the same way.
    std::string name_of_now(std::string name) const {
        for (const std::string& each : earlier_) {
            if (const auto at = name.find(each); at != std::string::npos) {
                name.replace(at, each.size(), generation_);
            }
        }
        return name;
    }

    std::optional<std::string> bundle_file(const std::string& asked) const {
        const bundle::Writer& writer = bundle_writer();
        const std::string name = name_of_now(asked);
        if (const auto shard = shards_.find(name); shard != shards_.end()) {
            return writer.shard(shard->second).bytes;
        }
        if (name.starts_with("search")) {
            const bool is_root = name == "search." + generation_ + ".json";
            if (!is_root && !name.starts_with(search_folder)) return std::nullopt;
            const std::string* bytes = find(search_files(), is_root ? "" : name);
            return bytes == nullptr ? std::nullopt : std::optional(*bytes);
        }
        // Without a list of its files, a site is not kept by browsers.
        const bundle::File start = writer.start_file();
        if (name == start.name) return start.bytes;
        const bundle::File manifest =
            writer.manifest_file(start, names_, publication().entries.empty() ? "" : generation_);
        return name == manifest.name ? std::optional(manifest.bytes) : std::nullopt;
    }

    // The files of the search index by name, made at the first search. The root file's name is "".
    const std::map<std::string, std::string>& search_files() const {
        const std::lock_guard lock(making_search_);
        if (search_) return *search_;
        SearchIndex index(site_, known_runs_);
        index.add_rest(jobs_);
        MemoryOutput out;
        index.write(out, jobs_);
        search_ = std::make_unique<std::map<std::string, std::string>>();
        for (auto& [name, bytes] : out.files) {
            const std::string own = name.substr(bundle_folder.size());
            search_->emplace(own.starts_with(search_folder) ? own : "", std::move(bytes));
        }
        return *search_;
    }

    LoadedSite site_;
    search::KnownPostingRuns& known_runs_;
    int jobs_;
    model::Date now_;
    MemoryOutput files_;
    SitePages pages_;
    Edition edition_;
    std::string generation_;
    std::vector<std::string> earlier_;  // generations since the site was read as a whole
    mutable std::mutex making_;
    mutable std::mutex making_search_;  // separate, because it is held for long
    mutable std::unique_ptr<MemoryOutput> small_;
    mutable std::unique_ptr<bundle::Writer> bundle_;
    mutable std::vector<std::string> names_;
    mutable std::map<std::string, std::size_t> shards_;
    mutable std::unique_ptr<std::map<std::string, std::string>> search_;
};

LiveSite::LiveSite(BuildOptions options)
    : options_(std::move(options)),
      known_runs_(std::make_unique<search::KnownPostingRuns>()),
      loader_([&] {
          LoadOptions load;
          load.content = options_.content;
          load.excluded = options_.out;
          load.base_url = options_.base_url;
          load.language = options_.language;
          load.filter = options_.filter;
          load.jobs = options_.jobs;
          load.pack = true;
          return load;
      }()) {
    options_.program = program_folder(options_);
}

LiveSite::~LiveSite() = default;

FileChanges LiveSite::unknown_changes() {
    FileChanges changes;
    changes.all_named = false;
    return changes;
}

BuildReport LiveSite::refresh(const PublishFilter& filter, const FileChanges& changes,
                              Progress* progress) {
    const auto start = std::chrono::steady_clock::now();
    BuildReport report;
    options_.filter = filter;
    options_.progress = progress;
    changes_.add(changes);
    auto changed = in_step_ ? loader_.changed_articles(filter, changes_) : std::nullopt;
    if (changed) {
        show_changed(std::move(*changed), report);
    } else {
        in_step_ = false;
        show_whole(loader_.read(options_.filter, options_.progress), report);
    }
    options_.progress = nullptr;
    if (progress != nullptr) progress->end();
    if (report.ok()) changes_ = {};
    sort_diagnostics(report.diagnostics);
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report.peak_memory = peak_memory();
    return report;
}

void LiveSite::show_changed(std::vector<ContentLoader::ChangedArticle> articles,
                            BuildReport& report) {
    std::vector<PictureUse> pictures;
    for (const ContentLoader::ChangedArticle& changed : articles) {
        if (count_of(changed.article.diagnostics, Severity::error) > 0) {
            append(report.diagnostics, changed.article.diagnostics);
        }
        pictures.insert(pictures.end(), changed.file.pictures.begin(), changed.file.pictures.end());
    }
    if (report.ok()) append(report.diagnostics, make_pictures(pictures));
    if (!report.ok()) return describe(report);
    const bool in_place = std::none_of(
        articles.begin(), articles.end(),
        [](const ContentLoader::ChangedArticle& changed) { return changed.moves_in_lists; });
    if (!in_place) {
        in_step_ = false;
        loader_.take(std::move(articles));
        return show_whole(loader_.put_together(options_.filter), report);
    }
    {
        const std::lock_guard alone(mutex_);
        LoadedSite& site = shown_->site();
        for (auto& [target, placeholder] : placeholders_of(pictures)) {
            site.store.placeholders[target] = placeholder;
        }
        for (const ContentLoader::ChangedArticle& changed : articles)
            patch_site(site, changed.article);
        shown_->change(options_.filter.now);
    }
    loader_.take(std::move(articles));
    report.diagnostics = loader_.diagnostics();
    append(report.diagnostics, frame_problems_);
    describe(report);
}

void LiveSite::show_whole(LoadedSite site, BuildReport& report) {
    report.diagnostics = std::move(site.diagnostics);
    if (report.ok()) append(report.diagnostics, make_pictures(site.pictures));
    if (!report.ok()) return describe(report);
    site.store.placeholders = placeholders_of(site.pictures);
    if (!site.store.placeholders.empty()) {
        fill_colours(site.publication, site.store.placeholders);
    }
    frame_problems_.clear();
    site.publication.site.feeds_of_lists =
        has_lists(chosen_pages(options_.pages, site.publication.site.article_count));
    auto shown = std::make_unique<Shown>(std::move(site), options_, *known_runs_, frame_problems_);
    {
        const std::lock_guard alone(mutex_);
        shown_.swap(shown);
    }
    in_step_ = true;
    freeing_.start([before = std::shared_ptr<Shown>(std::move(shown))]() mutable {
        before.reset();
        return_freed_memory();  // the old site took as much memory as the new one
    });
    append(report.diagnostics, frame_problems_);
    describe(report);
}

// Adds the data of the shown site to the report.
void LiveSite::describe(BuildReport& report) const {
    if (!shown_) return;
    const LoadedSite& site = shown_->site();
    report.base_path = site.base_path;
    report.sources = policy_of(site);
    for (const model::Path& draft : site.drafts) {
        report.drafts.push_back("/" + site.edition_folder + draft.substr(1));
    }
    report.articles = site.publication.site.article_count;
}

Diagnostics LiveSite::make_pictures(const std::vector<PictureUse>& uses) {
    if (options_.original_pictures) return {};
    std::vector<PictureUse> missing;
    for (const PictureUse& use : uses) {
        const auto made = pictures_.find(use.path);
        if (made == pictures_.end() || made->second.stamp != stamp_of(use.location)) {
            missing.push_back(use);
        }
    }
    LooseFolder folder(options_.out);
    Placeholders colours;
    const PictureCache cache(options_.cache);
    Diagnostics problems = write_pictures(
        missing, [&](std::size_t, std::string_view bytes) { return cache.variants_of(bytes); },
        options_.jobs, folder, colours, options_.progress);
    if (count_of(problems, Severity::error) > 0) return problems;
    for (const PictureUse& use : missing) {
        pictures_[use.path] = {stamp_of(use.location), colours[target_of_file(use.path)]};
    }
    return problems;
}

Placeholders LiveSite::placeholders_of(const std::vector<PictureUse>& uses) const {
    Placeholders placeholders;
    for (const PictureUse& use : uses) {
        const auto made = pictures_.find(use.path);
        if (made == pictures_.end() || made->second.placeholder.empty()) continue;
        placeholders[target_of_file(use.path)] = made->second.placeholder;
    }
    return placeholders;
}

std::optional<std::string> LiveSite::file(const std::string& name) const {
    {
        const std::shared_lock together(mutex_);
        if (!shown_) return std::nullopt;
        if (auto bytes = shown_->file(name)) return bytes;
        if (options_.original_pictures) return shown_->file(original_of(name));
    }
    return read_file(options_.out / name);
}

}  // namespace broadsheet::press
