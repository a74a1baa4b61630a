// The search menu over the page, which shows results while the reader types.
#include "strings/utf8.h"
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

Node hits_list(const Context& context, const search::Answer& answer) {
    Node list = element(Role::list, Style::search_hits);
    for (const search::Hit& hit : answer.hits) {
        Node item = element(Role::list_item, Style::search_hit);
        item.children.push_back(link(Style::search_hit_title, hit.path, marked_text(hit.title)));
        item.children.push_back(hit_facts(context, hit));
        list.children.push_back(std::move(item));
    }
    return list;
}

// Links to other pages if nothing was found.
Node suggestions(const Context& context) {
    Node list = element(Role::list, Style::search_hits);
    for (const model::CategoryNode& category : context.publication.site.categories) {
        if (list.children.size() == 5) break;
        Node item = element(Role::list_item, Style::search_hit);
        item.children.push_back(link(Style::search_hit_title, category.path, category.name));
        list.children.push_back(std::move(item));
    }
    return list;
}

// True for the first letter of a query without results. Few texts contain one-letter words, so no
// message is shown yet.
bool is_first_letter(const search::Answer& answer) {
    const std::u32string letters = strings::code_points(answer.request.query);
    return answer.total == 0 && letters.size() == 1;
}

}  // namespace

Node search_menu(const Context& context) {
    // Without JavaScript, the page of results explains the alternatives.
    const model::Site& site = context.publication.site;
    const std::string_view name = phrase(site, Phrase::search);
    if (!context.state.interactive) return link(Style::search_summary, "/search/", name);
    const std::string& typed = context.state.typed;
    Node panel = element(Role::group, Style::search_panel);
    panel.children.push_back(search_form(context, typed, Style::search_form));
    Node status = element(Role::paragraph, Style::search_status);
    status.announced = true;
    const bool begun = context.state.found && is_first_letter(*context.state.found);
    const bool answered = context.state.found && !begun && !is_blank(typed);
    if (answered) {
        status.children.push_back(text(search_summary(site, *context.state.found)));
    } else {
        status.children.push_back(
            text(phrase(site, begun || is_blank(typed) ? Phrase::search_hint : Phrase::searching)));
    }
    panel.children.push_back(std::move(status));
    if (answered && context.state.found->total > 0) {
        panel.children.push_back(hits_list(context, *context.state.found));
        const addresses::Route all{addresses::RouteKind::search, "/search/", 1, typed, false};
        panel.children.push_back(link(Style::search_all, addresses::route_path(all),
                                      phrase(site, Phrase::view_all_results)));
    } else if (answered) {
        append(panel.children, suggestions(context));
    }
    Node summary = element(Role::summary, Style::search_summary, name);
    return menu(context, Style::settings, std::string(search_menu_key), std::move(summary),
                std::move(panel));
}

}  // namespace broadsheet::views
