// Pages of lists that stay as they are when an article is added: blocks, and the ways to them.
#include <algorithm>

#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using addresses::Block;
using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

Node item_of(Node content) {
    Node item = element(Role::list_item, Style::none);
    item.children.push_back(std::move(content));
    return item;
}

// The titles and dates of the articles from index `begin` to `end`.
Node titles_view(const Context& context, const model::List& list, int begin, int end) {
    Node titles = element(Role::list, Style::story_list);
    for (int i = begin; i < end; ++i) {
        const auto& article = list.articles[static_cast<std::size_t>(i)];
        if (article) titles.children.push_back(story_item(context, *article));
    }
    return titles;
}

// The block that ends with article number `last`.
Block block_before(int last, const model::Site& site) {
    return last < site.chunk_length ? Block{} : Block{last - site.chunk_length + 1, last};
}

// The number of the last article in a complete block.
int last_in_blocks(const model::List& list, const model::Site& site) {
    return list.total() - list.total() % site.chunk_length;
}

Node block_link(const Context& context, const model::List& list, const Block& block,
                std::string_view before, std::string_view after) {
    const model::Site& site = context.publication.site;
    return link(Style::page_link, addresses::block_path(list.path, block),
                std::string(before) + block_name(site, block) + std::string(after));
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
        std::size_t next = month.day_counts.size();
        for (int day = 31; day >= 1; --day) {
            if (((month.days >> (day - 1)) & 1U) == 0 || next == 0) continue;
            const model::Day date{month.year, month.month, day};
            periods.children.push_back(count_item(context, addresses::day_path(date),
                                                  ui::long_date(site, date),
                                                  month.day_counts[--next]));
        }
    }
    return periods;
}

Node column(const Context& context, Node main) {
    std::vector<Node> columns;
    columns.push_back(std::move(main));
    return with_sidebar(context, Style::list_grid, std::move(columns));
}

Node main_column() {
    Node main = element(Role::main, Style::main_column);
    main.identifier = "content";
    return main;
}

}  // namespace

bool is_block(const Block& block, const model::List& list, const model::Site& site) {
    return !model::is_calendar(list.kind) && block.last % site.chunk_length == 0 &&
           block.first == block.last - site.chunk_length + 1 && block.last <= list.total();
}

std::string block_name(const model::Site& site, const Block& block) {
    return ui::grouped(site, block.first) + "–" + ui::grouped(site, block.last);
}

Node block_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    const Block& block = context.route.block;
    Node main = main_column();
    main.children.push_back(list_header(context, list, block_name(site, block)));
    main.children.push_back(
        titles_view(context, list, list.total() - block.last, list.total() - block.first + 1));
    std::vector<Node> ways;
    const std::string newer = "‹ " + std::string(phrase(site, Phrase::newer));
    const int next = block.last + site.chunk_length;
    ways.push_back(link(Style::page_link,
                        next <= list.total()
                            ? addresses::block_path(list.path, block_before(next, site))
                            : list.path,
                        newer));
    if (const Block older = block_before(block.first - 1, site)) {
        ways.push_back(link(Style::page_link, addresses::block_path(list.path, older),
                            std::string(phrase(site, Phrase::older)) + " ›"));
    }
    main.children.push_back(ways_view(context, std::move(ways)));
    return column(context, std::move(main));
}

bool moves(const Context& context) {
    return context.route.page > 1 && !context.state.interactive &&
           context.publication.site.steady_pages;
}

Node moving_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    Node main = main_column();
    main.children.push_back(list_header(
        context, list, phrase(site, Phrase::page, {ui::grouped(site, context.route.page)})));
    std::vector<Node> ways;
    ways.push_back(link(Style::page_link, list.path, phrase(site, Phrase::all_of, {list.title})));
    main.children.push_back(ways_view(context, std::move(ways)));
    return column(context, std::move(main));
}

Node older_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    Node older = element(Role::group, Style::none);
    if (list.total() <= site.page_size) return older;
    const bool by_period =
        list.kind == model::ListKind::year || list.kind == model::ListKind::month;
    const int last = by_period || model::is_calendar(list.kind) ? 0 : last_in_blocks(list, site);
    const int end = list.total() - last;  // index of the newest article in a complete block
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
    if (const Block block = block_before(last, site)) {
        ways.push_back(block_link(context, list, block, "", " ›"));
    }
    append(older.children, ways_view(context, std::move(ways)));
    return older;
}

}  // namespace broadsheet::views
