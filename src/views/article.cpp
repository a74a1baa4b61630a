// Articles and static pages.
#include "ui/phrases.h"
#include "views/build.h"
#include "views/document.h"
#include "views/opening.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

Node byline_view(const Context& context, const model::Entry& entry) {
    const model::ArticleSummary& summary = entry.summary;
    Node words = element(Role::group, Style::byline_text);
    if (!summary.authors.empty()) {
        Node names = element(Role::paragraph, Style::none);
        names.children.push_back(
            text(std::string(phrase(context.publication.site, Phrase::by)) + " "));
        append_names(names.children, summary.authors, Style::byline_name);
        if (!summary.category_trail.empty()) {
            const model::TermReference& place = summary.category_trail.back();
            names.children.push_back(text(
                " " + std::string(phrase(context.publication.site, Phrase::in_category)) + " "));
            names.children.push_back(link(Style::cloud_tag, place.path, place.name));
        }
        words.children.push_back(std::move(names));
    }
    Node line = element(Role::paragraph, Style::none);
    if (entry.dated) {
        line.children.push_back(date_view(context, Style::none, summary.date));
        line.children.push_back(text(phrase(context.publication.site, Phrase::separator)));
    }
    const bool is_later = entry.modified && model::days_since_epoch(entry.modified->day) >
                                                model::days_since_epoch(summary.date.day);
    if (entry.dated && is_later) {
        Node when = date_view(context, Style::none, *entry.modified);
        std::string& day = when.children.front().text;
        day = phrase(context.publication.site, Phrase::updated, {day});
        line.children.push_back(std::move(when));
        line.children.push_back(text(phrase(context.publication.site, Phrase::separator)));
    }
    line.children.push_back(
        text(counted(context.publication.site, Phrase::minutes_read, summary.reading_minutes)));
    if (!entry.comments.empty()) {
        line.children.push_back(text(phrase(context.publication.site, Phrase::separator)));
        line.children.push_back(comments_link(context, entry));
    }
    words.children.push_back(std::move(line));
    Node byline = element(Role::group, Style::byline);
    const bool portrait = !entry.author_profiles.empty() && entry.author_profiles[0].portrait;
    if (!portrait) {
        byline.children.push_back(std::move(words));
        return byline;
    }
    Node row = element(Role::group, Style::byline_row);
    Node image = picture(Style::byline_portrait, *entry.author_profiles[0].portrait);
    image.text.clear();
    image.decorative = true;
    row.children.push_back(std::move(image));
    row.children.push_back(std::move(words));
    byline.children.push_back(std::move(row));
    return byline;
}

std::string plain_text(const Node& node) {
    std::string text = node.text;
    for (const Node& child : node.children) text += plain_text(child);
    return text;
}

// Headings of level 1 become level 2, also within quotes and lists.
void lower_headings(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
        if (node.role != Role::heading) {
            lower_headings(node.children);
        } else if (node.level == 1) {
            node.level = 2;
        }
    }
}

// Many authors repeat the title as the first heading of the text, often with markup. This heading
// then becomes the title, because a page has only one.
std::vector<Node> take_title(std::vector<Node>& body, const std::string& title) {
    std::vector<Node> content;
    content.push_back(text(title));
    const bool repeats = !body.empty() && body.front().role == Role::heading &&
                         body.front().level == 1 && plain_text(body.front()) == title;
    if (repeats) {
        content = std::move(body.front().children);
        body.erase(body.begin());
    }
    lower_headings(body);
    return content;
}

// Marks a part of an entry whose language has another direction than the words around it.
void turn(Node& part, const Context& context, const model::Entry& entry) {
    if (!turns(context.publication.site, entry)) return;
    part.language = entry.language;
    part.direction = page::direction_of_language(entry.language);
}

Node header_of(const Context& context, const model::Entry& entry, std::vector<Node> title) {
    const model::ArticleSummary& summary = entry.summary;
    const bool article = entry.kind == model::EntryKind::article;
    Node header = element(Role::group, Style::article_header);
    header.children.push_back(breadcrumbs_view(context, summary.category_trail));
    header.children.push_back(heading(1, Style::article_title, std::move(title)));
    turn(header.children.back(), context, entry);
    // A subtitle is shown below the headline. The description is then only used as metadata and on
    // cards.
    const std::string& below = entry.subtitle.empty() ? entry.description : entry.subtitle;
    if (article && !below.empty()) {
        header.children.push_back(element(Role::paragraph, Style::standfirst, below));
        turn(header.children.back(), context, entry);
    }
    if (article) header.children.push_back(byline_view(context, entry));
    append(header.children, also_in_view(context, entry));
    return header;
}

// True if a picture is shown above the text. It is omitted if the text contains it.
bool shows_cover(const model::Entry& entry) {
    return entry.kind == model::EntryKind::article && entry.summary.picture &&
           !model::contains_picture(entry.body, entry.summary.picture->target);
}

