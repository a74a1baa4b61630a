// The calendar: a month with links to the days that have articles.
#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

Node day_cell(const Context& context, const model::CalendarMonth& month,
              const model::CalendarDay& day) {
    Node cell = element(Role::table_cell, Style::calendar_cell);
    if (day.day == 0) return cell;
    const model::Day date{month.month.year, month.month.month, day.day};
    const bool today = context.state.today == date;
    const std::string number = std::to_string(day.day);
    Style style = day.has_articles ? Style::calendar_linked : Style::calendar_day;
    if (today) style = Style::calendar_today;
    Node content = day.has_articles ? link(style, addresses::day_path(date), number)
                                    : element(Role::span, style, number);
    if (day.has_articles)
        content.label = phrase(context.publication.site, Phrase::articles_of,
                               {ui::long_date(context.publication.site, date)});
    content.current = today;
    cell.children.push_back(std::move(content));
    return cell;
}

Node head_row(const Context& context) {
    const int week_start = context.publication.site.week_start;
    Node row = element(Role::table_row, Style::none);
    for (int i = 0; i < 7; ++i) {
        const int weekday = (week_start - 1 + i) % 7 + 1;
        Node cell = element(Role::table_cell, Style::calendar_head,
                            ui::weekday_letter(context.publication.site, weekday));
        cell.heading_cell = true;
        cell.label = ui::weekday_name(context.publication.site, weekday);
        row.children.push_back(std::move(cell));
    }
    return row;
}

Node step_link(const Context& context, const model::MonthReference& month, bool older) {
    const std::string name(ui::short_month_name(context.publication.site, month.month));
    Node step = link(Style::calendar_step, addresses::month_path(month.year, month.month),
                     older ? "« " + name : name + " »");
    step.title = ui::month_title(context.publication.site, month.year, month.month);
    return step;
}

}  // namespace

Node calendar_view(const Context& context) {
    const model::Site& site = context.publication.site;
    if (site.archive.empty()) return element(Role::group, Style::none);
    model::MonthReference shown{site.archive.front().year, site.archive.front().month};
    if (context.month.year != 0) shown = context.month;
    if (context.state.calendar_month) shown = *context.state.calendar_month;
    const model::CalendarMonth month = model::calendar_month(site.archive, shown, site.week_start);

    Node head = element(Role::table_head, Style::none);
    head.children.push_back(head_row(context));
    Node body = element(Role::table_body, Style::none);
    for (const auto& week : month.weeks) {
        Node row = element(Role::table_row, Style::none);
        for (const model::CalendarDay& day : week) {
            row.children.push_back(day_cell(context, month, day));
        }
        body.children.push_back(std::move(row));
    }
    Node table = element(Role::table, Style::calendar);
    table.label = ui::month_title(context.publication.site, shown.year, shown.month);
    table.children.push_back(std::move(head));
    table.children.push_back(std::move(body));

    std::vector<Node> children;
    children.push_back(element(Role::paragraph, Style::calendar_caption,
                               ui::month_title(context.publication.site, shown.year, shown.month)));
    children.push_back(std::move(table));
    if (month.previous || month.next) {
        Node steps = element(Role::group, Style::calendar_steps);
        // An empty element keeps the other link in its place.
        steps.children.push_back(month.previous ? step_link(context, *month.previous, true)
                                                : element(Role::span, Style::calendar_step));
        if (month.next) steps.children.push_back(step_link(context, *month.next, false));
        children.push_back(std::move(steps));
    }
    return widget(phrase(context.publication.site, Phrase::calendar), std::move(children));
}

}  // namespace broadsheet::views
