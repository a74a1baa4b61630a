// A small publication that contains everything that views show.
#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace broadsheet::tests {

inline model::Node text_node(const std::string& text) {
    model::Node node;
    node.kind = model::NodeKind::text;
    node.text = text;
    return node;
}

inline model::Node block(model::NodeKind kind, std::vector<model::Node> children) {
    model::Node node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

inline model::Document sample_document() {
    using model::NodeKind;
    model::Node heading = block(NodeKind::heading, {text_node("The road that moved")});
    heading.level = 2;
    heading.identifier = "the-road-that-moved";
    model::Node second = block(NodeKind::heading, {text_node("Two markets")});
    second.level = 3;
    second.identifier = "two-markets";
    model::Node link = block(NodeKind::link, {text_node("the water office")});
    link.target = "/about/";
    model::Node list = block(NodeKind::list, {block(NodeKind::list_item, {text_node("reeds")}),
                                              block(NodeKind::list_item, {text_node("herons")})});
    list.tight = true;
    model::Node code;
    code.kind = NodeKind::code_block;
    code.info = "cpp";
    code.text = "int main() {\n\treturn 0;\n}\n";
    model::Node cell = block(NodeKind::table_cell, {text_node("2025")});
    model::Node head_cell = block(NodeKind::table_cell, {text_node("Year")});
    head_cell.heading_cell = true;
    model::Node formula;
    formula.kind = NodeKind::formula;
    formula.text = "p";
    formula.info = "<mrow><mi>p</mi></mrow>";
    model::Node own_line;
    own_line.kind = NodeKind::formula_block;
    own_line.ordered = true;
    own_line.text = "p = \\rho g h";
    own_line.info = "<mrow><mi>p</mi><mo>=</mo><mi>ρ</mi><mi>g</mi><mi>h</mi></mrow>";
    model::Document document;
    document.blocks = {
        block(NodeKind::paragraph,
              {text_node("A city that leaves a shore has to put everything somewhere else, says "),
               link, text_node(", and counts bells.")}),
        heading,
        list,
        second,
        code,
        block(NodeKind::block_quote, {block(NodeKind::paragraph, {text_node("It breathed.")})}),
        block(NodeKind::paragraph, {text_node("The pressure "), formula, text_node(" is")}),
        own_line,
        block(NodeKind::table,
              {block(NodeKind::table_head, {block(NodeKind::table_row, {head_cell})}),
               block(NodeKind::table_body, {block(NodeKind::table_row, {cell})})})};
    return document;
}

// A comment, a reply to it, and a comment without name and date.
inline std::vector<model::Comment> sample_comments() {
    const auto comment = [](int number, int depth, const std::string& author,
                            const std::string& words) {
        model::Comment result;
        result.number = number;
        result.depth = depth;
        result.author = author;
        result.text.blocks = {block(model::NodeKind::paragraph, {text_node(words)})};
        return result;
    };
    std::vector<model::Comment> comments = {comment(7, 0, "Ann", "I heard the bells <at six>."),
                                            comment(9, 1, "Ben", "At seven, says "),
                                            comment(8, 0, "", "No bells here.")};
    comments[0].date = {{2026, 11, 13}, 9, 5, 0, 480};
    comments[1].date = {{2026, 11, 14}, 18, 0, 0, 480};
    model::Node link = block(model::NodeKind::link, {text_node("my clock")});
    link.target = "https://clock.example/";
    comments[1].text.blocks[0].children.push_back(link);
    return comments;
}

inline model::ArticleSummary sample_summary(const std::string& slug, const std::string& title,
                                            int day) {
    model::ArticleSummary summary;
    summary.path =
        "/2026/11/" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "/" + slug + "/";
    summary.title = title;
    summary.excerpt = "What happened to " + slug + " is told in one sentence.";
    summary.date = {{2026, 11, day}, 6, 30, 0, 480};
    summary.category_trail = {{"Asia", "/category/asia/"}, {"Linhai", "/category/asia/linhai/"}};
    summary.authors = {{"Ines Okafor", "/author/ines-okafor/"}};
    summary.reading_minutes = 2;
    return summary;
}

// Twelve articles, so that lists have two pages; a page "About"; and a redirect "/old/".
inline model::Publication sample_publication() {
    model::Publication publication;
    model::Site& site = publication.site;
    site.title = "Meridian";
    site.tagline = "News of the world’s cities";
    site.description = "A sample.";
    site.copyright = "© 2026 Meridian";
    site.base_url = "https://meridian.example";
    site.utility_menu = {{"About us", "/about/", {}}};
    site.categories = {
        {"Asia", "/category/asia/", 12, {{"Linhai", "/category/asia/linhai/", 12, {}}}}};
    site.top_tags = {
        {"Water", "/tag/water/", 12}, {"Áreas", "/tag/areas/", 3}, {"bells", "/tag/bells/", 1}};
    site.archive = {{2026, 11, 12, 0xfff, std::vector<int>(12, 1)}, {2026, 8, 1, 1, {1}}};
    site.article_count = 12;

    std::vector<model::ArticleSummary> articles;
    for (int day = 12; day >= 1; --day) {
        articles.push_back(sample_summary("story-" + std::to_string(day),
                                          "Story number " + std::to_string(day), day));
    }
    articles[0].picture = model::Picture{
        "/pictures/lake.jpg", "A lake", "The shore.", 1200, 800, "abc89a789567456345", "", {}};
    site.recent = articles;
    std::vector<std::shared_ptr<model::ArticleSummary>> listed;
    for (const model::ArticleSummary& summary : articles) {
        listed.push_back(std::make_shared<model::ArticleSummary>(summary));
    }
    const auto add_list = [&](model::ListKind kind, const std::string& path,
                              const std::string& title) {
        model::List list;
        list.kind = kind;
        list.path = path;
        list.title = title;
        list.articles = listed;
        publication.lists[path] = list;
    };
    add_list(model::ListKind::front, "/", "Meridian");
    add_list(model::ListKind::category, "/category/asia/", "Asia");
    add_list(model::ListKind::tag, "/tag/water/", "Water");
    add_list(model::ListKind::author, "/author/ines-okafor/", "Ines Okafor");
    add_list(model::ListKind::year, "/2026/", "2026");
    add_list(model::ListKind::month, "/2026/11/", "November 2026");
    add_list(model::ListKind::day, "/2026/11/12/", "November 12, 2026");

    for (const model::ArticleSummary& summary : articles) {
        model::Entry entry;
        entry.summary = summary;
        entry.description = "A standfirst for " + summary.title + ".";
        entry.tags = {{"Water", "/tag/water/"}};
        entry.body = sample_document();
        publication.entries[summary.path] = entry;
    }
    publication.entries[articles[0].path].previous =
        model::TermReference{articles[1].title, articles[1].path};
    publication.entries[articles[1].path].next =
        model::TermReference{articles[0].title, articles[0].path};

    publication.entries[articles[0].path].comments = sample_comments();

    model::Entry about;
    about.kind = model::EntryKind::page;
    about.summary.path = "/about/";
    about.summary.title = "About us";
    about.body.blocks = {block(model::NodeKind::paragraph, {text_node("We count bells.")})};
    publication.entries["/about/"] = about;
    model::Entry old;
    old.kind = model::EntryKind::redirect;
    old.summary.path = "/old/";
    old.redirect = "/about/";
    publication.entries["/old/"] = old;
    return publication;
}

}  // namespace broadsheet::tests
