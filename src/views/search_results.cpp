// The page of search results, "/search/?q=…".
#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"
#include "views/search.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

addresses::Route with(const addresses::Route& route, int page, bool by_date) {
    addresses::Route other = route;
    other.page = page;
    other.by_date = by_date;
    return other;
}

Node orders(const Context& context) {
    const addresses::Route& route = context.route;
    const model::Site& site = context.publication.site;
    Node list = element(Role::list, Style::footer_row);
    const auto add = [&](std::string_view name, bool by_date) {
        if (route.by_date == by_date) {
            Node here = element(Role::span, Style::search_order_current, name);
            here.current = true;
            list.children.push_back(item_of(std::move(here)));
        } else {
            list.children.push_back(item_of(
                link(Style::search_order, addresses::route_path(with(route, 1, by_date)), name)));
        }
    };
    add(phrase(site, Phrase::best_first), false);
    add(phrase(site, Phrase::newest_first), true);
    std::vector<Node> children;
    children.push_back(std::move(list));
    return navigation(Style::none, std::string(phrase(site, Phrase::order)), std::move(children));
}

Node facet_widget(const Context& context, Phrase title, const std::vector<search::Facet>& facets) {
    const addresses::Route& route = context.route;
    const model::Site& site = context.publication.site;
    Node list = element(Role::list, Style::count_list);
    for (const search::Facet& facet : facets) {
        if (route.query.find(facet.filter) != std::string::npos) continue;
        addresses::Route narrower = with(route, 1, route.by_date);
        narrower.query += " " + facet.filter;
        Node row = element(Role::list_item, Style::count_row);
        row.children.push_back(
            link(Style::count_link, addresses::route_path(narrower), facet.name));
        row.children.push_back(element(Role::span, Style::count_number,
                                       ui::grouped(site, static_cast<int>(facet.documents))));
        list.children.push_back(std::move(row));
    }
    if (list.children.empty()) return element(Role::group, Style::none);
    std::vector<Node> children;
    children.push_back(std::move(list));
    return widget(phrase(site, title), std::move(children));
}

Node facets_view(const Context& context, const search::Answer& answer) {
    Node aside = element(Role::complementary, Style::sidebar);
    aside.label = std::string(phrase(context.publication.site, Phrase::narrow_results));
    append(aside.children, facet_widget(context, Phrase::years, answer.years));
    append(aside.children, facet_widget(context, Phrase::categories, answer.categories));
    append(aside.children, facet_widget(context, Phrase::tags, answer.tags));
    return aside;
}

Node hit_card(const Context& context, const search::Hit& hit, int level) {
    Node card = element(Role::article, Style::card_plain);
    Node title = heading(level, Style::card_title, {});
    title.children.push_back(link(Style::cloud_tag, hit.path, marked_text(hit.title)));
    card.children.push_back(std::move(title));
    if (!hit.excerpt.empty()) {
        Node excerpt = element(Role::paragraph, Style::card_excerpt);
        excerpt.children = marked_text(hit.excerpt);
        card.children.push_back(std::move(excerpt));
    }
    card.children.push_back(hit_facts(context, hit));
    return card;
}

// Adds links for readers without JavaScript and for pages without a query.
void add_ways(const Context& context, std::vector<Node>& children) {
    const model::Site& site = context.publication.site;
    if (!context.state.interactive) {
        children.push_back(element(Role::paragraph, Style::notice_text,
                                   phrase(site, Phrase::search_needs_script)));
    }
    const auto add = [&](Phrase title, Node list) {
        if (list.children.empty()) return;
        std::vector<Node> content;
        content.push_back(std::move(list));
        children.push_back(widget(phrase(site, title), std::move(content)));
    };
    Node years = element(Role::list, Style::footer_row);
    for (const model::ArchiveYear& year : model::archive_years(site.archive)) {
        years.children.push_back(item_of(
            link(Style::tag_link, addresses::year_path(year.year), std::to_string(year.year))));
    }
    add(Phrase::archives, std::move(years));
    Node sections = element(Role::list, Style::footer_row);
    for (const model::CategoryNode& category : site.categories) {
        sections.children.push_back(item_of(link(Style::tag_link, category.path, category.name)));
    }
    add(Phrase::categories, std::move(sections));
    Node tags = element(Role::list, Style::footer_row);
    for (const model::TagCount& tag : site.top_tags) {
        tags.children.push_back(item_of(link(Style::tag_link, tag.path, tag.name)));
    }
    add(Phrase::tags, std::move(tags));
}

Node hit_cards(const Context& context, const std::vector<search::Hit>& hits, int level) {
    Node cards = element(Role::group, Style::card_list);
    for (const search::Hit& hit : hits) cards.children.push_back(hit_card(context, hit, level));
    return cards;
}

void add_results(const Context& context, const search::Answer& answer,
                 std::vector<Node>& children) {
    children.push_back(hit_cards(context, answer.hits, 2));
    const model::Site& site = context.publication.site;
    if (!answer.others.empty()) {
        const std::string count =
            counted(site, Phrase::results, static_cast<int>(answer.others.size()));
        children.push_back(section_bar(phrase(site, Phrase::results_some_words, {count}), {}, {}));
        children.push_back(hit_cards(context, answer.others, 3));
    }
    const int pages = model::page_count(static_cast<int>(answer.total), site.page_size);
    append(children,
           pages_view(
               site, context.route.page, pages,
               [&](int page) {
                   return addresses::route_path(with(context.route, page, context.route.by_date));
               },
               "‹ " + std::string(phrase(site, Phrase::previous)),
               std::string(phrase(site, Phrase::next)) + " ›"));
}

}  // namespace

Node results_view(const Context& context) {
    const addresses::Route& route = context.route;
    const model::Site& site = context.publication.site;
    const bool asked = context.state.interactive && !is_blank(route.query);
    const std::optional<search::Answer>& results = context.state.results;
    const bool answered =
        asked && results && results->request == results_request(context.publication.site, route);
    Node main = element(Role::main, Style::main_column);
    main.identifier = "content";
    Node header = element(Role::group, Style::list_header);
    header.children.push_back(heading(1, Style::list_title, {text(phrase(site, Phrase::search))}));
    header.children.push_back(search_form(context, route.query, Style::search_form_large));
    if (asked) {
        Node status = element(Role::paragraph, Style::list_count);
        status.announced = true;
        status.children.push_back(text(answered ? search_summary(site, *results)
                                                : std::string(phrase(site, Phrase::searching))));
        Node facts = element(Role::group, Style::list_facts);
        facts.children.push_back(std::move(status));
        if (answered && results->total > 1) facts.children.push_back(orders(context));
        header.children.push_back(std::move(facts));
    }
    main.children.push_back(std::move(header));
    if (answered && !results->hits.empty()) {
        add_results(context, *results, main.children);
    } else if (answered && results->outcome != search::Outcome::complete) {
        main.children.push_back(
            button(Style::notice_button, phrase(site, Phrase::try_again), page::Action::retry));
    }
    if (!asked || (answered && results->total == 0)) add_ways(context, main.children);
    std::vector<Node> columns;
    columns.push_back(std::move(main));
    if (!answered || results->hits.empty()) {
        return with_sidebar(context, Style::list_grid, std::move(columns));
    }
    columns.push_back(facets_view(context, *results));
    return element(Role::group, Style::list_grid, std::move(columns));
}

}  // namespace broadsheet::views
