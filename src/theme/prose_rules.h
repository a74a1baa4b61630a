// The rules for an article's own elements, which have roles in place of styles.
#pragma once

#include <span>

#include "page/page.h"
#include "theme/theme.h"

namespace broadsheet::theme {

struct RoleRule {
    page::Role role;
    int level;  // level of a heading; 0: any
    Rule rule;
};

std::span<const RoleRule> prose_rules();

}  // namespace broadsheet::theme
