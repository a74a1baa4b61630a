// What a publication is, as a view needs it. The author's tool holds all of it; the reader holds
// the site and the parts it has fetched so far. Views read it through the look-ups of Publication
// and cannot tell the two apart.
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

// A path within the site: starts with '/', is percent-decoded UTF-8, ends with '/' unless it
// names a file. The base path of the host is not part of it.
using Path = std::string;

struct Link {
    std::string title;
    std::string target;  // a Path, or an absolute URL
    std::vector<Link> children;

    bool operator==(const Link&) const = default;
};

struct Picture {
    std::string target;  // Path of the copied file, or an absolute URL
    std::string alternative_text;
    std::string caption;
    int width = 0;  // pixels; 0 where unknown
    int height = 0;
    std::string placeholder;  // colours of its six parts, three digits each; may be empty

    bool operator==(const Picture&) const = default;
};

struct TermReference {
    std::string name;
    Path path;

    bool operator==(const TermReference&) const = default;
};

// What lists, cards and neighbours show of an article.
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

// What the box below an article tells of one of its authors.
struct AuthorProfile {
    TermReference author;
    std::string biography;  // plain text
    std::optional<Picture> portrait;
    std::vector<Link> links;  // elsewhere on the web

    bool operator==(const AuthorProfile&) const = default;
};

enum class EntryKind : std::uint8_t { article, page, redirect };

// Whatever stands at one path that is not a list.
struct Entry {
    EntryKind kind = EntryKind::article;
    ArticleSummary summary;   // of a page: path, title, excerpt; of a redirect: path only
    std::string redirect;     // of a redirect: Path or absolute URL
    std::string description;  // for search engines and link previews
    std::string language;     // BCP 47; empty = the site's
    std::optional<Date> modified;
    std::vector<TermReference> tags;
    std::vector<TermReference> terms;  // of the site's own taxonomies, below their paths
    bool show_contents = true;         // table of contents wanted
    bool dated = true;                 // false: an article without any date
    Document body;
    std::optional<TermReference> previous;  // older neighbour: title and path
    std::optional<TermReference> next;      // newer neighbour
    std::vector<AuthorProfile> author_profiles;
    std::vector<ArticleSummary> related;  // best first (R11), without excerpts

    bool operator==(const Entry&) const = default;
};

// The first five are stored as numbers.
enum class ListKind : std::uint8_t { front, category, tag, author, term, year, month, day };

// The newest articles of one of the top categories, for the front page.
struct ListSection {
    TermReference category;
    int total = 0;  // articles in the whole category
    std::vector<ArticleSummary> articles;

    bool operator==(const ListSection&) const = default;
};

// A list of articles. An article is in a dozen of them, so they share it.
struct List {
    ListKind kind = ListKind::front;
    Path path;  // of the list: "/tag/rivers/"
    std::string title;
    std::string description;           // author: biography
    std::optional<Picture> picture;    // author: portrait
    std::vector<Link> links;           // author: elsewhere on the web
    std::vector<TermReference> trail;  // ancestors, root first
    // Newest first, all of them; null where the reader has not fetched the article.
    std::vector<std::shared_ptr<ArticleSummary>> articles;
    std::vector<ListSection> sections;  // of the front page

    int total() const { return static_cast<int>(articles.size()); }
    // Compares the articles, not where they are.
    bool operator==(const List& other) const;
};

// Excerpts stand with this many articles of a list, and in no list of the calendar: most bytes of a
// long list would be excerpts.
inline constexpr int excerpts_in_list = 20;
bool has_excerpt(ListKind kind, int place);
bool is_calendar(ListKind kind);  // year, month, day

struct CategoryNode {
    std::string name;
    Path path;
    int count = 0;  // articles here and below
    std::vector<CategoryNode> children;

    bool operator==(const CategoryNode&) const = default;
};

struct TagCount {
    std::string name;
    Path path;
    int count = 0;

    bool operator==(const TagCount&) const = default;
};

struct ArchiveMonth {
    int year = 0;
    int month = 0;
    int count = 0;
    std::uint32_t days = 0;       // bit d-1 set: the day has articles
    std::vector<int> day_counts;  // articles of each such day, from the first of the month on

