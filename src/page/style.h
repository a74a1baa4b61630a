// The names of looks. Each has one row in the theme's table, which gives the layout its numbers and
// the prerendered HTML its CSS. A view picks a name; it never knows a number.
//
// The author's own text needs hardly any: under `prose`, the element itself says what it is
// (`.prose h2`).
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::page {

enum class Style : std::uint8_t {
    none,
    // The frame of every page.
    page,
    skip_link,
    top_bar,
    top_bar_inner,
    date_line,
    utility_menu,
    utility_item,
    masthead,
    masthead_title,
    tagline,
    main_menu_band,
    main_menu_rule,
    main_menu,
    main_menu_item,
    main_menu_current,
    footer,
    footer_inner,
    footer_title,
    footer_menu,
    footer_text,
    // Arrangement of the middle.
    front_grid,
    list_grid,
    article_grid,
    single_column,
    main_column,
    sidebar,
    // Front page.
    lead,
    lead_story,
    lead_picture,
    lead_title,
    lead_excerpt,
    secondary,
    secondary_story,
    secondary_title,
    secondary_excerpt,
    section_bar,
    section_title,
    section_more,
    card_grid,
    grid_card,
    grid_picture,
    grid_title,
    // Cards and lists.
    kicker,
    meta,
    list_header,
    list_title,
    list_description,
    list_portrait,
    list_count,
    card_list,
    card,
    card_picture,
    card_body,
    card_title,
    card_excerpt,
    pagination,
    page_link,
    page_current,
    page_gap,
    // Article.
    contents,
    contents_title,
    contents_list,
    contents_item,
    contents_nested,
    article,
    article_header,
    breadcrumbs,
    breadcrumb,
    breadcrumb_separator,
    article_title,
    standfirst,
    byline,
    byline_name,
    article_figure,
    article_picture,
    article_caption,
    prose,
    article_tags,
    tags_label,
    tag_link,
    neighbours,
    neighbour_previous,
    neighbour_next,
    neighbour_label,
    neighbour_title,
    // Sidebar.
    widget,
    widget_title,
    recent_list,
    recent_item,
    recent_picture,
    recent_text,
    recent_title,
    recent_date,
    calendar,
    calendar_caption,
    calendar_head,
    calendar_cell,
    calendar_day,
    calendar_linked,
    calendar_today,
    calendar_steps,
    calendar_step,
    tag_cloud,
    cloud_item,
    cloud_tag,
    cloud_count,
    count_list,
    count_row,
    count_link,
    count_number,
    category_children,
    // Messages.
    notice,
    notice_title,
    notice_text,
    notice_button,
    // Inside the author's own text, where most elements need no name.
    table_scroller,
    footnotes,
    footnote_link,
    enlarge,  // around a picture
    count_,
};

inline constexpr int style_count = static_cast<int>(Style::count_);

// The class attribute, e.g. "card-title"; empty for `none`.
std::string_view class_name(Style style);

// A size chosen by a view (the tag cloud's 8–22 pt) counts in quarter points, so that the CSS can
// name each: 8 pt is step 32, class "points-32".
inline constexpr int smallest_point_step = 32;
inline constexpr int largest_point_step = 88;
int point_step(double points);

}  // namespace broadsheet::page
