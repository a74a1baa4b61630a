// Cards: articles in lists and on the front page.
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

constexpr std::size_t card_excerpt_bytes = 260;

}  // namespace

Node kicker_view(const model::ArticleSummary& article) {
    Node line = element(Role::paragraph, Style::kicker);
    for (const model::TermReference& term : article.category_trail) {
        if (!line.children.empty()) line.children.push_back(text(" › "));
        line.children.push_back(link(Style::none, term.path, term.name));
    }
    if (line.children.empty()) line.role = Role::group;
    return line;
}

Node date_view(const Context& context, Style style, const model::Date& date) {
    Node when = element(Role::time, style, ui::long_date(context.publication.site, date.day));
    when.datetime = model::format_rfc3339(date);
    return when;
}

void mark_if_new(const Context& context, const model::ArticleSummary& article, Node& line) {
    if (!ui::is_new(context.state.settings, article.date)) return;
    const model::Site& site = context.publication.site;
    line.children.push_back(text(phrase(site, Phrase::separator)));
    line.children.push_back(element(Role::strong, Style::new_mark, phrase(site, Phrase::new_mark)));
}

Node meta_view(const Context& context, const model::ArticleSummary& article) {
    Node line = element(Role::paragraph, Style::meta);
    append_names(line.children, article.authors, Style::cloud_tag);
    if (!line.children.empty())
        line.children.push_back(text(phrase(context.publication.site, Phrase::separator)));
    line.children.push_back(date_view(context, Style::none, article.date));
    line.children.push_back(
        text(std::string(phrase(context.publication.site, Phrase::separator)) +
             counted(context.publication.site, Phrase::minutes, article.reading_minutes)));
    mark_if_new(context, article, line);
    return line;
}

std::string new_count(const Context& context, const model::List& list) {
    int count = 0;
    for (const auto& article : list.articles) {
        if (!article || !ui::is_new(context.state.settings, article->date)) break;
        ++count;
    }
    return count == 0 ? "" : counted(context.publication.site, Phrase::new_count, count);
}

Node links_view(const std::vector<model::Link>& links) {
    if (links.empty()) return element(Role::group, Style::none);
    Node list = element(Role::list, Style::footer_menu);
    for (const model::Link& entry : links) {
        list.children.push_back(item_of(link(Style::tag_link, entry.target, entry.title)));
    }
    return list;
}

Node card_view(const Context& context, const model::ArticleSummary& article, bool excerpt) {
    const model::Site& site = context.publication.site;
    Node body = element(Role::group, Style::card_body);
    append(body.children, kicker_view(article));
    body.children.push_back(
        heading(2, Style::card_title, {link(Style::cloud_tag, article.path, article.title)}));
    if (excerpt && !article.excerpt.empty()) {
        body.children.push_back(element(Role::paragraph, Style::card_excerpt,
                                        shortened(article.excerpt, card_excerpt_bytes)));
    }
    body.children.push_back(meta_view(context, article));
    if (site.offline && context.state.interactive) {
        // The separator is in the button, so that neither is selected with the text.
        Node keep = element(
            Role::button, Style::keep_button,
            std::string(phrase(site, Phrase::separator)) + std::string(phrase(site, Phrase::keep)));
        keep.action = page::Action::keep_later;
        keep.key = article.path;
        keep.label = std::string(phrase(site, Phrase::keep)) + ": " + article.title;
        body.children.back().children.push_back(std::move(keep));
    }
    Node card = element(Role::article, article.picture ? Style::card : Style::card_plain);
    if (article.picture) card.children.push_back(picture(Style::card_picture, *article.picture));
    card.children.push_back(std::move(body));
    return card;
}

}  // namespace broadsheet::views
