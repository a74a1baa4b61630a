// The parts below an article: its authors and related articles.
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

Node author_box_view(const Context& context, const model::AuthorProfile& profile) {
    Node words = element(Role::group, Style::author_text);
    words.children.push_back(link(Style::author_name, profile.author.path, profile.author.name));
    if (!profile.biography.empty()) {
        words.children.push_back(
            element(Role::paragraph, Style::author_biography, profile.biography));
    }
    append(words.children, links_view(profile.links));
    Node box =
        element(Role::section, profile.portrait ? Style::author_box : Style::author_box_plain);
    box.label = phrase(context.publication.site, Phrase::about_author);
    if (profile.portrait) {
        Node portrait = picture(Style::author_portrait, *profile.portrait);
        portrait.decorative = true;
        portrait.text.clear();
        box.children.push_back(std::move(portrait));
    }
    box.children.push_back(std::move(words));
    return box;
}

Node related_view(const Context& context, const model::Entry& entry) {
    if (entry.related.empty()) return element(Role::group, Style::none);
    Node grid = element(Role::group, Style::related_grid);
    for (const model::ArticleSummary& article : entry.related) {
        grid.children.push_back(grid_card(context, article));
    }
    Node section = element(Role::section, Style::related_bar);
    section.label = phrase(context.publication.site, Phrase::related_articles);
    section.children.push_back(section_bar(section.label, "", ""));
    section.children.push_back(std::move(grid));
    return section;
}

}  // namespace broadsheet::views
