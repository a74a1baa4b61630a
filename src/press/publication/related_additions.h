// Finds the articles whose related articles may differ after articles were added.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "press/publication/related_terms.h"

namespace broadsheet::press {

// `added` are the numbers, ascending, of articles that the site did not have before, and `related`
// the result of the last search for the others, with the numbers that they have now. Returns the
// numbers, ascending, of the articles to search again for. Returns nothing if these are all,
// because weights of terms changed.
std::optional<std::vector<std::uint32_t>> affected_by_added(
    const RelatedTerms& terms, const std::vector<std::uint32_t>& added,
    const std::vector<std::vector<std::uint32_t>>& related, std::size_t max_count);

}  // namespace broadsheet::press
