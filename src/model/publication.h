// A publication: the data that views need. The tool holds all of it; the reader holds the site and
// the parts it has fetched so far. Views use the lookup functions of Publication, which work the
// same in both.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "model/document.h"
#include "model/members.h"

namespace broadsheet::model {

// A path within the site. It starts with '/', is percent-decoded UTF-8, and ends with '/' unless it
// names a file. It does not include the host's base path.
using Path = std::string;

// A link or an entry of a menu.
struct Link {
    std::string title;
    std::string target;  // a Path, or an absolute URL
    std::vector<Link> children;

    bool operator==(const Link&) const = default;
};

// The place in a picture that stays visible where it is cropped, in percent of its size: a multiple
// of 10.
struct Focus {
    int x = 50;
    int y = 50;

    bool operator==(const Focus&) const = default;
};

// A picture outside of an article's text.
struct Picture {
    std::string target;  // Path of the copied file, or an absolute URL
    std::string alternative_text;
    std::string caption;
    int width = 0;  // pixels; 0: unknown
    int height = 0;
    std::string placeholder;  // average colours of its 3 × 2 parts, three hexadecimal digits each;
                              // may be empty
    std::string credit;       // who made it
    Focus focus;

    bool operator==(const Picture&) const = default;
};

// The recording that an article is about, for feeds.
struct Episode {
    std::string target;       // Path of the file, or an absolute URL
    std::string type;         // "audio/mpeg"
    std::uint64_t bytes = 0;  // 0: unknown
    int seconds = 0;          // 0: unknown
    std::string transcript;   // Path; may be empty
    std::string chapters;     // Path; may be empty
    int season = 0;           // 0: none; likewise the number
    int number = 0;
    std::optional<bool> is_explicit{};  // nothing: as the podcast

    bool operator==(const Episode&) const = default;
};

// A category, tag, author or term of another taxonomy.
struct TermReference {
    std::string name;
    Path path;

    bool operator==(const TermReference&) const = default;
};

// The data of an article that lists, cards and neighbour links show.
struct ArticleSummary {
    Path path;
    std::string title;
    std::string excerpt;  // plain text
    Date date;
    std::vector<TermReference> category_trail;  // of the primary category, root first
    std::vector<TermReference> authors;
    std::optional<Picture> picture;
    int reading_minutes = 1;

    bool operator==(const ArticleSummary&) const = default;
};

// The data for the author box below an article.
struct AuthorProfile {
    TermReference author;
    std::string biography;  // plain text
    std::optional<Picture> portrait;
    std::vector<Link> links;  // profiles on other sites

    bool operator==(const AuthorProfile&) const = default;
};

// The same article in a language. If the language has an edition, the path leads to it, as in
// EditionLink.
struct Translation {
    std::string language;  // BCP 47
    Path path;

    bool operator==(const Translation&) const = default;
};

// A reader's comment on an article. The comments of an entry are in the order in which they are
// read: each is followed by its replies.
struct Comment {
    int number = 0;  // within the entry; part of its address: "#comment-7"
    int depth = 0;   // 0: a comment on the article; n + 1: a reply to the last one of depth n
    std::string author;
    std::optional<Date> date;
    Document text;          // without identifiers, pictures, embeds and headings
    std::string website{};  // of the author: http or https; may be empty

    bool operator==(const Comment&) const = default;
};

// The kind of an entry.
enum class EntryKind : std::uint8_t { article, page, redirect };

// An article, page or redirect.
struct Entry {
    EntryKind kind = EntryKind::article;
    ArticleSummary summary;  // of a page: path, title, excerpt; of a redirect: path only
    std::string redirect;    // of a redirect: Path or absolute URL
    std::string subtitle;    // plain text below the headline; may be empty
    // What the browser's window and search engines show as title; empty: the headline.
    std::string head_title;
    std::string description;  // metadata for search engines and link previews
    std::string language;     // BCP 47; empty = the site's
    std::optional<Date> modified;
    std::vector<TermReference> tags;
    std::vector<TermReference> terms;  // terms of custom taxonomies
    bool show_contents = true;         // the article may have a table of contents
    bool dated = true;                 // false: the article has no date
    Document body;
    std::optional<TermReference> previous;  // the next older article: title and path
    std::optional<TermReference> next;      // the next newer article
    std::vector<AuthorProfile> author_profiles;
    std::vector<ArticleSummary> related;    // most similar first, without excerpts
    std::vector<Translation> translations;  // including the entry itself, sorted by language
    std::vector<Comment> comments;
    bool comments_closed = false;    // readers cannot comment, whatever the site offers
    std::optional<Episode> episode;  // only for the tool's feeds; the body has its player
    std::string guid;  // only for the tool's feeds: its identifier there; empty: from its address
    // What search engines are to show in the place of this one, a path or an absolute URL; empty:
    // this one. A path that begins with "/../" leads out of a language edition.
    std::string canonical;
    bool indexed = true;     // false: search engines are asked not to index the entry
    bool in_sitemap = true;  // only for the tool

