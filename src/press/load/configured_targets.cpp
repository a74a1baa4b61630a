#include "press/load/configured_targets.h"

#include <algorithm>
#include <utility>

#include "model/queries.h"
#include "press/base/link_target.h"
#include "press/config/config_files.h"
#include "press/config/config_loader.h"
#include "press/publication/menu_target.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

class LinkCollector {
  public:
    LinkCollector(const ContentFolder& content, const std::filesystem::path& folder,
                  const SiteIndex& index)
        : content_(content), folder_(folder), index_(index) {}

    void add(const std::string& written, const std::string& what) {
        if (written.empty() || written.starts_with('#') || is_absolute_url(written)) return;
        std::string target = menu_target(content_.config, index_, written);
        // Those of other editions are checked there.
        if (target.starts_with("/../") || is_absolute_url(target)) return;
        links_.push_back(
            {std::move(target), what, [this_folder = folder_, &input = *content_.input, written] {
                 return place_in_config(this_folder, input, written, {"url", "pageRef"});
             }});
    }

    void add(const std::vector<model::Link>& links, const std::string& what) {
        for (const model::Link& each : links) {
            add(each.target, what);
            add(each.children, what);
        }
    }

    std::vector<ConfiguredLink> take() { return std::move(links_); }

  private:
    const ContentFolder& content_;
    const std::filesystem::path& folder_;
    const SiteIndex& index_;
    std::vector<ConfiguredLink> links_;
};

}  // namespace

std::vector<ConfiguredLink> configured_links(const ContentFolder& content,
                                             const std::filesystem::path& folder,
                                             const SiteIndex& index) {
    LinkCollector links(content, folder, index);
    const MenuConfig& menu = content.config.menu;
    for (const auto* each : {&menu.main, &menu.utility, &menu.footer}) links.add(*each, "the menu");
    for (const MenuEntry& each : content.config.menu_entries) {
        // The site shows no others.
        if (each.menu == "main" || each.menu == "footer") links.add(each.target, "the menu");
    }
    for (const AuthorConfig& author : content.config.authors) {
        links.add(author.links, "the author " + author.name);
    }
    return links.take();
}

Diagnostics missing_files(const ContentFolder& content, const std::filesystem::path& folder,
                          const SiteIndex& index) {
    Diagnostics missing;
    const auto warn = [&](const std::string& file, std::string what, std::string remedy) {
        Diagnostic warning =
            place_in_config(folder, *content.input, file, {"portrait", "image", "avatar"});
        warning.severity = Severity::warning;
        warning.what = std::move(what);
        warning.remedy = std::move(remedy);
        missing.push_back(std::move(warning));
    };
    const Article at_top;
    for (const AuthorConfig& author : content.config.authors) {
        const std::string& file = author.portrait;
        if (file.empty() || index.find_asset(at_top, file) != nullptr) continue;
        const std::string subject =
            "the portrait " + strings::in_quotes(file) + " of " + strings::in_quotes(author.name);
        if (is_absolute_url(file)) {
            warn(file, subject + " is on another site, so it is not shown",
                 "copy it into the content folder");
        } else {
            warn(file, subject + " does not exist",
                 "correct the name, or add the file to the content folder");
        }
    }
    const std::string& image = content.config.podcast.image;
    if (!image.empty() && !is_absolute_url(image) && index.find_asset(at_top, image) == nullptr) {
        warn(image, "the picture " + strings::in_quotes(image) + " of the podcast does not exist",
             "correct the name, or add the file to the content folder");
    }
    return missing;
}

Diagnostics service_problems(const ContentFolder& content, const std::filesystem::path& folder,
                             const std::string& base_url) {
    Diagnostics problems;
    const auto warn = [&](const std::string& value, std::string_view key, std::string what,
                          std::string remedy) {
        Diagnostic warning = place_in_config(folder, *content.input, value, {key});
        // The slash at the end of an address is not kept.
        if (warning.position.line == 0) {
            warning = place_in_config(folder, *content.input, value + "/", {key});
        }
        warning.severity = Severity::warning;
        warning.what = std::move(what);
        warning.remedy = std::move(remedy);
        problems.push_back(std::move(warning));
    };
    const auto warn_of_mixed = [&](const std::string& address, const std::string& what) {
        if (!address.starts_with("http://") || !base_url.starts_with("https://")) return;
        warn(address, "url",
             "browsers do not load " + what + " from " + strings::in_quotes(address) +
                 ", because the site itself is at https:",
             "use its https: address");
    };
    const StatisticsConfig& statistics = content.config.statistics;
    warn_of_mixed(statistics.url, "the counter of views");
    const bool is_nameless = statistics.service == StatisticsService::plausible &&
                             statistics.id.empty() && base_url.empty();
    if (is_nameless) {
        warn("plausible", "provider",
             "Plausible counts by the domain of the site, which is not known, so it counts nothing",
             "add id = \"paper.example\" to [statistics], or set base_url");
    }
    const std::string& frame = content.config.comments.frame;
    const std::string& server = content.config.comment_server;  // "isso https://…"
    warn_of_mixed(frame.starts_with("http://") ? frame.substr(0, frame.find('/', 7))
                                               : server.substr(server.find(' ') + 1),
                  "comments");
    return problems;
}

Diagnostics podcast_problems(const ContentFolder& content, const model::Publication& publication) {
    if (!content.config.podcast.image.empty() || !model::has_podcast(publication)) return {};
    Diagnostic warning;
    warning.severity = Severity::warning;
    warning.path = settings_file;
    warning.what = "the podcast has no picture, so Apple and other directories refuse it";
    warning.remedy =
        "add image = \"/podcast.jpg\", square and 1400 to 3000 pixels wide, to [podcast]";
    return {warning};
}

}  // namespace broadsheet::press
