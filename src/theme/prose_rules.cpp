#include "theme/prose_rules.h"

#include "theme/borders.h"

namespace broadsheet::theme {

namespace {

using page::Role;

// clang-format off
constexpr Declaration mono_code{.display = Display::inline_, .family = Family::mono, .relative_size = 0.86F};

constexpr RoleRule rules[] = {
    {Role::paragraph, 0, {".prose p", {.display = Display::block, .margin_top = 20}}},
    {Role::heading, 1, {".prose h1", {.display = Display::block, .margin_top = 44, .size = 30, .line_height = 38, .weight = 700, .tracking = -0.015F, .balance = true}}},
    {Role::heading, 2, {".prose h2", {.display = Display::block, .margin_top = 40, .size = 26, .line_height = 34, .weight = 700, .tracking = -0.015F, .balance = true}, {.size = 28, .line_height = 36}}},
    {Role::heading, 3, {".prose h3", {.display = Display::block, .margin_top = 32, .size = 21, .line_height = 28, .weight = 700, .tracking = -0.01F, .balance = true}, {.size = 22, .line_height = 30}}},
    {Role::heading, 4, {".prose h4", {.display = Display::block, .margin_top = 28, .size = 18, .line_height = 26, .weight = 700, .balance = true}}},
    {Role::heading, 5, {".prose h5", {.display = Display::block, .margin_top = 24, .family = Family::sans, .size = 15, .line_height = 22, .weight = 700, .balance = true}}},
    {Role::heading, 6, {".prose h6", {.display = Display::block, .margin_top = 24, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.06F, .letter_case = Case::upper, .balance = true}}},
    {Role::list, 0, {".prose ul", {.display = Display::block, .margin_top = 16, .padding_start = 26}}},
    {Role::list, 1, {".prose ol", {.display = Display::block, .margin_top = 16, .padding_start = 30}}},
    {Role::list_item, 0, {".prose li", {.margin_top = 6}}},
    {Role::block_quote, 0, {".prose blockquote", {.display = Display::block, .margin_top = 28, .padding_start = 22, .border_start = Border{3, Ink::accent, false}, .italic = true}}},
    {Role::preformatted, 0, {".prose pre", {.display = Display::scroller, .padding_top = 14, .padding_bottom = 14, .padding_start = 16, .padding_end = 16, .background = Ink::wash, .family = Family::mono, .size = 14, .line_height = 22, .italic = false, .white_space = WhiteSpace::preserve}}},
    {Role::thematic_break, 0, {".prose hr", {.display = Display::block, .margin_top = 36, .border_top = rule_border}}},
    {Role::table, 0, {".prose table", {.display = Display::table, .family = Family::sans, .size = 15, .line_height = 22}}},
    {Role::table_cell, 0, {".prose td", {.padding_top = 8, .padding_bottom = 7, .padding_end = 20, .border_bottom = hairline_border}}},
    {Role::table_cell, 1, {".prose th", {.padding_top = 8, .padding_bottom = 7, .padding_end = 20, .border_bottom = ink_border, .weight = 700}}},
    {Role::figure, 0, {".prose figure", {.display = Display::block, .margin_top = 28}}},
    {Role::caption, 0, {".prose figcaption", {.display = Display::block, .margin_top = 8, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft, .balance = true}}},
    {Role::definition_list, 0, {".prose dl", {.display = Display::block, .margin_top = 20}}},
    {Role::definition_term, 0, {".prose dt", {.display = Display::block, .margin_top = 12, .weight = 700}}},
    {Role::definition_description, 0, {".prose dd", {.display = Display::block, .margin_top = 4, .padding_start = 26}}},
    {Role::details, 0, {".prose details", {.display = Display::block, .margin_top = 20}}},
    {Role::summary, 0, {".prose summary", {.display = Display::block, .padding_start = 24, .weight = 700}}},
    {Role::group, 0, {".prose div", {.display = Display::block}}},
    {Role::section, 0, {".prose section", {.display = Display::block}}},
    {Role::link, 0, {".prose a", {.display = Display::inline_, .ink = Ink::link, .underline = Underline::always}}},
    {Role::emphasis, 0, {".prose em", {.display = Display::inline_, .italic = true}}},
    {Role::citation, 0, {".prose cite", {.display = Display::inline_, .italic = true}}},
    {Role::strong, 0, {".prose strong", {.display = Display::inline_, .weight = 700}}},
    {Role::strikethrough, 0, {".prose del", {.display = Display::inline_, .strike = true}}},
    {Role::insertion, 0, {".prose ins", {.display = Display::inline_, .underline = Underline::always}}},
    {Role::underline, 0, {".prose u", {.display = Display::inline_, .underline = Underline::always}}},
    {Role::code, 0, {".prose code", mono_code}},
    {Role::keyboard, 0, {".prose kbd", mono_code}},
    {Role::superscript, 0, {".prose sup", {.display = Display::inline_, .relative_size = 0.72F, .shift = -0.42F}}},
    {Role::subscript, 0, {".prose sub", {.display = Display::inline_, .relative_size = 0.72F, .shift = 0.2F}}},
    {Role::small, 0, {".prose small", {.display = Display::inline_, .relative_size = 0.84F}}},
    {Role::mark, 0, {".prose mark", {.display = Display::inline_, .highlight = Ink::hairline}}},
};
// clang-format on

}  // namespace

std::span<const RoleRule> prose_rules() { return rules; }

}  // namespace broadsheet::theme
