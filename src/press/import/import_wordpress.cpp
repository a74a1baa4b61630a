#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "addresses/route.h"
#include "addresses/slug.h"
#include "addresses/wordpress_address.h"
#include "press/base/parallel.h"
#include "press/config/permalink.h"
#include "press/import/import_folder.h"
#include "press/import/import_site.h"
#include "press/import/wordpress_items.h"
#include "press/import/wordpress_site.h"
#include "press/import/wxr_reader.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

void append_setting(std::string& out, std::string_view name, std::string_view value) {
    if (!value.empty()) out += std::string(name) + " = " + in_double_quotes(value) + "\n";
}

std::string settings_of(const WordpressSite& site) {
    std::string out;
    append_setting(out, "title", site.title);
    append_setting(out, "tagline", site.tagline);
    append_setting(out, "language", site.language);
    append_setting(out, "base_url", site.base);
    append_setting(out, "permalink", site.permalink);
    append_setting(out, "time_zone", site.time_zone);
    out += "page_size = 10\nnested_categories = false\n";
    for (const auto& [login, author] : site.authors) {
        out += "\n[authors." + in_double_quotes(author.id) + "]\n";
        append_setting(out, "name", author.name);
        append_setting(out, "bio", author.biography);
    }
    for (const WordpressMenuEntry& entry : site.menu) {
        out += "\n[[menu.main]]\n";
        append_setting(out, "name", entry.title);
        append_setting(out, "url", entry.target);
    }
    return out;
}

class Import {
  public:
    explicit Import(const ImportOptions& options) : options_(options) {}

