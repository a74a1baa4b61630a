#include "press/config/folder_files.h"

#include <fnmatch.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "press/base/nfc.h"
#include "press/base/site_output.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

namespace {

// Lists the files of a folder. What is left out is reported at the end, each kind once.
class Walker {
  public:
    Walker(ContentFolder& content, const fs::path& root, const fs::path& excluded, FileArea area)
        : content_(content), excluded_(excluded), root_(root) {
        read_ignored_expressions();
        rules_.input = content.input;
        rules_.generator = content.generator;
        rules_.area = area;
        rules_.is_site_root = content.shown_prefix.empty();
        rules_.included = content.config.included;
        rules_.has_undated_posts = content.config.has_undated_posts;
        rules_.readme_is_index = content.config.readme_is_index;
        for (const std::string& each : content.config.static_folders) {
            if (!each.starts_with(content.shown_prefix)) continue;
            rules_.apart.push_back(each.substr(content.shown_prefix.size()));
        }
        for (const AdvertisementConfig& each : content.config.advertisements) {
            advertisements_.emplace(strings::trimmed(each.file, "/"));
        }
        real_root_ = content.input->real_path(root);
    }

    // `prefix`: the folder in `root` that is read, with '/' at its end; empty: `root` itself.
    void run(const std::string& prefix) {
        if (!prefix.empty()) rules_.is_site_root = false;
        walk(root_ / prefix, prefix, 0);
        for (auto& [what, group] : left_out_) {
            Diagnostic& first = group.first;
            if (group.count > 1) {
                first.what += " (" + std::to_string(group.count) + " of them; this is the first)";
            }
            content_.diagnostics.push_back(std::move(first));
        }
    }

  private:
    struct Group {
        Diagnostic first;
        int count = 0;
    };

    void walk(const fs::path& folder, const std::string& prefix, int depth) {
        constexpr int deepest_folder = 64;
        if (depth > deepest_folder) return;
        std::error_code error;
        const std::vector<InputEntry> entries = content_.input->list(folder, error);
        if (error) {
            add({Severity::error, "the folder cannot be read (" + error.message() + ")",
                 "check its permissions"},
                prefix);
        }
        for (const InputEntry& entry : entries) {
            const std::string& name = entry.name;
            const bool is_folder = entry.kind == InputKind::folder;
            if (name.empty() || is_ignored(prefix + name)) continue;
            if (is_folder && rules_.skips_folder(prefix, name)) {
                const auto left_out = rules_.unread_folder(name);
                if (left_out) leave_out(*left_out, prefix + name);
                continue;
            }
            if (leads_outside(folder, entry)) {
                if (name[0] == '.') continue;
                add({Severity::note,
                     "the symbolic link leads to a folder or out of the content folder, so it is "
                     "ignored",
                     ""},
                    prefix + name);
                continue;
            }
            if (is_folder) {
                if (!is_output(folder / name)) walk(folder / name, prefix + name + "/", depth + 1);
            } else if (entry.kind == InputKind::file) {
                add_file(folder / name, prefix, name);
            }
        }
    }

    Diagnostic diagnostic(const LeftOut& problem, const std::string& path) const {
        Diagnostic result;
        result.severity = problem.severity;
        result.path = content_.shown_prefix + path;
        result.what = problem.what;
        result.remedy = problem.remedy;
        return result;
    }

    void add(const LeftOut& problem, const std::string& path) {
        content_.diagnostics.push_back(diagnostic(problem, path));
    }

    void leave_out(const LeftOut& problem, const std::string& path) {
        Group& group = left_out_[problem.what];
        if (group.count++ == 0) group.first = diagnostic(problem, path);
    }

    // True for the output folder and for other folders that hold a generated site or part of one.
    bool is_output(const fs::path& folder) const {
        const SiteInput& input = *content_.input;
        const bool is_excluded = !excluded_.empty() && input.has_folder(excluded_) &&
                                 input.real_path(folder) == input.real_path(excluded_);
        return is_excluded || input.has_file(folder / made_files_name) ||
               input.has_file(folder / part_list_name);
    }

    bool leads_outside(const fs::path& folder, const InputEntry& entry) const {
        if (!entry.is_link) return false;
        content_.has_links = true;
        const fs::path target = content_.input->real_path(folder / entry.name);
        if (target.empty()) return true;
        const auto [own, other] =
            std::mismatch(real_root_.begin(), real_root_.end(), target.begin(), target.end());
        // Links to folders are never followed, because a link to a parent folder would cause
        // endless recursion.
        return own != real_root_.end() || entry.kind == InputKind::folder;
    }

    // Patterns may begin with '/', for the site's folder, and end with '/', for a folder.
    bool is_ignored(const std::string& path) const {
        const auto& patterns = content_.config.ignored;
        const auto fits = [&](const std::string& each) {
            const std::string pattern(strings::trimmed(each, "/"));
            return fnmatch(pattern.c_str(), path.c_str(), 0) == 0;
        };
        const std::string named = "/" + path;
        return std::any_of(patterns.begin(), patterns.end(), fits) ||
               std::any_of(ignored_expressions_.begin(), ignored_expressions_.end(),
                           [&](const std::regex& each) { return std::regex_search(named, each); });
    }

    void read_ignored_expressions() {
        for (const std::string& text : content_.config.ignored_expressions) {
            try {
                ignored_expressions_.emplace_back(text, std::regex::nosubs);
            } catch (const std::regex_error&) {
                Diagnostic error;
                error.path = "configuration";
                error.what = "\"" + text + "\" in ignoreFiles is not a regular expression";
                error.remedy = "correct it; otherwise the files that it names would be published";
                content_.diagnostics.push_back(std::move(error));
            }
        }
    }

    void add_file(const fs::path& location, const std::string& prefix, const std::string& name) {
        FileDecision decision = rules_.decide(location, prefix, name);
        // The site shows it, so it is published wherever it is.
        if (!decision.role && advertisements_.contains(prefix + name)) {
            decision = {FileRole::asset, std::nullopt};
        }
        if (decision.left_out) leave_out(*decision.left_out, prefix + name);
        if (!decision.role) return;
        auto& files = rules_.area == FileArea::published ? content_.static_files : content_.files;
        files.push_back({location.string(), to_nfc(prefix + name), *decision.role});
    }

    ContentFolder& content_;
    const fs::path& excluded_;
    const fs::path& root_;
    fs::path real_root_;
    FileRules rules_;
    std::vector<std::regex> ignored_expressions_;
    std::set<std::string> advertisements_;
    std::map<std::string, Group> left_out_;  // by what is said about them
};

}  // namespace

void add_folder_files(ContentFolder& content, const fs::path& root, const fs::path& excluded,
                      FileArea area, const std::string& prefix) {
    Walker(content, root, excluded, area).run(prefix);
}

}  // namespace broadsheet::press
