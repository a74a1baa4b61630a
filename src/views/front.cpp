// The front page: a lead, the stories beside it, and what else is new.
#include "model/slug.h"
#include "views/build.h"
#include "views/parts.h"
#include "views/phrases.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;

namespace {

constexpr std::size_t secondary_stories = 3;
constexpr std::size_t lead_excerpt_bytes = 260;
constexpr std::size_t secondary_excerpt_bytes = 140;

Node lead_story(const model::ArticleSummary& article) {
    Node story = element(Role::article, Style::lead_story);
    if (article.picture) {
        Node image = picture(Style::lead_picture, *article.picture);
        image.important = true;
        story.children.push_back(std::move(image));
    }
    append(story.children, kicker_view(article));
    story.children.push_back(
        heading(2, Style::lead_title, {link(Style::cloud_tag, article.path, article.title)}));
    if (!article.excerpt.empty()) {
        story.children.push_back(element(Role::paragraph, Style::lead_excerpt,
                                         shortened(article.excerpt, lead_excerpt_bytes)));
    }
    story.children.push_back(meta_view(article));
    return story;
}

Node secondary_story(const model::ArticleSummary& article) {
    Node story = element(Role::article, Style::secondary_story);
    append(story.children, kicker_view(article));
    story.children.push_back(
        heading(2, Style::secondary_title, {link(Style::cloud_tag, article.path, article.title)}));
    if (!article.excerpt.empty()) {
        story.children.push_back(element(Role::paragraph, Style::secondary_excerpt,
                                         shortened(article.excerpt, secondary_excerpt_bytes)));
    }
    story.children.push_back(meta_view(article));
    return story;
}

Node grid_card(const model::ArticleSummary& article) {
    Node card = element(Role::article, Style::grid_card);
    if (article.picture) card.children.push_back(picture(Style::grid_picture, *article.picture));
    append(card.children, kicker_view(article));
    card.children.push_back(
        heading(3, Style::grid_title, {link(Style::cloud_tag, article.path, article.title)}));
    card.children.push_back(meta_view(article));
    return card;
}

Node section_bar(std::string_view title, std::string_view more, std::string_view target) {
    Node bar = element(Role::group, Style::section_bar);
    bar.children.push_back(heading(2, Style::section_title, {text(title)}));
    if (!more.empty()) bar.children.push_back(link(Style::section_more, target, more));
    return bar;
}

}  // namespace

Node front_view(const Context& context, const model::ListChunk& chunk) {
    const model::Site& site = context.publication.site;
    const std::vector<const model::ArticleSummary*> articles = articles_of_page(context, chunk);
    Node main = element(Role::main, Style::main_column);
    main.identifier = "content";
    if (!articles.empty()) {
        Node lead = element(Role::group, Style::lead);
        lead.children.push_back(lead_story(*articles[0]));
        Node secondary = element(Role::group, Style::secondary);
        for (std::size_t i = 1; i < articles.size() && i <= secondary_stories; ++i) {
            secondary.children.push_back(secondary_story(*articles[i]));
        }
        append(lead.children, std::move(secondary));
        main.children.push_back(std::move(lead));
    }
    if (articles.size() > secondary_stories + 1) {
        const bool more = chunk.total > site.page_size;
        main.children.push_back(section_bar("Latest",
                                            more ? "All " + article_count(chunk.total) + " ›" : "",
                                            model::paged_path("/", 2)));
        Node grid = element(Role::group, Style::card_grid);
        for (std::size_t i = secondary_stories + 1; i < articles.size(); ++i) {
            grid.children.push_back(grid_card(*articles[i]));
        }
        main.children.push_back(std::move(grid));
    }
    append(main.children, pagination_view(context, chunk));
    Node grid = element(Role::group, Style::front_grid);
    grid.children.push_back(std::move(main));
    grid.children.push_back(sidebar_view(context));
    return grid;
}

}  // namespace broadsheet::views
