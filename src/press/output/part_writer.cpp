#include "press/output/part_writer.h"

#include <atomic>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "bundle/format/manifest.h"
#include "bundle/write/writer.h"
#include "press/base/parallel.h"
#include "press/output/edition.h"
#include "press/output/picture_writer.h"
#include "press/output/search_index.h"
#include "press/pages/site_assets.h"
#include "press/pages/site_pages.h"

namespace broadsheet::press {

namespace {

// Forgets what it is given.
class NoOutput : public SiteOutput {
  public:
    void write(const std::string&, std::string_view) override {}
    void copy(const std::string&, const std::filesystem::path&) override {}
};

void write_file(const std::string& name, Fingerprint fingerprint, std::string_view bytes,
                PartList& list, OutputFolder& out) {
    out.write(name, bytes);
    list.add(name, fingerprint, bytes);
}

class PartWriter {
  public:
    PartWriter(LoadedSite& site, const PartNumber& part, const WriteOptions& options,
               PartList& list, OutputFolder& out)
        : site_(site),
          part_(part),
          options_(options),
          list_(list),
          out_(out),
          pages_(site, write_looks(site, options.program, ignored_, report_.diagnostics)),
          edition_(site, pages_),
          fingerprints_(site, pages_),
          index_(site, runs_,
                 {static_cast<std::size_t>(part.number - 1), static_cast<std::size_t>(part.count)},
                 options.spill) {}

    WriteReport run() {
        const bundle::Writer bundle(site_.publication, &site_.store);
        const Fingerprint site = fingerprints_.site(bundle, options_.pages);
        write_entries(bundle);
        write_feeds();
        index_.add_rest(options_.jobs);
        site_.store.forget_bodies();
        write_lists(bundle);
        index_.write_share(options_.jobs);
        write_file(std::string(part_search_name), 0, packed_runs(runs_), list_, out_);
        out_.write(std::string(part_list_name), list_.bytes(part_, site));
        report_.pages = page_count_;
        return std::move(report_);
    }

  private:
    void write(const std::string& name, Fingerprint fingerprint, std::string_view bytes) {
        write_file(std::string(part_site_folder) + name, fingerprint, bytes, list_, out_);
    }

    // Files whose input is unknown are made by the join.
    void write_made(const EditionFile& file) {
        const Fingerprint fingerprint = file.made_from(fingerprints_);
        if (fingerprint != 0) write(file.name, fingerprint, file.make());
    }

    void write_page(const EditionFile& file) {
        write_made(file);
        ++page_count_;
    }

    void write_shard(const bundle::Writer& bundle, std::size_t number,
                     const std::function<void(const model::Entry&)>& meet = nullptr) {
        const bundle::File file = bundle.shard(number, meet);
        write(std::string(bundle::folder) + "/" + file.name, fingerprints_.shard_of(bundle, number),
              file.bytes);
    }

    // Of other parts' entries, only the lengths are needed, for the averages of the search.
    void write_entries(const bundle::Writer& bundle) {
        const auto write_one = [&](std::size_t number) {
            const auto& parts = bundle.parts(number);
            release_mapped_bytes();
            if (!part_.has(number)) {
                for (const auto& part : parts) {
                    if (!index_.wants(*part.entry)) continue;
                    index_.add(*part.entry, site_.store.load(*part.entry));
                }
                return;
            }
            std::size_t next = 0;
            write_shard(bundle, number, [&](const model::Entry& whole) {
                const model::Entry& light = *parts[next++].entry;
                if (index_.wants(light)) index_.add(light, whole);
                if (has_page(light, options_.pages)) write_page(edition_.page_of(light, &whole));
            });
        };
        const std::size_t count = bundle.entry_shard_count();
        for_each_in_parallel(count, options_.jobs,
                             with_progress(options_.progress, "Writing articles", count, write_one),
                             1);
    }

    void write_feeds() {
        std::vector<const model::List*> lists;
        for (const auto& [path, list] : site_.publication.lists) lists.push_back(&list);
        for_each_in_parallel(lists.size(), options_.jobs, [&](std::size_t i) {
            if (!part_.has(i)) return;
            for (const EditionFile& feed : edition_.feeds_of(*lists[i])) write_made(feed);
        });
    }

    void write_lists(const bundle::Writer& bundle) {
        const std::size_t first = bundle.entry_shard_count();
        for_each_in_parallel(
            bundle.shard_count() - first, options_.jobs,
            [&](std::size_t i) {
                if (part_.has(first + i)) write_shard(bundle, first + i);
            },
            1);
        const std::vector<EditionFile> files = edition_.files_of_lists(options_.pages);
        for_each_in_parallel(
            files.size(), options_.jobs,
            with_progress(options_.progress, "Writing lists", files.size(), [&](std::size_t i) {
                if (part_.has(i)) write_page(files[i]);
            }));
    }

    LoadedSite& site_;
    const PartNumber& part_;
    const WriteOptions& options_;
    PartList& list_;
    OutputFolder& out_;
    NoOutput ignored_;
    WriteReport report_;
    SitePages pages_;
    Edition edition_;
    Fingerprints fingerprints_;
    search::KnownPostingRuns runs_;
    SearchIndex index_;
    std::atomic<int> page_count_{0};
};

}  // namespace

Diagnostics write_part_pictures(LoadedSite& site, const PartNumber& part, const PictureCache& cache,
                                const WriteOptions& options, PartList& list, OutputFolder& out) {
    const auto variants_of = [&](std::size_t i, std::string_view bytes) {
        if (!part.has(i)) return cache.placeholder_of(bytes);
        PictureVariants made = cache.variants_of(bytes);
        if (!made.what.empty()) return made;
        const std::string name = std::string(part_pictures_folder) + variants_name(bytes);
        // Two pictures may have the same bytes.
        if (list.claim(name)) write_file(name, 0, packed_variants(made), list, out);
        return made;
    };
    NoOutput sizes;
    return write_pictures(site, variants_of, options.jobs, sizes, options.progress);
}

WriteReport write_part(LoadedSite& site, const PartNumber& part, const WriteOptions& options,
                       PartList& list, OutputFolder& out) {
    site.publication.site.feeds_of_lists = has_lists(options.pages);
    return PartWriter(site, part, options, list, out).run();
}

}  // namespace broadsheet::press
