#include "page/style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace broadsheet::page {

namespace {

// In the order of Style.
constexpr std::array<std::string_view, style_count> class_names = {
    "", "page", "skip-link", "top-bar", "top-bar-inner", "date-line", "utility-menu",
    "utility-item", "masthead", "masthead-title", "tagline", "main-menu-band", "main-menu-rule", "main-menu",
    "main-menu-item", "main-menu-current", "footer", "footer-inner", "footer-title",
    "footer-menu", "footer-text", "front-grid", "list-grid", "article-grid", "single-column",
    "main-column", "sidebar", "lead", "lead-story", "lead-picture", "lead-title", "lead-excerpt",
    "secondary", "secondary-story", "secondary-title", "secondary-excerpt", "section-bar",
    "section-title", "section-more", "card-grid", "grid-card", "grid-picture", "grid-title",
    "kicker", "meta", "list-header", "list-title", "list-description", "list-portrait",
    "list-count", "card-list", "card", "card-picture", "card-body", "card-title", "card-excerpt",
    "pagination", "page-link", "page-current", "page-gap", "contents", "contents-title",
    "contents-list", "contents-item", "contents-nested", "article", "article-header",
    "breadcrumbs", "breadcrumb", "breadcrumb-separator", "article-title", "standfirst", "byline",
    "byline-name", "article-figure", "article-picture", "article-caption", "prose",
    "article-tags", "tags-label", "tag-link", "neighbours", "neighbour-previous",
    "neighbour-next", "neighbour-label", "neighbour-title", "widget", "widget-title",
    "recent-list", "recent-item", "recent-picture", "recent-text", "recent-title", "recent-date",
    "calendar", "calendar-caption", "calendar-head", "calendar-cell", "calendar-day",
    "calendar-linked", "calendar-today", "calendar-steps", "calendar-step", "tag-cloud",
    "cloud-item", "cloud-tag", "cloud-count", "count-list", "count-row", "count-link", "count-number",
    "category-children", "notice", "notice-title", "notice-text", "notice-button",
    "table-scroller", "footnotes", "footnote-link",
};
static_assert(class_names[static_cast<int>(Style::footnote_link)] == "footnote-link");

}  // namespace

std::string_view class_name(Style style) {
    return class_names[static_cast<std::size_t>(style)];
}

int point_step(double points) {
    return std::clamp(static_cast<int>(std::lround(points * 4)), smallest_point_step,
                      largest_point_step);
}

}  // namespace broadsheet::page
