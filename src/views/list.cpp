// Lists of articles: categories, tags, authors, years, months, days, and later pages of the front
// page.
#include <algorithm>

#include "addresses/feed.h"
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

// "1,200 articles, page 7 of 120".
std::string facts_of(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    std::string count = counted(site, Phrase::articles, list.total());
    const int pages = model::page_count(list.total(), site.page_size);
    if (pages > 1) {
        count += ", " + phrase(site, Phrase::page_of,
                               {ui::grouped(site, context.route.page), ui::grouped(site, pages)});
    }
    const std::string newer = new_count(context, list);
    if (!newer.empty()) count += std::string(phrase(site, Phrase::separator)) + newer;
    return count;
}

// The page numbers to show: the first, the last, and two on each side of the current page; 0 is a
// gap.
std::vector<int> pages_shown(int current, int pages) {
    std::vector<int> shown;
    for (int page = 1; page <= pages; ++page) {
        if (page == 1 || page == pages || (page >= current - 2 && page <= current + 2)) {
            shown.push_back(page);
        } else if (shown.back() != 0) {
            shown.push_back(0);
        }
    }
    return shown;
}

}  // namespace

Node list_main(const Context& context, const model::List& list, const std::string& facts) {
    Node header = element(Role::group, Style::list_header);
    header.children.push_back(breadcrumbs_view(context, list.trail));
    if (list.picture) header.children.push_back(picture(Style::list_portrait, *list.picture));
    header.children.push_back(heading(1, Style::list_title, {text(list.title)}));
    if (!list.description.empty()) {
        header.children.push_back(
            element(Role::paragraph, Style::list_description, list.description));
    }
    append(header.children, links_view(list.links));
    Node line = element(Role::group, Style::list_facts);
    line.children.push_back(element(Role::paragraph, Style::list_count, facts));
    if (addresses::has_feed(list.kind)) {
        Node feed = link(Style::feed_link, addresses::feed_path(list.path),
                         phrase(context.publication.site, Phrase::rss_feed));
        feed.label = phrase(context.publication.site, Phrase::rss_feed_of, {list.title});
        line.children.push_back(std::move(feed));
    }
    header.children.push_back(std::move(line));
    Node main = element(Role::main, Style::main_column);
    main.identifier = "content";
    main.children.push_back(std::move(header));
    return main;
}

std::vector<const model::ArticleSummary*> articles_of_page(const Context& context,
                                                           const model::List& list) {
    const model::Site& site = context.publication.site;
    const int first = (context.route.page - 1) * site.page_size;
    std::vector<const model::ArticleSummary*> articles;
    const int end = std::min(first + site.page_size, list.total());
    for (int i = std::max(first, 0); i < end; ++i) {
        const auto& article = list.articles[static_cast<std::size_t>(i)];
        if (article) articles.push_back(article.get());
    }
    return articles;
}

Node pages_view(const model::Site& site, int current, int pages,
                const std::function<model::Path(int)>& path_of, std::string_view previous,
                std::string_view next) {
    if (pages <= 1) return element(Role::group, Style::none);
    Node links = element(Role::list, Style::pagination);
    const auto add = [&](Node node) { links.children.push_back(item_of(std::move(node))); };
    const auto page_link = [&](int page, std::string_view name) {
        return link(Style::page_link, path_of(page), name);
    };
    if (current > 1) add(page_link(current - 1, previous));
    for (const int page : pages_shown(current, pages)) {
        if (page == 0) {
            add(element(Role::span, Style::page_gap, "…"));
        } else if (page == current) {
            Node here = element(Role::span, Style::page_current, ui::grouped(site, page));
            here.current = true;
            add(std::move(here));
        } else {
            add(page_link(page, ui::grouped(site, page)));
        }
    }
    if (current < pages) add(page_link(current + 1, next));
    std::vector<Node> children;
    children.push_back(std::move(links));
    return navigation(Style::none, std::string(phrase(site, Phrase::pages)), std::move(children));
}

Node pagination_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    if (!context.state.interactive && site.steady_pages) {
        return older_view(context, list);
    }
    return pages_view(
        site, context.route.page, model::page_count(list.total(), site.page_size),
        [&](int page) { return addresses::paged_path(list.path, page); },
        "‹ " + std::string(phrase(site, Phrase::newer)),
        std::string(phrase(site, Phrase::older)) + " ›");
}

Node list_view(const Context& context, const model::List& list) {
    Node main = list_main(context, list, facts_of(context, list));
    Node cards = element(Role::group, Style::card_list);
    int place = (context.route.page - 1) * context.publication.site.page_size;
    for (const model::ArticleSummary* article : articles_of_page(context, list)) {
        const bool excerpt = model::has_excerpt(list.kind, place++);
        cards.children.push_back(card_view(context, *article, excerpt));
    }
    append(main.children, std::move(cards));
    append(main.children, advertisement_view(context, model::Slot::list));
    append(main.children, pagination_view(context, list));
    return list_columns(context, std::move(main));
}

}  // namespace broadsheet::views