    bool operator==(const Entry&) const = default;
};

// The kind of a list. The bundle stores the first five as numbers.
enum class ListKind : std::uint8_t { front, category, tag, author, term, year, month, day };

// A section of the front page: the newest articles of a top-level category.
struct ListSection {
    TermReference category;
    int total = 0;  // articles in the whole category
    std::vector<ArticleSummary> articles;

    bool operator==(const ListSection&) const = default;
};

// A list of articles. An article is in about a dozen lists, which share one object.
struct List {
    ListKind kind = ListKind::front;
    Path path;  // of the list: "/tag/rivers/"
    std::string title;
    std::string description;           // author: biography
    std::optional<Picture> picture;    // author: portrait
    std::vector<Link> links;           // author: profiles on other sites
    std::vector<TermReference> trail;  // ancestors, root first
    // The same list in all language editions that have it, including this one; empty: only here.
    std::vector<Translation> translations;
    // All articles, newest first. Null for articles that the reader has not fetched.
    std::vector<std::shared_ptr<ArticleSummary>> articles;
    std::vector<ListSection> sections;  // of the front page
    // Of the front page: the articles that lead it, before the newest ones.
    std::vector<ArticleSummary> leads;

    int total() const { return static_cast<int>(articles.size()); }
    // Compares the articles, not the pointers to them.
    bool operator==(const List& other) const;
};

// Only this many articles at the beginning of a list have excerpts, and none in lists by date.
// Otherwise most of the data of a long list would be excerpts.
inline constexpr int excerpts_in_list = 20;
bool has_excerpt(ListKind kind, int place);
bool is_calendar(ListKind kind);  // year, month, day

// A category and its subcategories.
struct CategoryNode {
    std::string name;
    Path path;
    int count = 0;  // articles in this category and its subcategories
    std::vector<CategoryNode> children;

    bool operator==(const CategoryNode&) const = default;
};

// A tag and its number of articles.
struct TagCount {
    std::string name;
    Path path;
    int count = 0;

    bool operator==(const TagCount&) const = default;
};

// The number of articles in a month.
struct ArchiveMonth {
    int year = 0;
    int month = 0;
    int count = 0;
    std::uint32_t days = 0;       // bit d-1 set: the day has articles
    std::vector<int> day_counts;  // number of articles of each day that has some, in order

    bool operator==(const ArchiveMonth&) const = default;
};

// Where a page may show an advertisement.
enum class Slot : std::uint8_t { top, sidebar, article, list };

// An advertisement: a picture, or an HTML file in a sandboxed frame without access to the page.
struct Advertisement {
    Slot slot = Slot::sidebar;
    Path file;
    std::string target;            // URL that the picture links to
    std::string alternative_text;  // alternative text of the picture or title of the frame
    int width = 0;                 // reserved space in pixels
    int height = 0;
    bool framed = false;

    bool operator==(const Advertisement&) const = default;
};

// How the lines of articles are broken: as browsers do, as evenly as possible, or with even edges.
enum class TextLines : std::uint8_t { ragged, even, justified };
// The figures of texts: those of the font, or others if it has them.
enum class TextFigures : std::uint8_t { font, lining, old_style };

// An edition of the site in a language: a whole site below a folder of its own.
struct EditionLink {
    std::string language;  // BCP 47
    std::string name;      // in the language itself
    // Its front page: "/" of the edition itself. Paths that begin with "/../" lead to a folder
    // beside that of the edition: "/../fr/".
    Path path;

    bool operator==(const EditionLink&) const = default;
};

// How readers comment on articles, besides the comments that an entry has.
struct LiveComments {
    std::string provider;  // who shows them: "giscus.app"; empty: nobody
    // The URL of the frame that shows them, which may be a page of the site. {url}, {path},
    // {term}, {title}, {language} and {theme} stand for those of the article. {path} has the path
    // of the site on its host, and {term} is {path} without its first slash.
    std::string frame;
    std::string themes;  // what {theme} is, by the reader's choice: "device|light|dark"
    std::string mail;    // address of the editor; may be empty

