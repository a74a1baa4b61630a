#include "press/output/picture_writer.h"

#include <optional>
#include <utility>

#include "page/picture_sizes.h"
#include "press/base/files.h"
#include "press/base/link_target.h"
#include "press/base/parallel.h"

namespace broadsheet::press {

namespace {

Diagnostic problem_with(const PictureUse& use, const PictureVariants& result) {
    Diagnostic problem = use.place;
    problem.severity = Severity::error;
    problem.what = "the picture \"" + use.path.substr(1) + "\" " + result.what;
    problem.remedy = result.remedy;
    return problem;
}

}  // namespace

Diagnostics write_pictures(LoadedSite& site, const VariantsOf& variants_of, int jobs,
                           SiteOutput& out, Progress* progress) {
    Diagnostics found =
        write_pictures(site.pictures, variants_of, jobs, out, site.store.placeholders, progress);
    if (!site.store.placeholders.empty()) {
        fill_colours(site.publication, site.store.placeholders);
    }
    return found;
}

Diagnostics write_pictures(const std::vector<PictureUse>& pictures, const VariantsOf& variants_of,
                           int jobs, SiteOutput& out, Placeholders& placeholders,
                           Progress* progress) {
    std::vector<std::string> colours(pictures.size());
    std::vector<std::optional<Diagnostic>> problems(pictures.size());
    constexpr std::size_t one_at_a_time = 1;  // pictures per task, because each takes long
    for_each_in_parallel(
        pictures.size(), jobs,
        with_progress(progress, "Resizing pictures", pictures.size(),
                      [&](std::size_t i) {
                          const PictureUse& use = pictures[i];
                          const auto bytes = read_file(use.location);
                          PictureVariants result = variants_of(i, bytes.value_or(std::string()));
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
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (problems[i]) found.push_back(std::move(*problems[i]));
        if (colours[i].empty()) continue;
        placeholders[target_of_file(pictures[i].path)] = std::move(colours[i]);
    }
    return found;
}

}  // namespace broadsheet::press
