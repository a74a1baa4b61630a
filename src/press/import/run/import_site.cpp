#include "press/import/run/import_site.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "addresses/slug.h"
#include "press/base/files.h"
#include "press/base/parallel.h"
#include "press/import/exports/export_bytes.h"
#include "press/import/items/imported_site.h"
#include "press/import/items/item_converter.h"
#include "press/import/items/media_library.h"
#include "press/import/run/import_folder.h"
#include "press/import/run/media_fetcher.h"
#include "press/import/run/present_articles.h"
#include "press/import/run/site_settings.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

const std::string report_name = "import-report.md";

class Import {
  public:
    explicit Import(const ImportOptions& options) : options_(options) {}

    ImportReport run() {
        if (!has_uploads() || !read_site()) return std::move(report_);
        ImportFolder folder(options_.out, site_.base);
        if (const std::string problem = folder.problem(); !problem.empty()) {
            fail(options_.out.string(), problem, "choose another folder with --out");
            return std::move(report_);
        }
        folder_ = &folder;
        report_.system = options_.source->title;
        media_.emplace(*options_.source, site_, options_.uploads);
        if (!folder.begin()) fail_to_write(".broadsheet-import");
        if (folder.has_memory()) present_.read(options_.out);
        write_terms();
        if (options_.fetch) fetch_media();
        write("site.toml", site_settings(site_, *media_, report_));
        write_items();
        // Before files are copied, because addresses of files may be the only ones that need them.
        const std::string old_addresses = old_addresses_file();
        for (const auto& [path, archive] : site_.archives) {
            write("pages/" + addresses::slugify(path.substr(1, path.size() - 2)) + ".md",
                  archive_page(archive));
        }
        copy_media();
        write("redirects.toml", old_addresses);
        report_.missing_media = media_->missing();
        if (site_.base.empty()) {
            report_.notes.push_back(
                "The export does not say the address of the site: set base_url in site.toml, or "
                "import again with --base-url.");
        }
        report_.made["categories"] = static_cast<int>(site_.categories.size());
        report_.made["tags"] = static_cast<int>(site_.tags.size());
        report_.made["authors"] = static_cast<int>(site_.authors.size());
        if (site_.menu_entries > 0) report_.made["menu entries"] = site_.menu_entries;
        if (site_.other_menu_entries > 0) {
            report_.skipped["entries of other menus, or without a target"] =
                site_.other_menu_entries;
        }
        look_for_gone_files();
        std::sort(report_.inexact.begin(), report_.inexact.end());
        std::sort(report_.bare.begin(), report_.bare.end());
        report_.written = folder.written();
        report_.unchanged = folder.unchanged();
        report_.edited = folder.edited();
        std::sort(report_.edited.begin(), report_.edited.end());
        report_.deleted = folder.deleted();
        std::sort(report_.deleted.begin(), report_.deleted.end());
        write(report_name, report_markdown(report_));
        if (!folder.finish()) fail_to_write(".broadsheet-import");
        return std::move(report_);
    }

  private:
    void fail(const std::string& path, std::string what, std::string remedy) {
        Diagnostic error;
        error.path = path;
        error.what = std::move(what);
        error.remedy = std::move(remedy);
        report_.diagnostics.push_back(std::move(error));
    }

    void fail_to_write(const std::string& name) {
        const std::lock_guard lock(mutex_);
        if (std::exchange(cannot_write_, true)) return;
        fail((options_.out / name).string(), "the file cannot be written",
             "check the permissions of the folder and the space on the disk");
    }

    void write(const std::string& name, std::string_view bytes) {
        if (!folder_->write(name, bytes)) fail_to_write(name);
    }

    // Zip archives are replaced by the files in them.
    void find_parts() {
        for (const fs::path& file : options_.exports) {
            std::vector<fs::path> parts = export_parts(file);
            if (parts.empty()) {
                fail(file.string(), "the archive contains no export",
                     "pass the archive as you downloaded it, or the files in it");
            }
            for (fs::path& part : parts) parts_.push_back(std::move(part));
        }
    }

