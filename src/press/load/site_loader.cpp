#include "press/load/site_loader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "press/load/content_loader.h"

namespace broadsheet::press {

std::string base_path_of(std::string_view base_url) {
    while (base_url.ends_with('/')) base_url.remove_suffix(1);
    const auto scheme = base_url.find("://");
    if (scheme != std::string_view::npos) {
        const auto path = base_url.find('/', scheme + 3);
        base_url = path == std::string_view::npos ? std::string_view() : base_url.substr(path);
    }
    return base_url.starts_with('/') ? std::string(base_url) + "/" : "/";
}

LoadedSite load_site(const LoadOptions& options) { return ContentLoader(options).read(); }

SiteSummary load_editions(LoadOptions options) {
    std::vector<LanguageEdition> editions = editions_of(options.content);
    if (editions.empty()) editions.emplace_back();
    SiteSummary all;
    for (const LanguageEdition& edition : editions) {
        options.language = edition.code;
        LoadedSite site = load_site(options);
        all.articles += site.publication.site.article_count;
        std::move(site.diagnostics.begin(), site.diagnostics.end(),
                  std::back_inserter(all.diagnostics));
        for (SourceEntry& source : site.sources) {
            source.path = "/" + site.edition_folder + source.path.substr(1);
            all.sources.push_back(std::move(source));
        }
    }
    if (editions.size() == 1) return all;
    sort_diagnostics(all.diagnostics);
    std::stable_sort(all.sources.begin(), all.sources.end(),
                     [](const auto& left, const auto& right) { return left.file < right.file; });
    return all;
}

}  // namespace broadsheet::press
