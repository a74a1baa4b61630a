#include "press/picture_writer.h"

#include <optional>
#include <utility>

#include "page/picture_sizes.h"
#include "press/parallel.h"

namespace broadsheet::press {

namespace {

Diagnostic problem_with(const PictureUse& use, const PictureVariants& result) {
    Diagnostic problem = use.place;
    problem.severity = Severity::error;
    problem.what = "the picture \"" + use.path.substr(1) + "\" " + result.what;
    problem.remedy = result.remedy;
    return problem;
}

void fill(std::optional<model::Picture>& picture, const Placeholders& placeholders) {
    if (!picture) return;
    const auto found = placeholders.find(picture->target);
    picture->placeholder = found == placeholders.end() ? std::string() : found->second;
}

void fill(std::vector<model::ArticleSummary>& summaries, const Placeholders& placeholders) {
    for (model::ArticleSummary& summary : summaries) fill(summary.picture, placeholders);
}

// Bodies get theirs when they are unpacked.
void fill(model::Publication& publication, const Placeholders& placeholders) {
    fill(publication.site.recent, placeholders);
    for (auto& [path, list] : publication.lists) {
        fill(list.picture, placeholders);
        for (model::ListSection& section : list.sections) fill(section.articles, placeholders);
        if (model::is_calendar(list.kind)) continue;  // shares its articles with the front page
        for (const auto& article : list.articles) fill(article->picture, placeholders);
    }
    for (auto& [path, entry] : publication.entries) fill(entry.summary.picture, placeholders);
}

}  // namespace

Diagnostics write_pictures(LoadedSite& site, const PictureCache& cache, int jobs,
                           OutputFolder& out) {
    std::vector<std::string> colours(site.pictures.size());
    std::vector<std::optional<Diagnostic>> problems(site.pictures.size());
    constexpr std::size_t one_at_a_time = 1;  // each costs much
    for_each_in_parallel(
        site.pictures.size(), jobs,
        [&](std::size_t i) {
            const PictureUse& use = site.pictures[i];
            const auto bytes = read_file(use.location);
            PictureVariants result = cache.variants_of(bytes.value_or(std::string()));
            if (!result.what.empty()) {
                problems[i] = problem_with(use, result);
                return;
            }
            for (const PictureVariant& variant : result.variants) {
                out.write(page::picture_of_width(use.path.substr(1), variant.width), variant.bytes);
            }
            colours[i] = std::move(result.placeholder);
        },
        one_at_a_time);
    Diagnostics found;
    Placeholders& placeholders = site.store.placeholders;
    for (std::size_t i = 0; i < site.pictures.size(); ++i) {
        if (problems[i]) found.push_back(std::move(*problems[i]));
        if (colours[i].empty()) continue;
        placeholders[target_of_file(site.pictures[i].path)] = std::move(colours[i]);
    }
    if (!placeholders.empty()) fill(site.publication, placeholders);
    return found;
}

}  // namespace broadsheet::press
