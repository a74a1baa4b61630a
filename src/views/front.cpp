// The front page: the lead story, the stories next to it, other new articles, and the latest
// articles of each region.
#include <algorithm>

#include "addresses/overviews.h"
#include "addresses/paths.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"
#include "views/view.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

constexpr std::size_t lead_excerpt_bytes = 260;
constexpr std::size_t plain_lead_excerpt_bytes = 480;
constexpr std::size_t secondary_excerpt_bytes = 140;

Node title_of(int level, Style style, const model::ArticleSummary& article) {
    return heading(level, style, {link(Style::cloud_tag, article.path, article.title)});
}

Node lead_story(const Context& context, const model::ArticleSummary& article) {
    Node story = element(Role::article, Style::lead_story);
    if (article.picture) {
        Node image = picture(Style::lead_picture, *article.picture);
        image.important = true;
        story.children.push_back(std::move(image));
    }
    append(story.children, kicker_view(article));
    story.children.push_back(title_of(2, Style::lead_title, article));
    if (!article.excerpt.empty()) {
        const bool plain = !article.picture;
        story.children.push_back(element(
            Role::paragraph, plain ? Style::lead_excerpt_plain : Style::lead_excerpt,
            shortened(article.excerpt, plain ? plain_lead_excerpt_bytes : lead_excerpt_bytes)));
    }
    story.children.push_back(meta_view(context, article));
    return story;
}

Node secondary_story(const Context& context, const model::ArticleSummary& article) {
    Node story = element(Role::article, Style::secondary_story);
    append(story.children, kicker_view(article));
    story.children.push_back(title_of(2, Style::secondary_title, article));
    if (!article.excerpt.empty()) {
        story.children.push_back(element(Role::paragraph, Style::secondary_excerpt,
                                         shortened(article.excerpt, secondary_excerpt_bytes)));
    }
    story.children.push_back(meta_view(context, article));
    return story;
}

Node region_view(const Context& context, const model::ListSection& section) {
    Node region = element(Role::section, Style::region);
    region.label = section.category.name;
    region.children.push_back(
        section_bar(section.category.name,
                    counted(context.publication.site, Phrase::all_articles, section.total) + " ›",
                    section.category.path));
    const model::ArticleSummary& first = section.articles.front();
    Node lead = element(Role::article, Style::region_lead);
    if (first.picture) lead.children.push_back(picture(Style::region_picture, *first.picture));
    Node words = element(Role::group, Style::card_body);
    append(words.children, kicker_view(first));
    words.children.push_back(title_of(3, Style::region_lead_title, first));
    words.children.push_back(meta_view(context, first));
    lead.children.push_back(std::move(words));
    region.children.push_back(std::move(lead));
    Node list = element(Role::list, Style::story_list);
    for (std::size_t i = 1; i < section.articles.size(); ++i) {
        list.children.push_back(story_item(context, section.articles[i]));
    }
    if (!list.children.empty()) region.children.push_back(std::move(list));
    return region;
}

// The articles that lead the page, then the newest ones.
std::vector<const model::ArticleSummary*> stories_of(const model::Site& site,
                                                     const model::List& list) {
    std::vector<const model::ArticleSummary*> stories;
    for (const model::ArticleSummary& lead : list.leads) stories.push_back(&lead);
    int place = 0;
    for (const auto& article : list.articles) {
        if (place++ == front_stories(site) || !article) break;
        const bool leads = std::any_of(list.leads.begin(), list.leads.end(), [&](const auto& lead) {
            return lead.path == article->path;
        });
        if (!leads) stories.push_back(article.get());
    }
    return stories;
}

