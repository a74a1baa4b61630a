// The table of looks. Sizes, rules and colours follow one scale: labels 13/20, small heads 15/20,
// base 17/28, article 19/31, standfirst 21/32, heading 28/36, lead 44/50, title 48/54, masthead
// 60/64; rules structure the page, there are no boxes and no shadows.
#include <array>

#include "theme/theme.h"

namespace broadsheet::theme {

namespace {

using page::Role;
using page::Style;

constexpr float page_width = 1272;  // 1224 and the gutters
constexpr float gutter = 24;
constexpr float phone_gutter = 18;

constexpr Border hairline_border{1, Ink::hairline, false};
constexpr Border rule_border{1, Ink::rule, false};
constexpr Border ink_border{1, Ink::ink, false};
constexpr Border masthead_border{4, Ink::ink, true};

struct StyleRule {
    Style style;
    Rule rule;
};

constexpr Declaration wide_gutters{.padding_start = gutter, .padding_end = gutter};

// clang-format off
constexpr Declaration middle_grid{.display = Display::grid, .max_width = page_width, .centered = true, .padding_top = 20, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 48, .tracks = Tracks{-1}};
constexpr Declaration middle_gutters{.padding_top = 28, .padding_start = gutter, .padding_end = gutter};

constexpr StyleRule style_rules[] = {
    {Style::page, {".page", {.display = Display::column}}},
    {Style::skip_link, {".skip-link", {.display = Display::hidden_until_focus, .family = Family::sans, .size = 15, .line_height = 20, .weight = 600}}},

    {Style::top_bar, {".top-bar", {.display = Display::block, .anchor = true, .border_bottom = hairline_border}}},
    {Style::top_bar_inner, {".top-bar-inner",
        {.display = Display::row, .max_width = page_width, .min_height = 40, .centered = true, .padding_top = 8, .padding_bottom = 8, .padding_start = phone_gutter, .padding_end = phone_gutter, .column_gap = 12, .justify = Justify::space_between, .align = Align::center, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}, wide_gutters}},
    {Style::top_bar_end, {".top-bar-end", {.display = Display::row, .column_gap = 20, .align = Align::center}}},
    {Style::date_line, {".date-line", {.display = Display::none}, {.display = Display::block}}},
    {Style::date_line_short, {".date-line-short", {.display = Display::block}, {.display = Display::none}}},
    {Style::utility_menu, {".utility-menu", {.display = Display::none},
        {.display = Display::row, .column_gap = 20}}},
    {Style::utility_item, {".utility-item", {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .underline = Underline::on_hover}}},
    {Style::utility_group, {".utility-group", {.display = Display::block, .anchor = true}}},
    {Style::utility_summary, {".utility-summary", {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .underline = Underline::on_hover}}},
    {Style::menu_panel, {".menu-panel",
        {.display = Display::popover, .width = 200, .side = Side::end, .margin_top = 8, .padding_top = 8, .padding_bottom = 8, .border_top = Border{2, Ink::accent, false}, .border_bottom = rule_border, .background = Ink::wash}}},
    {Style::menu_link, {".menu-link",
        {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .padding_start = 16, .padding_end = 16, .ink = Ink::ink, .underline = Underline::on_hover}}},
    {Style::settings, {".settings", {.display = Display::block}}},
    {Style::settings_summary, {".settings-summary",
        {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .padding_start = 8, .padding_end = 8, .family = Family::serif, .size = 16, .line_height = 20, .weight = 700, .ink = Ink::ink, .underline = Underline::on_hover}}},
    {Style::settings_panel, {".settings-panel",
        {.display = Display::popover, .width = 320, .side = Side::end, .padding_top = 16, .padding_bottom = 20, .padding_start = 20, .padding_end = 20, .border_top = Border{2, Ink::accent, false}, .border_bottom = rule_border, .background = Ink::wash, .row_gap = 12}}},
    {Style::settings_row, {".settings-row", {.display = Display::grid, .column_gap = 12, .tracks = Tracks{76, -1}}}},
    {Style::settings_label, {".settings-label", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::soft}}},
    {Style::options, {".options", {.display = Display::row, .column_gap = 4, .wrap = true, .ink = Ink::ink}}},
    {Style::option, {".option", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 10, .padding_end = 10, .border_bottom = Border{2, Ink::wash, false}, .underline = Underline::on_hover}}},
    {Style::option_pressed, {".option-pressed", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 10, .padding_end = 10, .border_bottom = Border{2, Ink::accent, false}, .weight = 700}}},

    {Style::masthead, {".masthead",
        {.display = Display::row, .anchor = true, .padding_top = 8, .padding_bottom = 8, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_bottom = masthead_border, .justify = Justify::space_between, .align = Align::center},
        {.display = Display::column, .padding_top = 28, .padding_bottom = 18, .padding_start = 0, .padding_end = 0, .border_bottom = Border{}, .row_gap = 2}}},
    {Style::masthead_start, {".masthead-start",
        {.display = Display::row, .anchor = true, .padding_top = 8, .padding_bottom = 8, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_bottom = masthead_border, .justify = Justify::space_between, .align = Align::center},
        {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 28, .padding_bottom = 18, .padding_start = gutter, .padding_end = gutter, .border_bottom = Border{}, .row_gap = 2, .align = Align::start}}},
    {Style::phone_menu, {".phone-menu", {.display = Display::block}, {.display = Display::none}}},
    {Style::phone_menu_button, {".phone-menu-button", {.display = Display::block, .width = 44, .padding_top = 8, .padding_bottom = 8, .family = Family::sans, .size = 26, .line_height = 28}}},
    {Style::phone_spacer, {".phone-spacer", {.display = Display::block, .width = 44}, {.display = Display::none}}},
    {Style::phone_panel, {".phone-panel",
        {.display = Display::popover, .side = Side::stretch, .padding_top = 8, .padding_bottom = 24, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_top = masthead_border, .border_bottom = ink_border, .background = Ink::wash, .family = Family::sans, .size = 15, .line_height = 20}}},
    {Style::phone_panel_link, {".phone-panel-link", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .weight = 700}}},
    {Style::phone_panel_nested, {".phone-panel-nested", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 16, .ink = Ink::soft}}},
    {Style::masthead_title, {".masthead-title",
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.02F},
        {.size = 60, .line_height = 68}}},
    {Style::tagline, {".tagline", {.display = Display::none},
        {.display = Display::block, .size = 15, .line_height = 20, .italic = true, .ink = Ink::soft}}},

    {Style::main_menu_band, {".main-menu-band",
        {.display = Display::none},
        {.display = Display::block, .anchor = true, .border_top = masthead_border, .border_bottom = ink_border}}},
    {Style::main_menu_rule, {".main-menu-rule", {.display = Display::block, .border_top = masthead_border}}},
    {Style::main_menu, {".main-menu",
        {.display = Display::row, .max_width = page_width, .centered = true, .padding_start = phone_gutter, .padding_end = phone_gutter, .column_gap = 10, .justify = Justify::center, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.06F, .letter_case = Case::upper},
        {.padding_start = gutter, .padding_end = gutter}, {.column_gap = 20}}},
    {Style::main_menu_entry, {".main-menu-entry", {.display = Display::row, .column_gap = 0}}},
    {Style::main_menu_branch, {".main-menu-branch", {.display = Display::block}}},
    {Style::menu_caret, {".menu-caret", {.display = Display::block, .width = 28, .padding_top = 12, .padding_bottom = 12, .weight = 400, .tracking = 0, .ink = Ink::soft, .text_align = TextAlign::center}}},
    {Style::mega_panel, {".mega-panel",
        {.display = Display::popover, .side = Side::stretch, .border_bottom = ink_border, .background = Ink::wash}}},
    {Style::mega_grid, {".mega-grid",
        {.display = Display::grid, .max_width = page_width, .centered = true, .padding_top = 20, .padding_bottom = 24, .padding_start = gutter, .padding_end = gutter, .row_gap = 20, .column_gap = 24, .tracks = Tracks{-1, -1, -1}, .family = Family::sans, .size = 14, .line_height = 20, .weight = 400, .tracking = 0, .letter_case = Case::as_written},
        {}, {.tracks = Tracks{-1, -1, -1, -1}}}},
    {Style::mega_group, {".mega-group", {.display = Display::column}}},
    {Style::mega_title, {".mega-title", {.display = Display::block, .padding_top = 6, .padding_bottom = 6, .border_bottom = rule_border, .weight = 700, .underline = Underline::on_hover}}},
    {Style::mega_link, {".mega-link", {.display = Display::block, .padding_top = 5, .padding_bottom = 5, .ink = Ink::soft, .underline = Underline::on_hover}}},
    {Style::mega_all, {".mega-all", {.display = Display::block, .padding_top = 6, .padding_bottom = 6, .weight = 700, .ink = Ink::accent, .underline = Underline::on_hover}}},
    {Style::main_menu_item, {".main-menu-item",
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .underline = Underline::on_hover}}},
    {Style::main_menu_current, {".main-menu-current",
        {.display = Display::block, .padding_top = 12, .padding_bottom = 9, .border_bottom = Border{3, Ink::accent, false}, .ink = Ink::accent}}},

    {Style::footer, {".footer", {.display = Display::block, .margin_top = 64, .border_top = masthead_border}}},
    {Style::footer_inner, {".footer-inner",
        {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 28, .padding_bottom = 40, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 10, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}, wide_gutters}},
    {Style::footer_title, {".footer-title",
        {.display = Display::block, .family = Family::serif, .size = 26, .line_height = 32, .weight = 700, .tracking = -0.015F, .ink = Ink::ink}}},
    {Style::footer_menu, {".footer-menu", {.display = Display::row, .row_gap = 0, .column_gap = 22, .wrap = true}}},
    {Style::footer_text, {".footer-text", {.display = Display::block}}},
    {Style::footer_row, {".footer-row", {.display = Display::row, .row_gap = 0, .column_gap = 22, .wrap = true}}},
    {Style::footer_button, {".footer-button", {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .ink = Ink::link, .underline = Underline::on_hover}}},

    {Style::front_grid, {".front-grid",
        {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 20, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 56},
        {.padding_top = 28, .padding_start = gutter, .padding_end = gutter}}},
    {Style::front_column, {".front-column", {.display = Display::column, .row_gap = 36}, {.row_gap = 48}}},
    {Style::front_sidebar, {".front-sidebar", {.display = Display::grid, .row_gap = 36, .tracks = Tracks{-1}},
        {.column_gap = 40, .tracks = Tracks{-1, -1}}, {.tracks = Tracks{-1, -1, -1, -1}}}},
    {Style::list_grid, {".list-grid",
        middle_grid, middle_gutters,
        {.column_gap = 64, .tracks = Tracks{-1, 266}}}},
    {Style::article_grid, {".article-grid",
        middle_grid, middle_gutters,
        {.column_gap = 39, .tracks = Tracks{200, -1, 266}}}},
    {Style::list_grid_start, {".list-grid-start", middle_grid, middle_gutters,
        {.column_gap = 64, .tracks = Tracks{266, -1}}}},
    {Style::list_alone, {".list-alone", middle_grid, middle_gutters}},
    {Style::article_grid_start, {".article-grid-start", middle_grid, middle_gutters,
        {.column_gap = 39, .tracks = Tracks{266, 200, -1}}}},
    {Style::article_alone, {".article-alone", middle_grid, middle_gutters,
        {.column_gap = 39, .tracks = Tracks{200, -1}}}},
    {Style::single_column, {".single-column",
        {.display = Display::block, .max_width = 728, .centered = true, .padding_top = 20, .padding_start = phone_gutter, .padding_end = phone_gutter},
        {.padding_top = 28, .padding_start = gutter, .padding_end = gutter}}},
    {Style::main_column, {".main-column", {.display = Display::column, .row_gap = 32}}},
    {Style::sidebar, {".sidebar", {.display = Display::grid, .row_gap = 36, .tracks = Tracks{-1}},
        {.column_gap = 48, .tracks = Tracks{-1, -1}}, {.tracks = Tracks{-1}}}},

    {Style::lead, {".lead", {.display = Display::grid, .row_gap = 28, .tracks = Tracks{-1}},
        {.column_gap = 32, .tracks = Tracks{-1.7F, -1}}, {.column_gap = 48, .tracks = Tracks{-2.1F, -1}}}},
    {Style::lead_plain, {".lead-plain", {.display = Display::grid, .row_gap = 28, .tracks = Tracks{-1}}}},
    {Style::lead_story, {".lead-story", {.display = Display::column, .row_gap = 8}}},
    {Style::lead_picture, {".lead-picture", {.display = Display::picture, .background = Ink::wash, .aspect = 1.5F}}},
    {Style::lead_title, {".lead-title",
        {.display = Display::block, .margin_top = 0, .size = 32, .line_height = 38, .weight = 700, .tracking = -0.018F},
        {.size = 38, .line_height = 44}, {.size = 44, .line_height = 50}}},
    {Style::lead_excerpt, {".lead-excerpt", {.display = Display::block, .size = 18, .line_height = 28},
        {.size = 19, .line_height = 30}}},
    {Style::lead_excerpt_plain, {".lead-excerpt-plain",
        {.display = Display::block, .max_width = 820, .size = 19, .line_height = 30}, {.size = 21, .line_height = 34}}},
    {Style::secondary_plain, {".secondary-plain", {.display = Display::grid, .row_gap = 18, .tracks = Tracks{-1}},
        {.column_gap = 32, .tracks = Tracks{-1, -1}}, {.column_gap = 48, .tracks = Tracks{-1, -1}}}},
    {Style::secondary, {".secondary", {.display = Display::column, .row_gap = 18}}},
    {Style::secondary_story, {".secondary-story",
        {.display = Display::column, .padding_top = 16, .border_top = rule_border, .row_gap = 4}}},
    {Style::secondary_title, {".secondary-title",
        {.display = Display::block, .size = 20, .line_height = 26, .weight = 700, .tracking = -0.01F}, {}, {.size = 23, .line_height = 29}}},
    {Style::secondary_excerpt, {".secondary-excerpt",
        {.display = Display::block, .size = 16, .line_height = 24, .ink = Ink::soft}}},
    {Style::section_bar, {".section-bar",
        {.display = Display::row, .padding_top = 10, .border_top = ink_border, .column_gap = 20, .justify = Justify::space_between, .align = Align::center, .family = Family::sans}}},
    {Style::section_title, {".section-title",
        {.display = Display::block, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.08F, .letter_case = Case::upper}}},
    {Style::section_more, {".section-more",
        {.display = Display::block, .size = 13, .line_height = 20, .ink = Ink::soft, .underline = Underline::on_hover}}},
    {Style::card_grid, {".card-grid", {.display = Display::grid, .row_gap = 28, .column_gap = 24, .tracks = Tracks{-1}},
        {.tracks = Tracks{-1, -1, -1}}}},
    {Style::grid_card, {".grid-card", {.display = Display::column, .row_gap = 6}}},
    {Style::grid_picture, {".grid-picture", {.display = Display::picture, .background = Ink::wash, .aspect = 1.6F}}},
    {Style::grid_title, {".grid-title",
        {.display = Display::block, .size = 20, .line_height = 26, .weight = 700, .tracking = -0.01F}}},
    {Style::region, {".region", {.display = Display::column, .row_gap = 18}}},
    {Style::region_grid, {".region-grid", {.display = Display::grid, .row_gap = 44, .tracks = Tracks{-1}},
        {.column_gap = 48, .tracks = Tracks{-1, -1}}}},
    {Style::region_lead, {".region-lead", {.display = Display::grid, .row_gap = 10, .tracks = Tracks{-1}}, {},
        {.column_gap = 24, .tracks = Tracks{-1, -1.1F}}}},
    {Style::region_picture, {".region-picture", {.display = Display::picture, .background = Ink::wash, .aspect = 1.5F}}},
    {Style::region_lead_title, {".region-lead-title",
        {.display = Display::block, .size = 23, .line_height = 29, .weight = 700, .tracking = -0.012F},
        {.size = 25, .line_height = 31}}},
    {Style::story_list, {".story-list", {.display = Display::column}}},
    {Style::story_item, {".story-item", {.display = Display::column, .padding_top = 10, .padding_bottom = 10, .border_bottom = hairline_border, .row_gap = 2}}},
    {Style::story_title, {".story-title",
        {.display = Display::block, .size = 17, .line_height = 23, .weight = 700, .tracking = -0.006F}}},
    {Style::story_date, {".story-date", {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},

    {Style::kicker, {".kicker",
        {.display = Display::block, .family = Family::sans, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::accent}}},
    {Style::meta, {".meta",
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::list_header, {".list-header", {.display = Display::column, .row_gap = 10}}},
    {Style::list_title, {".list-title",
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.018F},
        {.size = 48, .line_height = 54}}},
    {Style::list_description, {".list-description",
        {.display = Display::block, .max_width = 680, .size = 18, .line_height = 28, .ink = Ink::soft}}},
    {Style::list_portrait, {".list-portrait",
        {.display = Display::picture, .width = 96, .background = Ink::wash, .radius = 48, .aspect = 1}}},
    {Style::list_count, {".list-count",
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::list_facts, {".list-facts", {.display = Display::row, .column_gap = 18, .align = Align::center, .wrap = true}}},
    {Style::feed_link, {".feed-link",
        {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::card_list, {".card-list", {.display = Display::column, .row_gap = 24}}},
    {Style::card, {".card", {.display = Display::grid, .padding_top = 20, .border_top = rule_border, .row_gap = 12, .tracks = Tracks{-1}}, {.column_gap = 28, .tracks = Tracks{220, -1}}}},
    {Style::card_plain, {".card-plain", {.display = Display::column, .padding_top = 20, .border_top = rule_border}}},
    {Style::card_picture, {".card-picture", {.display = Display::picture, .background = Ink::wash, .aspect = 1.5F}}},
    {Style::card_body, {".card-body", {.display = Display::column, .row_gap = 4}}},
    {Style::card_title, {".card-title",
        {.display = Display::block, .size = 22, .line_height = 28, .weight = 700, .tracking = -0.012F},
        {.size = 25, .line_height = 31}}},
    {Style::card_excerpt, {".card-excerpt", {.display = Display::block, .size = 16, .line_height = 25, .ink = Ink::soft}}},
    {Style::pagination, {".pagination",
        {.display = Display::row, .padding_top = 8, .border_top = ink_border, .column_gap = 4, .justify = Justify::start, .wrap = true, .family = Family::sans, .size = 14, .line_height = 20}}},
    {Style::page_link, {".page-link",
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 12, .padding_end = 12, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::page_current, {".page-current",
        {.display = Display::block, .padding_top = 12, .padding_bottom = 9, .padding_start = 12, .padding_end = 12, .border_bottom = Border{3, Ink::accent, false}, .weight = 700}}},
    {Style::page_gap, {".page-gap",
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::soft}}},

    {Style::contents, {".contents", {.display = Display::none}, {},
        {.display = Display::block, .island = true, .family = Family::sans, .size = 14, .line_height = 20}}},
    {Style::contents_title, {".contents-title",
        {.display = Display::block, .padding_top = 10, .padding_bottom = 6, .border_bottom = rule_border, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}}},
    {Style::contents_list, {".contents-list", {.display = Display::column, .padding_top = 8, .row_gap = 0}}},
    {Style::contents_item, {".contents-item",
        {.display = Display::block, .padding_top = 5, .padding_bottom = 5, .padding_start = 10, .border_start = Border{2, Ink::paper, false}, .ink = Ink::soft, .underline = Underline::on_hover}}},
    {Style::contents_inline, {".contents-inline",
        {.display = Display::block, .padding_bottom = 12, .border_bottom = rule_border, .family = Family::sans, .size = 14, .line_height = 20}, {}, {.display = Display::none}}},
    {Style::contents_inline_title, {".contents-inline-title",
        {.display = Display::block, .padding_top = 12, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}}},
    {Style::contents_nested, {".contents-nested", {.display = Display::column, .padding_start = 14}}},
    {Style::article, {".article", {.display = Display::column, .row_gap = 24}}},
    {Style::article_header, {".article-header", {.display = Display::column, .row_gap = 12}}},
    {Style::breadcrumbs, {".breadcrumbs",
        {.display = Display::row, .row_gap = 0, .column_gap = 8, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::breadcrumb, {".breadcrumb", {.display = Display::row, .column_gap = 8, .underline = Underline::on_hover}}},
    {Style::breadcrumb_separator, {".breadcrumb-separator", {.display = Display::block, .ink = Ink::rule}}},
    {Style::article_title, {".article-title",
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.018F},
        {.size = 48, .line_height = 54}}},
    {Style::standfirst, {".standfirst",
        {.display = Display::block, .size = 19, .line_height = 29, .italic = true, .ink = Ink::soft},
        {.size = 21, .line_height = 32}}},
    {Style::byline, {".byline",
        {.display = Display::column, .margin_top = 4, .padding_top = 12, .padding_bottom = 12, .border_top = rule_border, .border_bottom = rule_border, .row_gap = 6, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::byline_row, {".byline-row", {.display = Display::grid, .column_gap = 14, .tracks = Tracks{40, -1}}}},
    {Style::byline_portrait, {".byline-portrait", {.display = Display::picture, .background = Ink::wash, .radius = 20, .aspect = 1}}},
    {Style::byline_text, {".byline-text", {.display = Display::column}}},
    {Style::byline_name, {".byline-name", {.display = Display::inline_, .weight = 700, .ink = Ink::ink, .underline = Underline::on_hover}}},
    {Style::article_figure, {".article-figure", {.display = Display::column, .row_gap = 8}}},
    {Style::article_picture, {".article-picture", {.display = Display::picture, .background = Ink::wash}}},
    {Style::article_caption, {".article-caption",
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::share, {".share", {.display = Display::row, .row_gap = 0, .column_gap = 16, .align = Align::center, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20}}},
    {Style::share_label, {".share-label", {.display = Display::block, .size = 12, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}}},
    {Style::share_link, {".share-link", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::share_button, {".share-button", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::prose, {".prose", {.display = Display::block, .size = 18, .line_height = 29}, {.size = 19, .line_height = 31}}},
    {Style::article_tags, {".article-tags",
        {.display = Display::row, .padding_top = 8, .border_top = ink_border, .row_gap = 0, .column_gap = 18, .wrap = true, .family = Family::sans, .size = 14, .line_height = 20}}},
    {Style::tags_label, {".tags-label",
        {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .size = 12, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}}},
    {Style::tag_link, {".tag-link",
        {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::neighbours, {".neighbours",
        {.display = Display::grid, .padding_top = 20, .border_top = rule_border, .row_gap = 24, .column_gap = 32, .tracks = Tracks{-1}}, {.tracks = Tracks{-1, -1}}}},
    {Style::neighbour_previous, {".neighbour-previous", {.display = Display::column, .row_gap = 4}}},
    {Style::neighbour_next, {".neighbour-next", {.display = Display::column, .row_gap = 4},
        {.text_align = TextAlign::end}}},
    {Style::neighbour_label, {".neighbour-label",
        {.display = Display::block, .family = Family::sans, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}}},
    {Style::neighbour_title, {".neighbour-title",
        {.display = Display::block, .size = 18, .line_height = 24, .weight = 700, .tracking = -0.008F, .underline = Underline::on_hover}}},
    {Style::author_box, {".author-box", {.display = Display::grid, .padding_top = 20, .border_top = ink_border, .column_gap = 20, .tracks = Tracks{64, -1}}, {.tracks = Tracks{80, -1}}}},
    {Style::author_box_plain, {".author-box-plain", {.display = Display::block, .padding_top = 20, .border_top = ink_border}}},
    {Style::author_portrait, {".author-portrait", {.display = Display::picture, .background = Ink::wash, .radius = 40, .aspect = 1}}},
    {Style::author_text, {".author-text", {.display = Display::column, .row_gap = 4}}},
    {Style::author_name, {".author-name", {.display = Display::block, .size = 18, .line_height = 24, .weight = 700, .tracking = -0.008F}}},
    {Style::author_biography, {".author-biography", {.display = Display::block, .size = 16, .line_height = 25, .ink = Ink::soft}}},
    {Style::related_bar, {".related-bar", {.display = Display::column, .row_gap = 18}}},
    {Style::related_grid, {".related-grid", {.display = Display::grid, .row_gap = 28, .column_gap = 24, .tracks = Tracks{-1}},
        {.tracks = Tracks{-1, -1, -1}}}},

    {Style::widget, {".widget", {.display = Display::column, .padding_top = 10, .border_top = ink_border, .row_gap = 12}}},
    {Style::widget_title, {".widget-title",
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.08F, .letter_case = Case::upper}}},
    {Style::recent_list, {".recent-list", {.display = Display::column, .row_gap = 16}}},
    {Style::recent_item, {".recent-item", {.display = Display::grid, .column_gap = 14, .tracks = Tracks{76, -1}}}},
    {Style::recent_picture, {".recent-picture", {.display = Display::picture, .background = Ink::wash, .aspect = 1.3F}}},
    {Style::recent_text, {".recent-text", {.display = Display::column, .row_gap = 2}}},
    {Style::recent_title, {".recent-title",
        {.display = Display::block, .size = 15, .line_height = 20, .weight = 700, .underline = Underline::on_hover}}},
    {Style::recent_date, {".recent-date",
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::calendar, {".calendar",
        {.display = Display::even_table, .max_width = 266, .family = Family::sans, .size = 13, .line_height = 20, .text_align = TextAlign::center}}},
    {Style::calendar_caption, {".calendar-caption", {.display = Display::block, .size = 16, .line_height = 24, .weight = 700}}},
    {Style::calendar_head, {".calendar-head", {.padding_top = 4, .padding_bottom = 4, .ink = Ink::soft}}},
    {Style::calendar_cell, {".calendar-cell", {}}},
    {Style::calendar_day, {".calendar-day", {.display = Display::block, .padding_top = 5, .padding_bottom = 5}}},
    {Style::calendar_linked, {".calendar-linked",
        {.display = Display::block, .padding_top = 5, .padding_bottom = 5, .weight = 700, .ink = Ink::accent, .underline = Underline::on_hover}}},
    {Style::calendar_today, {".calendar-today",
        {.display = Display::block, .width = 30, .centered = true, .padding_top = 5, .padding_bottom = 5, .background = Ink::accent, .radius = 15, .weight = 700, .ink = Ink::paper}}},
    {Style::calendar_steps, {".calendar-steps",
        {.display = Display::row, .max_width = 266, .justify = Justify::space_between, .family = Family::sans, .size = 13, .line_height = 20}}},
    {Style::calendar_step, {".calendar-step",
        {.display = Display::block, .padding_top = 6, .padding_bottom = 6, .ink = Ink::soft, .underline = Underline::on_hover}}},
    {Style::tag_cloud, {".tag-cloud", {.display = Display::block, .line_height = 32}}},
    {Style::cloud_item, {".cloud-item", {.display = Display::inline_}}},
    {Style::cloud_tag, {".cloud-tag", {.display = Display::inline_, .underline = Underline::on_hover}}},
    {Style::cloud_count, {".cloud-count", {.display = Display::inline_, .family = Family::sans, .size = 11, .ink = Ink::soft}}},
    {Style::count_list, {".count-list", {.display = Display::column}}},
    {Style::count_row, {".count-row",
        {.display = Display::row, .padding_top = 6, .padding_bottom = 5, .border_bottom = hairline_border, .column_gap = 12, .justify = Justify::space_between, .family = Family::sans, .size = 14, .line_height = 20}}},
    {Style::count_link, {".count-link", {.display = Display::block, .underline = Underline::on_hover}}},
    {Style::count_number, {".count-number", {.display = Display::block, .size = 13, .ink = Ink::soft}}},
    {Style::category_children, {".category-children", {.display = Display::column, .padding_start = 14}}},

    {Style::search_summary, {".search-summary",
        {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .weight = 700, .ink = Ink::ink, .underline = Underline::on_hover}}},
    {Style::search_panel, {".search-panel",
        {.display = Display::popover, .side = Side::stretch, .padding_top = 16, .padding_bottom = 16, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_top = Border{2, Ink::accent, false}, .border_bottom = rule_border, .background = Ink::wash, .row_gap = 10, .family = Family::sans, .size = 14, .line_height = 20, .ink = Ink::ink},
        {.width = 560, .side = Side::end, .padding_start = gutter, .padding_end = gutter}}},
    {Style::search_form, {".search-form",
        {.display = Display::grid, .island = true, .border_bottom = ink_border, .column_gap = 8, .tracks = Tracks{-1, 72}, .family = Family::serif, .size = 20, .line_height = 28}}},
    {Style::search_form_large, {".search-form-large",
        {.display = Display::grid, .max_width = 680, .island = true, .margin_top = 12, .border_bottom = ink_border, .column_gap = 8, .tracks = Tracks{-1, 80}, .size = 24, .line_height = 32}}},
    {Style::search_input, {".search-input", {.display = Display::block, .min_height = 44}}},
    {Style::search_submit, {".search-submit",
        {.display = Display::block, .min_height = 44, .padding_top = 12, .padding_bottom = 12, .family = Family::sans, .size = 14, .line_height = 20, .weight = 700, .ink = Ink::accent, .text_align = TextAlign::end}}},
    {Style::search_status, {".search-status", {.display = Display::block, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::search_hits, {".search-hits", {.display = Display::column}}},
    {Style::search_hit, {".search-hit", {.display = Display::column, .padding_top = 8, .padding_bottom = 8, .border_bottom = hairline_border, .row_gap = 2}}},
    {Style::search_hit_title, {".search-hit-title", {.display = Display::block, .family = Family::serif, .size = 17, .line_height = 22, .weight = 700, .underline = Underline::on_hover}}},
    {Style::search_all, {".search-all", {.display = Display::block, .padding_top = 10, .padding_bottom = 6, .weight = 700, .ink = Ink::accent, .underline = Underline::on_hover}}},
    {Style::search_mark, {".search-mark", {.display = Display::inline_, .ink = Ink::accent}}},
    {Style::search_order, {".search-order", {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::search_order_current, {".search-order-current", {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700}}},

    {Style::notice, {".notice", {.display = Display::column, .padding_top = 24, .padding_bottom = 24, .row_gap = 14}}},
    {Style::notice_title, {".notice-title",
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.018F}}},
    {Style::notice_text, {".notice-text", {.display = Display::block, .max_width = 680, .size = 18, .line_height = 28}}},
    {Style::notice_button, {".notice-button",
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .family = Family::sans, .size = 15, .line_height = 20, .weight = 700, .ink = Ink::accent, .underline = Underline::always}}},
    {Style::matches, {".matches", {.display = Display::column}}},
    {Style::match_link, {".match-link", {.display = Display::block, .padding_top = 10, .padding_bottom = 10, .border_bottom = hairline_border, .size = 18, .line_height = 24, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::consent, {".consent", {.display = Display::fixed, .island = true, .border_top = ink_border, .background = Ink::wash, .family = Family::sans, .size = 15, .line_height = 22}}},
    {Style::consent_inner, {".consent-inner", {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 16, .padding_bottom = 16, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 8},
        {.display = Display::row, .padding_start = gutter, .padding_end = gutter, .column_gap = 24, .justify = Justify::space_between, .align = Align::center}, {}}},
    {Style::consent_text, {".consent-text", {.display = Display::block}, {.max_width = 460}, {.max_width = 700}}},
    {Style::consent_buttons, {".consent-buttons", {.display = Display::row, .column_gap = 20}}},
    {Style::consent_button, {".consent-button", {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .weight = 700, .ink = Ink::accent, .underline = Underline::always}}},
    {Style::advertisement, {".advertisement", {.display = Display::column, .row_gap = 4, .align = Align::center}}},
    {Style::advertisement_label, {".advertisement-label", {.display = Display::block, .family = Family::sans, .size = 11, .line_height = 16, .tracking = 0.06F, .letter_case = Case::upper, .ink = Ink::soft}}},
    {Style::advertisement_picture, {".advertisement-picture", {.display = Display::picture, .background = Ink::wash}}},
    {Style::advertisement_frame, {".advertisement-frame", {.display = Display::picture, .island = true}}},

    {Style::code_block, {".prose .code-block", {.display = Display::column, .margin_top = 24, .background = Ink::wash}}},
    {Style::code_bar, {".prose .code-bar", {.display = Display::row, .padding_start = 16, .padding_end = 16, .border_bottom = hairline_border, .column_gap = 16, .justify = Justify::space_between, .align = Align::center, .family = Family::sans, .size = 12, .line_height = 20, .ink = Ink::soft}}},
    {Style::code_language, {".prose .code-language", {.display = Display::block, .padding_top = 8, .padding_bottom = 8}}},
    {Style::code_copy, {".prose .code-copy", {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .weight = 700, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::code_keyword, {".prose .code-keyword", {.ink = Ink::code_keyword}}},
    {Style::code_string, {".prose .code-string", {.ink = Ink::code_string}}},
    {Style::code_comment, {".prose .code-comment", {.ink = Ink::code_comment}}},
    {Style::code_name, {".prose .code-name", {.ink = Ink::code_name}}},
    {Style::embed, {".prose .embed", {.display = Display::column, .margin_top = 28, .padding_top = 20, .padding_bottom = 20, .padding_start = 20, .padding_end = 20, .border_top = ink_border, .border_bottom = rule_border, .background = Ink::wash, .row_gap = 8, .family = Family::sans, .size = 15, .line_height = 22}}},
    {Style::embed_title, {".prose .embed-title", {.display = Display::block, .weight = 700}}},
    {Style::embed_text, {".prose .embed-text", {.display = Display::block, .ink = Ink::soft}}},
    {Style::embed_button, {".prose .embed-button", {.display = Display::block, .padding_top = 10, .padding_bottom = 10, .weight = 700, .ink = Ink::accent, .underline = Underline::always}}},
    {Style::embed_frame, {".prose .embed-frame", {.display = Display::picture, .island = true, .margin_top = 28, .background = Ink::wash}}},

    {Style::table_scroller, {".prose .table-scroller", {.display = Display::scroller, .margin_top = 24}}},
    {Style::footnotes, {".prose .footnotes",
        {.display = Display::block, .margin_top = 36, .padding_top = 16, .border_top = rule_border, .size = 15, .line_height = 24}}},
    {Style::footnote_link, {".prose .footnote-link", {.display = Display::inline_, .ink = Ink::link, .underline = Underline::always}}},
    {Style::enlarge, {"a.enlarge", {.display = Display::inline_, .underline = Underline::never}}},
};

constexpr Declaration mono_code{.display = Display::inline_, .family = Family::mono, .relative_size = 0.86F};

struct RoleRule {
    Role role;
    int level;  // of a heading; 0: any
    Rule rule;
};

constexpr RoleRule prose_rules[] = {
    {Role::paragraph, 0, {".prose p", {.display = Display::block, .margin_top = 20}}},
    {Role::heading, 1, {".prose h1", {.display = Display::block, .margin_top = 44, .size = 30, .line_height = 38, .weight = 700, .tracking = -0.015F}}},
    {Role::heading, 2, {".prose h2", {.display = Display::block, .margin_top = 40, .size = 26, .line_height = 34, .weight = 700, .tracking = -0.015F}, {.size = 28, .line_height = 36}}},
    {Role::heading, 3, {".prose h3", {.display = Display::block, .margin_top = 32, .size = 21, .line_height = 28, .weight = 700, .tracking = -0.01F}, {.size = 22, .line_height = 30}}},
    {Role::heading, 4, {".prose h4", {.display = Display::block, .margin_top = 28, .size = 18, .line_height = 26, .weight = 700}}},
    {Role::heading, 5, {".prose h5", {.display = Display::block, .margin_top = 24, .family = Family::sans, .size = 15, .line_height = 22, .weight = 700}}},
    {Role::heading, 6, {".prose h6", {.display = Display::block, .margin_top = 24, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.06F, .letter_case = Case::upper}}},
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
    {Role::caption, 0, {".prose figcaption", {.display = Display::block, .margin_top = 8, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
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

const Rule* rule_of(const page::Node& node, bool in_prose) {
    // Indexed once: rule_of is asked for every node of every layout.
    static const auto by_style = [] {
        std::array<const Rule*, page::style_count> index{};
        for (const StyleRule& entry : style_rules) {
            index[static_cast<std::size_t>(entry.style)] = &entry.rule;
        }
        return index;
    }();
    if (node.style != Style::none) return by_style[static_cast<std::size_t>(node.style)];
    if (!in_prose) return nullptr;
    int variant = 0;
    if (node.role == Role::heading) variant = node.level;
    if (node.role == Role::list) variant = node.ordered ? 1 : 0;
    if (node.role == Role::table_cell) variant = node.heading_cell ? 1 : 0;
    for (const RoleRule& entry : prose_rules) {
        if (entry.role == node.role && entry.level == variant) return &entry.rule;
    }
    return nullptr;
}

const std::vector<const Rule*>& all_rules() {
    static const std::vector<const Rule*> rules = [] {
        std::vector<const Rule*> list;
        // The author's own elements first, so that the few named ones inside can differ.
        for (const RoleRule& entry : prose_rules) list.push_back(&entry.rule);
        for (const StyleRule& entry : style_rules) list.push_back(&entry.rule);
        return list;
    }();
    return rules;
}

const Theme& default_theme() {
    static const Theme theme{
        // ink, soft, rule, hairline, wash, paper, accent, link, none, keyword, string, comment
        .light = {Color{0x1b, 0x1a, 0x17}, Color{0x5d, 0x5a, 0x52}, Color{0xd9, 0xd5, 0xca},
                  Color{0xe8, 0xe5, 0xdc}, Color{0xf2, 0xef, 0xe7}, Color{0xfb, 0xfa, 0xf7},
                  Color{0x9b, 0x1c, 0x2e}, Color{0x7a, 0x15, 0x26}, Color{},
                  Color{0x7a, 0x15, 0x26}, Color{0x2f, 0x5d, 0x50}, Color{0x6b, 0x67, 0x5d},
                  Color{0x1f, 0x4e, 0x79}},
        .dark = {Color{0xec, 0xe8, 0xdf}, Color{0xa5, 0xa0, 0x95}, Color{0x3a, 0x38, 0x33},
                 Color{0x2a, 0x29, 0x25}, Color{0x1f, 0x1e, 0x1b}, Color{0x16, 0x16, 0x14},
                 Color{0xe8, 0x80, 0x8c}, Color{0xf0, 0xa3, 0xac}, Color{}, Color{0xf0, 0xa3, 0xac},
                 Color{0x9c, 0xc9, 0xb6}, Color{0x9a, 0x95, 0x8a}, Color{0x9d, 0xc1, 0xe6}},
        .families = {"Charter,\"Iowan Old Style\",\"Noto Serif\",Georgia,serif",
                     "Inter,\"Helvetica Neue\",\"Noto Sans\",Arial,sans-serif",
                     "\"SF Mono\",\"Cascadia Mono\",\"Noto Sans Mono\",Menlo,Consolas,monospace"}};
    return theme;
}

}  // namespace broadsheet::theme
