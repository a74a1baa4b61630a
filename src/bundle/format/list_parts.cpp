#include "bundle/format/list_parts.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace broadsheet::bundle {

int chunk_count(int total, const model::Site& site) {
    const int length = std::max(1, site.chunk_length);
    return total > length + length / 2 ? (total - length / 2) / length : 0;
}

int chunk_of(int oldest, int total, const model::Site& site) {
    return std::min(oldest / std::max(1, site.chunk_length), chunk_count(total, site));
}

void place(ListPart part, model::List& list, const model::Site& site) {
    const auto count = static_cast<std::int64_t>(part.articles.size());
    std::int64_t first = 0;
    if (part.chunk >= 0) {
        first = list.total() - std::int64_t{part.chunk} * site.chunk_length - count;
    }
    for (std::int64_t i = 0; i < count; ++i) {
        if (first + i < 0 || first + i >= list.total()) continue;
        auto& place = list.articles[static_cast<std::size_t>(first + i)];
        auto& article = part.articles[static_cast<std::size_t>(i)];
        if (!place) place = std::make_shared<model::ArticleSummary>(std::move(article));
    }
}

}  // namespace broadsheet::bundle