// The first story with its picture, and the next stories beside it. Without a picture, the text
// alone would leave most of the space empty, so the story takes the full width and the next ones
// are below.
Node lead_view(const Context& context, const std::vector<const model::ArticleSummary*>& articles) {
    const bool plain = !articles[0]->picture;
    Node lead = element(Role::group, plain ? Style::lead_plain : Style::lead);
    lead.children.push_back(lead_story(context, *articles[0]));
    const auto beside = static_cast<std::size_t>(context.publication.site.front_beside);
    Node secondary = element(Role::group, plain ? Style::secondary_plain : Style::secondary);
    for (std::size_t i = 1; i < articles.size() && i <= beside; ++i) {
        secondary.children.push_back(secondary_story(context, *articles[i]));
    }
    append(lead.children, std::move(secondary));
    return lead;
}

// The other stories, from `first` on.
Node latest_view(const Context& context, const model::List& list,
                 const std::vector<const model::ArticleSummary*>& articles, std::size_t first) {
    const model::Site& site = context.publication.site;
    const bool more = list.total() > site.page_size;
    // The list's second page follows its first, which may have more articles than are shown here.
    const bool archive =
        (!context.state.interactive && site.steady_pages) || front_stories(site) < site.page_size;
    std::string title(phrase(site, Phrase::latest));
    const std::string count = new_count(context, list);
    if (!count.empty()) title += std::string(phrase(site, Phrase::separator)) + count;
    Node latest = element(Role::group, Style::region);
    latest.children.push_back(section_bar(
        title, more ? counted(site, Phrase::all_articles, list.total()) + " ›" : "",
        archive ? std::string(addresses::archive_path) : addresses::paged_path("/", 2)));
    Node grid = element(Role::group, Style::card_grid);
    for (std::size_t i = first; i < articles.size(); ++i) {
        grid.children.push_back(grid_card(context, *articles[i]));
    }
    latest.children.push_back(std::move(grid));
    return latest;
}

}  // namespace

int front_stories(const model::Site& site) { return 1 + site.front_beside + site.front_latest; }

Node story_item(const Context& context, const model::ArticleSummary& article) {
    Node item = element(Role::list_item, Style::story_item);
    item.children.push_back(link(Style::story_title, article.path, article.title));
    item.children.push_back(date_view(context, Style::story_date, article.date));
    mark_if_new(context, article, item.children.back());
    return item;
}

Node grid_card(const Context& context, const model::ArticleSummary& article) {
    Node card = element(Role::article, Style::grid_card);
    if (article.picture) card.children.push_back(picture(Style::grid_picture, *article.picture));
    append(card.children, kicker_view(article));
    card.children.push_back(title_of(3, Style::grid_title, article));
    card.children.push_back(meta_view(context, article));
    return card;
}

Node section_bar(std::string_view title, std::string_view more, std::string_view target) {
    Node bar = element(Role::group, Style::section_bar);
    bar.children.push_back(heading(2, Style::section_title, {text(title)}));
    if (!more.empty()) bar.children.push_back(link(Style::section_more, target, more));
    return bar;
}

Node front_view(const Context& context, const model::List& list) {
    const model::Site& site = context.publication.site;
    const std::vector<const model::ArticleSummary*> articles = stories_of(site, list);
    const std::size_t at_the_top = 1 + static_cast<std::size_t>(site.front_beside);
    Node main = element(Role::main, Style::front_column);
    main.identifier = "content";
    if (!articles.empty()) main.children.push_back(lead_view(context, articles));
    if (articles.size() > at_the_top && site.front_latest > 0) {
        main.children.push_back(latest_view(context, list, articles, at_the_top));
    }
    Node regions = element(Role::group, Style::region_grid);
    for (const model::ListSection& section : list.sections) {
        if (!section.articles.empty()) regions.children.push_back(region_view(context, section));
    }
    append(main.children, std::move(regions));
    append(main.children, pagination_view(context, list));
    Node middle = element(Role::group, Style::front_grid);
    middle.children.push_back(std::move(main));
    middle.children.push_back(sidebar_view(context, Style::front_sidebar));
    return middle;
}

}  // namespace broadsheet::views
