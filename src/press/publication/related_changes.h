// Finds the articles whose related articles may differ after a change.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "press/publication/related.h"

namespace broadsheet::press {

// Returns the indices, ascending, of articles whose terms changed and of articles with a term that
// was added to or removed from another article. Terms may be numbered differently in `before` and
// `after`. Returns nothing if all articles must be searched again: if a date or the number of
// articles differs, or if more than 64 articles changed.
std::optional<std::vector<std::uint32_t>> changed_related(const std::vector<RelatedKey>& before,
                                                          const std::vector<RelatedKey>& after);

// Returns the indices in `after`, ascending, of the articles that `before` does not have. Returns
// nothing if there are more than 16, or if anything else differs.
std::optional<std::vector<std::uint32_t>> added_articles(const std::vector<RelatedKey>& before,
                                                         const std::vector<RelatedKey>& after);

}  // namespace broadsheet::press
