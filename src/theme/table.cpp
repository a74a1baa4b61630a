// The table of styles. Sizes and line heights follow one scale: labels 13/20, small headings 15/20,
// base 17/28, article 19/31, standfirst 21/32, heading 28/36, lead 44/50, title 48/54, masthead
// 60/64. Rules structure the page. There are no boxes or shadows.
#include <array>

#include "page/style_names.h"
#include "theme/borders.h"
#include "theme/prose_rules.h"
#include "theme/theme.h"

namespace broadsheet::theme {

namespace {

using page::Role;
using page::Style;

constexpr float page_width = 1272;  // 1224 plus the gutters
constexpr float gutter = 24;
constexpr float phone_gutter = 18;

struct StyleRule {
    Style style;
    Rule rule;
};

constexpr Declaration wide_gutters{.padding_start = gutter, .padding_end = gutter};

// clang-format off
constexpr Declaration middle_grid{.display = Display::grid, .max_width = page_width, .centered = true, .padding_top = 20, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 48, .tracks = Tracks{-1}};
constexpr Declaration middle_gutters{.padding_top = 28, .padding_start = gutter, .padding_end = gutter};

// A style's declarations for phones, then the differences on tablets, then those on desktops. Rows
// with a selector of their own are for rules that depend on more than the class.
#define LOOK(name, ...) {Style::name, {page::selector_of(Style::name), __VA_ARGS__}}

constexpr StyleRule style_rules[] = {
    LOOK(page, {.display = Display::column}),
    LOOK(skip_link, {.display = Display::hidden_until_focus, .family = Family::sans, .size = 15, .line_height = 20, .weight = 600}),

    LOOK(top_bar, {.display = Display::block, .anchor = true, .border_bottom = hairline_border}),
    LOOK(top_bar_inner,
        {.display = Display::row, .max_width = page_width, .min_height = 40, .centered = true, .padding_top = 8, .padding_bottom = 8, .padding_start = phone_gutter, .padding_end = phone_gutter, .column_gap = 12, .justify = Justify::space_between, .align = Align::center, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}, wide_gutters),
    LOOK(top_bar_end, {.display = Display::row, .column_gap = 20, .align = Align::center}),
    LOOK(date_line, {.display = Display::none}, {.display = Display::block}),
    LOOK(date_line_short, {.display = Display::block}, {.display = Display::none}),
    LOOK(utility_menu, {.display = Display::none},
        {.display = Display::row, .column_gap = 20}),
    LOOK(utility_item, {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .underline = Underline::on_hover}),
    LOOK(utility_group, {.display = Display::block, .anchor = true}),
    LOOK(utility_summary, {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .underline = Underline::on_hover}),
    LOOK(menu_panel,
        {.display = Display::popover, .width = 200, .side = Side::end, .margin_top = 8, .padding_top = 8, .padding_bottom = 8, .border_top = Border{2, Ink::accent, false}, .border_bottom = rule_border, .background = Ink::wash}),
    LOOK(menu_link,
        {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .padding_start = 16, .padding_end = 16, .ink = Ink::ink, .underline = Underline::on_hover}),
    LOOK(settings, {.display = Display::block}),
    LOOK(settings_summary,
        {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .padding_start = 8, .padding_end = 8, .family = Family::serif, .size = 16, .line_height = 20, .weight = 700, .ink = Ink::ink, .underline = Underline::on_hover}),
    LOOK(settings_panel,
        {.display = Display::popover, .width = 320, .side = Side::end, .padding_top = 16, .padding_bottom = 20, .padding_start = 20, .padding_end = 20, .border_top = Border{2, Ink::accent, false}, .border_bottom = rule_border, .background = Ink::wash, .row_gap = 12}),
    LOOK(settings_row, {.display = Display::grid, .column_gap = 12, .tracks = Tracks{76, -1}}),
    LOOK(settings_label, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::soft}),
    LOOK(options, {.display = Display::row, .column_gap = 4, .wrap = true, .ink = Ink::ink}),
    LOOK(option, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 10, .padding_end = 10, .border_bottom = Border{2, Ink::wash, false}, .underline = Underline::on_hover}),
    LOOK(option_pressed, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 10, .padding_end = 10, .border_bottom = Border{2, Ink::accent, false}, .weight = 700}),

    LOOK(masthead,
        {.display = Display::row, .anchor = true, .padding_top = 8, .padding_bottom = 8, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_bottom = masthead_border, .justify = Justify::space_between, .align = Align::center},
        {.display = Display::column, .padding_top = 28, .padding_bottom = 18, .padding_start = 0, .padding_end = 0, .border_bottom = Border{}, .row_gap = 2}),
    LOOK(masthead_start,
        {.display = Display::row, .anchor = true, .padding_top = 8, .padding_bottom = 8, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_bottom = masthead_border, .justify = Justify::space_between, .align = Align::center},
        {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 28, .padding_bottom = 18, .padding_start = gutter, .padding_end = gutter, .border_bottom = Border{}, .row_gap = 2, .align = Align::start}),
    LOOK(phone_menu, {.display = Display::block}, {.display = Display::none}),
    LOOK(phone_menu_button, {.display = Display::block, .width = 44, .padding_top = 8, .padding_bottom = 8, .family = Family::sans, .size = 26, .line_height = 28}),
    LOOK(phone_spacer, {.display = Display::block, .width = 44}, {.display = Display::none}),
    LOOK(phone_panel,
        {.display = Display::popover, .side = Side::stretch, .padding_top = 8, .padding_bottom = 24, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_top = masthead_border, .border_bottom = ink_border, .background = Ink::wash, .family = Family::sans, .size = 15, .line_height = 20}),
    LOOK(phone_panel_link, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .weight = 700}),
    LOOK(phone_panel_nested, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 16, .ink = Ink::soft}),
    LOOK(masthead_title,
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.02F},
        {.size = 60, .line_height = 68}),
    LOOK(tagline, {.display = Display::none},
        {.display = Display::block, .size = 15, .line_height = 20, .italic = true, .ink = Ink::soft}),

    LOOK(main_menu_band,
        {.display = Display::none},
        {.display = Display::block, .anchor = true, .border_top = masthead_border, .border_bottom = ink_border}),
    LOOK(main_menu_rule, {.display = Display::block, .border_top = masthead_border}),
    LOOK(main_menu,
        {.display = Display::row, .max_width = page_width, .centered = true, .padding_start = phone_gutter, .padding_end = phone_gutter, .column_gap = 10, .justify = Justify::center, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.06F, .letter_case = Case::upper},
        {.padding_start = gutter, .padding_end = gutter}, {.column_gap = 20}),
    LOOK(main_menu_entry, {.display = Display::row, .column_gap = 0}),
    LOOK(main_menu_branch, {.display = Display::block}),
    LOOK(menu_caret, {.display = Display::block, .width = 28, .padding_top = 12, .padding_bottom = 12, .weight = 400, .tracking = 0, .ink = Ink::soft, .text_align = TextAlign::center}),
    LOOK(mega_panel,
        {.display = Display::popover, .side = Side::stretch, .border_bottom = ink_border, .background = Ink::wash}),
    LOOK(mega_grid,
        {.display = Display::grid, .max_width = page_width, .centered = true, .padding_top = 20, .padding_bottom = 24, .padding_start = gutter, .padding_end = gutter, .row_gap = 20, .column_gap = 24, .tracks = Tracks{-1, -1, -1}, .family = Family::sans, .size = 14, .line_height = 20, .weight = 400, .tracking = 0, .letter_case = Case::as_written},
        {}, {.tracks = Tracks{-1, -1, -1, -1}}),
    LOOK(mega_group, {.display = Display::column}),
    LOOK(mega_title, {.display = Display::block, .padding_top = 6, .padding_bottom = 6, .border_bottom = rule_border, .weight = 700, .underline = Underline::on_hover}),
    LOOK(mega_link, {.display = Display::block, .padding_top = 5, .padding_bottom = 5, .ink = Ink::soft, .underline = Underline::on_hover}),
    LOOK(mega_all, {.display = Display::block, .padding_top = 6, .padding_bottom = 6, .weight = 700, .ink = Ink::accent, .underline = Underline::on_hover}),
    LOOK(main_menu_item,
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .underline = Underline::on_hover}),
    LOOK(main_menu_current,
        {.display = Display::block, .padding_top = 12, .padding_bottom = 9, .border_bottom = Border{3, Ink::accent, false}, .ink = Ink::accent}),

    LOOK(footer, {.display = Display::block, .margin_top = 64, .border_top = masthead_border}),
    LOOK(footer_inner,
        {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 28, .padding_bottom = 40, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 10, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}, wide_gutters),
    LOOK(footer_title,
        {.display = Display::block, .family = Family::serif, .size = 26, .line_height = 32, .weight = 700, .tracking = -0.015F, .ink = Ink::ink}),
    LOOK(footer_menu, {.display = Display::row, .row_gap = 0, .column_gap = 22, .wrap = true}),
    LOOK(footer_text, {.display = Display::block}),
    LOOK(footer_row, {.display = Display::row, .row_gap = 0, .column_gap = 22, .wrap = true}),
    LOOK(footer_button, {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .ink = Ink::link, .underline = Underline::on_hover}),

    LOOK(front_grid,
        {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 20, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 56},
        {.padding_top = 28, .padding_start = gutter, .padding_end = gutter}),
    LOOK(front_column, {.display = Display::column, .row_gap = 36}, {.row_gap = 48}),
    LOOK(front_sidebar, {.display = Display::grid, .row_gap = 36, .tracks = Tracks{-1}},
        {.column_gap = 40, .tracks = Tracks{-1, -1}}, {.tracks = Tracks{-1, -1, -1, -1}}),
    LOOK(list_grid,
        middle_grid, middle_gutters,
        {.column_gap = 64, .tracks = Tracks{-1, 266}}),
    LOOK(article_grid,
        middle_grid, middle_gutters,
        {.column_gap = 39, .tracks = Tracks{200, -1, 266}}),
    LOOK(list_grid_start, middle_grid, middle_gutters,
        {.column_gap = 64, .tracks = Tracks{266, -1}}),
    LOOK(list_alone, middle_grid, middle_gutters),
    LOOK(article_grid_start, middle_grid, middle_gutters,
        {.column_gap = 39, .tracks = Tracks{266, 200, -1}}),
    LOOK(article_alone, middle_grid, middle_gutters,
        {.column_gap = 39, .tracks = Tracks{200, -1}}),
    LOOK(single_column,
        {.display = Display::block, .max_width = 728, .centered = true, .padding_top = 20, .padding_start = phone_gutter, .padding_end = phone_gutter},
        {.padding_top = 28, .padding_start = gutter, .padding_end = gutter}),
    LOOK(main_column, {.display = Display::column, .row_gap = 32}),
    LOOK(sidebar, {.display = Display::grid, .row_gap = 36, .tracks = Tracks{-1}},
        {.column_gap = 48, .tracks = Tracks{-1, -1}}, {.tracks = Tracks{-1}}),

    LOOK(lead, {.display = Display::grid, .row_gap = 28, .tracks = Tracks{-1}},
        {.column_gap = 32, .tracks = Tracks{-1.7F, -1}}, {.column_gap = 48, .tracks = Tracks{-2.1F, -1}}),
    LOOK(lead_plain, {.display = Display::grid, .row_gap = 28, .tracks = Tracks{-1}}),
    LOOK(lead_story, {.display = Display::column, .row_gap = 8}),
    LOOK(lead_picture, {.display = Display::picture, .background = Ink::wash, .aspect = 1.5F}),
    LOOK(lead_title,
        {.display = Display::block, .margin_top = 0, .size = 32, .line_height = 38, .weight = 700, .tracking = -0.018F},
        {.size = 38, .line_height = 44}, {.size = 44, .line_height = 50}),
    LOOK(lead_excerpt, {.display = Display::block, .size = 18, .line_height = 28},
        {.size = 19, .line_height = 30}),
    LOOK(lead_excerpt_plain,
        {.display = Display::block, .max_width = 820, .size = 19, .line_height = 30}, {.size = 21, .line_height = 34}),
    LOOK(secondary_plain, {.display = Display::grid, .row_gap = 18, .tracks = Tracks{-1}},
        {.column_gap = 32, .tracks = Tracks{-1, -1}}, {.column_gap = 48, .tracks = Tracks{-1, -1}}),
    LOOK(secondary, {.display = Display::column, .row_gap = 18}),
    LOOK(secondary_story,
        {.display = Display::column, .padding_top = 16, .border_top = rule_border, .row_gap = 4}),
    LOOK(secondary_title,
        {.display = Display::block, .size = 20, .line_height = 26, .weight = 700, .tracking = -0.01F}, {}, {.size = 23, .line_height = 29}),
    LOOK(secondary_excerpt,
        {.display = Display::block, .size = 16, .line_height = 24, .ink = Ink::soft}),
    LOOK(section_bar,
        {.display = Display::row, .padding_top = 10, .border_top = ink_border, .row_gap = 2, .column_gap = 20, .justify = Justify::space_between, .align = Align::center, .wrap = true, .family = Family::sans}),
    LOOK(section_title,
        {.display = Display::block, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.08F, .letter_case = Case::upper}),
    LOOK(section_more,
        {.display = Display::block, .size = 13, .line_height = 20, .ink = Ink::soft, .underline = Underline::on_hover}),
    LOOK(card_grid, {.display = Display::grid, .row_gap = 28, .column_gap = 24, .tracks = Tracks{-1}},
        {.tracks = Tracks{-1, -1, -1}}),
    LOOK(grid_card, {.display = Display::column, .row_gap = 6}),
    LOOK(grid_picture, {.display = Display::picture, .background = Ink::wash, .aspect = 1.6F}),
    LOOK(grid_title,
        {.display = Display::block, .size = 20, .line_height = 26, .weight = 700, .tracking = -0.01F}),
    LOOK(region, {.display = Display::column, .row_gap = 18}),
    LOOK(region_grid, {.display = Display::grid, .row_gap = 44, .tracks = Tracks{-1}},
        {.column_gap = 48, .tracks = Tracks{-1, -1}}),
    LOOK(region_lead, {.display = Display::grid, .row_gap = 10, .tracks = Tracks{-1}}, {},
        {.column_gap = 24, .tracks = Tracks{-1, -1.1F}}),
    LOOK(region_picture, {.display = Display::picture, .background = Ink::wash, .aspect = 1.5F}),
    LOOK(region_lead_title,
        {.display = Display::block, .size = 23, .line_height = 29, .weight = 700, .tracking = -0.012F},
        {.size = 25, .line_height = 31}),
    LOOK(story_list, {.display = Display::column}),
    LOOK(story_item, {.display = Display::column, .padding_top = 10, .padding_bottom = 10, .border_bottom = hairline_border, .row_gap = 2}),
    LOOK(story_title,
        {.display = Display::block, .size = 17, .line_height = 23, .weight = 700, .tracking = -0.006F}),
    LOOK(story_date, {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),

    LOOK(kicker,
        {.display = Display::block, .family = Family::sans, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::accent}),
    LOOK(meta,
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(new_mark, {.display = Display::inline_, .weight = 700, .ink = Ink::accent}),
    LOOK(keep_button, {.display = Display::inline_, .line_height = 20, .underline = Underline::on_hover}),
    LOOK(list_header, {.display = Display::column, .row_gap = 10}),
    LOOK(list_title,
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.018F},
        {.size = 48, .line_height = 54}),
    LOOK(list_description,
        {.display = Display::block, .max_width = 680, .size = 18, .line_height = 28, .ink = Ink::soft}),
    LOOK(list_portrait,
        {.display = Display::picture, .width = 96, .background = Ink::wash, .radius = 48, .aspect = 1}),
    LOOK(list_count,
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(list_facts, {.display = Display::row, .column_gap = 18, .align = Align::center, .wrap = true}),
    LOOK(feed_link,
        {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(card_list, {.display = Display::column, .row_gap = 24}),
    LOOK(card, {.display = Display::grid, .padding_top = 20, .border_top = rule_border, .row_gap = 12, .tracks = Tracks{-1}}, {.column_gap = 28, .tracks = Tracks{220, -1}}),
    LOOK(card_plain, {.display = Display::column, .padding_top = 20, .border_top = rule_border}),
    LOOK(card_picture, {.display = Display::picture, .background = Ink::wash, .aspect = 1.5F}),
    LOOK(card_body, {.display = Display::column, .row_gap = 4}),
    LOOK(card_title,
        {.display = Display::block, .size = 22, .line_height = 28, .weight = 700, .tracking = -0.012F},
        {.size = 25, .line_height = 31}),
    LOOK(card_excerpt, {.display = Display::block, .size = 16, .line_height = 25, .ink = Ink::soft}),
    LOOK(pagination,
        {.display = Display::row, .padding_top = 8, .border_top = ink_border, .column_gap = 4, .justify = Justify::start, .wrap = true, .family = Family::sans, .size = 14, .line_height = 20}),
    LOOK(page_link,
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .padding_start = 12, .padding_end = 12, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(page_current,
        {.display = Display::block, .padding_top = 12, .padding_bottom = 9, .padding_start = 12, .padding_end = 12, .border_bottom = Border{3, Ink::accent, false}, .weight = 700}),
    LOOK(page_gap,
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::soft}),

    LOOK(contents, {.display = Display::none}, {},
        {.display = Display::block, .island = true, .family = Family::sans, .size = 14, .line_height = 20}),
    LOOK(contents_title,
        {.display = Display::block, .padding_top = 10, .padding_bottom = 6, .border_bottom = rule_border, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}),
    LOOK(contents_list, {.display = Display::column, .padding_top = 8, .row_gap = 0}),
    LOOK(contents_item,
        {.display = Display::block, .padding_top = 5, .padding_bottom = 5, .padding_start = 10, .border_start = Border{2, Ink::paper, false}, .ink = Ink::soft, .underline = Underline::on_hover}),
    LOOK(contents_inline,
        {.display = Display::block, .padding_bottom = 12, .border_bottom = rule_border, .family = Family::sans, .size = 14, .line_height = 20}, {}, {.display = Display::none}),
    LOOK(contents_inline_title,
        {.display = Display::block, .padding_top = 12, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}),
    LOOK(contents_nested, {.display = Display::column, .padding_start = 14}),
    LOOK(article, {.display = Display::column, .row_gap = 24}),
    LOOK(article_header, {.display = Display::column, .row_gap = 12}),
    LOOK(breadcrumbs,
        {.display = Display::row, .row_gap = 0, .column_gap = 8, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(breadcrumb, {.display = Display::row, .column_gap = 8, .underline = Underline::on_hover}),
    LOOK(breadcrumb_separator, {.display = Display::block, .ink = Ink::rule}),
    LOOK(article_title,
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.018F},
        {.size = 48, .line_height = 54}),
    LOOK(standfirst,
        {.display = Display::block, .size = 19, .line_height = 29, .italic = true, .ink = Ink::soft},
        {.size = 21, .line_height = 32}),
    LOOK(byline,
        {.display = Display::column, .margin_top = 4, .padding_top = 12, .padding_bottom = 12, .border_top = rule_border, .border_bottom = rule_border, .row_gap = 6, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(byline_row, {.display = Display::grid, .column_gap = 14, .tracks = Tracks{40, -1}}),
    LOOK(byline_portrait, {.display = Display::picture, .background = Ink::wash, .radius = 20, .aspect = 1}),
    LOOK(byline_text, {.display = Display::column}),
    LOOK(byline_name, {.display = Display::inline_, .weight = 700, .ink = Ink::ink, .underline = Underline::on_hover}),
    LOOK(article_figure, {.display = Display::column, .row_gap = 8}),
    LOOK(article_picture, {.display = Display::picture, .background = Ink::wash}),
    LOOK(article_caption,
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(share, {.display = Display::row, .row_gap = 0, .column_gap = 16, .align = Align::center, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20}),
    LOOK(share_label, {.display = Display::block, .size = 12, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}),
    LOOK(share_link, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(share_button, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(prose, {.display = Display::block, .size = 18, .line_height = 29}, {.size = 19, .line_height = 31}),
    LOOK(article_tags,
        {.display = Display::row, .padding_top = 8, .border_top = ink_border, .row_gap = 0, .column_gap = 18, .wrap = true, .family = Family::sans, .size = 14, .line_height = 20}),
    LOOK(tags_label,
        {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .size = 12, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}),
    LOOK(tag_link,
        {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(neighbours,
        {.display = Display::grid, .padding_top = 20, .border_top = rule_border, .row_gap = 24, .column_gap = 32, .tracks = Tracks{-1}}, {.tracks = Tracks{-1, -1}}),
    LOOK(neighbour_previous, {.display = Display::column, .row_gap = 4}),
    LOOK(neighbour_next, {.display = Display::column, .row_gap = 4},
        {.text_align = TextAlign::end}),
    LOOK(neighbour_label,
        {.display = Display::block, .family = Family::sans, .size = 12, .line_height = 20, .weight = 700, .tracking = 0.07F, .letter_case = Case::upper, .ink = Ink::soft}),
    LOOK(neighbour_title,
        {.display = Display::block, .size = 18, .line_height = 24, .weight = 700, .tracking = -0.008F, .underline = Underline::on_hover}),
    LOOK(author_box, {.display = Display::grid, .padding_top = 20, .border_top = ink_border, .column_gap = 20, .tracks = Tracks{64, -1}}, {.tracks = Tracks{80, -1}}),
    LOOK(author_box_plain, {.display = Display::block, .padding_top = 20, .border_top = ink_border}),
    LOOK(author_portrait, {.display = Display::picture, .background = Ink::wash, .radius = 40, .aspect = 1}),
    LOOK(author_text, {.display = Display::column, .row_gap = 4}),
    LOOK(author_name, {.display = Display::block, .size = 18, .line_height = 24, .weight = 700, .tracking = -0.008F}),
    LOOK(author_biography, {.display = Display::block, .size = 16, .line_height = 25, .ink = Ink::soft}),
    LOOK(related_bar, {.display = Display::column, .row_gap = 18}),
    LOOK(related_grid, {.display = Display::grid, .row_gap = 28, .column_gap = 24, .tracks = Tracks{-1}},
        {.tracks = Tracks{-1, -1, -1}}),
    LOOK(comments, {.display = Display::column, .row_gap = 18}),
    LOOK(comment_list, {.display = Display::column, .row_gap = 28}),
    LOOK(comment_replies, {.display = Display::column, .margin_top = 12, .padding_start = 14, .border_start = rule_border, .row_gap = 16}, {.padding_start = 24}),
    LOOK(comment, {.display = Display::column, .row_gap = 2}),
    LOOK(comment_head, {.display = Display::row, .row_gap = 0, .column_gap = 10, .wrap = true, .family = Family::sans, .size = 13, .line_height = 20}),
    LOOK(comment_author, {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .weight = 700}),
    LOOK(comment_date, {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .ink = Ink::soft, .underline = Underline::on_hover}),
    LOOK(comment_answer, {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .ink = Ink::soft, .underline = Underline::on_hover}),

    LOOK(widget, {.display = Display::column, .padding_top = 10, .border_top = ink_border, .row_gap = 12}),
    LOOK(widget_title,
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700, .tracking = 0.08F, .letter_case = Case::upper}),
    LOOK(recent_list, {.display = Display::column, .row_gap = 16}),
    LOOK(recent_item, {.display = Display::grid, .column_gap = 14, .tracks = Tracks{76, -1}}),
    LOOK(recent_picture, {.display = Display::picture, .background = Ink::wash, .aspect = 1.3F}),
    LOOK(recent_text, {.display = Display::column, .row_gap = 2}),
    LOOK(recent_title,
        {.display = Display::block, .size = 15, .line_height = 20, .weight = 700, .underline = Underline::on_hover}),
    LOOK(recent_date,
        {.display = Display::block, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(calendar,
        {.display = Display::even_table, .max_width = 266, .family = Family::sans, .size = 13, .line_height = 20, .text_align = TextAlign::center}),
    LOOK(calendar_caption, {.display = Display::block, .size = 16, .line_height = 24, .weight = 700}),
    LOOK(calendar_head, {.padding_top = 4, .padding_bottom = 4, .ink = Ink::soft}),
    LOOK(calendar_cell, {}),
    LOOK(calendar_day, {.display = Display::block, .padding_top = 5, .padding_bottom = 5}),
    LOOK(calendar_linked,
        {.display = Display::block, .padding_top = 5, .padding_bottom = 5, .weight = 700, .ink = Ink::accent, .underline = Underline::on_hover}),
    LOOK(calendar_today,
        {.display = Display::block, .width = 30, .centered = true, .padding_top = 5, .padding_bottom = 5, .background = Ink::accent, .radius = 15, .weight = 700, .ink = Ink::paper}),
    LOOK(calendar_steps,
        {.display = Display::row, .max_width = 266, .justify = Justify::space_between, .family = Family::sans, .size = 13, .line_height = 20}),
    LOOK(calendar_step,
        {.display = Display::block, .padding_top = 6, .padding_bottom = 6, .ink = Ink::soft, .underline = Underline::on_hover}),
    LOOK(tag_cloud, {.display = Display::block, .line_height = 32}),
    LOOK(cloud_item, {.display = Display::inline_}),
    LOOK(cloud_tag, {.display = Display::inline_, .underline = Underline::on_hover}),
    LOOK(cloud_count, {.display = Display::inline_, .family = Family::sans, .size = 11, .ink = Ink::soft}),
    LOOK(count_list, {.display = Display::column}),
    LOOK(count_row,
        {.display = Display::row, .padding_top = 6, .padding_bottom = 5, .border_bottom = hairline_border, .column_gap = 12, .justify = Justify::space_between, .family = Family::sans, .size = 14, .line_height = 20}),
    LOOK(count_link, {.display = Display::block, .underline = Underline::on_hover}),
    LOOK(count_number, {.display = Display::block, .size = 13, .ink = Ink::soft}),
    LOOK(category_children, {.display = Display::column, .padding_start = 14}),

    LOOK(search_summary,
        {.display = Display::block, .padding_top = 2, .padding_bottom = 2, .weight = 700, .ink = Ink::ink, .underline = Underline::on_hover}),
    LOOK(search_panel,
        {.display = Display::popover, .side = Side::stretch, .padding_top = 16, .padding_bottom = 16, .padding_start = phone_gutter, .padding_end = phone_gutter, .border_top = Border{2, Ink::accent, false}, .border_bottom = rule_border, .background = Ink::wash, .row_gap = 10, .family = Family::sans, .size = 14, .line_height = 20, .ink = Ink::ink},
        {.width = 560, .side = Side::end, .padding_start = gutter, .padding_end = gutter}),
    LOOK(search_form,
        {.display = Display::grid, .island = true, .border_bottom = ink_border, .column_gap = 8, .tracks = Tracks{-1, 72}, .family = Family::serif, .size = 20, .line_height = 28}),
    LOOK(search_form_large,
        {.display = Display::grid, .max_width = 680, .island = true, .margin_top = 12, .border_bottom = ink_border, .column_gap = 8, .tracks = Tracks{-1, 80}, .size = 24, .line_height = 32}),
    LOOK(search_input, {.display = Display::block, .min_height = 44, .white_space = WhiteSpace::preserve}),
    LOOK(search_submit,
        {.display = Display::block, .min_height = 44, .padding_top = 12, .padding_bottom = 12, .family = Family::sans, .size = 14, .line_height = 20, .weight = 700, .ink = Ink::accent, .text_align = TextAlign::end}),
    LOOK(search_status, {.display = Display::block, .size = 13, .line_height = 20, .ink = Ink::soft}),
    LOOK(search_hits, {.display = Display::column}),
    LOOK(search_hit, {.display = Display::column, .padding_top = 8, .padding_bottom = 8, .border_bottom = hairline_border, .row_gap = 2}),
    LOOK(search_hit_title, {.display = Display::block, .family = Family::serif, .size = 17, .line_height = 22, .weight = 700, .underline = Underline::on_hover}),
    LOOK(search_all, {.display = Display::block, .padding_top = 10, .padding_bottom = 6, .weight = 700, .ink = Ink::accent, .underline = Underline::on_hover}),
    LOOK(search_mark, {.display = Display::inline_, .ink = Ink::accent}),
    LOOK(search_order, {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(search_order_current, {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .family = Family::sans, .size = 13, .line_height = 20, .weight = 700}),

    LOOK(notice, {.display = Display::column, .padding_top = 24, .padding_bottom = 24, .row_gap = 14}),
    LOOK(notice_title,
        {.display = Display::block, .size = 34, .line_height = 40, .weight = 700, .tracking = -0.018F}),
    LOOK(notice_text, {.display = Display::block, .max_width = 680, .size = 18, .line_height = 28}),
    LOOK(notice_button,
        {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .family = Family::sans, .size = 15, .line_height = 20, .weight = 700, .ink = Ink::accent, .underline = Underline::always}),
    LOOK(matches, {.display = Display::column}),
    LOOK(match_link, {.display = Display::block, .padding_top = 10, .padding_bottom = 10, .border_bottom = hairline_border, .size = 18, .line_height = 24, .ink = Ink::link, .underline = Underline::on_hover}),
    LOOK(consent, {.display = Display::fixed, .island = true, .border_top = ink_border, .background = Ink::wash, .family = Family::sans, .size = 15, .line_height = 22}),
    LOOK(consent_inner, {.display = Display::column, .max_width = page_width, .centered = true, .padding_top = 16, .padding_bottom = 16, .padding_start = phone_gutter, .padding_end = phone_gutter, .row_gap = 8},
        {.display = Display::row, .padding_start = gutter, .padding_end = gutter, .column_gap = 24, .justify = Justify::space_between, .align = Align::center}, {}),
    LOOK(consent_text, {.display = Display::block}, {.max_width = 460}, {.max_width = 700}),
    LOOK(consent_buttons, {.display = Display::row, .column_gap = 20}),
    LOOK(consent_button, {.display = Display::block, .padding_top = 12, .padding_bottom = 12, .weight = 700, .ink = Ink::accent, .underline = Underline::always}),
    LOOK(advertisement, {.display = Display::column, .row_gap = 4, .align = Align::center}),
    LOOK(advertisement_label, {.display = Display::block, .family = Family::sans, .size = 11, .line_height = 16, .tracking = 0.06F, .letter_case = Case::upper, .ink = Ink::soft}),
    LOOK(advertisement_picture, {.display = Display::picture, .background = Ink::wash}),
    LOOK(advertisement_frame, {.display = Display::picture, .island = true}),

    {Style::code_block, {".prose .code-block", {.display = Display::column, .margin_top = 24, .background = Ink::wash}}},
    {Style::code_bar, {".prose .code-bar", {.display = Display::row, .padding_start = 16, .padding_end = 16, .border_bottom = hairline_border, .column_gap = 16, .justify = Justify::space_between, .align = Align::center, .family = Family::sans, .size = 12, .line_height = 20, .ink = Ink::soft}}},
    {Style::code_language, {".prose .code-language", {.display = Display::block, .padding_top = 8, .padding_bottom = 8}}},
    {Style::code_copy, {".prose .code-copy", {.display = Display::block, .padding_top = 8, .padding_bottom = 8, .weight = 700, .ink = Ink::link, .underline = Underline::on_hover}}},
    {Style::code_keyword, {".prose .code-keyword", {.ink = Ink::code_keyword}}},
    {Style::code_string, {".prose .code-string", {.ink = Ink::code_string}}},
    {Style::code_comment, {".prose .code-comment", {.ink = Ink::code_comment}}},
    {Style::code_name, {".prose .code-name", {.ink = Ink::code_name}}},
    {Style::embed, {".prose .embed", {.display = Display::column, .margin_top = 28, .padding_top = 20, .padding_bottom = 20, .padding_start = 20, .padding_end = 20, .border_top = ink_border, .border_bottom = rule_border, .background = Ink::wash, .row_gap = 8, .family = Family::sans, .size = 15, .line_height = 22}}},
    {Style::embed_title, {".prose .embed-title", {.display = Display::block, .margin_top = 0, .weight = 700}}},
    {Style::embed_text, {".prose .embed-text", {.display = Display::block, .margin_top = 0, .ink = Ink::soft}}},
    {Style::embed_button, {".prose .embed-button", {.display = Display::block, .padding_top = 10, .padding_bottom = 10, .weight = 700, .ink = Ink::accent, .underline = Underline::always}}},
    {Style::gallery, {".prose .gallery", {.display = Display::grid, .row_gap = 12, .column_gap = 12, .tracks = Tracks{-1, -1}}, {.tracks = Tracks{-1, -1, -1}}}},
    {Style::gallery_item, {".prose .gallery-item", {.display = Display::block, .margin_top = 0}}},
    {Style::form, {".prose .form", {.display = Display::column, .max_width = 480, .island = true, .margin_top = 28, .row_gap = 16, .family = Family::sans, .size = 15, .line_height = 22}}},
    {Style::form_field, {".prose .form-field", {.display = Display::column, .row_gap = 4}}},
    {Style::form_label, {".prose .form-label", {.display = Display::block}}},
    {Style::form_input, {".prose .form-input", {.display = Display::block, .min_height = 44, .padding_start = 12, .padding_end = 12, .border_bottom = ink_border, .background = Ink::wash, .size = 16, .line_height = 24}}},
    {Style::form_area, {".prose .form-area", {.display = Display::block, .min_height = 168, .padding_top = 10, .padding_bottom = 10, .padding_start = 12, .padding_end = 12, .border_bottom = ink_border, .background = Ink::wash, .size = 16, .line_height = 24}}},
    {Style::form_check, {".prose .form-check", {.display = Display::row, .padding_top = 11, .padding_bottom = 11, .column_gap = 12, .align = Align::center}}},
    {Style::form_box, {".prose .form-box", {.display = Display::block, .width = 20, .min_height = 20}}},
    {Style::form_hidden, {".prose .form-hidden", {.display = Display::hidden_until_focus}}},
    {Style::form_button, {".prose .form-button", {.display = Display::block, .padding_top = 11, .padding_bottom = 11, .padding_start = 20, .padding_end = 20, .background = Ink::accent, .weight = 700, .ink = Ink::paper, .text_align = TextAlign::center}}},
    {Style::recording, {".prose .recording", {.display = Display::column, .margin_top = 28, .row_gap = 8}}},
    {Style::recording_sound, {".prose .recording-sound", {.display = Display::block, .min_height = 54, .island = true}}},
    {Style::recording_video, {".prose .recording-video", {.display = Display::picture, .island = true, .margin_top = 0, .background = Ink::wash}}},
    {Style::recording_text, {".prose .recording-text", {.display = Display::block, .margin_top = 0, .family = Family::sans, .size = 13, .line_height = 20, .ink = Ink::soft}}},
    {Style::embed_frame, {".prose .embed-frame", {.display = Display::picture, .island = true, .margin_top = 28, .background = Ink::wash}}},

    {Style::table_scroller, {".prose .table-scroller", {.display = Display::scroller, .margin_top = 24}}},
    {Style::footnotes, {".prose .footnotes",
        {.display = Display::block, .margin_top = 36, .padding_top = 16, .border_top = rule_border, .size = 15, .line_height = 24}}},
    {Style::comment_text, {".prose .comment-text", {.display = Display::block, .size = 16, .line_height = 25}}},
    {Style::footnote_link, {".prose .footnote-link", {.display = Display::inline_, .ink = Ink::link, .underline = Underline::always}}},
    {Style::enlarge, {"a.enlarge", {.display = Display::inline_, .underline = Underline::never}}},
};
#undef LOOK

// clang-format on

}  // namespace

const Rule* rule_of(const page::Node& node, bool in_prose) {
    // An index, because rule_of is called for every node of every layout.
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
    for (const RoleRule& entry : prose_rules()) {
        if (entry.role == node.role && entry.level == variant) return &entry.rule;
    }
    return nullptr;
}

const std::vector<const Rule*>& all_rules() {
    static const std::vector<const Rule*> rules = [] {
        std::vector<const Rule*> list;
        // Rules for an article's own elements come first, so that the few styles inside it can
        // override them.
        for (const RoleRule& entry : prose_rules()) list.push_back(&entry.rule);
        for (const StyleRule& entry : style_rules) list.push_back(&entry.rule);
        return list;
    }();
    return rules;
}

}  // namespace broadsheet::theme
