#include "search/query/facets.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

constexpr std::size_t max_shown = 12;

std::string slug_of(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    return std::string(path.substr(path.rfind('/') + 1));
}

void keep_largest(std::vector<Facet>& facets) {
    std::erase_if(facets, [](const Facet& facet) { return facet.documents == 0; });
    const std::size_t kept = std::min(facets.size(), max_shown);
    std::partial_sort(facets.begin(), facets.begin() + static_cast<std::ptrdiff_t>(kept),
                      facets.end(), [](const Facet& left, const Facet& right) {
                          return left.documents != right.documents
                                     ? left.documents > right.documents
                                     : left.name < right.name;
                      });
    facets.resize(kept);
}

void count_years(const std::vector<Scored>& found, const Root& root, Answer& answer) {
    auto next = found.begin();
    std::uint32_t end = 0;
    for (const DayCount& day : root.days) {
        end += day.documents;
        const auto after = std::find_if(next, found.end(),
                                        [&](const Scored& each) { return each.document >= end; });
        const auto count = static_cast<std::uint32_t>(after - next);
        next = after;
        if (count == 0) continue;
        const int year = model::day_from_epoch(day.day).year;
        const std::string name = std::to_string(year);
        if (answer.years.empty() || answer.years.back().name != name) {
            answer.years.push_back(
                {name, "after:" + name + " before:" + std::to_string(year + 1), 0});
        }
        answer.years.back().documents += count;
    }
}

}  // namespace

void count_facets(const std::vector<Scored>& found, const Root& root, IndexCache& cache,
                  Answer& answer) {
    count_years(found, root, answer);
    if (const auto* categories = cache.categories()) {
        for (const Category& category : root.categories) {
            answer.categories.push_back({category.name, "category:" + slug_of(category.path), 0});
        }
        for (const Scored& each : found) {
            std::size_t category = (*categories)[each.document];
            for (; category != Category::none; category = root.categories[category].parent) {
                ++answer.categories[category].documents;
            }
        }
        keep_largest(answer.categories);
    }
    if (const auto* tags = cache.tags()) {
        for (const TagDocuments& tag : *tags) {
            Facet facet{tag.name, "tag:" + slug_of(tag.path), 0};
            auto at = found.begin();
            for (const std::uint32_t document : tag.documents) {
                while (at != found.end() && at->document < document) ++at;
                if (at == found.end()) break;
                if (at->document == document) ++facet.documents;
            }
            answer.tags.push_back(std::move(facet));
        }
        keep_largest(answer.tags);
    }
}

}  // namespace broadsheet::search
