#include "press/picture_writer.h"

#include <optional>
#include <unordered_map>
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

// Placeholders by target.
class Placeholders {
  public:
    void add(const model::Path& path, std::string placeholder) {
        if (!placeholder.empty()) by_target_[target_of_file(path)] = std::move(placeholder);
    }
    bool empty() const { return by_target_.empty(); }

    void fill(std::optional<model::Picture>& picture) const {
        if (picture) picture->placeholder = of(picture->target);
    }
    void fill(std::vector<model::ArticleSummary>& summaries) const {
        for (model::ArticleSummary& summary : summaries) fill(summary.picture);
    }
    void fill(std::vector<model::Node>& nodes) const {
        for (model::Node& node : nodes) {
            if (node.kind == model::NodeKind::image) node.info = of(node.target);
            fill(node.children);
        }
    }

  private:
    std::string of(const std::string& target) const {
        const auto found = by_target_.find(target);
        return found == by_target_.end() ? std::string() : found->second;
    }

    std::unordered_map<std::string, std::string> by_target_;
};

void fill(model::Publication& publication, const Placeholders& placeholders, int jobs) {
    if (placeholders.empty()) return;
    placeholders.fill(publication.site.recent);
    for (auto& [path, list] : publication.lists) {
        placeholders.fill(list.picture);
        for (model::ListSection& section : list.sections) placeholders.fill(section.articles);
        if (model::is_calendar(list.kind)) continue;  // shares its articles with the front page
        for (const auto& article : list.articles) placeholders.fill(article->picture);
    }
    std::vector<model::Entry*> entries;
    entries.reserve(publication.entries.size());
    for (auto& [path, entry] : publication.entries) entries.push_back(&entry);
    for_each_in_parallel(entries.size(), jobs, [&](std::size_t i) {
        placeholders.fill(entries[i]->summary.picture);
        placeholders.fill(entries[i]->body.blocks);
    });
}

}  // namespace

Diagnostics write_pictures(LoadedSite& site, const PictureCache& cache, int jobs, OutputFolder& out,
                           Progress* progress) {
    std::vector<std::string> colours(site.pictures.size());
    std::vector<std::optional<Diagnostic>> problems(site.pictures.size());
    constexpr std::size_t one_at_a_time = 1;  // each costs much
    for_each_in_parallel(
        site.pictures.size(), jobs,
        with_progress(progress, "Making pictures", site.pictures.size(),
                      [&](std::size_t i) {
                          const PictureUse& use = site.pictures[i];
                          const auto bytes = read_file(use.location);
                          PictureVariants result = cache.variants_of(bytes.value_or(std::string()));
                          if (!result.what.empty()) {
                              problems[i] = problem_with(use, result);
                              return;
                          }
                          for (const PictureVariant& variant : result.variants) {
                              out.write(page::picture_of_width(use.path.substr(1), variant.width),
                                        variant.bytes);
                          }
                          colours[i] = std::move(result.placeholder);
                      }),
        one_at_a_time);
    Diagnostics found;
    Placeholders placeholders;
    for (std::size_t i = 0; i < site.pictures.size(); ++i) {
        if (problems[i]) found.push_back(std::move(*problems[i]));
        placeholders.add(site.pictures[i].path, std::move(colours[i]));
    }
    fill(site.publication, placeholders, jobs);
    return found;
}

}  // namespace broadsheet::press
