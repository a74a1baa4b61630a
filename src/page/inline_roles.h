// Which roles are parts of a line of text.
#pragma once

#include "page/page.h"

namespace broadsheet::page {

// True for what is set in the lines of a text: words, and what browsers draw among them, such as
// pictures and formulas.
inline bool is_inline_role(Role role) {
    switch (role) {
        case Role::text:
        case Role::link:
        case Role::emphasis:
        case Role::strong:
        case Role::strikethrough:
        case Role::code:
        case Role::image:
        case Role::time:
        case Role::line_break:
        case Role::soft_break:
        case Role::superscript:
        case Role::subscript:
        case Role::mark:
        case Role::keyboard:
        case Role::small:
        case Role::underline:
        case Role::insertion:
        case Role::citation:
        case Role::abbreviation:
        case Role::quotation:
        case Role::formula:
        case Role::span:
        case Role::button: return true;
        default: return false;
    }
}

}  // namespace broadsheet::page