    bool has_uploads() {
        std::error_code ignored;
        if (options_.uploads.empty() || fs::is_directory(options_.uploads, ignored)) return true;
        fail(options_.uploads.string(),
             fs::exists(options_.uploads, ignored)
                 ? "--uploads names a file instead of a folder"
                 : "the folder that --uploads names does not exist",
             "pass the folder with a copy of the old site's files");
        return false;
    }

    bool read_site() {
        find_parts();
        SiteCollector reader;
        std::string first_base;
        for (const fs::path& file : parts_) {
            std::string base;
            Diagnostics found =
                options_.source->read(file, options_.url, [&](const ImportRecord& record) {
                    if (record.kind == "channel") base = record.text("base_blog_url");
                    if (record.kind == "item") count_guid(record);
                    reader.add(record);
                });
            for (Diagnostic& each : found) report_.diagnostics.push_back(std::move(each));
            if (first_base.empty()) first_base = base;
            if (!base.empty() && base != first_base) {
                fail(file.string(), "this is an export of another site, " + base,
                     "import each site into a folder of its own");
            }
        }
        site_ = reader.finish();
        return report_.ok();
    }

    // Some exports give several items one identifier, which then says nothing.
    void count_guid(const ImportRecord& item) {
        const std::string guid = guid_line_for(item.text("guid"));
        if (guid.empty()) return;
        const ItemNumber number = number_of(item.text("post_id"));
        const auto [found, added] = numbers_of_guids_.emplace(guid, number);
        if (!added && found->second != number) doubled_guids_.insert(guid);
    }

    void write_term(const std::string& folder, const ImportedTerm& term) {
        const bool is_said = written_name(term) == term.name;
        if (is_said && term.description.empty()) return;
        FrontMatter front;
        front.text("title", term.name);
        front.text("description", plain_title(term.description));
        write(folder + "/_index.md", front.with_body({}));
    }

    void write_terms() {
        for (const auto& [slug, term] : site_.categories) {
            std::string folder = "categories";
            for (const ImportedTerm* each : site_.trail_of(slug)) {
                folder += "/" + addresses::term_slug(written_name(*each));
            }
            write_term(folder, term);
        }
        for (const auto& [slug, term] : site_.tags) {
            write_term("tags/" + addresses::term_slug(written_name(term)), term);
        }
        for (const auto& [name, terms] : site_.taxonomies) {
            for (const auto& [slug, term] : terms) {
                write_term(name + "/" + addresses::term_slug(written_name(term)), term);
            }
        }
    }

    // Files of an earlier import that the export no longer has. An item that is elsewhere now, for
    // example because it has another date, must not be there twice; what was deleted in the old
    // system is only named, because the export may be a part.
    void look_for_gone_files() {
        for (const std::string& name : folder_->gone()) {
            if (name == report_name) continue;
            constexpr std::string_view comments = ".comments.json";
            const bool has_comments = name.ends_with(comments);
            const std::string article =
                has_comments ? name.substr(0, name.size() - comments.size()) + ".md" : name;
            if (report_.still_published.contains(article)) continue;
            const auto text = read_file(options_.out / article);
            const std::string guid = text ? guid_line_of(*text) : std::string();
            const bool is_imported = !guid.empty() && guids_.contains(guid);
            const bool is_moved = moved_.contains(article) || is_imported;
            const bool is_binned = binned_.contains(article);
            if ((is_moved || is_binned) && folder_->is_untouched(name)) {
                (is_binned ? binned_ : moved_).insert(article);
                folder_->remove(name);
                // Comments may go although their article stays.
                const bool stays = has_comments && text && !is_binned;
                (is_binned ? report_.binned
                 : stays   ? report_.uncommented
                           : report_.removed)
                    .push_back(name);
            } else if (!is_imported) {
                report_.gone.push_back(name);
            }
        }
    }

    // The file of an item that is elsewhere than the export says, because the author renamed it, or
    // changed it before the item moved; empty if there is none.
    std::string kept_file(const std::string& guid, const std::string& name) const {
        std::error_code error;
        if (guid.empty() || doubled_guids_.contains(guid)) return {};
        if (fs::exists(options_.out / name, error)) return {};
        for (const std::string& file : present_.files_of(guid)) {
            if (file != name && !folder_->is_untouched(file)) return file;
        }
        return {};
    }

