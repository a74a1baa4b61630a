// The lines that structure pages.
#pragma once

#include "theme/theme.h"

namespace broadsheet::theme {

inline constexpr Border hairline_border{1, Ink::hairline, false};
inline constexpr Border rule_border{1, Ink::rule, false};
inline constexpr Border ink_border{1, Ink::ink, false};
inline constexpr Border masthead_border{4, Ink::ink, true};

}  // namespace broadsheet::theme
