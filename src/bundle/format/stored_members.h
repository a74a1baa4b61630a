// The members of each stored type with their keys, in the order in which they are written. The
// writer (write/member_writer.h) and the reader (read/member_reader.h) both walk these lists, so a
// member cannot be written under one key and read under another. FORMAT.md defines the meaning.
//
// The lists use structured bindings, as those of model/members.h do: a new member of a type breaks
// the build until it has its place here. Members that are not stored are bound and not used.
//
// What a Store, a writer or a reader, has:
//   text, number, choice, flag, date   one value; left out if it is the usual one, unless
//                                      `Presence::always`
//   target                             a text that may be a link; a reader drops unsafe ones
//   row, rows, flat_rows               values without keys in an array, by `stored_row`
//   objects                            an array of objects, by `stored_members`
//   term, terms                        references to the file's table of terms
//   nodes, path, excerpt, neighbour    see the writer; expand_path, the reader
#pragma once

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/members.h"
#include "model/publication.h"

namespace broadsheet::bundle {

// Whether a value is written if it is the usual one.
enum class Presence : std::uint8_t { if_unusual, always };

// The usual value of a number, and the range of what a reader accepts.
struct Limits {
    int usual = 0;
    int min = 0;
    int max = std::numeric_limits<int>::max();
};

inline constexpr int max_articles = 1'000'000;
inline constexpr const char* path_key = "p";
inline constexpr const char* chunk_number_key = "ch";
inline constexpr const char* articles_key = "s";  // of a list

template <typename Row, model::Either<model::TermReference> Term>
void stored_row(Row& row, Term& term) {
    auto& [name, path] = term;
    row.text(name);
    row.text(path);
}

template <typename Row, model::Either<model::Picture> Picture>
void stored_row(Row& row, Picture& picture) {
    auto& [target, alternative_text, caption, width, height, placeholder, credit, focus] = picture;
    row.target(target);
    row.text(alternative_text);
    row.text(caption);
    row.number(width);
    row.number(height);
    const bool credited = !credit.empty() || focus != model::Focus();
    if (row.ends(placeholder.empty() && !credited)) return;
    row.text(placeholder);
    if (row.ends(!credited)) return;
    row.text(credit);
    if (row.ends(false)) return;
    row.number(focus.x);
    row.number(focus.y);
}

template <typename Row, model::Either<model::Translation> Translation>
void stored_row(Row& row, Translation& translation) {
    auto& [language, path] = translation;
    row.text(language);
    row.text(path);
}

template <typename Row, model::Either<model::EditionLink> Edition>
void stored_row(Row& row, Edition& edition) {
    auto& [language, name, path] = edition;
    row.text(language);
    row.text(name);
    row.text(path);
}

template <typename Row, model::Either<model::TagCount> Tag>
void stored_row(Row& row, Tag& tag) {
    auto& [name, path, count] = tag;
    row.text(name);
    row.text(path);
    row.number(count);
}

template <typename Row, model::Either<model::ArchiveMonth> Month>
void stored_row(Row& row, Month& archive_month) {
    auto& [year, month, count, days, day_counts] = archive_month;
    row.number(year, {0, 1, 9999});
    row.number(month, {0, 1, 12});
    row.number(count);
    row.number(days);
    row.numbers(day_counts);
}

// True if the name of the node's kind includes its level: "h2".
inline bool level_in_name(const model::Node& node) {
    return node.kind == model::NodeKind::heading && node.level >= 1 && node.level <= 6;
}

// The attributes of a node. Its children follow them in its array.
template <typename Store, model::Either<model::Node> Node>
void stored_members(Store& store, Node& node) {
    constexpr int max_pixels = 1'000'000;
    constexpr int max_span = 1000;
    constexpr int max_number = 1'000'000'000;
    auto& [kind, level, alignment, task, direction, ordered, tight, heading_cell, number, width,
           height, column_span, row_span, text, info, target, title, identifier, language, tokens,
           children] = node;
    if (!level_in_name(node)) store.number("lv", level, {0, 0, 255});
    store.choice("al", alignment, model::Alignment::right);
    store.choice("tk", task, model::Task::done);
    store.choice("di", direction, model::Direction::right_to_left);
    if (kind != model::NodeKind::list) store.flag("or", ordered);
    store.flag("ti", tight);
    if (kind != model::NodeKind::table_cell) store.flag("hc", heading_cell);
    store.number("n", number, {0, -max_number, max_number});
    store.number("w", width, {0, 0, max_pixels});
    store.number("h", height, {0, 0, max_pixels});
    store.number("cs", column_span, {1, 1, max_span});
    store.number("rs", row_span, {1, 0, max_span});
    store.text("x", text);
    store.text("in", info);
    store.text("to", target);
    store.text("tt", title);
    store.text("id", identifier);
    store.text("la", language);
    store.text("co", tokens);
}

template <typename Store, model::Either<model::Link> Link>
void stored_members(Store& store, Link& link) {
    auto& [title, target, children] = link;
    store.text("t", title, Presence::always);
    store.target("to", target);
    store.objects("c", children);
}

template <typename Store, model::Either<model::ArticleSummary> Summary>
void stored_members(Store& store, Summary& summary) {
    auto& [path, title, excerpt, date, category_trail, authors, picture, reading_minutes] = summary;
    store.path(path_key, summary);
    store.text("t", title, Presence::always);
    store.excerpt("x", excerpt);
    store.date("d", date);
    store.terms("c", category_trail);
    store.terms("a", authors);
    store.row("i", picture);
    store.number("m", reading_minutes, {1, 1});
    // Last, because the title and the date shorten it.
    store.expand_path(path_key, summary);
}

// A profile of an author, which a file has once.
template <typename Store, model::Either<model::AuthorProfile> Profile>
void stored_members(Store& store, Profile& profile) {
    auto& [author, biography, portrait, links] = profile;
    store.text(path_key, author.path, Presence::always);
    store.text("t", author.name, Presence::always);
    store.text("ds", biography);
    store.row("i", portrait);
    store.objects("ln", links);
}

template <typename Store, model::Either<model::Comment> Comment>
void stored_members(Store& store, Comment& comment) {
    auto& [number, depth, author, date, text, website] = comment;
    store.number("n", number, {}, Presence::always);
    store.number("lv", depth);
    store.text("t", author);
    store.text("w", website);
    store.date("d", date);
    store.nodes("b", text.blocks, Presence::always);
}

template <typename Store, model::Either<model::Entry> Entry>
void stored_members(Store& store, Entry& entry) {
    auto& [kind, summary, redirect, subtitle, head_title, description, language, modified, tags,
           terms, show_contents, dated, body, previous, next, author_profiles, related,
           translations, comments, comments_closed, episode, guid, canonical, indexed, in_sitemap] =
        entry;
    stored_members(store, summary);
    store.choice("k", kind, model::EntryKind::redirect);
    store.target("to", redirect);
    store.text("ds", description, summary.excerpt);
    store.text("la", language);
    store.text("st", subtitle);
    store.text("ht", head_title);
    store.date("mo", modified);
    store.terms("tg", tags);
    store.terms("tm", terms);
    store.flag("nc", show_contents, true);
    store.flag("nd", dated, true);
    store.neighbour("pv", previous, summary.date.day);
    store.neighbour("nx", next, summary.date.day);
    store.objects("re", related);
    store.template flat_rows<2>("tl", translations);
    store.nodes("b", body.blocks);
    store.objects("cm", comments);
    store.flag("cc", comments_closed);
    store.text("ca", canonical);
    store.flag("ni", indexed, true);
}

template <typename Store, model::Either<model::ListSection> Section>
void stored_members(Store& store, Section& section) {
    auto& [category, total, articles] = section;
    store.term("c", category);
    store.number("n", total, {}, Presence::always);
    store.objects("s", articles);
}

// The heading of a list: all but its articles. `total` is their number.
template <typename Store, model::Either<model::List> List, typename Number>
void stored_heading(Store& store, List& list, Number& total) {
    auto& [kind, path, title, description, picture, links, trail, translations, articles, sections,
           leads] = list;
    store.text(path_key, path, Presence::always);
    store.choice("k", kind, model::ListKind::day, Presence::always);
    store.text("t", title, Presence::always);
    store.text("ds", description);
    store.row("i", picture);
    store.objects("ln", links);
    store.terms("tr", trail);
    store.template flat_rows<2>("tl", translations);
    store.number("n", total, {0, 0, max_articles}, Presence::always);
}

// What follows the articles in the beginning of a list.
template <typename Store, model::Either<model::List> List>
void stored_front_parts(Store& store, List& list) {
    store.objects("se", list.sections);
    store.objects("ld", list.leads);
}

template <typename Store, model::Either<model::CategoryNode> Category>
void stored_members(Store& store, Category& category) {
    auto& [name, path, count, children] = category;
    store.text("t", name, Presence::always);
    store.text(path_key, path, Presence::always);
    store.number("n", count, {}, Presence::always);
    store.objects("c", children);
}

template <typename Store, model::Either<model::Advertisement> Advertisement>
void stored_members(Store& store, Advertisement& advertisement) {
    auto& [slot, file, target, alternative_text, width, height, framed] = advertisement;
    store.choice("sl", slot, model::Slot::list, Presence::always);
    store.target("f", file, Presence::always);
    store.target("to", target);
    store.text("x", alternative_text);
    store.number("w", width, {}, Presence::always);
    store.number("h", height, {}, Presence::always);
    store.flag("fr", framed);
}

template <typename Store, model::Either<model::LiveComments> Comments>
void stored_members(Store& store, Comments& comments) {
    auto& [provider, frame, themes, mail] = comments;
    store.text("comments_provider", provider);
    store.text("comments_frame", frame);
    store.text("comments_themes", themes);
    store.text("comments_mail", mail);
}

template <typename Store, model::Either<model::Site> Site>
void stored_members(Store& store, Site& site) {
    auto& [title, tagline, description, language, base_url, copyright, week_start, page_size,
           chunk_length, article_count, logo, feeds_of_lists, steady_pages, taxonomy_authors,
           date_format, phrases, calendar_names, frame_sources, form_targets, formulas, recordings,
           front_beside, front_latest, lines, hyphens, hanging, drop_caps, indented, figures,
           consent_bar, offline, advertisements, look, comments, editions, utility_menu, main_menu,
           footer_menu, categories, taxonomies, top_tags, archive, recent] = site;
    const model::Site usual;
    store.text("title", title, Presence::always);
    store.text("tagline", tagline);
    store.text("description", description);
    store.text("language", language, Presence::always);
    store.text("base_url", base_url);
    store.text("copyright", copyright);
    store.number("week_start", week_start, {1, 1, 7}, Presence::always);
    store.number("page_size", page_size, {usual.page_size, 1, 1000}, Presence::always);
    store.number("run_length", chunk_length, {usual.chunk_length, 2 * page_size, 100'000},
                 Presence::always);
    store.number("article_count", article_count, {}, Presence::always);
    store.text("logo", logo);
    store.flag("one_feed", feeds_of_lists, true);
    store.text("date_format", date_format);
    store.texts("phrases", phrases);
    store.texts("calendar_names", calendar_names);
    store.texts("frame_sources", frame_sources);
    store.number("front_beside", front_beside, {usual.front_beside, 0, 100});
    store.number("front_latest", front_latest, {usual.front_latest, 0, 100});
    store.choice("lines", lines, model::TextLines::justified);
    store.flag("no_hyphens", hyphens, true);
    store.flag("no_hanging", hanging, true);
    store.flag("drop_caps", drop_caps);
    store.flag("indented", indented);
    store.choice("figures", figures, model::TextFigures::old_style);
    store.flag("consent_bar", consent_bar);
    store.flag("offline", offline);
    store.objects("advertisements", advertisements);
    store.texts("look", look);
    store.flag("no_authors", taxonomy_authors, true);
    stored_members(store, comments);
    store.template flat_rows<3>("editions", editions);
    store.objects("utility_menu", utility_menu);
    store.objects("main_menu", main_menu);
    store.objects("footer_menu", footer_menu);
    store.objects("categories", categories);
    store.terms("taxonomies", taxonomies);
    store.rows("top_tags", top_tags);
    store.rows("archive", archive);
    store.objects("recent", recent, Presence::always);
}

}  // namespace broadsheet::bundle