    // Names files of the author's that are published, although their item is not for everybody any
    // more. Files that the author did not change are replaced or removed by this import.
    void look_for_published(const std::string& guid, const std::string& reason) {
        if (guid.empty() || doubled_guids_.contains(guid)) return;
        for (const std::string& file : present_.files_of(guid)) {
            if (present_.is_draft(file) || folder_->is_untouched(file)) continue;
            report_.still_published.emplace(file, reason);
            report_.unpublished.erase(file);
        }
    }

    // An item that the export has, but that is not imported: it is in the bin, for example.
    void refuse(const ImportRecord& item) {
        const std::string guid = guid_line_for(item.text("guid"));
        if (guid.empty() || doubled_guids_.contains(guid)) return;
        const std::string& status = item.text("status");
        look_for_published(guid, status == "trash" ? "in the bin" : "not a text for readers");
        for (const std::string& file : present_.files_of(guid)) {
            if (folder_->is_untouched(file)) binned_.insert(file);
        }
    }

    struct Waiting {
        ImportRecord item;
        ItemPlace place;
    };

    void write_items() {
        items_.emplace(*options_.source, site_, *media_, report_);
        for (const fs::path& file : parts_) {
            // The first reading has reported the repairs.
            options_.source->read(file, options_.url, [&](ImportRecord&& record) {
                if (record.kind != "item") return;
                const ItemNumber number = number_of(record.text("post_id"));
                const bool is_new = number == 0 || seen_.insert(number).second;
                if (!is_new) {
                    ++report_.skipped["items that the export holds twice"];
                    return;
                }
                if (auto place = items_->place(record)) {
                    waiting_bytes_ += record.text("content:encoded").size();
                    waiting_.push_back({std::move(record), std::move(*place)});
                } else {
                    refuse(record);
                }
                if (waiting_.size() >= 256 || waiting_bytes_ > 16'000'000) convert_waiting();
            });
        }
        convert_waiting();
    }

    void convert_waiting() {
        for_each_in_parallel(waiting_.size(), options_.jobs, [&](std::size_t i) {
            const ItemPlace& place = waiting_[i].place;
            const ItemFiles files = items_->convert(waiting_[i].item, place);
            const std::string guid = guid_line_of(files.article);
            const std::string kept = kept_file(guid, place.file + ".md");
            if (kept.empty()) {
                write(place.file + ".md", files.article);
            } else if (!folder_->write_beside(place.file + ".md", kept, files.article)) {
                fail_to_write(kept);
            }
            if (!files.comments.empty()) write_comments(place.file, kept, files.comments);
            const std::lock_guard lock(mutex_);
            report_comments_ += files.comment_count;
            if (!guid.empty()) guids_.insert(guid);
            if (place.hidden.empty()) return;
            if (!kept.empty()) {
                report_.unpublished.erase(place.file + ".md");
                report_.unpublished.emplace(kept, place.hidden);
            }
            look_for_published(guid, place.hidden);
        });
        if (report_comments_ > 0) report_.made["comments"] = report_comments_;
        waiting_.clear();
        waiting_bytes_ = 0;
    }

    void write_comments(const std::string& file, const std::string& kept,
                        const std::string& comments) {
        constexpr std::string_view ending = ".comments.json";
        const std::string name = file + std::string(ending);
        if (kept.empty()) return write(name, comments);
        const std::string beside = kept.substr(0, kept.size() - 3).append(ending);
        if (!folder_->write_beside(name, beside, comments)) fail_to_write(beside);
    }

    // The pages of pictures that no article has lead to the pictures, wherever these are now.
    OldAddresses old_addresses(const ItemConverter& items) {
        OldAddresses all(site_.redirects.begin(), site_.redirects.end());
        options_.source->add_addresses(site_, items, all);
        // Those of drafts are not for everybody.
        std::set<std::string> open;
        for (const auto& [number, file] : site_.media) {
            const bool is_open = file.parent == 0 || items.published_paths().contains(file.parent);
            if (is_open) open.insert(file.address);
        }
        for (auto& [from, to] : all) {
            if (!open.contains(to)) continue;
            if (auto place = media_->target(to, "redirects.toml")) to = std::move(*place);
        }
        return all;
    }