Node cover_view(const Context& context, const model::Picture& source) {
    Node image = picture(Style::article_picture, source);
    image.important = true;
    Node figure = element(Role::figure, Style::article_figure);
    figure.children.push_back(enlargeable(context.publication.site, std::move(image)));
    if (!source.caption.empty() || !source.credit.empty()) {
        Node caption = element(Role::caption, Style::article_caption, source.caption);
        if (!source.credit.empty()) {
            if (!source.caption.empty()) caption.children.push_back(text(" "));
            caption.children.push_back(element(Role::small, Style::credit, source.credit));
        }
        figure.children.push_back(std::move(caption));
    }
    return figure;
}

Node terms_view(std::string_view label, const std::vector<model::TermReference>& terms) {
    if (terms.empty()) return element(Role::group, Style::none);
    Node list = element(Role::list, Style::article_tags);
    list.children.push_back(element(Role::list_item, Style::tags_label, label));
    for (const model::TermReference& term : terms) {
        list.children.push_back(item_of(link(Style::tag_link, term.path, term.name)));
    }
    return list;
}

// Appends the tags, then a line for each custom taxonomy.
void append_terms(std::vector<Node>& nodes, const Context& context, const model::Entry& entry) {
    const model::Site& site = context.publication.site;
    append(nodes, terms_view(phrase(site, Phrase::tags), entry.tags));
    for (const model::TermReference& taxonomy : site.taxonomies) {
        std::vector<model::TermReference> terms;
        for (const model::TermReference& term : entry.terms) {
            if (term.path.starts_with(taxonomy.path)) terms.push_back(term);
        }
        append(nodes, terms_view(taxonomy.name, terms));
    }
}

Node neighbour(Style style, std::string_view label, const model::TermReference& target) {
    Node box = element(Role::group, style);
    box.children.push_back(element(Role::paragraph, Style::neighbour_label, label));
    box.children.push_back(link(Style::neighbour_title, target.path, target.name));
    return box;
}

Node neighbours_view(const Context& context, const model::Entry& entry) {
    if (!entry.previous && !entry.next) return element(Role::group, Style::none);
    std::vector<Node> children;
    const model::Site& site = context.publication.site;
    const std::string older = "‹ " + std::string(phrase(site, Phrase::previous));
    const std::string newer = std::string(phrase(site, Phrase::next)) + " ›";
    // An empty element keeps the other link in its place.
    children.push_back(entry.previous ? neighbour(Style::neighbour_previous, older, *entry.previous)
                                      : element(Role::group, Style::neighbour_previous));
    if (entry.next) children.push_back(neighbour(Style::neighbour_next, newer, *entry.next));
    return navigation(Style::neighbours, std::string(phrase(site, Phrase::previous_and_next)),
                      std::move(children));
}

void name_disclosures(std::vector<Node>& nodes, const Context& context, int& count) {
    for (Node& node : nodes) {
        if (node.role == Role::details) {
            node.key = "text-" + std::to_string(++count);
            const auto chosen = context.state.disclosures.find(node.key);
            if (chosen != context.state.disclosures.end()) node.open = chosen->second;
        }
        name_disclosures(node.children, context, count);
    }
}

}  // namespace

Node entry_view(const Context& context, const model::Entry& entry) {
    Node article = element(Role::article, Style::article);
    const model::Site& site = context.publication.site;
    const bool same = entry.language == site.language || turns(site, entry);
    article.language = same ? "" : entry.language;
    std::vector<Node> body = document_nodes(context, entry.body);
    int disclosures = 0;
    name_disclosures(body, context, disclosures);
    std::vector<Node> title = take_title(body, entry.summary.title);
    const bool is_article = entry.kind == model::EntryKind::article;
    if (is_article) {
        mark_opening(body, entry.language.empty() ? site.language : entry.language);
    }
    article.children.push_back(header_of(context, entry, std::move(title)));
    if (is_article) {
        append(article.children, contents_view(context, entry, ContentsPlace::above_text));
    }
    if (shows_cover(entry)) article.children.push_back(cover_view(context, *entry.summary.picture));
    article.children.push_back(element(Role::group, Style::prose, std::move(body)));
    turn(article.children.back(), context, entry);
    if (is_article) {
        append(article.children, share_view(context, entry));
        append_terms(article.children, context, entry);
        for (const model::AuthorProfile& profile : entry.author_profiles) {
            article.children.push_back(author_box_view(context, profile));
        }
        append(article.children, neighbours_view(context, entry));
        append(article.children, advertisement_view(context, model::Slot::article));
        append(article.children, related_view(context, entry));
    }
    append(article.children, comments_view(context, entry));

    Node main = element(Role::main, Style::none);
    main.identifier = "content";
    main.children.push_back(std::move(article));
    if (entry.kind == model::EntryKind::page) {
        main.style = Style::single_column;
        return main;
    }
    std::vector<Node> columns;
    columns.push_back(contents_view(context, entry, ContentsPlace::beside_text));
    columns.push_back(std::move(main));
    return with_sidebar(context, Style::article_grid, std::move(columns));
}

}  // namespace broadsheet::views