    bool operator==(const LiveComments&) const = default;
};

// The data that every page shows. Its size hardly depends on the number of articles.
struct Site {
    std::string title;
    std::string tagline;
    std::string description;
    std::string language = "en";
    std::string base_url;  // scheme, host and base path without trailing '/'; may be empty
    std::string copyright;
    int week_start = 1;      // 1 = Monday … 7 = Sunday
    int page_size = 10;      // articles on a page of a list
    int chunk_length = 100;  // articles in a stored chunk of a long list; at least twice page_size
    int article_count = 0;
    Path logo;                   // of the publisher, for search engines; may be empty
    bool feeds_of_lists = true;  // lists other than the front page have feeds
    // The files of pages stay as they are when an article is added (bundle/FORMAT.md, "Pages that
    // stay"). Only for the tool.
    bool steady_pages = false;
    bool taxonomy_authors = true;
    std::string date_format;  // uses YYYY, MMMM, MMM, MM, M, DD and D; empty: the language's format
    // Interface phrases, in the order of ui/phrases.inc; empty: English.
    std::vector<std::string> phrases;
    // Names for dates: 12 months within dates, Monday to Sunday, 12 months on their own, 12 short
    // months, 7 letters for weekdays. Missing names are derived from the others. Empty: English.
    std::vector<std::string> calendar_names;
    std::vector<std::string> frame_sources;  // origins of third-party embeds, shown with consent
    // For the content security policy. Only for the tool, because the policy is in the HTML.
    std::vector<std::string> form_targets;  // origins that forms send to, other than the site
    bool formulas = false;                  // articles have some. Only for the tool, too
    bool recordings = false;                // articles have sound or video files
    int front_beside = 4;                   // stories beside the first one of the front page
    int front_latest = 6;                   // newest articles below them
    TextLines lines = TextLines::ragged;    // of articles, unless the reader chooses
    bool hyphens = true;                    // words of justified text are divided
    bool hanging = true;     // its punctuation hangs out of the column, unless the reader chooses
    bool drop_caps = false;  // articles begin with a large letter
    bool indented = false;   // paragraphs begin with an indent instead of after a space
    TextFigures figures = TextFigures::font;
    bool consent_bar = false;  // a bar asks for consent, besides the embeds
    bool offline = false;      // readers can keep the site on their devices
    std::vector<Advertisement> advertisements;
    std::map<std::string, std::string> look;  // changes to the theme in site.toml, by name
    LiveComments comments;
    std::vector<EditionLink> editions;  // the usual one first; empty: only one language
    std::vector<Link> utility_menu;
    std::vector<Link> main_menu;  // empty: the top-level categories
    std::vector<Link> footer_menu;
    std::vector<CategoryNode> categories;
    // Taxonomies besides categories, tags and authors: a name such as "Series" and the path of the
    // page that lists all terms, "/series/". The lists of the terms are below that path.
    std::vector<TermReference> taxonomies;
    std::vector<TagCount> top_tags;      // at most 45, most used first
    std::vector<ArchiveMonth> archive;   // newest first
    std::vector<ArticleSummary> recent;  // newest first, at most 16

    bool operator==(const Site&) const = default;
};

// A site with its entries and lists, by path.
struct Publication {
    Site site;
    std::map<Path, Entry, std::less<>> entries;
    std::map<Path, List, std::less<>> lists;

