// The ways from a page to the editions of the site in other languages.
#include <algorithm>

#include "addresses/editions.h"
#include "addresses/overviews.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

Node language_link(Style style, const std::string& language, const model::Path& target,
                   const std::string& name) {
    Node node = link(style, target, name);
    node.language = language;
    node.info = language;
    return node;
}

// The page in the language of an edition. Pages deep in a list lead to its beginning. What the
// edition does not have leads to its front page; a day, month or year, to its archive.
model::Path page_in(const model::EditionLink& edition, const addresses::Route& route,
                    const std::vector<model::Translation>& translations) {
    const auto found =
        std::find_if(translations.begin(), translations.end(),
                     [&](const auto& each) { return each.language == edition.language; });
    if (found != translations.end()) return found->path;
    const bool leads_to_archive = addresses::is_calendar_path(route.path) && edition.path != "/";
    return leads_to_archive ? edition.path + std::string(addresses::archive_path.substr(1))
                            : edition.path;
}

}  // namespace

Node language_menu(const Context& context) {
    const model::Site& site = context.publication.site;
    if (site.editions.empty()) return element(Role::group, Style::none);
    const model::List* list_shown = context.route.kind == addresses::RouteKind::list
                                        ? context.publication.list(context.route.path)
                                        : nullptr;
    const auto translations =
        list_shown != nullptr && !list_shown->translations.empty()
            ? list_shown->translations
            : addresses::translations_of(site, context.route, context.entry, list_shown);
    Node list = element(Role::list, Style::none);
    std::string own;
    for (const model::EditionLink& edition : site.editions) {
        Node anchor = language_link(Style::menu_link, edition.language,
                                    page_in(edition, context.route, translations), edition.name);
        if (edition.path == "/") {
            own = edition.name;
            anchor.current = true;
            anchor.info.clear();
        }
        list.children.push_back(item_of(std::move(anchor)));
    }
    Node panel = element(Role::group, Style::menu_panel);
    panel.children.push_back(std::move(list));
    Node summary = element(Role::summary, Style::utility_summary, own + " ▾");
    summary.label = std::string(phrase(site, Phrase::language)) + ": " + own;
    return menu(context, Style::utility_group, "menu-language", std::move(summary),
                std::move(panel));
}

bool turns(const model::Site& site, const model::Entry& entry) {
    return !entry.language.empty() && page::direction_of_language(entry.language) !=
                                          page::direction_of_language(site.language);
}

Node also_in_view(const Context& context, const model::Entry& entry) {
    const model::Site& site = context.publication.site;
    Node line = element(Role::paragraph, Style::also_in);
    if (site.editions.empty() || addresses::is_overview_path(entry.summary.path, site.taxonomies)) {
        return element(Role::group, Style::none);
    }
    const model::EditionLink& usual = site.editions.front();
    if (entry.translations.empty() && entry.language == usual.language && usual.path != "/") {
        line.children.push_back(text(phrase(site, Phrase::not_translated, {usual.name})));
        return line;
    }
    for (const model::Translation& each : entry.translations) {
        const auto edition =
            std::find_if(site.editions.begin(), site.editions.end(),
                         [&](const auto& one) { return one.language == each.language; });
        if (edition == site.editions.end() || edition->path == "/") continue;
        line.children.push_back(
            text(line.children.empty() ? std::string(phrase(site, Phrase::also_in)) + ": " : ", "));
        line.children.push_back(
            language_link(Style::cloud_tag, each.language, each.path, edition->name));
    }
    return line.children.empty() ? element(Role::group, Style::none) : line;
}

}  // namespace broadsheet::views
