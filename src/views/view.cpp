#include "views/view.h"

#include <algorithm>

#include "addresses/blocks.h"
#include "addresses/paths.h"
#include "model/queries.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/calendar_list.h"
#include "views/message.h"
#include "views/parts.h"

namespace broadsheet::views {

namespace {

using page::Node;
using page::Page;
using page::Role;
using page::Style;
using ui::Phrase;

Page start_page(const model::Publication& publication) {
    Page page;
    page.site_title = publication.site.title;
    page.base_url = publication.site.base_url;
    page.language = publication.site.language;
    page.direction = page::direction_of_language(page.language);
    page.sources = policy_sources(publication.site);
    return page;
}

void finish_page(Page& page, const Context& context, Node middle) {
    page.root = element(Role::group, Style::page);
    page.root.children.push_back(skip_link(context.publication.site));
    // The field on the search page shows the query. Languages lead from each page to its own
    // translations.
    const std::string name =
        (is_front_page(context) ? "front " : "banner ") + context.current_category;
    page.root.children.push_back(context.route.kind == addresses::RouteKind::search ||
                                         !context.publication.site.editions.empty()
                                     ? banner_view(context)
                                     : part_of(context, name, banner_view));
    append(page.root.children, advertisement_view(context, model::Slot::top));
    page.root.children.push_back(std::move(middle));
    page.root.children.push_back(part_of(context, "footer", footer_view));
    append(page.root.children, consent_view(context));
}

std::string window_title(std::string_view part, const model::Site& site) {
    if (part.empty() || part == site.title) return site.title;
    return std::string(part) + " – " + site.title;
}

Page list_page(const model::Publication& publication, const addresses::Route& route,
               const ReaderState& state, const model::List& list) {
    Page page = start_page(publication);
    const model::Site& site = publication.site;
    Context context{publication, route, state, {}, {}};
    if (list.kind == model::ListKind::category) context.current_category = list.path;
    if (list.kind == model::ListKind::month || list.kind == model::ListKind::day) {
        context.month = month_of_list(list.path).value_or(model::MonthReference{});
    }
    const bool front = list.kind == model::ListKind::front;
    page.title = window_title(front ? "" : list.title, site);
    const bool first_front = is_front_page(context);
    if (first_front && !site.tagline.empty()) page.title += " – " + site.tagline;
    if (route.page > 1)
        page.title += " – " + phrase(site, Phrase::page, {std::to_string(route.page)});
    if (route.block) page.title += " – " + block_name(site, route.block);
    page.description = list.description.empty() ? site.description : list.description;
    page.path = addresses::route_path(route);
    page.findable = !moves(context);
    Node middle = first_front      ? front_view(context, list)
                  : route.block    ? block_view(context, list)
                  : moves(context) ? moving_view(context, list)
                                   : list_view(context, list);
    finish_page(page, context, std::move(middle));
    return page;
}

// True if the list has the route's page or block. Invalid data can leave a list without its
// articles.
bool has_part(const model::List& list, const addresses::Route& route, const model::Site& site) {
    if (route.block && !addresses::is_block(route.block, list, site)) return false;
    const int first =
        route.block ? list.total() - route.block.last : (route.page - 1) * site.page_size;
    if (list.articles.empty()) return route.page == 1;
    return first < list.total() && list.articles[static_cast<std::size_t>(first)] != nullptr;
}

Page entry_page(const model::Publication& publication, const addresses::Route& route,
                const ReaderState& state, const model::Entry& entry) {
    Page page = start_page(publication);
    Context context{publication, route, state, {}, {}, &entry};
    if (!entry.summary.category_trail.empty()) {
        context.current_category = entry.summary.category_trail.back().path;
    }
    if (entry.kind == model::EntryKind::article && entry.dated) {
        context.month = {entry.summary.date.day.year, entry.summary.date.day.month};
    }
    page.title = entry.head_title.empty() ? window_title(entry.summary.title, publication.site)
                                          : entry.head_title;
    page.description = entry.description.empty() ? entry.summary.excerpt : entry.description;
    page.path = entry.summary.path;
    page.canonical = entry.canonical;
    page.indexed = entry.indexed;
    if (!entry.language.empty() && !turns(publication.site, entry)) {
        page.language = entry.language;
        page.direction = page::direction_of_language(entry.language);
    }
    finish_page(page, context, entry_view(context, entry));
    return page;
}

Page search_page(const model::Publication& publication, const addresses::Route& route,
                 const ReaderState& state) {
    Page page = start_page(publication);
    const Context context{publication, route, state, {}, {}};
    page.title = window_title(
        route.query.empty() ? std::string(phrase(publication.site, Phrase::search)) : route.query,
        publication.site);
    page.path = "/search/";
    page.findable = false;
    finish_page(page, context, results_view(context));
    return page;
}

}  // namespace

page::PolicySources policy_sources(const model::Site& site) {
    return {model::framed_origins(site), site.form_targets, site.recordings};
}

Page view(const model::Publication& publication, const addresses::Route& route,
          const ReaderState& state) {
    if (route.kind == addresses::RouteKind::list) {
        const model::List* list = publication.list(route.path);
        if (list && has_part(*list, route, publication.site)) {
            return list_page(publication, route, state, *list);
        }
        return not_found_view(publication, state, route.path);
    }
    if (route.kind == addresses::RouteKind::search) return search_page(publication, route, state);
    const model::Entry* entry = publication.entry(route.path);
    if (entry && entry->kind != model::EntryKind::redirect) {
        return entry_page(publication, route, state, *entry);
    }
    return not_found_view(publication, state, route.path);
}

Page view(const model::Publication& publication, const model::Entry& entry,
          const ReaderState& state) {
    return entry_page(publication, {addresses::RouteKind::entry, entry.summary.path, 1}, state,
                      entry);
}

Page not_found_view(const model::Publication& publication, const ReaderState& state,
                    std::string_view asked) {
    const model::Site& site = publication.site;
    Page page = start_page(publication);
    page.title = window_title(phrase(site, Phrase::not_found), site);
    page.findable = false;
    const addresses::Route route{addresses::RouteKind::entry, "/404.html", 1};
    const Context context{publication, route, state, {}, {}};
    Node message =
        message_view(site, phrase(site, Phrase::not_found), phrase(site, Phrase::not_found_reason));
    append(message.children, matches_view(publication, asked));
    finish_page(page, context, list_columns(context, std::move(message)));
    return page;
}

Page failure_view(const model::Publication& publication, const ReaderState& state,
                  const Failure& failure) {
    const model::Site& site = publication.site;
    Page page = start_page(publication);
    const std::string title(phrase(site, failure.offline ? Phrase::offline : Phrase::failure));
    page.title = window_title(title, site);
    page.findable = false;
    const addresses::Route route{addresses::RouteKind::entry, "", 1};
    const Context context{publication, route, state, {}, {}};
    const std::string reason =
        failure.offline ? std::string(phrase(site, Phrase::offline_missing))
                        : failure.what + " " + std::string(phrase(site, Phrase::failure_reason));
    Node message = message_view(site, title, reason);
    if (failure.offline && site.offline) {
        Node& ways = message.children.back();
        ways.children.push_back(text(" "));
        ways.children.push_back(
            link(Style::tag_link, addresses::offline_path, phrase(site, Phrase::on_this_device)));
    }
    message.children.insert(
        message.children.begin() + 2,
        button(Style::notice_button, phrase(site, Phrase::try_again), page::Action::retry));
    finish_page(page, context, list_columns(context, std::move(message)));
    return page;
}

}  // namespace broadsheet::views