    const Entry* entry(std::string_view path) const;
    const List* list(std::string_view path) const;
};

// See model/members.h.
template <Either<Link> Type, typename Visit>
void members(Type& link, Visit&& visit) {
    auto& [title, target, children] = link;
    visit(title, target, children);
}

template <Either<Focus> Type, typename Visit>
void members(Type& focus, Visit&& visit) {
    auto& [x, y] = focus;
    visit(x, y);
}

template <Either<Picture> Type, typename Visit>
void members(Type& picture, Visit&& visit) {
    auto& [target, alternative_text, caption, width, height, placeholder, credit, focus] = picture;
    visit(target, alternative_text, caption, width, height, placeholder, credit, focus);
}

template <Either<TermReference> Type, typename Visit>
void members(Type& term_reference, Visit&& visit) {
    auto& [name, path] = term_reference;
    visit(name, path);
}

template <Either<ArticleSummary> Type, typename Visit>
void members(Type& article_summary, Visit&& visit) {
    auto& [path, title, excerpt, date, category_trail, authors, picture, reading_minutes] =
        article_summary;
    visit(path, title, excerpt, date, category_trail, authors, picture, reading_minutes);
}

template <Either<AuthorProfile> Type, typename Visit>
void members(Type& author_profile, Visit&& visit) {
    auto& [author, biography, portrait, links] = author_profile;
    visit(author, biography, portrait, links);
}

template <Either<Translation> Type, typename Visit>
void members(Type& translation, Visit&& visit) {
    auto& [language, path] = translation;
    visit(language, path);
}

template <Either<Comment> Type, typename Visit>
void members(Type& comment, Visit&& visit) {
    auto& [number, depth, author, date, text, website] = comment;
    visit(number, depth, author, date, text, website);
}

template <Either<Episode> Type, typename Visit>
void members(Type& episode, Visit&& visit) {
    auto& [target, type, bytes, seconds, transcript, chapters, season, number, is_explicit] =
        episode;
    visit(target, type, bytes, seconds, transcript, chapters, season, number, is_explicit);
}

template <Either<Entry> Type, typename Visit>
void members(Type& entry, Visit&& visit) {
    auto& [kind, summary, redirect, subtitle, head_title, description, language, modified, tags,
           terms, show_contents, dated, body, previous, next, author_profiles, related,
           translations, comments, comments_closed, episode, guid, canonical, indexed, in_sitemap] =
        entry;
    visit(kind, summary, redirect, subtitle, head_title, description, language, modified, tags,
          terms, show_contents, dated, body, previous, next, author_profiles, related, translations,
          comments, comments_closed, episode, guid, canonical, indexed, in_sitemap);
}

template <Either<ListSection> Type, typename Visit>
void members(Type& list_section, Visit&& visit) {
    auto& [category, total, articles] = list_section;
    visit(category, total, articles);
}

template <Either<List> Type, typename Visit>
void members(Type& list, Visit&& visit) {
    auto& [kind, path, title, description, picture, links, trail, translations, articles, sections,
           leads] = list;
    visit(kind, path, title, description, picture, links, trail, translations, articles, sections,
          leads);
}

template <Either<CategoryNode> Type, typename Visit>
void members(Type& category_node, Visit&& visit) {
    auto& [name, path, count, children] = category_node;
    visit(name, path, count, children);
}

template <Either<TagCount> Type, typename Visit>
void members(Type& tag_count, Visit&& visit) {
    auto& [name, path, count] = tag_count;
    visit(name, path, count);
}

template <Either<ArchiveMonth> Type, typename Visit>
void members(Type& archive_month, Visit&& visit) {
    auto& [year, month, count, days, day_counts] = archive_month;
    visit(year, month, count, days, day_counts);
}

template <Either<Advertisement> Type, typename Visit>
void members(Type& advertisement, Visit&& visit) {
    auto& [slot, file, target, alternative_text, width, height, framed] = advertisement;
    visit(slot, file, target, alternative_text, width, height, framed);
}

template <Either<LiveComments> Type, typename Visit>
void members(Type& comments, Visit&& visit) {
    auto& [provider, frame, themes, mail] = comments;
    visit(provider, frame, themes, mail);
}

template <Either<EditionLink> Type, typename Visit>
void members(Type& edition, Visit&& visit) {
    auto& [language, name, path] = edition;
    visit(language, name, path);
}

template <Either<Site> Type, typename Visit>
void members(Type& site, Visit&& visit) {
    auto& [title, tagline, description, language, base_url, copyright, week_start, page_size,
           chunk_length, article_count, logo, feeds_of_lists, steady_pages, taxonomy_authors,
           date_format, phrases, calendar_names, frame_sources, form_targets, formulas, recordings,
           front_beside, front_latest, lines, hyphens, hanging, drop_caps, indented, figures,
           consent_bar, offline, advertisements, look, comments, editions, utility_menu, main_menu,
           footer_menu, categories, taxonomies, top_tags, archive, recent] = site;
    visit(title, tagline, description, language, base_url, copyright, week_start, page_size,
          chunk_length, article_count, logo, feeds_of_lists, steady_pages, taxonomy_authors,
          date_format, phrases, calendar_names, frame_sources, form_targets, formulas, recordings,
          front_beside, front_latest, lines, hyphens, hanging, drop_caps, indented, figures,
          consent_bar, offline, advertisements, look, comments, editions, utility_menu, main_menu,
          footer_menu, categories, taxonomies, top_tags, archive, recent);
}

}  // namespace broadsheet::model
