// Whose related articles may be others after a change.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "press/publication/related.h"

namespace broadsheet::press {

// Numbers of the articles, ascending: those that changed, and those with a term that more or fewer
// articles have than before. Terms may have other numbers. Nothing where so much changed that all
// are better looked at anew, among which are other days and more or fewer articles.
std::optional<std::vector<std::uint32_t>> changed_kin(const std::vector<Kinship>& before,
                                                      const std::vector<Kinship>& after);

}  // namespace broadsheet::press
