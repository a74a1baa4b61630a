#include "press/load/site_loader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "press/load/content_loader.h"

namespace broadsheet::press {

LoadedSite load_site(const LoadOptions& options) { return ContentLoader(options).read(); }

SiteSummary load_editions(LoadOptions options) {
    std::vector<LanguageEdition> editions = editions_of(options.content, *options.input);
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
