// Pages of lists that stay as they are when an article is added: blocks, and the ways to them.
#include <algorithm>

#include "addresses/blocks.h"
#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/calendar_list.h"
#include "views/parts.h"

namespace broadsheet::views {

using addresses::Block;
using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

// The titles and dates of the articles from index `begin` to `end`.
Node titles_view(const Context& context, const model::List& list, int begin, int end) {
    Node titles = element(Role::list, Style::story_list);
    for (int i = begin; i < end; ++i) {
        const auto& article = list.articles[static_cast<std::size_t>(i)];
        if (article) titles.children.push_back(story_item(context, *article));
    }
    return titles;
}

Node ways_view(const Context& context, std::vector<Node> links) {
    if (links.empty()) return element(Role::group, Style::none);
    Node list = element(Role::list, Style::pagination);
    for (Node& each : links) list.children.push_back(item_of(std::move(each)));
    std::vector<Node> children;
    children.push_back(std::move(list));
    return navigation(Style::none, std::string(phrase(context.publication.site, Phrase::pages)),
                      std::move(children));
}

Node count_item(const Context& context, std::string_view target, std::string_view name, int count) {
    Node item = element(Role::list_item, Style::story_item);
    item.children.push_back(link(Style::story_title, target, name));
    item.children.push_back(element(Role::paragraph, Style::story_date,
                                    counted(context.publication.site, Phrase::articles, count)));
    return item;
}

// The months of a year, or the days of a month, newest first.
Node periods_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    Node periods = element(Role::list, Style::story_list);
    for (const model::ArchiveMonth& month : site.archive) {
        const model::Path path = addresses::month_path(month.year, month.month);
        if (list.kind == model::ListKind::year && path.starts_with(list.path)) {
            periods.children.push_back(count_item(
                context, path, ui::month_title(site, month.year, month.month), month.count));
        }
        if (list.kind != model::ListKind::month || path != list.path) continue;
        const std::vector<DayCount> days = days_of(month);
        std::for_each(days.rbegin(), days.rend(), [&](const DayCount& each) {
            const model::Day date{month.year, month.month, each.day};
            periods.children.push_back(count_item(context, addresses::day_path(date),
                                                  ui::long_date(site, date), each.count));
        });
    }
    return periods;
}

}  // namespace

std::string block_name(const model::Site& site, const Block& block) {
    return ui::grouped(site, block.first) + "–" + ui::grouped(site, block.last);
}

Node block_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    const Block& block = context.route.block;
    Node main = list_main(context, list, block_name(site, block));
    main.children.push_back(
        titles_view(context, list, list.total() - block.last, list.total() - block.first + 1));
    std::vector<Node> ways;
    const std::string newer = "‹ " + std::string(phrase(site, Phrase::newer));
    const int next = block.last + site.chunk_length;
    ways.push_back(link(Style::page_link,
                        next <= list.total()
                            ? addresses::block_path(list.path, addresses::block_ending(next, site))
                            : list.path,
                        newer));
    if (const Block older = addresses::block_ending(block.first - 1, site)) {
        ways.push_back(link(Style::page_link, addresses::block_path(list.path, older),
                            std::string(phrase(site, Phrase::older)) + " ›"));
    }
    main.children.push_back(ways_view(context, std::move(ways)));
    return list_columns(context, std::move(main));
}

bool moves(const Context& context) {
    return context.route.page > 1 && !context.state.interactive &&
           context.publication.site.steady_pages;
}

Node moving_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    Node main = list_main(context, list,
                          phrase(site, Phrase::page, {ui::grouped(site, context.route.page)}));
    std::vector<Node> ways;
    ways.push_back(link(Style::page_link, list.path, phrase(site, Phrase::all_of, {list.title})));
    main.children.push_back(ways_view(context, std::move(ways)));
    return list_columns(context, std::move(main));
}

Node older_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    Node older = element(Role::group, Style::none);
    if (list.total() <= site.page_size) return older;
    const bool by_period =
        list.kind == model::ListKind::year || list.kind == model::ListKind::month;
    // The number of the newest article in a block.
    const int last =
        model::is_calendar(list.kind) ? 0 : list.total() - list.total() % site.chunk_length;
    const int end = list.total() - last;
    Node titles =
        by_period ? periods_view(context, list) : titles_view(context, list, site.page_size, end);
    if (!titles.children.empty()) {
        // Closed, so that the page has the same height as the reader's, which has page numbers.
        const std::string name(phrase(site, by_period ? Phrase::archives : Phrase::older));
        Node summary = element(Role::summary, Style::contents_inline_title, name + " ▾");
        summary.label = name;
        Node part = disclosure(context, Style::none, "older", false, std::move(summary));
        part.children.push_back(std::move(titles));
        older.children.push_back(std::move(part));
    }
    std::vector<Node> ways;
    if (const Block block = addresses::block_ending(last, site)) {
        ways.push_back(link(Style::page_link, addresses::block_path(list.path, block),
                            block_name(site, block) + " ›"));
    }
    append(older.children, ways_view(context, std::move(ways)));
    return older;
}

}  // namespace broadsheet::views
