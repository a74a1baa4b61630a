#include "press/output/site_writer.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>
#include <vector>

#include "bundle/format/hash.h"
#include "bundle/format/manifest.h"
#include "bundle/write/writer.h"
#include "press/base/parallel.h"
#include "press/output/edition.h"
#include "press/output/search_index.h"
#include "press/pages/offline_files.h"
#include "press/pages/site_assets.h"
#include "press/pages/site_pages.h"

namespace broadsheet::press {

namespace {

const std::string bundle_folder = std::string(bundle::folder) + "/";

class Writer {
  public:
    Writer(LoadedSite& site, const WriteOptions& options, OutputMemory& memory, OutputFolder& out)
        : site_(site),
          options_(options),
          memory_(memory),
          out_(out),
          pages_(site, write_looks(site, options.program, out, report_.diagnostics)),
          edition_(site, pages_),
          fingerprints_(site, pages_) {}

    WriteReport run() {
        const bundle::Writer bundle(publication(), &site_.store);
        if (!fits_parts(bundle)) return std::move(report_);
        std::vector<std::string> shards(bundle.shard_count());
        shard_fingerprints_.resize(shards.size());
        std::string search_hash = keep_search_index();
        const bool search_is_kept = !search_hash.empty();
        search::KnownPostingRuns known;
        std::optional<SearchIndex> index;
        if (!search_is_kept) {
            known = known_runs();
            index.emplace(site_, known, search::RunShare(), options_.spill);
        }
        write_entries(bundle, shards, search_is_kept ? nullptr : &*index);
        write_feeds();  // may contain the complete text of articles
        if (!search_is_kept) index->add_rest(options_.jobs);
        site_.store.forget_bodies();
        // The last steps of the search index use one thread. Writing pages uses the others
        // meanwhile.
        SideWork search;
        if (!search_is_kept) {
            const auto write_index = [&] {
                search_hash = write_search_index(*index);
                keep_known_runs(known, options_.known_runs);
            };
            if (options_.jobs > 1) {
                search.start(write_index);
            } else {
                write_index();
            }
        }
        write_lists(bundle, shards);
        search.wait();
        const bundle::File start = bundle.start_file();
        out_.write(bundle_folder + start.name, start.bytes);
        for (Diagnostic& each : write_assets(site_, options_.jobs, out_)) {
            report_.diagnostics.push_back(std::move(each));
        }
        write_small_files(site_, options_.now, out_, options_.editions);
        const bundle::File manifest =
            bundle.manifest_file(start, shards, search_hash, write_offline_files());
        out_.write(bundle_folder + manifest.name, manifest.bytes);
        report_.pages = page_count_;
        return std::move(report_);
    }

  private:
    const model::Publication& publication() const { return site_.publication; }

    // Adds an error and returns false if the parts are not of this site.
    bool fits_parts(const bundle::Writer& bundle) {
        if (options_.parts == nullptr) return true;
        if (options_.parts->site() == fingerprints_.site(bundle, options_.pages)) return true;
        Diagnostic error;
        error.path = "--join";
        error.what = "the parts were made from different content or with different options";
        error.remedy =
            "join them with the files and options, such as --pages and --drafts, of `build --part`";
        report_.diagnostics.push_back(std::move(error));
        return false;
    }

    search::KnownPostingRuns known_runs() const {
        if (options_.parts == nullptr) return read_known_runs(options_.known_runs);
        search::KnownPostingRuns all;
        for (const std::string& bytes : options_.parts->search_runs()) {
            search::KnownPostingRuns more = unpacked_runs(strings::SharedBytes(bytes));
            all.averages = more.averages;  // those of the whole site, so each part has the same
            all.runs.merge(more.runs);
        }
        return all;
    }

    // The hash of the previous build's search index if it has the same input; otherwise empty.
    std::string keep_search_index() {
        search_fingerprint_ = fingerprints_.search_index();
        const auto names = memory_.names_of(search_fingerprint_);
        for (const std::string& name : names) {
            if (!memory_.has(name, search_fingerprint_)) return {};
        }
        for (const std::string& name : names) {
            // If files cannot be kept, because the file system has no hard links, this already
            // fails for the first.
            if (!out_.keep(name)) return {};
            memory_.note(name, search_fingerprint_);
        }
        if (names.empty()) return {};
        const std::string start = bundle_folder + "search.";
        const auto root = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
            return name.starts_with(start);
        });
        return root == names.end() ? std::string()
                                   : root->substr(start.size(), bundle::hash_length);
    }

    std::string write_search_index(SearchIndex& index) {
        std::vector<std::string> names;
        std::string hash = index.write(out_, options_.jobs, &names);
        for (const std::string& name : names) memory_.note(name, search_fingerprint_);
        return hash;
    }

    // Returns the hash in the name of the list of files; empty if browsers do not keep the site.
    std::string write_offline_files() {
        if (out_.sizes().contains(std::string(service_worker_name))) return {};
        const bool enabled = publication().site.offline;
        const std::string worker =
            enabled ? service_worker(options_.program, out_.sizes(), site_.other_editions)
                    : service_worker_removal(options_.program);
        if (worker.empty()) return {};
        out_.write(std::string(service_worker_name), worker);
        if (!enabled) return {};
        const std::string list = offline_list(publication(), out_.sizes());
        std::string hash = bundle::content_hash(list);
        out_.write(bundle_folder + "offline." + hash + ".json", list);
        return hash;
    }