    std::string old_addresses_file() {
        OldAddresses all = old_addresses(*items_);
        for (const auto& [from, to] : site_.new_addresses) {
            // Of the files that the site has there, only those of this folder have no page.
            if (from.starts_with("/assets/")) all.emplace(from, to);
        }
        std::string out =
            "# Addresses of the old site that no article has, and where each leads.\n";
        for (const auto& [from, to] : all) {
            out += in_double_quotes(from) + " = " + in_double_quotes(to) + "\n";
        }
        report_.made["other addresses, redirected"] = static_cast<int>(all.size());
        return out;
    }

    // Converts all texts once to learn which files they need, and fetches these before the texts
    // are written: what cannot be had keeps its old address.
    void fetch_media() {
        ImportReport scratch;
        ItemConverter scout(*options_.source, site_, *media_, scratch);
        std::set<ItemNumber> seen;
        for (const fs::path& file : parts_) {
            options_.source->read(file, options_.url, [&](ImportRecord&& record) {
                if (record.kind != "item") return;
                const ItemNumber number = number_of(record.text("post_id"));
                if (number != 0 && !seen.insert(number).second) return;
                if (const auto place = scout.place(record)) scout.convert(record, *place);
            });
        }
        site_settings(site_, *media_, scratch);
        old_addresses(scout);
        const std::vector<WantedMedia> wanted = media_->take_wanted();
        std::vector<FetchRequest> requests;
        requests.reserve(wanted.size());
        for (const WantedMedia& each : wanted) {
            FetchRequest& request = requests.emplace_back();
            for (const std::string& address : {each.original, each.address}) {
                const std::string name = media_->name_of(address);
                if (name.empty()) continue;
                request.choices.emplace_back(media_->whole_address(address),
                                             options_.out / "static" / name);
            }
        }
        FetchOptions fetching = options_.fetching;
        fetching.progress = options_.progress;
        const std::vector<FetchResult> results = fetch_files(requests, fetching);
        int fetched = 0;
        for (std::size_t i = 0; i < results.size(); ++i) {
            const auto& [address, file] = requests[i].choices[results[i].choice];
            if (!results[i].problem.empty()) {
                report_.failed_media.emplace(wanted[i].address, results[i].problem);
                continue;
            }
            media_->add_fetched(media_->name_of(address));
            if (!results[i].was_there) ++fetched;
        }
        report_.made["media files fetched"] = fetched;
    }

    void copy_media() {
        for (const std::string& name : media_->used()) {
            const fs::path from = media_->upload_of(name);
            const fs::path to = options_.out / "static" / name;
            std::error_code error;
            fs::create_directories(to.parent_path(), error);
            fs::copy_file(from, to, fs::copy_options::update_existing, error);
            if (error) {
                fail_to_write("static/" + name);
                return;
            }
            ++report_.made["media files"];
        }
    }

    const ImportOptions& options_;
    std::vector<fs::path> parts_;
    ImportReport report_;
    ImportedSite site_;
    ImportFolder* folder_ = nullptr;
    std::optional<MediaLibrary> media_;
    std::optional<ItemConverter> items_;
    std::set<ItemNumber> seen_;
    PresentArticles present_;      // before this import
    std::set<std::string> guids_;  // of the articles, as guid_line_of
    std::map<std::string, ItemNumber> numbers_of_guids_;
    std::set<std::string> doubled_guids_;
    std::set<std::string> binned_;  // files of items that the export has, but not as texts
    std::set<std::string> moved_;   // files of articles that are elsewhere now
    std::vector<Waiting> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::mutex mutex_;
    int report_comments_ = 0;
    bool cannot_write_ = false;
};

}  // namespace

ImportReport import_site(const ImportOptions& options) { return Import(options).run(); }

}  // namespace broadsheet::press