    ImportReport run() {
        if (!read_site()) return std::move(report_);
        ImportFolder folder(options_.out, site_.base);
        if (const std::string problem = folder.problem(); !problem.empty()) {
            fail(options_.out.string(), problem, "choose another folder with --out");
            return std::move(report_);
        }
        folder_ = &folder;
        if (!folder.begin()) fail_to_write(".broadsheet-import");
        write("site.toml", settings_of(site_));
        write_terms();
        write_items();
        copy_media();
        write("redirects.toml", old_addresses());
        report_.made["categories"] = static_cast<int>(site_.categories.size());
        report_.made["tags"] = static_cast<int>(site_.tags.size());
        report_.made["authors"] = static_cast<int>(site_.authors.size());
        std::sort(report_.inexact.begin(), report_.inexact.end());
        report_.written = folder.written();
        report_.unchanged = folder.unchanged();
        report_.edited = folder.edited();
        std::sort(report_.edited.begin(), report_.edited.end());
        write("import-report.md", report_markdown(report_));
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

    bool read_site() {
        WordpressSiteReader reader;
        std::string first_base;
        for (const fs::path& file : options_.exports) {
            std::string base;
            Diagnostics found = read_wxr(file, [&](const WxrRecord& record) {
                if (record.kind == "channel") base = record.text("base_blog_url");
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

    void write_term(const std::string& folder, const WordpressTerm& term) {
        const bool is_said = WordpressItems::written_name(term) == term.name;
        if (is_said && term.description.empty()) return;
        FrontMatter front;
        front.text("title", term.name);
        front.text("description", plain_title(term.description));
        write(folder + "/_index.md", front.with_body({}));
    }

    void write_terms() {
        for (const auto& [slug, term] : site_.categories) {
            std::string folder = "categories";
            for (const WordpressTerm* each : site_.trail_of(slug)) {
                folder += "/" + addresses::term_slug(WordpressItems::written_name(*each));
            }
            write_term(folder, term);
        }
        for (const auto& [slug, term] : site_.tags) {
            write_term("tags/" + addresses::term_slug(WordpressItems::written_name(term)), term);
        }
    }

    struct Waiting {
        WxrRecord item;
        ItemPlace place;
    };

    void write_items() {
        items_.emplace(site_, options_.uploads, report_);
        for (const fs::path& file : options_.exports) {
            // The first reading has reported the repairs.
            read_wxr(file, [&](WxrRecord&& record) {
                if (record.kind != "item") return;
                const int number = number_of(record.text("post_id"));
                const bool is_new = number == 0 || seen_.insert(number).second;
                if (!is_new) {
                    ++report_.skipped["items that the export holds twice"];
                    return;
                }
                if (auto place = items_->place(record)) {
                    waiting_bytes_ += record.text("content:encoded").size();
                    waiting_.push_back({std::move(record), std::move(*place)});
                }
                if (waiting_.size() >= 256 || waiting_bytes_ > 16'000'000) convert_waiting();
            });
        }
        convert_waiting();
    }

    void convert_waiting() {
        for_each_in_parallel(waiting_.size(), options_.jobs, [&](std::size_t i) {
            const ItemFiles files = items_->convert(waiting_[i].item, waiting_[i].place);
            const std::string& name = waiting_[i].place.file;
            write(name + ".md", files.article);
            if (files.comments.empty()) return;
            write(name + ".comments.json", files.comments);
            const std::lock_guard lock(mutex_);
            report_comments_ += files.comment_count;
        });
        if (report_comments_ > 0) report_.made["comments"] = report_comments_;
        waiting_.clear();
        waiting_bytes_ = 0;
    }

    // Addresses that no article has, each with where it leads.
    std::string old_addresses() {
        std::map<std::string, std::string> all;
        const auto add_number = [&](std::string_view name, int number, const std::string& to) {
            if (number > 0)
                all.emplace(std::string(addresses::query_path_start).append(name) + "=" +
                                std::to_string(number),
                            to);
        };
        for (const auto& [slug, term] : site_.categories) {
            std::string path = "/category/";
            for (const WordpressTerm* each : site_.trail_of(slug)) {
                path += addresses::term_slug(WordpressItems::written_name(*each)) + "/";
            }
            add_number("cat", term.number, path);
        }
        for (const auto& [login, author] : site_.authors) {
            add_number("author", author.number, "/author/" + author.id + "/");
        }
        const std::map<int, std::string>& paths = items_->published_paths();
        for (const auto& [number, path] : paths) add_number("p", number, path);
        for (const auto& [number, file] : site_.media) {
            const auto parent = paths.find(file.parent);
            const std::string to = parent != paths.end() ? parent->second : file.address;
            if (to.empty()) continue;
            add_number("p", number, to);
            const auto own = clean_address(strings::percent_decoded(site_.path_of(file.page)));
            const bool is_free = own && !items_->has_path(*own) &&
                                 addresses::parse_route(*own).kind == addresses::RouteKind::entry;
            if (is_free) all.emplace(*own, to);
        }
        all.emplace("/feed/", "/feed.xml");
        std::string out =
            "# Addresses of the old site that no article has, and where each leads.\n";
        for (const auto& [from, to] : all) {
            out += in_double_quotes(from) + " = " + in_double_quotes(to) + "\n";
        }
        report_.made["other addresses, redirected"] = static_cast<int>(all.size());
        return out;
    }

    void copy_media() {
        for (const std::string& name : items_->used_media()) {
            const fs::path from = options_.uploads / name;
            const fs::path to = options_.out / "static/wp-content/uploads" / name;
            std::error_code error;
            fs::create_directories(to.parent_path(), error);
            fs::copy_file(from, to, fs::copy_options::update_existing, error);
            if (error) {
                fail_to_write("static/wp-content/uploads/" + name);
                return;
            }
            ++report_.made["media files"];
        }
    }

    const ImportOptions& options_;
    ImportReport report_;
    WordpressSite site_;
    ImportFolder* folder_ = nullptr;
    std::optional<WordpressItems> items_;
    std::set<int> seen_;
    std::vector<Waiting> waiting_;
    std::size_t waiting_bytes_ = 0;
    std::mutex mutex_;
    int report_comments_ = 0;
    bool cannot_write_ = false;
};

}  // namespace

ImportReport import_wordpress(const ImportOptions& options) { return Import(options).run(); }

}  // namespace broadsheet::press