    bool operator==(const ArchiveMonth&) const = default;
};

// Where a page has room for an advertisement (R20).
enum class Slot : std::uint8_t { top, sidebar, article, list };

// A picture, or an HTML file shown in a frame that has no access to the page.
struct Advertisement {
    Slot slot = Slot::sidebar;
    Path file;
    std::string target;            // where the picture leads
    std::string alternative_text;  // of the picture, title of the frame
    int width = 0;                 // pixels that are kept free
    int height = 0;
    bool framed = false;

    bool operator==(const Advertisement&) const = default;
};

// The part of a publication that every page shows; small whatever the publication's size.
struct Site {
    std::string title;
    std::string tagline;
    std::string description;
    std::string language = "en";
    std::string base_url;  // scheme, host and base path without trailing '/'; may be empty
    std::string copyright;
    int week_start = 1;    // 1 = Monday … 7 = Sunday (R14)
    int page_size = 10;    // articles a list page (R23)
    int run_length = 100;  // articles that long lists are stored by; at least twice the page size
    int article_count = 0;
    bool taxonomy_authors = true;
    std::string date_format;  // of YYYY, MMMM, MMM, MM, M, DD and D; empty: as the language has it
    // Words of the interface, in the order of ui/phrases.inc; empty: English.
    std::vector<std::string> phrases;
    // 12 months as in dates, Monday to Sunday, 12 months by themselves, 12 short months, 7 letters
    // of weekdays; what is missing is made from what is there; empty: English.
    std::vector<std::string> calendar_names;
    std::vector<std::string> frame_sources;  // origins of what articles embed, with consent
    std::vector<Advertisement> advertisements;
    std::map<std::string, std::string> look;  // what site.toml changes of the theme, by name
    std::vector<Link> utility_menu;
    std::vector<Link> main_menu;  // empty: the top categories
    std::vector<Link> footer_menu;
    std::vector<CategoryNode> categories;
    // By what else articles are sorted, beside categories, tags and authors: "Series" with the page
    // of all its terms, "/series/", below which each term has its list.
    std::vector<TermReference> taxonomies;
    std::vector<TagCount> top_tags;      // at most 45, most used first (R13)
    std::vector<ArchiveMonth> archive;   // newest first
    std::vector<ArticleSummary> recent;  // newest first, at most 16

    bool operator==(const Site&) const = default;
};

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

template <Either<Picture> Type, typename Visit>
void members(Type& picture, Visit&& visit) {
    auto& [target, alternative_text, caption, width, height, placeholder] = picture;
    visit(target, alternative_text, caption, width, height, placeholder);
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

template <Either<Entry> Type, typename Visit>
void members(Type& entry, Visit&& visit) {
    auto& [kind, summary, redirect, description, language, modified, tags, terms, show_contents,
           dated, body, previous, next, author_profiles, related] = entry;
    visit(kind, summary, redirect, description, language, modified, tags, terms, show_contents,
          dated, body, previous, next, author_profiles, related);
}

template <Either<ListSection> Type, typename Visit>
void members(Type& list_section, Visit&& visit) {
    auto& [category, total, articles] = list_section;
    visit(category, total, articles);
}

template <Either<List> Type, typename Visit>
void members(Type& list, Visit&& visit) {
    auto& [kind, path, title, description, picture, links, trail, articles, sections] = list;
    visit(kind, path, title, description, picture, links, trail, articles, sections);
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

template <Either<Site> Type, typename Visit>
void members(Type& site, Visit&& visit) {
    auto& [title, tagline, description, language, base_url, copyright, week_start, page_size,
           run_length, article_count, taxonomy_authors, date_format, phrases, calendar_names,
           frame_sources, advertisements, look, utility_menu, main_menu, footer_menu, categories,
           taxonomies, top_tags, archive, recent] = site;
    visit(title, tagline, description, language, base_url, copyright, week_start, page_size,
          run_length, article_count, taxonomy_authors, date_format, phrases, calendar_names,
          frame_sources, advertisements, look, utility_menu, main_menu, footer_menu, categories,
          taxonomies, top_tags, archive, recent);
}

}  // namespace broadsheet::model