    // To limit memory, each entry is complete only while its shard is written, its text is indexed
    // and its page is made.
    void write_entries(const bundle::Writer& bundle, std::vector<std::string>& shards,
                       SearchIndex* index) {
        const auto meet = [&](const model::Entry& light, const model::Entry& whole) {
            if (index != nullptr && index->wants(light)) index->add(light, whole);
            if (has_page(light, options_.pages)) write_page(edition_.page_of(light, &whole));
        };
        for_each_in_parallel(
            bundle.entry_shard_count(), options_.jobs,
            with_progress(options_.progress, "Writing articles", bundle.entry_shard_count(),
                          [&](std::size_t i) {
                              const auto& parts = bundle.parts(i);
                              release_mapped_bytes();
                              if (keep_shard(bundle, i, shards)) {
                                  for (const auto& part : parts) {
                                      if (index != nullptr && index->wants(*part.entry)) {
                                          meet(*part.entry, site_.store.load(*part.entry));
                                      } else if (has_page(*part.entry, options_.pages)) {
                                          write_page(edition_.page_of(*part.entry));
                                      }
                                  }
                                  return;
                              }
                              std::size_t next = 0;
                              write_shard(i, shards,
                                          bundle.shard(i, [&](const model::Entry& whole) {
                                              meet(*parts[next++].entry, whole);
                                          }));
                          }),
            1);
    }

    void write_list_shards(const bundle::Writer& bundle, std::vector<std::string>& shards) {
        const std::size_t first = bundle.entry_shard_count();
        for_each_in_parallel(
            shards.size() - first, options_.jobs,
            [&](std::size_t i) {
                if (keep_shard(bundle, first + i, shards)) return;
                write_shard(first + i, shards, bundle.shard(first + i));
            },
            1);
    }

    bool keep_shard(const bundle::Writer& bundle, std::size_t number,
                    std::vector<std::string>& shards) {
        const Fingerprint fingerprint = fingerprints_.shard_of(bundle, number);
        shard_fingerprints_[number] = fingerprint;
        return keep_earlier_shard(fingerprint, shards[number]) ||
               take_shard_of_part(fingerprint, shards[number]);
    }

    bool take_shard_of_part(Fingerprint fingerprint, std::string& shard) {
        if (options_.parts == nullptr) return false;
        const std::string name = options_.parts->shard(fingerprint);
        const auto bytes = options_.parts->file(name, fingerprint);
        if (!bytes) return false;
        out_.write(name, *bytes);
        memory_.note(name, fingerprint);
        shard = name.substr(bundle_folder.size());
        return true;
    }

    // Keeps the file of the previous build.
    bool keep_earlier_shard(Fingerprint fingerprint, std::string& shard) {
        const auto names = memory_.names_of(fingerprint);
        if (names.size() != 1) return false;
        const std::string& name = names.front();
        if (!memory_.has(name, fingerprint) || !out_.keep(name)) return false;
        memory_.note(name, fingerprint);
        shard = name.substr(bundle_folder.size());
        return true;
    }

    void write_shard(std::size_t number, std::vector<std::string>& shards,
                     const bundle::File& file) {
        shards[number] = file.name;
        out_.write(bundle_folder + file.name, file.bytes);
        memory_.note(bundle_folder + file.name, shard_fingerprints_[number]);
    }

    // Keeps the file of the previous build or of a part if it has the same fingerprint.
    void write_made(const EditionFile& file) {
        const Fingerprint fingerprint = file.made_from(fingerprints_);
        const bool known = fingerprint != 0;
        if (!known || !memory_.has(file.name, fingerprint) || !out_.keep(file.name)) {
            auto bytes = known && options_.parts != nullptr
                             ? options_.parts->file(file.name, fingerprint)
                             : std::nullopt;
            out_.write(file.name, bytes ? *bytes : file.make());
        }
        if (known) memory_.note(file.name, fingerprint);
    }

    void write_page(const EditionFile& file) {
        write_made(file);
        ++page_count_;
    }

    void write_lists(const bundle::Writer& bundle, std::vector<std::string>& shards) {
        write_list_shards(bundle, shards);
        const std::vector<EditionFile> files = edition_.files_of_lists(options_.pages);
        for_each_in_parallel(files.size(), options_.jobs,
                             with_progress(options_.progress, "Writing lists", files.size(),
                                           [&](std::size_t i) { write_page(files[i]); }));
        for (const EditionFile& file : edition_.common_files()) write_page(file);
    }

    void write_feeds() {
        std::vector<const model::List*> lists;
        for (const auto& [path, list] : publication().lists) lists.push_back(&list);
        for_each_in_parallel(lists.size(), options_.jobs, [&](std::size_t i) {
            for (const EditionFile& feed : edition_.feeds_of(*lists[i])) write_made(feed);
        });
    }

    LoadedSite& site_;
    const WriteOptions& options_;
    OutputMemory& memory_;
    OutputFolder& out_;
    WriteReport report_;
    SitePages pages_;
    Edition edition_;
    Fingerprints fingerprints_;
    std::vector<Fingerprint> shard_fingerprints_;
    Fingerprint search_fingerprint_ = 0;
    std::atomic<int> page_count_{0};
};

}  // namespace

WriteReport write_site(LoadedSite& site, const WriteOptions& options, OutputMemory& memory,
                       OutputFolder& out) {
    site.publication.site.feeds_of_lists = has_lists(options.pages);
    return Writer(site, options, memory, out).run();
}

}  // namespace broadsheet::press
